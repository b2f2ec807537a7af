"""A book kept beside the hall: who has been served, and what may still be taken back."""

from __future__ import annotations

from branch.domain import events as e
from branch.domain.kernel.hall import Hall
from branch.domain.tickets.ticket import Ticket

_NO_STEP = (e.TicketPrinted, e.TicketReprinted, e.ReminderDue, e.RatingNotGiven)
"""What is told of a ticket without anything being done to it."""


class Book:
    """Kept from the events alone, in other words than the queue's own.

    Attributes:
        served: ids of those served today.
        undoable: by counter, the ticket as it stood before the last action, and when that was.
    """

    def __init__(self) -> None:
        self.served: set[str] = set()
        self.undoable: dict[int, tuple[Ticket, int]] = {}

    def note(self, event: e.Event, hall: Hall) -> None:
        """Write down an event that the hall has not yet taken in."""
        self._serving(event)
        if isinstance(event, e.TicketEvent) and not isinstance(event, _NO_STEP):
            self._forget({n for n, (ticket, _) in self.undoable.items() if ticket.id == event.ticket})
        if isinstance(event, e.CounterOpened | e.CounterClosed | e.CounterPaused | e.AtCounter):
            self._forget({event.counter})
        if isinstance(event, e.CounterClosed):  # whoever was sent there is sent nowhere now
            tickets = {n: hall.tickets[ticket.id] for n, (ticket, _) in self.undoable.items()}
            self._forget({n for n, ticket in tickets.items() if ticket.place.for_counter == event.counter})
        if isinstance(event, e.CounterOpened | e.CounterPaused | e.CounterResumed):
            self._follow(event, hall)
        if isinstance(event, e.TicketRequeued | e.ReminderMoved) and event.at_counter is not None:
            self.undoable[event.at_counter] = (hall.tickets[event.ticket], event.at)
        if isinstance(event, e.AtCounter) and not isinstance(event, e.TicketRecalled | e.ActionUndone):
            self.undoable[event.counter] = (hall.tickets[event.ticket], event.at)

    def _follow(self, event: e.CounterOpened | e.CounterPaused | e.CounterResumed, hall: Hall) -> None:
        """Whoever was sent to a person is sent where that person is now, and nowhere during a pause."""
        staff = event.staff if isinstance(event, e.CounterOpened) else hall.counters[event.counter].staff
        there = None if isinstance(event, e.CounterPaused) else event.counter
        moved = {
            t.id for t in hall.tickets.values() if t.place.for_staff == staff and t.place.for_counter != there
        }
        aside = {t for t in moved if hall.tickets[t].stay.counter is None or t in hall.on_hold}
        self._forget({n for n, (ticket, _) in self.undoable.items() if staff and ticket.id in aside})

    def _serving(self, event: e.Event) -> None:
        if isinstance(event, e.DayOpened):
            self.served = set()
            self.undoable = {}
        elif isinstance(event, e.ServingFinished):
            assert event.ticket not in self.served, "served twice"
            self.served.add(event.ticket)
        elif isinstance(event, e.ActionUndone) and event.action == "finish":
            self.served.discard(event.ticket)  # it may have gone on to its next service instead

    def _forget(self, counters: set[int]) -> None:
        for counter in counters:
            self.undoable.pop(counter, None)
