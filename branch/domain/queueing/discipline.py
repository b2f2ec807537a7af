"""Who is called next, and why. One function, four rules.

Every rule calls the heaviest of the heads of the lanes (see `branch.domain.queueing.weights`):

* ``accumulating-priority``: the time waited counts so many times as the segment's rate says (Kleinrock 1964;
  Stanford, Taylor, Ziedins 2014). An appointment whose time has come goes before all others, the earliest
  time first; until then it waits like everybody of its segment.
* ``longest-wait``: some segments and appointments have waited some minutes more than they have. Whoever
  has waited for the cap or longer goes before everybody with less, whatever the segment. This is the rule
  "longest wait first, priority customers credited with some time" of the bank recorded in the trace
  bank-calls-1999, with the cap added so that nobody is passed for ever.
* ``strict-priority``: a lower rank goes first always; inside a rank checked-in appointments, then by arrival.
* ``first-come``: by arrival.

Over all of them stands the promise of the branch, if it makes one: whoever has been passed by `most_passes`
later-comers is passed by nobody else (see `branch.domain.queueing.overtaking` for what counts).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice, takewhile

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan, Rule
from branch.domain.queueing.call_decision import CallCause, CallDecision, Weighed
from branch.domain.queueing.overtaking import Entry
from branch.domain.queueing.waiting_room import WaitingRoom
from branch.domain.queueing.weights import Weights, credit, goes_by_time
from branch.domain.tickets.ticket import Lane, Ticket

_SHOWN = 8
"""How many of those not called are kept in the reasons."""

_PROMISE: CallCause = "promise"
_CAP: CallCause = "cap"

_SLICE = 100
"""A list never shows more than this many of one lane, so copying more would be work for nobody."""

Head = tuple[Lane, Entry]

Lanes = Sequence[tuple[Lane, list[Entry]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The ticket to call, and why it."""

    ticket: str
    decision: CallDecision


def choose(hall: Hall, counter: Counter, now: int) -> Choice | None:
    """Whom ``counter`` should call at ``now``, or None when nobody waits for it."""
    room, tickets, plan = hall.waiting, hall.tickets, hall.plan
    heads = [(lane, entries[0]) for lane, entries in room.lanes_for(counter.services, counter.number)]
    if not heads:
        return None
    rule, weights = plan.rule, Weights(plan, now)
    pool = _first_listed(heads, counter) if rule.service_order == "listed" else heads
    due = next(hall.overtakes.due(lane for lane, _ in heads), None)
    on_time = next(_come(room, plan, (lane for lane, _ in pool), now), None)
    ticket_id, reason = pick(rule, weights, heads, pool, due=due, on_time=on_time)
    if reason in ("longest-wait", "first-come") and len(pool) == 1 and room.length(pool[0][0]) == 1:
        reason = "only"
    best = tickets[ticket_id]
    others = sorted((head for head in heads if head[1][2] != best.id), key=lambda head: _key(weights, head))
    called = weighed(plan, best, now)
    decision = CallDecision(
        rule=rule.name,
        reason=reason,
        cap_s=rule.cap / 1000 if rule.name != "accumulating-priority" else None,
        passed=hall.overtakes.passed(best.id),
        most_passes=rule.most_passes,
        number=called.number,
        service=called.service,
        segment=called.segment,
        appointment=called.appointment,
        came_late=called.came_late,
        waited_s=called.waited_s,
        credit_s=called.credit_s,
        rate=called.rate,
        against=tuple(weighed(plan, tickets[entry[2]], now) for _, entry in others[:_SHOWN]),
    )
    return Choice(best.id, decision)


def pick(
    rule: Rule,
    weights: Weights,
    heads: Sequence[Head],
    pool: Sequence[Head],
    *,
    due: Entry | None = None,
    on_time: Entry | None = None,
) -> tuple[str, CallCause]:
    """The ticket that is called at the instant of ``weights``, and what put it first.

    ``heads`` are those of all lanes that may be called, ``pool`` those among which the weights decide.
    ``due`` is the first to come of those who may not be passed any more, ``on_time`` the appointment of the
    pool whose time has come first.
    """
    best = min(pool, key=lambda head: _key(weights, head))
    found, reason = best[1][2], _reason(rule, best, pool)
    if on_time is not None and on_time[2] != found:
        found, reason = on_time[2], "appointment"
    first, above = due, _PROMISE
    if rule.name == "longest-wait" and rule.cap > 0:
        _, oldest = min(heads, key=lambda head: head[1])
        if weights.now - oldest[0] >= rule.cap and (due is None or oldest < due):
            first, above = oldest, _CAP
    if first is not None and first[2] != found:
        found, reason = first[2], above
    return found, reason


_AFTER_ALL = 1 << 62


def first_of(hall: Hall, service: str, now: int) -> list[str]:
    """The few who wait for a service and would be called first."""
    return list(islice(order_at(hall, hall.waiting.lanes_of(service), now), _SHOWN))


def queue_of(hall: Hall, counter: Counter, now: int) -> Iterator[str]:
    """The tickets that counter may call, next first."""
    ordered = order_at(hall, hall.waiting.lanes_for(counter.services, counter.number), now)
    if hall.plan.rule.service_order == "listed":
        choice = choose(hall, counter, now)
        first = [choice.ticket] if choice is not None else []
        yield from first
        ordered = (ticket for ticket in ordered if ticket not in first)
    yield from ordered


def order_at(hall: Hall, lanes: Lanes, now: int) -> Iterator[str]:
    """The tickets of those lanes in the order of ``now``: those who may not be passed any more or have waited
    beyond the cap, those whose time has come, then by the weights. Each call may change what follows."""
    weights, names = Weights(hall.plan, now), [lane for lane, _ in lanes]
    first = (
        *merge(hall.overtakes.due(names), *_beyond_cap(hall.plan.rule, lanes, now)),
        *_come(hall.waiting, hall.plan, names, now),
    )
    known = dict.fromkeys(ticket for _, _, ticket in first)
    yield from known
    keyed = [
        [(-weights.of(lane, since), order, ticket) for since, order, ticket in entries[:_SLICE]]
        for lane, entries in lanes
    ]
    for _, _, ticket in merge(*keyed):
        if ticket not in known:
            yield ticket


def weighed(plan: Plan, ticket: Ticket, now: int) -> Weighed:
    """What the rule looks at in one ticket."""
    segment = plan.segments.get(ticket.segment)
    accumulates = plan.rule.name == "accumulating-priority"
    return Weighed(
        number=ticket.number,
        service=ticket.service,
        segment=ticket.segment,
        appointment=ticket.lane.appointment,
        came_late=ticket.came_late,
        waited_s=(now - ticket.place.queued_from) / 1000,
        credit_s=credit(plan, ticket.lane) / 1000,
        rate=(segment.rate if segment else 1.0) if accumulates else None,
    )


def _come(room: WaitingRoom, plan: Plan, lanes: Iterable[Lane], now: int) -> Iterator[Entry]:
    """(promised time, order of issue, ticket id) of the appointments whose time has come, the earliest first,
    where the rule goes by it."""
    if not goes_by_time(plan.rule):
        return iter(())
    return takewhile(lambda entry: entry[0] <= now, merge(*map(room.promised, lanes)))


def _beyond_cap(rule: Rule, lanes: Lanes, now: int) -> Iterator[list[Entry]]:
    """Of each lane those who have waited too long under the rule, if it has a cap."""
    if rule.name == "longest-wait" and rule.cap > 0:
        for _, entries in lanes:
            yield entries[: bisect_right(entries, (now - rule.cap, _AFTER_ALL))]


def _key(weights: Weights, head: Head) -> tuple[int, int]:
    lane, (since, order, _) = head
    return -weights.of(lane, since), order


def _first_listed(heads: list[Head], counter: Counter) -> list[Head]:
    directed = [head for head in heads if head[0].for_counter == counter.number]
    for service in counter.services:
        mine = [head for head in heads if head[0].service == service]
        if mine:
            return mine + [head for head in directed if head not in mine]
    return directed


def _reason(rule: Rule, best: Head, pool: Sequence[Head]) -> CallCause:
    entry = best[1]
    if any(other[:2] < entry[:2] for _, other in pool):
        return _PREFERENCE[rule.name]
    return "first-come" if rule.name == "first-come" else "longest-wait"


_PREFERENCE: dict[str, CallCause] = {
    "accumulating-priority": "rate",
    "longest-wait": "credit",
    "strict-priority": "priority",
    "first-come": "credit",
}
