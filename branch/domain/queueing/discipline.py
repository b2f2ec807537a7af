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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan, Rule
from branch.domain.queueing.call_decision import CallCause, CallDecision, Weighed
from branch.domain.queueing.waiting_room import Entry, WaitingRoom
from branch.domain.queueing.weights import Weights, credit
from branch.domain.tickets.ticket import Lane, Ticket

_SHOWN = 8
"""How many of those not called are kept in the reasons."""

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
    best = min(pool, key=lambda head: _key(weights, head))
    reason: CallCause = "only" if len(pool) == 1 and room.length(best[0]) == 1 else _reason(rule, best, pool)
    on_time = next(_come(room, plan, (lane for lane, _ in pool), now), None)
    if on_time is not None and on_time[1] != best[1][2]:
        ticket = tickets[on_time[1]]
        best, reason = (
            (ticket.lane, (ticket.place.queued_from, ticket.place.issue_index, ticket.id)),
            "appointment",
        )
    due = [head for head in heads if is_due(hall, head[0], head[1][0])]
    if due:
        first = min(due, key=lambda head: head[1])
        best, reason = (first, "promise") if first[1] != best[1] else (best, reason)
    if rule.name == "longest-wait" and rule.cap > 0:
        oldest = min(heads, key=lambda head: head[1])
        if oldest[1] != best[1] and now - oldest[1][0] >= rule.cap:
            best, reason = oldest, "cap"
    others = sorted((head for head in heads if head[1] != best[1]), key=lambda head: _key(weights, head))
    called = weighed(plan, tickets[best[1][2]], now)
    decision = CallDecision(
        rule=rule.name,
        reason=reason,
        cap_s=rule.cap / 1000 if rule.name != "accumulating-priority" else None,
        passed=hall.overtakes.passed(best[0].service, best[1][0]),
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
    return Choice(best[1][2], decision)


def is_due(hall: Hall, lane: Lane, since: int) -> bool:
    """Whether one who waits in that lane with that place may not be passed any more.

    The head of a lane has been passed at least as often as anybody behind it, so only heads need asking.
    Whoever was sent to one counter waits for that one, and for no promise.
    """
    most = hall.plan.rule.most_passes
    return 0 < most <= hall.overtakes.passed(lane.service, since) and is_promised(lane)


def is_promised(lane: Lane) -> bool:
    """Whether the promise is to those who wait in that lane, too."""
    return lane.for_counter is None


def passed(hall: Hall, lane: Lane, entry: Entry) -> int:
    """How many later-comers have been called before one who waits in that lane."""
    return hall.overtakes.passed(lane.service, entry[0])


def goes_by_time(rule: Rule) -> bool:
    """Whether an appointment whose time has come goes before all others."""
    return rule.name == "accumulating-priority"


def first_of(hall: Hall, service: str, now: int) -> list[str]:
    """The few who wait for a service and would be called first."""
    return list(islice(order_at(hall, hall.waiting.lanes_of(service), now), _SHOWN))


def queue_of(hall: Hall, counter: Counter, now: int) -> Iterator[str]:
    """The tickets that counter may call, next first."""
    return order_at(hall, hall.waiting.lanes_for(counter.services, counter.number), now)


def order_at(hall: Hall, lanes: Lanes, now: int) -> Iterator[str]:
    """The tickets of those lanes in the order of ``now``, by the weights (the promise and the cap are looked
    at when calling)."""
    weights = Weights(hall.plan, now)
    on_time = [ticket for _, ticket in _come(hall.waiting, hall.plan, (lane for lane, _ in lanes), now)]
    yield from on_time
    known = set(on_time)
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


def _come(room: WaitingRoom, plan: Plan, lanes: Iterable[Lane], now: int) -> Iterator[tuple[int, str]]:
    """(promised time, ticket) of the appointments whose time has come, the earliest first, where the rule
    goes by it."""
    if not goes_by_time(plan.rule):
        return
    for promised_at, _, ticket in merge(*map(room.promised, lanes)):
        if promised_at > now:
            return
        yield promised_at, ticket


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


def _reason(rule: Rule, best: Head, pool: list[Head]) -> CallCause:
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
