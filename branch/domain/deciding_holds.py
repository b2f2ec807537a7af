"""Decisions about parked tickets: they step aside, and the counter is reminded of them."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.at_counter import holding, staffed
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import TicketStatus

Events = tuple[e.Event, ...]


def park(hall: Hall, command: c.ParkTicket, now: int) -> Events:
    """The customer steps aside."""
    counter, ticket = holding(hall, command.counter)
    at = _remind_at(hall, command.remind_after, now)
    return (e.TicketParked(at=now, ticket=ticket.id, counter=counter.number, remind_at=at),)


def park_again(hall: Hall, command: c.ParkAgain, now: int) -> Events:
    """The customer is not ready yet: the counter that asks is reminded later."""
    counter = staffed(hall, command.counter)
    ticket = hall.ticket(command.ticket)
    if ticket.status is not TicketStatus.PARKED:
        raise refusal("ticket-not-parked", f"{ticket.number} is {ticket.status}")
    at = _remind_at(hall, command.remind_after, now)
    return (e.ReminderMoved(at=now, ticket=ticket.id, at_counter=counter.number, remind_at=at),)


def reminders(hall: Hall, now: int) -> list[e.Event]:
    """Of whom somebody is to be reminded by now; each once."""
    held = (hall.tickets[ticket] for ticket in hall.on_hold)
    return [
        e.ReminderDue(at=now, ticket=ticket.id, at_counter=ticket.counter)
        for ticket in held
        if ticket.remind_at is not None and ticket.remind_at <= now and not ticket.reminded
    ]


def _remind_at(hall: Hall, after: int | None, now: int) -> int | None:
    """When to remind; the branch's own time if none is named, 0 for never."""
    after = hall.plan.park_reminder if after is None else after
    if after < 0:
        raise refusal("invalid", "a reminder comes later than now")
    return now + after if after else None
