"""The rules of the queue once more, written down as they are spoken, with no thought of speed."""

from __future__ import annotations

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.tickets.ticket import Ticket, TicketStatus


def may_call(hall: Hall, counter: Counter) -> list[Ticket]:
    """Everybody who waits for that counter, or for a service of its list and no other counter."""
    return [
        ticket
        for ticket in hall.tickets.values()
        if ticket.status is TicketStatus.WAITING
        and (
            ticket.place.for_counter == counter.number
            or (ticket.place.for_counter is None and ticket.service in counter.services)
        )
    ]


def weight(hall: Hall, ticket: Ticket, now: int) -> tuple[float, ...]:
    """What the rule weighs, heavier first called; equal weights go by order of issue."""
    rule, segment = hall.plan.rule, hall.plan.segments[ticket.segment]
    waited = now - ticket.place.queued_from
    promised = ticket.promise is not None and not ticket.came_late
    if rule.name == "first-come":
        return waited, -ticket.place.issue_index
    if rule.name == "accumulating-priority":
        promise = ticket.promise if promised and ticket.requeues == 0 else None
        if promise and promise.appointment_at is not None and promise.appointment_at <= now:
            return 1, -promise.appointment_at, -ticket.place.issue_index
        return 0, segment.rate * waited, -ticket.place.issue_index
    if rule.name == "strict-priority":
        return -segment.rank, promised, waited, -ticket.place.issue_index
    credit = rule.appointment_credit if promised else rule.late_credit if ticket.came_late else 0
    return waited + segment.credit + credit, -ticket.place.issue_index


def whom_to_call(hall: Hall, counter: Counter, now: int) -> tuple[str, bool] | None:
    """The ticket that counter should call, and whether it has waited for the cap."""
    waiting, rule = may_call(hall, counter), hall.plan.rule
    if not waiting:
        return None
    passed = [(t.issued_at, t.place.issue_index, t.id) for t in waiting if is_passed(hall, t)]
    if rule.name == "longest-wait" and rule.cap > 0:
        places = [(t.place.queued_from, t.place.issue_index, t.id) for t in waiting]
        over = [place for place in places if now - place[0] >= rule.cap]
        if over and (not passed or min(over) < min(passed)):
            return min(over)[2], True
    if passed:
        return min(passed)[2], False
    if rule.service_order == "listed":
        for service in counter.services:
            if any(ticket.service == service for ticket in waiting):
                directed = [
                    t for t in waiting if t.place.for_counter == counter.number and t.service != service
                ]
                waiting = [ticket for ticket in waiting if ticket.service == service] + directed
                break
    return max(waiting, key=lambda ticket: weight(hall, ticket, now)).id, False


def is_passed(hall: Hall, ticket: Ticket) -> bool:
    """Whether so many later-comers have been called before this one that no other may be."""
    most = hall.plan.rule.most_passes
    return most > 0 and hall.overtakes.passed(ticket.id) >= most


def queue(hall: Hall, counter: Counter, now: int) -> list[str]:
    """All whom that counter may call: whom it should call, those who may not be passed or have waited for the
    cap, the others heaviest first."""
    waiting, rule = may_call(hall, counter), hall.plan.rule
    first = [(t.issued_at, t.place.issue_index, t.id) for t in waiting if is_passed(hall, t)]
    if rule.name == "longest-wait" and rule.cap > 0:
        places = [(t.place.queued_from, t.place.issue_index, t.id) for t in waiting]
        first += [place for place in places if now - place[0] >= rule.cap]
    heaviest = sorted(waiting, key=lambda ticket: weight(hall, ticket, now), reverse=True)
    called = whom_to_call(hall, counter, now)
    named = ([called[0]] if called else []) + [one[2] for one in sorted(first)] + [t.id for t in heaviest]
    return list(dict.fromkeys(named))
