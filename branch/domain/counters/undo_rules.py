"""How an action at a counter is recorded so that it can be taken back, and how it is taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from branch.domain.counters.counter import Undo
from branch.domain.counters.guards import staffed
from branch.domain.counters.serving_messages import ActionUndone, UndoLast
from branch.domain.counters.transfer_messages import TicketTransferred
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import AtCounter, Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import CounterStay, Ended, Ticket, TicketStatus


def undo(hall: Hall, command: UndoLast, now: int) -> Events:
    """Take back the last action, if nothing has been built on it since."""
    counter = staffed(hall, command.counter)
    last = counter.undo
    if last is None or now - last.at > hall.plan.undo_window:
        raise refusal("nothing-to-undo", f"there is nothing to undo at counter {counter.number}")
    ticket = hall.tickets[last.ticket.id]
    if ticket.changes != last.ticket.changes + 1 or ticket.rating is not None:
        raise refusal("nothing-to-undo", f"{ticket.number} has moved on since")
    return (ActionUndone(at=now, ticket=ticket.id, counter=counter.number, action=last.action),)


def _undone(hall: Hall, event: ActionUndone) -> None:
    now_at = hall.tickets[event.ticket]
    counter = hall.counters[event.counter]
    assert counter.undo is not None  # noqa: S101 - decide has seen it; a journal without it is damaged
    before = counter.undo.ticket
    if counter.undo.action == "call":
        hall.overtakes.taken_back(counter.services, before.queued_from)
    if now_at.status is TicketStatus.WAITING:
        hall.waiting.remove(now_at)
    if counter.undo.action == "finish":
        took = now_at.served_for - before.served_for
        hall.service_times[before.service] = hall.service_times[before.service].without_sample(took)
    restored = replace(before, changes=now_at.changes, printed=now_at.printed, reprints=now_at.reprints)
    hall.put(restored)
    if restored.status is TicketStatus.WAITING:
        hall.waiting.add(restored)
    if counter.undo.action in ASIDE:  # whoever is at the counter was not part of it
        release(hall, event.counter, counter.ticket)
        return
    holds = restored.status in (TicketStatus.CALLED, TicketStatus.SERVING)
    release(hall, event.counter, restored.id if holds else None)


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
    hall.waiting.add(hall.tickets[ticket.id])


def off(ticket: Ticket, at: int) -> Ticket:
    """The ticket with the time it has been served so far put down."""
    if ticket.started_at is None:
        return ticket
    return replace(ticket, served_for=ticket.served_for + at - ticket.started_at, started_at=None)


def act(hall: Hall, event: AtCounter, action: str, before: Ticket, after: Ticket, *, holds: bool) -> None:
    """One undoable step at a counter; one that ends the stay there is written into the visit."""
    if not holds:
        note = event.note if isinstance(event, TicketTransferred) else None
        took = after.served_for - before.served_for
        stop = CounterStay(
            before.service,
            event.counter,
            before.staff,
            _ENDS[action],
            getattr(event, "happened_at", None) or event.at,
            took,
            note,
        )
        after = replace(after, stays=(*after.stays, stop))
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


DECIDERS: Mapping[type[Command], Decider] = {
    UndoLast: undo,
}

FOLDS: Mapping[type[Event], Fold] = {
    ActionUndone: _undone,
}
