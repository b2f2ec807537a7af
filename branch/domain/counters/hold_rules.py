"""How a ticket steps aside, missed or parked, how its counter is reminded, and how it waits again."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from branch.domain.counters.counter import Undo
from branch.domain.counters.counter_actions import end_stay, record_aside, set_waiting, stop_clock
from branch.domain.counters.guards import holding, staffed
from branch.domain.counters.hold_messages import (
    MarkMissed,
    ParkAgain,
    ParkTicket,
    ReminderDue,
    ReminderMoved,
    RequeueTicket,
    TicketMissed,
    TicketParked,
    TicketRequeued,
)
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.queueing.discipline import order_at
from branch.domain.queueing.weights import Weights
from branch.domain.tickets.ticket import ON_HOLD, Reminder, Ticket, TicketStatus, ticket_refusal


def mark_missed(hall: Hall, command: MarkMissed, now: int) -> Events:
    """The customer called did not come."""
    counter, ticket = holding(hall, command.counter, TicketStatus.CALLED)
    return (TicketMissed(at=now, ticket=ticket.id, counter=counter.number),)


def park(hall: Hall, command: ParkTicket, now: int) -> Events:
    """The customer steps aside."""
    counter, ticket = holding(hall, command.counter)
    at = _remind_at(hall, command.remind_after, now)
    return (TicketParked(at=now, ticket=ticket.id, counter=counter.number, remind_at=at),)


def park_again(hall: Hall, command: ParkAgain, now: int) -> Events:
    """The customer is not ready yet: the counter that asks is reminded later."""
    counter = staffed(hall, command.counter)
    ticket = hall.ticket(command.ticket)
    if ticket.status is not TicketStatus.PARKED:
        raise ticket_refusal("ticket-not-parked", ticket, f"{ticket.number} is {ticket.status}")
    at = _remind_at(hall, command.remind_after, now)
    return (ReminderMoved(at=now, ticket=ticket.id, at_counter=counter.number, remind_at=at),)


def reminders(hall: Hall, now: int) -> list[Event]:
    """Of whom somebody is to be reminded by now; each once."""
    held = (hall.tickets[ticket] for ticket in hall.on_hold)
    return [
        ReminderDue(at=now, ticket=ticket.id, at_counter=ticket.stay.counter)
        for ticket in held
        if ticket.reminder.remind_at is not None
        and ticket.reminder.remind_at <= now
        and not ticket.reminder.reminded
    ]


def _remind_at(hall: Hall, after: int | None, now: int) -> int | None:
    """When to remind; the branch's own time if none is named, 0 for never."""
    after = hall.plan.park_reminder if after is None else after
    if after < 0:
        raise refusal("invalid", "a reminder comes later than now")
    return now + after if after else None


def requeue(hall: Hall, command: RequeueTicket, now: int) -> Events:
    """A parked ticket gets its old place back; a missed one, a limited number of times, a place some
    people further back, so that being late costs something but not the day. Only a staffed counter asks."""
    ticket = hall.ticket(command.ticket)
    if command.counter is not None and hall.counter(command.counter).state == "closed":
        raise refusal("counter-not-open", f"counter {command.counter} is not open", counter=command.counter)
    if ticket.status not in ON_HOLD:
        raise ticket_refusal("ticket-not-on-hold", ticket, f"{ticket.number} is {ticket.status}")
    since = ticket.place.queued_from
    if ticket.status is TicketStatus.MISSED:
        if ticket.requeues >= hall.plan.requeue_limit:
            raise refusal(
                "requeue-limit",
                f"{ticket.number} has been missed too often",
                number=ticket.number,
                limit=hall.plan.requeue_limit,
            )
        since = _places_back(hall, ticket, now)
    return (TicketRequeued(at=now, ticket=ticket.id, since=since, at_counter=command.counter),)


def _places_back(hall: Hall, ticket: Ticket, now: int) -> int:
    """The ``since`` that puts the ticket behind the first K who wait for its service.

    Never before its own: a ticket does not gain by being missed.
    """
    weights = Weights(hall.plan, now)
    waiting = order_at(hall, hall.waiting.lanes_of(ticket.service), now)
    first = [hall.tickets[one] for one in islice(waiting, hall.plan.requeue_places)]
    behind = [weights.behind(ticket.lane, weights.of(one.lane, one.place.queued_from)) for one in first]
    return min(max((ticket.place.queued_from, *behind)), now)


def _missed(hall: Hall, event: TicketMissed) -> None:
    ticket = hall.tickets[event.ticket]
    missed = replace(ticket, status=TicketStatus.MISSED)
    end_stay(hall, event, "no-show", ticket, missed, ended="missed")


def _parked(hall: Hall, event: TicketParked) -> None:
    ticket = hall.tickets[event.ticket]
    parked = replace(
        stop_clock(ticket, event.at), status=TicketStatus.PARKED, reminder=Reminder(event.remind_at)
    )
    end_stay(hall, event, "park", ticket, parked, ended="parked")


def _reminder_moved(hall: Hall, event: ReminderMoved) -> None:
    ticket = hall.tickets[event.ticket]
    stay = replace(ticket.stay, counter=event.at_counter)
    hall.put(replace(ticket, stay=stay, reminder=Reminder(event.remind_at)))
    record_aside(hall, event.at_counter, Undo("park-again", ticket, event.at))


def _reminder_due(hall: Hall, event: ReminderDue) -> None:
    # Nothing was done to it, so nobody's undo trips over it.
    ticket = hall.tickets[event.ticket]
    hall.tickets[event.ticket] = replace(ticket, reminder=replace(ticket.reminder, reminded=True))


def _requeued(hall: Hall, event: TicketRequeued) -> None:
    ticket = hall.tickets[event.ticket]
    missed = ticket.status is TicketStatus.MISSED
    place = replace(ticket.place, queued_from=event.since)
    stay = replace(ticket.stay, counter=None, staff=None)
    set_waiting(hall, replace(ticket, place=place, stay=stay, requeues=ticket.requeues + missed))
    if event.at_counter is not None:
        record_aside(hall, event.at_counter, Undo("requeue", ticket, event.at))


DECIDERS: Mapping[type[Command], Decider] = {
    RequeueTicket: requeue,
    MarkMissed: mark_missed,
    ParkTicket: park,
    ParkAgain: park_again,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketRequeued: _requeued,
    TicketMissed: _missed,
    TicketParked: _parked,
    ReminderMoved: _reminder_moved,
    ReminderDue: _reminder_due,
}
