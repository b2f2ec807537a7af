"""How a ticket is called: the next one, a chosen one, the same one again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from branch.domain.counters.counter import Counter
from branch.domain.counters.guards import holding, ready
from branch.domain.counters.serving_messages import (
    CallNext,
    CallTicket,
    RecallTicket,
    TicketCalled,
    TicketRecalled,
)
from branch.domain.counters.undo_rules import act, release
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.queueing.call_decision import CallDecision
from branch.domain.queueing.discipline import choose
from branch.domain.tickets.ticket import TicketStatus, ticket_refusal


def call_next(hall: Hall, command: CallNext, now: int) -> Events:
    """Call whoever the rule puts first."""
    counter = ready(hall, command.counter)
    choice = choose(hall, counter, now)
    if choice is None:
        return ()
    return (_called_event(counter, choice.ticket, choice.decision, now),)


def call_ticket(hall: Hall, command: CallTicket, now: int) -> Events:
    """Call a chosen one, out of turn; who would have been next is kept in the reasons."""
    counter = ready(hall, command.counter)
    ticket = hall.ticket(command.ticket)
    if ticket.status not in (TicketStatus.WAITING, TicketStatus.PARKED, TicketStatus.MISSED):
        raise ticket_refusal("ticket-not-waiting", ticket, f"{ticket.number} is {ticket.status}")
    if ticket.for_counter not in (None, counter.number):
        raise ticket_refusal(
            "ticket-elsewhere",
            ticket,
            f"{ticket.number} waits for counter {ticket.for_counter}",
            counter=ticket.for_counter,
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
        waited_s=(now - ticket.queued_from) / 1000,
        turn=choice.decision.number if choice else None,
    )
    return (_called_event(counter, ticket.id, decision, now),)


def recall(hall: Hall, command: RecallTicket, now: int) -> Events:
    """Call the same one again, so many times; 0 is no limit."""
    counter, ticket = holding(hall, command.counter, TicketStatus.CALLED)
    if 0 < hall.plan.recall_limit <= ticket.recalls:
        raise refusal(
            "recall-limit",
            f"{ticket.number} has been called again {ticket.recalls} times",
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
    called = replace(
        ticket,
        status=TicketStatus.CALLED,
        counter=event.counter,
        staff=event.staff,
        for_staff=ticket.for_staff if ticket.for_staff == event.staff else None,
        called_at=event.at,
        first_called_at=ticket.first_called_at or event.at,
        started_at=None,
        recalls=0,
        decision=event.why,
        remind_at=None,
        reminded=False,
    )
    hall.overtakes.called(hall.counters[event.counter].services, ticket.queued_from)
    act(hall, event, "call", ticket, called, holds=True)
    hall.put_called_last(ticket.id)


def _recalled(hall: Hall, event: TicketRecalled) -> None:
    ticket = hall.tickets[event.ticket]
    hall.put(replace(ticket, recalls=ticket.recalls + 1, called_at=event.at))
    hall.put_called_last(ticket.id)
    release(hall, event.counter, event.ticket)


DECIDERS: Mapping[type[Command], Decider] = {
    CallNext: call_next,
    CallTicket: call_ticket,
    RecallTicket: recall,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketCalled: _called,
    TicketRecalled: _recalled,
}
