"""Decisions about one ticket that no counter holds."""

from __future__ import annotations

from itertools import islice

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.admission import admit
from branch.domain.closing import doubt_for
from branch.domain.discipline import credit
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import AT_COUNTER, FINAL, ON_HOLD, Ticket, TicketStatus


def issue(hall: Hall, command: c.IssueTicket, now: int) -> tuple[e.Event, ...]:
    """Give the next number of a service."""
    return (
        issued(
            hall,
            now,
            ticket=command.ticket,
            service=command.service,
            segment=command.segment,
            language=command.language,
            channel=command.channel,
            phone=command.phone,
            segment_reason=command.segment_reason,
            kiosk=command.kiosk,
        ),
    )


def issued(
    hall: Hall,
    now: int,
    *,
    ticket: str,
    service: str,
    segment: str | None,
    language: str | None,
    channel: str,
    phone: str | None = None,
    appointment: str | None = None,
    promised_at: int | None = None,
    segment_reason: str | None = None,
    came_late: bool = False,
    kiosk: str | None = None,
    note: str | None = None,
) -> e.TicketIssued:
    """The event of a new ticket, after every rule that may refuse one."""
    plan = hall.plan
    kind = plan.service(service)
    segment = segment or kind.segment or plan.default_segment
    known = {reason.id for reason in plan.segment(segment).reasons}
    if segment_reason is not None and segment_reason not in known:
        raise refusal("invalid", f"segment {segment} has no reason {segment_reason!r}")
    language = language or plan.languages[0]
    if language not in plan.languages:
        raise refusal("unknown-language", f"this branch has no language {language!r}")
    admit(hall, service, now, promised=appointment is not None)
    doubt = None if appointment is not None else doubt_for(hall, service, segment, now)
    if doubt == "refuse":
        raise refusal("closing-too-soon", f"who comes for service {service} now is not served before closing")
    n = kind.first + hall.given.get(service, 0)
    return e.TicketIssued(
        at=now,
        ticket=ticket,
        number=kind.number(n),
        n=n,
        service=service,
        segment=segment,
        language=language,
        channel=channel,
        phone=phone,
        appointment=appointment,
        promised_at=promised_at,
        doubtful=doubt == "warn",
        segment_reason=segment_reason,
        came_late=came_late,
        kiosk=kiosk,
        note=note,
    )


def cancel(hall: Hall, command: c.CancelTicket, now: int) -> tuple[e.Event, ...]:
    """The customer leaves; at a counter it is the teller who says so."""
    ticket = hall.ticket(command.ticket)
    if ticket.status is TicketStatus.CANCELLED:
        return ()
    if ticket.status in FINAL:
        raise refusal("ticket-ended", f"{ticket.number} is {ticket.status} already")
    if ticket.status in AT_COUNTER:
        raise refusal("ticket-elsewhere", f"{ticket.number} is at counter {ticket.counter}")
    return (e.TicketCancelled(at=now, ticket=ticket.id),)


def requeue(hall: Hall, command: c.RequeueTicket, now: int) -> tuple[e.Event, ...]:
    """A parked ticket gets its old place back; a missed one, a limited number of times, a place some
    people further back, so that being late costs something but not the day. Only a staffed counter asks."""
    ticket = hall.ticket(command.ticket)
    if command.counter is not None and hall.counter(command.counter).state == "closed":
        raise refusal("counter-not-open", f"counter {command.counter} is not open")
    if ticket.status not in ON_HOLD:
        raise refusal("ticket-not-on-hold", f"{ticket.number} is {ticket.status}")
    since = ticket.since
    if ticket.status is TicketStatus.MISSED:
        if ticket.requeues >= hall.plan.requeue_limit:
            raise refusal("requeue-limit", f"{ticket.number} has been missed too often")
        since = _places_back(hall, ticket, now)
    return (e.TicketRequeued(at=now, ticket=ticket.id, since=since, at_counter=command.counter),)


def _places_back(hall: Hall, ticket: Ticket, now: int) -> int:
    """The ``since`` that puts the ticket behind the first K who wait for its service.

    Never before its own: a ticket does not gain by being missed.
    """
    lanes = {lane: credit(hall.plan, lane) for lane in hall.room.lanes_of(ticket.service)}
    first = islice(hall.room.in_order_of(ticket.service, lanes), hall.plan.requeue_places)
    keys = [key for key, _ in first]
    own = credit(hall.plan, ticket.lane)
    behind = keys[-1] + own + 1 if keys else ticket.since
    return min(max(ticket.since, behind), now)
