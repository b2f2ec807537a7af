"""How long servers were not ready after a customer, measured where somebody waited for them.

While somebody waits whom a server could call, and the server is there and serves nobody, they are not ready:
they write up the last customer, or stand aside for a moment. That time, divided by the number of services
that ended while somebody waited, is the wrap-up. What they did while nobody waited is not known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from branch.analytics.replay.server_sessions import BREAK_S, Session
from branch.analytics.replay.trace import Customer, Trace

Span = tuple[int, int]


def wrap_up_s(trace: Trace, sessions: Mapping[int, Sequence[Session]]) -> float:
    """The mean wrap-up in seconds; 0 where nobody ever waited while a service ended."""
    not_ready = ended = 0
    for day, customers in trace.days().items():
        lines: dict[frozenset[str], list[Span]] = {}
        for session in sessions[day]:
            if session.services not in lines:
                lines[session.services] = _waited_for(customers, session.services)
            line = _within(lines[session.services], session)
            not_ready += _length(line) - _shared(line, joined(session.served))
            ended += sum(end < session.end_s and _inside(line, end) for _, end in session.served)
    return min(not_ready / ended, BREAK_S) if ended else 0.0


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same times without overlaps, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _waited_for(customers: Iterable[Customer], services: frozenset[str]) -> list[Span]:
    return joined(
        (customer.arrived_s, customer.arrived_s + customer.waited_s)
        for customer in customers
        if customer.waited_s and customer.service in services
    )


def _within(spans: Sequence[Span], session: Session) -> list[Span]:
    return [
        (max(start, session.start_s), min(end, session.end_s))
        for start, end in spans
        if start < session.end_s and end > session.start_s
    ]


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def _shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    """How long both are."""
    total = at = 0
    for start, end in some:
        while at < len(others) and others[at][1] <= start:
            at += 1
        index = at
        while index < len(others) and others[index][0] < end:
            total += min(end, others[index][1]) - max(start, others[index][0])
            index += 1
    return total


def _inside(spans: Sequence[Span], instant: int) -> bool:
    at = bisect_right(spans, (instant, 1 << 62)) - 1
    return at >= 0 and instant < spans[at][1]
