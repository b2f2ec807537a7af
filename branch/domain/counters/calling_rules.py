"""How a ticket is called: the next one, a chosen one, the same one again."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.counters.counter import Counter
from branch.domain.counters.counter_actions import clear_undo, record_action
from branch.domain.counters.guards import holding, ready
from branch.domain.counters.serving_messages import (
    CallNext,
    CallTicket,
    RecallTicket,
    TicketCalled,
    TicketRecalled,
)
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.queueing.call_decision import CallDecision
from branch.domain.queueing.discipline import choose
from branch.domain.tickets.ticket import NO_REMINDER, Stay, TicketStatus, ticket_refusal


def call_next(hall: Hall, command: CallNext, now: int) -> Events:
    """Call whoever the rule puts first."""
    counter = ready(hall, command.counter)
    choice = choose(hall, counter, now)
    if choice is None:
        return ()
    return (_called_event(counter, choice.ticket, choice.decision, now),)


def call_ticket(hall: Hall, command: CallTicket, now: int) -> Events:
    """Call a chosen one, out of turn, but before nobody who may not be passed any more; who would have been
    next is kept in the reasons."""
    counter = ready(hall, command.counter)
    ticket = hall.ticket(command.ticket)
    if ticket.status not in (TicketStatus.WAITING, TicketStatus.PARKED, TicketStatus.MISSED):
        raise ticket_refusal("ticket-not-waiting", ticket, f"{ticket.number} is {ticket.status}")
    if ticket.place.for_counter not in (None, counter.number):
        raise ticket_refusal(
            "ticket-elsewhere",
            ticket,
            f"{ticket.number} waits for counter {ticket.place.for_counter}",
            counter=ticket.place.for_counter,
        )
    first = hall.overtakes.would_pass(ticket, hall.waiting.lanes_for(counter.services, counter.number))
    if first is not None:
        waits, most = hall.tickets[first].number, hall.plan.rule.most_passes
        raise refusal(
            "overtaking-limit", f"{waits} has been passed by {most} already", number=waits, limit=most
        )
    choice = choose(hall, counter, now)
    decision = CallDecision(
        rule=hall.plan.rule.name,
        reason="chosen",
        was=ticket.status.value,
        note=command.reason,
        number=ticket.number,
        service=ticket.service,
        segment=ticket.segment,
        waited_s=(now - ticket.place.queued_from) / 1000,
        turn=choice.decision.number if choice else None,
    )
    return (_called_event(counter, ticket.id, decision, now),)


def recall(hall: Hall, command: RecallTicket, now: int) -> Events:
    """Call the same one again, so many times; 0 is no limit."""
    counter, ticket = holding(hall, command.counter, TicketStatus.CALLED)
    if 0 < hall.plan.recall_limit <= ticket.stay.recalls:
        raise refusal(
            "recall-limit",
            f"{ticket.number} has been called again {ticket.stay.recalls} times",
            number=ticket.number,
            limit=hall.plan.recall_limit,
        )
    return (TicketRecalled(at=now, ticket=ticket.id, counter=counter.number),)


def _called_event(counter: Counter, ticket: str, decision: CallDecision, now: int) -> TicketCalled:
    assert counter.staff is not None  # noqa: S101 - an open counter is staffed, see staffed
    return TicketCalled(at=now, ticket=ticket, counter=counter.number, staff=counter.staff, why=decision)


def _called(hall: Hall, event: TicketCalled) -> None:
    ticket = hall.tickets[event.ticket]
    if ticket.status is TicketStatus.WAITING:
        hall.waiting.remove(ticket)
        hall.waits.called(ticket.id, event.at)
        hall.waits.cycles.called(event.counter, event.at, ticket.place.queued_from)
    place = ticket.place
    called = replace(
        ticket,
        status=TicketStatus.CALLED,
        place=place if place.for_staff in (None, event.staff) else replace(place, for_staff=None),
        stay=Stay(event.counter, event.staff, event.at, event.why),
        first_called_at=ticket.first_called_at or event.at,
        reminder=NO_REMINDER,
    )
    counter = hall.counters[event.counter]
    lanes = hall.waiting.lanes_for(counter.services, counter.number)
    hall.overtakes.called(ticket, counter, lanes, event.at)
    record_action(hall, event, "call", ticket, called)
    hall.put_called_last(ticket.id)


def _recalled(hall: Hall, event: TicketRecalled) -> None:
    ticket = hall.tickets[event.ticket]
    stay = ticket.stay
    hall.put(replace(ticket, stay=replace(stay, recalls=stay.recalls + 1, called_at=event.at)))
    hall.put_called_last(ticket.id)
    clear_undo(hall, event.counter, event.ticket)


DECIDERS: Mapping[type[Command], Decider] = {
    CallNext: call_next,
    CallTicket: call_ticket,
    RecallTicket: recall,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketCalled: _called,
    TicketRecalled: _recalled,
}
