"""Who is called next, and why. One function, three rules.

Every rule weighs a waiting ticket by ``now - since + credit`` and calls the heaviest; they differ in the
credit only:

* ``longest-wait`` (default): the credit of the segment, plus the one for a checked-in appointment, or the
  smaller one of those who came too late for theirs and wait as walk-ins. Whoever
  has waited for the cap or longer goes before everybody with less, whatever the segment. This is the rule
  "longest wait first, priority customers credited with some time" of the bank recorded in the trace
  bank-calls-1999, with the cap added so that nobody is passed for ever.
* ``strict-priority``: a lower rank goes first always; inside a rank checked-in appointments, then by arrival.
* ``first-come``: no credit at all.

Over all of them stands the promise of the branch, if it makes one: whoever has been passed by `most_passes`
later-comers is passed by nobody else (see `branch.domain.queueing.waiting_room` for what counts).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.call_decision import CallCause, CallDecision, Weighed
from branch.domain.queueing.waiting_room import Entry, WaitingRoom
from branch.domain.tickets.ticket import Lane, Ticket

_ERA = 10**12
"""More ms than anybody waits (31 years): what a rank weighs under strict priority."""

_SHOWN = 8
"""How many of those not called are kept in the reasons."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The ticket to call, and why it."""

    ticket: str
    decision: CallDecision


def credit(plan: Plan, lane: Lane) -> int:
    """The time in ms that tickets of this lane are given for free under the branch's rule."""
    rule = plan.rule
    if rule.name == "first-come":
        return 0
    segment = plan.segments.get(lane.segment)
    if rule.name == "strict-priority":
        rank = segment.rank if segment else 9
        return -rank * _ERA + (_ERA // 2 if lane.appointment else 0)
    promised = rule.appointment_credit if lane.appointment else rule.late_credit if lane.came_late else 0
    return (segment.credit if segment else 0) + promised


def choose(hall: Hall, counter: Counter, now: int) -> Choice | None:
    """Whom ``counter`` should call at ``now``, or None when nobody waits for it."""
    room, tickets, plan = hall.waiting, hall.tickets, hall.plan
    heads = list(room.heads(counter.services, counter.number))
    if not heads:
        return None
    rule = plan.rule
    pool = heads
    if rule.service_order == "listed":
        pool = _first_listed(heads, counter)
    best = min(pool, key=lambda head: _key(plan, head))
    reason: CallCause = "only" if len(pool) == 1 and room.length(best[0]) == 1 else _reason(plan, best, pool)
    due = [head for head in heads if is_due(hall, head[0], head[1][0])]
    if due:
        first = min(due, key=lambda head: head[1])
        best, reason = (first, "promise") if first is not best else (best, reason)
    if rule.name == "longest-wait" and rule.cap > 0:
        oldest = min(heads, key=lambda head: head[1])
        if oldest[1] != best[1] and now - oldest[1][0] >= rule.cap:
            best, reason = oldest, "cap"
    others = sorted((head for head in heads if head is not best), key=lambda head: _key(plan, head))
    called = weighed(plan, tickets[best[1][2]], now)
    decision = CallDecision(
        rule=rule.name,
        reason=reason,
        cap_s=rule.cap / 1000,
        passed=hall.overtakes.passed(best[0].service, best[1][0]),
        most_passes=rule.most_passes,
        number=called.number,
        service=called.service,
        segment=called.segment,
        appointment=called.appointment,
        came_late=called.came_late,
        waited_s=called.waited_s,
        credit_s=called.credit_s,
        against=tuple(weighed(plan, tickets[entry[2]], now) for _, entry in others[:_SHOWN]),
    )
    return Choice(best[1][2], decision)


def is_due(hall: Hall, lane: Lane, since: int) -> bool:
    """Whether one who waits in that lane with that place may not be passed any more.

    The head of a lane has been passed at least as often as anybody behind it, so only heads need asking.
    Whoever was sent to one counter waits for that one, and for no promise.
    """
    most = hall.plan.rule.most_passes
    return 0 < most <= hall.overtakes.passed(lane.service, since) and lane.for_counter is None


def credits_of(room: WaitingRoom, plan: Plan) -> dict[Lane, int]:
    """The credit of every lane in use."""
    return {lane: credit(plan, lane) for lane in room.lanes()}


def ahead(hall: Hall, ticket: Ticket) -> int:
    """How many will be called before ``ticket`` if nobody else comes: of those who wait for its service or,
    if it was sent to a counter or a person, of all whom that counter may call.

    By the weights alone: the cap can only shorten the wait of those it helps.
    """
    room, plan = hall.waiting, hall.plan
    key = ticket.place.queued_from - credit(plan, ticket.lane)
    if ticket.place.for_counter is not None:
        there = hall.counters[ticket.place.for_counter]
        before = room.before_at(
            there.number, there.services, credits_of(room, plan), key, ticket.place.issue_index
        )
        return sum(count for _, count in before)
    lanes = {lane: credit(plan, lane) for lane in room.lanes_of(ticket.service)}
    return room.before(ticket.service, lanes, key, ticket.place.issue_index)


def first_of(room: WaitingRoom, plan: Plan, service: str) -> list[str]:
    """The few who wait for a service and would be called first."""
    lanes = {lane: credit(plan, lane) for lane in room.lanes_of(service)}
    return [ticket for _, ticket in islice(room.in_order_of(service, lanes), _SHOWN)]


def queue_of(room: WaitingRoom, plan: Plan, counter: Counter) -> Iterator[str]:
    """The tickets that counter may call, next first, by the weights (the cap is applied when calling)."""
    return room.in_order(counter.services, counter.number, credits_of(room, plan))


def weighed(plan: Plan, ticket: Ticket, now: int) -> Weighed:
    """What the rule looks at in one ticket."""
    return Weighed(
        number=ticket.number,
        service=ticket.service,
        segment=ticket.segment,
        appointment=ticket.lane.appointment,
        came_late=ticket.came_late,
        waited_s=(now - ticket.place.queued_from) / 1000,
        credit_s=credit(plan, ticket.lane) / 1000 if plan.rule.name == "longest-wait" else 0,
    )


def _key(plan: Plan, head: tuple[Lane, Entry]) -> tuple[int, int]:
    lane, (since, order, _) = head
    return since - credit(plan, lane), order


def _first_listed(heads: list[tuple[Lane, Entry]], counter: Counter) -> list[tuple[Lane, Entry]]:
    directed = [head for head in heads if head[0].for_counter == counter.number]
    for service in counter.services:
        mine = [head for head in heads if head[0].service == service]
        if mine:
            return mine + [head for head in directed if head not in mine]
    return directed


def _reason(plan: Plan, best: tuple[Lane, Entry], pool: list[tuple[Lane, Entry]]) -> CallCause:
    entry = best[1]
    if any(other[:2] < entry[:2] for _, other in pool):
        return "priority" if plan.rule.name == "strict-priority" else "credit"
    return "first-come" if plan.rule.name == "first-come" else "longest-wait"
