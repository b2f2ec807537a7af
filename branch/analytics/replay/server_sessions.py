"""When each recorded server was there, and what they could be asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from branch.analytics.replay.trace import Customer, Trace

BREAK_S = 600
"""A server who served nobody for longer than this was out."""

_SURE = 10
"""So many customers of a service a server would have had by the house's share before a lack of them tells."""

_LEAST_SHARE = 0.2
"""Whoever had less than this part of them is not asked for that service."""


@dataclass(frozen=True, slots=True)
class Session:
    """From a server's first service to the end of the last, without a break; ``services`` is what they could
    be asked for, ``served`` when they had a customer, in seconds of the day."""

    server: str
    start_s: int
    end_s: int
    services: frozenset[str]
    served: tuple[tuple[int, int], ...]


def sessions_of(trace: Trace) -> Mapping[int, tuple[Session, ...]]:
    """The sessions of each day, in order of their start."""
    skills = skills_of(trace)
    return {day: tuple(_sessions(customers, skills)) for day, customers in trace.days().items()}


def skills_of(trace: Trace) -> Mapping[str, frozenset[str]]:
    """What each server could be asked for: all services but those of which they had far less than the house's
    share, so many that chance does not explain it."""
    done: dict[str, Counter[str]] = defaultdict(Counter)
    for customer in trace.customers:
        if customer.service_s is not None:
            done[customer.server][customer.service] += 1
    house = sum(done.values(), Counter[str]())
    return {
        server: frozenset(
            service
            for service in house
            if not _lacks(mine[service], mine.total() * house[service] / house.total())
        )
        for server, mine in done.items()
    }


def _lacks(had: int, due: float) -> bool:
    return due >= _SURE and had < _LEAST_SHARE * due


def _sessions(customers: Iterable[Customer], skills: Mapping[str, frozenset[str]]) -> list[Session]:
    served: dict[str, list[tuple[int, int]]] = defaultdict(list)
    services: dict[str, set[str]] = defaultdict(set)
    for customer in customers:
        if customer.service_s is not None:
            start = customer.arrived_s + customer.waited_s
            served[customer.server].append((start, start + customer.service_s))
            services[customer.server].add(customer.service)
    found = [
        Session(server, part[0][0], _end(part), skills[server] | services[server], part)
        for server, times in served.items()
        for part in _without_breaks(sorted(times))
    ]
    return sorted(found, key=lambda session: (session.start_s, session.server))


def _without_breaks(served: Iterable[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], ...]]:
    part: list[tuple[int, int]] = []
    last = 0
    for start, end in served:
        if part and start - last > BREAK_S:
            yield tuple(part)
            part = []
        part.append((start, end))
        last = max(last, end)
    if part:
        yield tuple(part)


def _end(served: Iterable[tuple[int, int]]) -> int:
    """When the last of them ends; a session is never shorter than a second."""
    return max(max(start + 1, end) for start, end in served)
