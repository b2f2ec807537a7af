"""How an action at a counter is recorded, so that it can be taken back and the visit tells of it."""

from __future__ import annotations

from branch.domain.counters.counter import Undo
from branch.domain.counters.transfer_messages import TicketTransferred
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import AtCounter
from branch.domain.tickets.ticket import NO_REMINDER, CounterStay, Ended, Ticket, TicketStatus

ASIDE = frozenset({"requeue", "park-again"})
"""Actions at a counter about a ticket that is not at it."""


def record_action(hall: Hall, event: AtCounter, action: str, before: Ticket, after: Ticket) -> None:
    """Store the ticket that the counter holds from now on, and what it was before."""
    _record(hall, event, Undo(action, before, event.at), after, holds=after.id)


def end_stay(
    hall: Hall, event: AtCounter, action: str, before: Ticket, after: Ticket, *, ended: Ended
) -> None:
    """Store the ticket that has left the counter, with its stay there and how that ``ended``, and what the
    ticket was before."""
    stay = CounterStay(
        service=before.service,
        counter=event.counter,
        staff=before.stay.staff,
        ended=ended,
        at=getattr(event, "happened_at", None) or event.at,
        took=after.served_for - before.served_for,
        note=event.note if isinstance(event, TicketTransferred) else None,
    )
    after = replace(after, stays=(*after.stays, stay))
    hall.waits.cycles.ended(event.counter, before.service, event.at)
    _record(hall, event, Undo(action, before, event.at), after, holds=None)


def record_aside(hall: Hall, number: int, undo: Undo) -> None:
    """Record an action that leaves whoever is at the counter where they are."""
    hall.counters[number] = replace(hall.counters[number], undo=undo)


def clear_undo(hall: Hall, number: int, ticket: str | None) -> None:
    """Have the counter hold that ticket, with nothing left to take back."""
    hall.counters[number] = replace(hall.counters[number], ticket=ticket, undo=None)


def set_waiting(hall: Hall, ticket: Ticket) -> None:
    """Let that ticket wait at its place; nobody is reminded of it any more."""
    hall.put(replace(ticket, status=TicketStatus.WAITING, reminder=NO_REMINDER))
    hall.waiting.add(hall.tickets[ticket.id])


def stop_clock(ticket: Ticket, at: int) -> Ticket:
    """Add the time since the service began to the time served; the service begins no more."""
    began = ticket.stay.started_at
    if began is None:
        return ticket
    stay = replace(ticket.stay, started_at=None)
    return replace(ticket, served_for=ticket.served_for + max(0, at - began), stay=stay)


def _record(hall: Hall, event: AtCounter, undo: Undo, after: Ticket, *, holds: str | None) -> None:
    hall.put(after)
    counter = hall.counters[event.counter]
    hall.counters[event.counter] = replace(counter, ticket=holds, undo=undo)
