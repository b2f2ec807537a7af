"""Decisions at a counter: the session, and the ticket it holds."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.at_counter import earlier, free, holding, is_still_at, ready, staffed
from branch.domain.deciding_moves import moved
from branch.domain.discipline import choose
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import Counter, TicketStatus

Events = tuple[e.Event, ...]


def open_counter(hall: Hall, command: c.OpenCounter, now: int) -> Events:
    """One person at one counter, one counter for one person. Opening it again changes nothing, so a
    session outlives the app that shows it. Who is signed in elsewhere may move, see `moved`."""
    counter = hall.counter(command.counter)
    services = command.services or hall.plan.counters[counter.number].services
    for service in services:
        hall.plan.service(service)
    if counter.state != "closed" and counter.staff != command.staff:
        raise refusal("counter-taken", f"counter {counter.number} is staffed by somebody else")
    for other in hall.counters.values():
        if other.number != counter.number and other.staff == command.staff:
            if command.move:
                return moved(hall, other, counter, tuple(services), now)
            raise refusal("staff-elsewhere", f"{command.staff} is signed in at counter {other.number}")
    if counter.state != "closed" and counter.services == tuple(services):
        return ()
    return (e.CounterOpened(at=now, counter=counter.number, staff=command.staff, services=tuple(services)),)


def close_counter(hall: Hall, command: c.CloseCounter, now: int) -> Events:
    """End of the session; not with a customer at the counter. Whoever was parked there and is given back has
    the old place again."""
    counter = hall.counter(command.counter)
    if counter.state == "closed":
        return ()
    free(hall, counter)
    held = [hall.tickets[ticket] for ticket in hall.on_hold] if command.give_back else []
    parked = [t for t in held if t.status is TicketStatus.PARKED and t.counter == counter.number]
    return (
        *(e.TicketRequeued(at=now, ticket=ticket.id, since=ticket.since) for ticket in parked),
        e.CounterClosed(at=now, counter=counter.number),
    )


def pause(hall: Hall, command: c.PauseCounter, now: int) -> Events:
    """Call nobody for a while; not with a customer at the counter."""
    counter = staffed(hall, command.counter)
    if counter.state == "paused" and counter.reason == command.reason:
        return ()
    free(hall, counter)
    back_at = None if command.lasts is None else now + command.lasts
    return (e.CounterPaused(at=now, counter=counter.number, reason=command.reason, back_at=back_at),)


def resume(hall: Hall, command: c.ResumeCounter, now: int) -> Events:
    """The pause is over."""
    counter = staffed(hall, command.counter)
    if counter.state == "open":
        return ()
    return (e.CounterResumed(at=now, counter=counter.number),)


def call_next(hall: Hall, command: c.CallNext, now: int) -> Events:
    """Call whoever the rule puts first."""
    counter = ready(hall, command.counter)
    choice = choose(hall, counter, now)
    if choice is None:
        return ()
    return (_called(counter, choice.ticket, choice.why, now),)


def call_ticket(hall: Hall, command: c.CallTicket, now: int) -> Events:
    """Call a chosen one, out of turn; who would have been next is kept in the reasons."""
    counter = ready(hall, command.counter)
    ticket = hall.ticket(command.ticket)
    if ticket.status not in (TicketStatus.WAITING, TicketStatus.PARKED, TicketStatus.MISSED):
        raise refusal("ticket-not-waiting", f"{ticket.number} is {ticket.status}")
    if ticket.for_counter not in (None, counter.number):
        raise refusal("ticket-elsewhere", f"{ticket.number} waits for counter {ticket.for_counter}")
    choice = choose(hall, counter, now)
    turn = choice.why if choice else None
    why = {
        "rule": hall.plan.rule.name,
        "reason": "chosen",
        "was": ticket.status.value,
        "note": command.reason,
        "number": ticket.number,
        "service": ticket.service,
        "segment": ticket.segment,
        "waited_s": (now - ticket.since) / 1000,
        "turn": turn["number"] if turn else None,
    }
    return (_called(counter, ticket.id, why, now),)


def recall(hall: Hall, command: c.RecallTicket, now: int) -> Events:
    """Call the same one again, so many times; 0 is no limit."""
    counter, ticket = holding(hall, command.counter, TicketStatus.CALLED)
    if 0 < hall.plan.recall_limit <= ticket.recalls:
        raise refusal("recall-limit", f"{ticket.number} has been called again {ticket.recalls} times")
    return (e.TicketRecalled(at=now, ticket=ticket.id, counter=counter.number),)


def start(hall: Hall, command: c.StartServing, now: int) -> Events:
    """The customer is here. A counter that was cut off tells it later, with its instant and its ticket."""
    is_still_at(hall, command.ticket, command.counter)
    counter, ticket = holding(hall, command.counter, TicketStatus.CALLED)
    then = earlier(command.at, ticket.called_at, now)
    return (e.ServingStarted(at=now, ticket=ticket.id, counter=counter.number, happened_at=then),)


def mark_missed(hall: Hall, command: c.MarkMissed, now: int) -> Events:
    """The customer called did not come."""
    counter, ticket = holding(hall, command.counter, TicketStatus.CALLED)
    return (e.TicketMissed(at=now, ticket=ticket.id, counter=counter.number),)


def undo(hall: Hall, command: c.UndoLast, now: int) -> Events:
    """Take back the last action, if nothing has been built on it since."""
    counter = staffed(hall, command.counter)
    last = counter.undo
    if last is None or now - last.at > hall.plan.undo_window:
        raise refusal("nothing-to-undo", f"there is nothing to undo at counter {counter.number}")
    ticket = hall.tickets[last.ticket.id]
    if ticket.changes != last.ticket.changes + 1 or ticket.rating is not None:
        raise refusal("nothing-to-undo", f"{ticket.number} has moved on since")
    return (e.ActionUndone(at=now, ticket=ticket.id, counter=counter.number, action=last.action),)


def _called(counter: Counter, ticket: str, why: object, now: int) -> e.TicketCalled:
    assert counter.staff is not None  # noqa: S101 - an open counter is staffed, see staffed
    assert isinstance(why, dict)  # noqa: S101
    return e.TicketCalled(at=now, ticket=ticket, counter=counter.number, staff=counter.staff, why=why)
