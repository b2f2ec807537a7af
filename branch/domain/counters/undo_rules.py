"""How the last action at a counter is taken back."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.counters.counter_actions import ASIDE, clear_undo
from branch.domain.counters.guards import staffed
from branch.domain.counters.serving_messages import ActionUndone, UndoLast
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import TicketStatus


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
        hall.overtakes.taken_back(event.counter, hall.tickets)
    if now_at.status is TicketStatus.WAITING:
        hall.waiting.remove(now_at)
    if counter.undo.action == "finish":
        took = now_at.served_for - before.served_for
        hall.service_times[before.service] = hall.service_times[before.service].without_sample(took)
    restored = replace(before, changes=now_at.changes, paper=now_at.paper)
    hall.put(restored)
    if restored.status is TicketStatus.WAITING:
        hall.waiting.add(restored)
    if counter.undo.action in ASIDE:  # whoever is at the counter was not part of it
        clear_undo(hall, event.counter, counter.ticket)
        return
    holds = restored.status in (TicketStatus.CALLED, TicketStatus.SERVING)
    if holds:
        hall.waits.cycles.away(event.counter)
    else:
        hall.waits.cycles.free(event.counter, event.at)
    clear_undo(hall, event.counter, restored.id if holds else None)


DECIDERS: Mapping[type[Command], Decider] = {
    UndoLast: undo,
}

FOLDS: Mapping[type[Event], Fold] = {
    ActionUndone: _undone,
}
