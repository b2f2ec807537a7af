"""How a ticket is given, cancelled and ended with the day."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping
from dataclasses import replace

from branch.domain.counters.undo_rules import release
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.queueing.admission import admit, newcomer_closing_risk
from branch.domain.tickets.ticket import AT_COUNTER, FINAL, Ticket, TicketStatus, ticket_refusal
from branch.domain.tickets.ticket_messages import (
    CancelTicket,
    IssueTicket,
    TicketCancelled,
    TicketExpired,
    TicketIssued,
)


def issue(hall: Hall, command: IssueTicket, now: int) -> Events:
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
) -> TicketIssued:
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
    doubt = None if appointment is not None else newcomer_closing_risk(hall, service, segment, now)
    if doubt == "refuse":
        raise refusal(
            "closing-too-soon",
            f"who comes for service {service} now is not served before closing",
            service=service,
            closes_at=plan.schedule.closes_at(now),
        )
    n = kind.first + hall.numbers_issued.get(service, 0)
    return TicketIssued(
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


def cancel(hall: Hall, command: CancelTicket, now: int) -> Events:
    """The customer leaves; at a counter it is the teller who says so."""
    ticket = hall.ticket(command.ticket)
    if ticket.status is TicketStatus.CANCELLED:
        return ()
    if ticket.status in FINAL:
        raise ticket_refusal("ticket-ended", ticket, f"{ticket.number} is {ticket.status} already")
    if ticket.status in AT_COUNTER:
        raise ticket_refusal("ticket-elsewhere", ticket, f"{ticket.number} is at counter {ticket.counter}")
    return (TicketCancelled(at=now, ticket=ticket.id),)


def _issued(hall: Hall, event: TicketIssued) -> None:
    ticket = Ticket(
        id=event.ticket,
        number=event.number,
        service=event.service,
        segment=event.segment,
        language=event.language,
        channel=event.channel,
        issued_at=event.issued_at or event.at,
        queued_from=event.issued_at or event.at,
        issue_index=len(hall.tickets),
        phone=event.phone,
        appointment=event.appointment,
        appointment_at=event.promised_at,
        may_miss_closing=event.doubtful,
        segment_reason=event.segment_reason,
        came_late=event.came_late,
        kiosk=event.kiosk,
        note=event.note,
    )
    if event.block is None:
        hall.numbers_issued[event.service] = hall.numbers_issued.get(event.service, 0) + 1
    else:
        block = hall.blocks[event.block]
        hall.blocks[block.id] = replace(block, handed_in=block.handed_in | {event.n})
    insort(hall.issue_times.setdefault(event.service, []), ticket.issued_at)
    hall.tickets[ticket.id] = ticket
    hall.waiting.add(ticket)


def _cancelled(hall: Hall, event: TicketCancelled) -> None:
    _leave(hall, event.ticket, TicketStatus.CANCELLED, event.at)


def _expired(hall: Hall, event: TicketExpired) -> None:
    ticket = hall.tickets[event.ticket]
    _leave(hall, event.ticket, TicketStatus.EXPIRED, event.at)
    if ticket.status in AT_COUNTER and ticket.counter is not None:
        release(hall, ticket.counter, None)


def _leave(hall: Hall, ticket_id: str, status: TicketStatus, at: int) -> None:
    ticket = hall.tickets[ticket_id]
    if ticket.status is TicketStatus.WAITING:
        hall.waiting.remove(ticket)
    hall.put(replace(ticket, status=status, finished_at=at, remind_at=None, reminded=False))


DECIDERS: Mapping[type[Command], Decider] = {
    IssueTicket: issue,
    CancelTicket: cancel,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketIssued: _issued,
    TicketCancelled: _cancelled,
    TicketExpired: _expired,
}
