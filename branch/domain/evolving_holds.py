"""The folds of those who stand aside: missed, parked, called to mind, put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from branch.domain import events as e
from branch.domain.evolving_common import act, aside, off, wait
from branch.domain.hall import Hall
from branch.domain.model import TicketStatus, Undo


def _requeued(hall: Hall, event: e.TicketRequeued) -> None:
    ticket = hall.tickets[event.ticket]
    missed = ticket.status is TicketStatus.MISSED
    wait(
        hall,
        replace(ticket, since=event.since, requeues=ticket.requeues + missed, counter=None, staff=None),
    )
    if event.at_counter is not None:
        aside(hall, event.at_counter, Undo("requeue", ticket, event.at))


def _missed(hall: Hall, event: e.TicketMissed) -> None:
    ticket = hall.tickets[event.ticket]
    act(hall, event, "no-show", ticket, replace(ticket, status=TicketStatus.MISSED), holds=False)


def _parked(hall: Hall, event: e.TicketParked) -> None:
    ticket = hall.tickets[event.ticket]
    parked = replace(
        off(ticket, event.at), status=TicketStatus.PARKED, remind_at=event.remind_at, reminded=False
    )
    act(hall, event, "park", ticket, parked, holds=False)


def _reminder_moved(hall: Hall, event: e.ReminderMoved) -> None:
    ticket = hall.tickets[event.ticket]
    hall.put(replace(ticket, counter=event.at_counter, remind_at=event.remind_at, reminded=False))
    aside(hall, event.at_counter, Undo("park-again", ticket, event.at))


def _reminder_due(hall: Hall, event: e.ReminderDue) -> None:
    # Nothing was done to it, so nobody's undo trips over it.
    hall.tickets[event.ticket] = replace(hall.tickets[event.ticket], reminded=True)


FOLDS: dict[type[e.Event], Callable[[Hall, Any], None]] = {
    e.TicketRequeued: _requeued,
    e.TicketMissed: _missed,
    e.TicketParked: _parked,
    e.ReminderMoved: _reminder_moved,
    e.ReminderDue: _reminder_due,
}
"""Each of these events with the function that takes it in."""
