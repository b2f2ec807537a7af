"""What the folds of tickets and counters have in common."""

from __future__ import annotations

from dataclasses import replace

from branch.domain import events as e
from branch.domain.hall import Hall
from branch.domain.model import Ticket, TicketStatus, Undo
from branch.domain.stops import Ended, Stop

ASIDE = frozenset({"requeue", "park-again"})
"""Steps at a counter about a ticket that is not at it."""

_ENDS: dict[str, Ended] = {
    "finish": "served",
    "transfer": "transferred",
    "park": "parked",
    "no-show": "missed",
}
"""The action that ended a stay at a counter, in the words of the visit."""


def wait(hall: Hall, ticket: Ticket) -> None:
    """Let that ticket wait at its place; nobody is reminded of it any more."""
    hall.put(replace(ticket, status=TicketStatus.WAITING, remind_at=None, reminded=False))
    hall.room.add(hall.tickets[ticket.id])


def off(ticket: Ticket, at: int) -> Ticket:
    """The ticket with the time it has been served so far put down."""
    if ticket.started_at is None:
        return ticket
    return replace(ticket, served_for=ticket.served_for + at - ticket.started_at, started_at=None)


def act(hall: Hall, event: e.AtCounter, action: str, before: Ticket, after: Ticket, *, holds: bool) -> None:
    """One undoable step at a counter; one that ends the stay there is written into the visit."""
    if not holds:
        note = event.note if isinstance(event, e.TicketTransferred) else None
        took = after.served_for - before.served_for
        stop = Stop(
            before.service,
            event.counter,
            before.staff,
            _ENDS[action],
            getattr(event, "happened_at", None) or event.at,
            took,
            note,
        )
        after = replace(after, stops=(*after.stops, stop))
    hall.put(after)
    counter = hall.counters[event.counter]
    hall.counters[event.counter] = replace(
        counter, ticket=after.id if holds else None, undo=Undo(action, before, event.at)
    )


def aside(hall: Hall, number: int, undo: Undo) -> None:
    """One undoable step that is not about the ticket at the counter."""
    hall.counters[number] = replace(hall.counters[number], undo=undo)


def release(hall: Hall, number: int, ticket: str | None) -> None:
    """What the counter holds now, with nothing left to undo."""
    hall.counters[number] = replace(hall.counters[number], ticket=ticket, undo=None)
