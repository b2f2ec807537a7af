"""How a ticket is given, cancelled and ended with the day."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping
from string import digits

from branch.domain.appointments.appointment import Appointment
from branch.domain.counters.counter_actions import clear_undo
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events, details_of
from branch.domain.kernel.refusals import refusal
from branch.domain.offline.number_block_rules import issue_index, note_handed_in
from branch.domain.queueing.admission import admit, closing_risk
from branch.domain.queueing.estimate import Forecast
from branch.domain.queueing.wait_learning import Outlook
from branch.domain.tickets.free_numbers import next_number
from branch.domain.tickets.ticket import (
    AT_COUNTER,
    FINAL,
    NO_REMINDER,
    Place,
    Promise,
    Ticket,
    TicketDetails,
    TicketStatus,
    ticket_refusal,
)
from branch.domain.tickets.ticket_messages import (
    CancelTicket,
    IssueTicket,
    TicketCancelled,
    TicketExpired,
    TicketIssued,
)


def issue(hall: Hall, command: IssueTicket, now: int) -> Events:
    """Give the next number of a service."""
    return (issued(hall, now, command),)


def issued(
    hall: Hall,
    now: int,
    wanted: IssueTicket,
    *,
    appointment: Appointment | None = None,
    came_late: bool = False,
) -> TicketIssued:
    """The event of a new ticket, for an ``appointment`` if there is one, after every rule that may refuse
    it."""
    plan = hall.plan
    # What was promised is kept, whatever has left branch.toml since.
    service = plan.offered(wanted.service) if appointment is None else plan.service(wanted.service)
    segment = wanted.segment or service.segment or plan.default_segment
    kind = plan.offered_segment(segment) if wanted.segment and appointment is None else plan.segment(segment)
    known = {reason.id for reason in kind.reasons if not reason.kept}
    if wanted.segment_reason is not None and wanted.segment_reason not in known:
        raise refusal("invalid", f"segment {segment} has no reason {wanted.segment_reason!r}")
    language = plan.languages[0] if not wanted.language else plan.language_of(wanted.language)
    if language is None:
        raise refusal("unknown-language", f"this branch has no language {wanted.language!r}")
    admit(hall, service.id, now, promised=appointment is not None)
    estimate = Forecast(hall, now).for_newcomer(
        service.id,
        segment,
        promised_at=appointment.starts_at if appointment else None,
        came_late=came_late,
    )
    risk = None if appointment is not None else closing_risk(plan, estimate, now)
    if risk == "refuse":
        raise refusal(
            "closing-too-soon",
            f"who comes for service {service.id} now is not served before closing",
            service=service.id,
            closes_at=plan.schedule.closes_at(now),
        )
    n = next_number(hall, service.id)
    assert n is not None  # noqa: S101 - admitted
    return TicketIssued(
        at=now,
        ticket=wanted.ticket,
        number=service.number(n),
        n=n,
        service=service.id,
        segment=segment,
        language=language,
        appointment=appointment.id if appointment else None,
        promised_at=appointment.starts_at if appointment else None,
        note=appointment.note if appointment else None,
        doubtful=risk == "warn",
        came_late=came_late,
        announced=estimate,
        **details_of(TicketDetails, wanted),
    )


def cancel(hall: Hall, command: CancelTicket, now: int) -> Events:
    """The customer leaves; at a counter it is the teller who says so."""
    ticket = hall.ticket(command.ticket)
    if ticket.status is TicketStatus.CANCELLED:
        return ()
    if ticket.status in FINAL:
        raise ticket_refusal("ticket-ended", ticket, f"{ticket.number} is {ticket.status} already")
    if ticket.status in AT_COUNTER:
        raise ticket_refusal(
            "ticket-elsewhere", ticket, f"{ticket.number} is at counter {ticket.stay.counter}"
        )
    return (TicketCancelled(at=now, ticket=ticket.id),)


def _issued(hall: Hall, event: TicketIssued) -> None:
    promise = None
    if event.appointment is not None:
        promise = Promise(event.appointment, event.promised_at, event.came_late)
    block = hall.blocks[event.block] if event.block is not None else None
    ticket = Ticket(
        id=event.ticket,
        number=event.number,
        service=event.service,
        segment=event.segment,
        language=event.language,
        issued_at=event.issued_at or event.at,
        place=Place(event.issued_at or event.at, issue_index(hall, block, event.n)),
        promise=promise,
        may_miss_closing=event.doubtful,
        note=event.note,
        told_late=block is not None,
        announced=event.announced,
        **details_of(TicketDetails, event),
    )
    if block is None:
        hall.numbers_issued[event.service] = hall.numbers_issued.get(event.service, 0) + 1
        hall.numbers_of.setdefault(event.number.rstrip(digits), set()).add(event.n)
    else:
        note_handed_in(hall, block, ticket, event.n)
    insort(hall.issue_times.setdefault(event.service, []), ticket.issued_at)
    hall.tickets[ticket.id] = ticket
    hall.waiting.add(ticket)
    if ticket.announced is not None:
        outlook = Outlook.of(ticket.announced, ticket.service, ticket.segment)
        hall.waits.announce(ticket.id, outlook, event.at, ticket.announced.top)


def _cancelled(hall: Hall, event: TicketCancelled) -> None:
    _leave(hall, event.ticket, TicketStatus.CANCELLED, event.at)


def _expired(hall: Hall, event: TicketExpired) -> None:
    ticket = hall.tickets[event.ticket]
    _leave(hall, event.ticket, TicketStatus.EXPIRED, event.at)
    if ticket.status in AT_COUNTER and ticket.stay.counter is not None:
        clear_undo(hall, ticket.stay.counter, None)


def _leave(hall: Hall, ticket_id: str, status: TicketStatus, at: int) -> None:
    ticket = hall.tickets[ticket_id]
    if ticket.status is TicketStatus.WAITING:
        hall.waiting.remove(ticket)
        hall.waits.left(ticket_id, at)
    hall.put(replace(ticket, status=status, finished_at=at, reminder=NO_REMINDER))


DECIDERS: Mapping[type[Command], Decider] = {
    IssueTicket: issue,
    CancelTicket: cancel,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketIssued: _issued,
    TicketCancelled: _cancelled,
    TicketExpired: _expired,
}
