"""How a customer is served: begun, step by step, done, and on to the next service of the visit."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.counters.counter import Undo
from branch.domain.counters.counter_actions import end_stay, record_action, record_aside
from branch.domain.counters.guards import earlier, holding, is_still_at
from branch.domain.counters.serving_messages import (
    FinishServing,
    ServingFinished,
    ServingStarted,
    StartServing,
    StepTicked,
    TicketWentOn,
    TickStep,
)
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import TicketStatus


def start(hall: Hall, command: StartServing, now: int) -> Events:
    """The customer is here. A counter that was cut off tells it later, with its instant and its ticket."""
    is_still_at(hall, command.ticket, command.counter)
    counter, ticket = holding(hall, command.counter, TicketStatus.CALLED)
    then = earlier(command.at, ticket.stay.called_at, now)
    return (ServingStarted(at=now, ticket=ticket.id, counter=counter.number, happened_at=then),)


def finish(hall: Hall, command: FinishServing, now: int) -> Events:
    """The service is done, and with it the visit unless another follows: then the ticket waits for that one,
    with the number and the arrival time it has, as after a transfer. A counter that was cut off tells it
    later, with its instant and its ticket."""
    is_still_at(hall, command.ticket, command.counter)
    counter, ticket = holding(hall, command.counter, TicketStatus.SERVING)
    at = earlier(command.at, ticket.stay.started_at, now)
    following = next((service for service in ticket.next_services if service in hall.plan.services), None)
    if following is None:
        return (ServingFinished(at=now, ticket=ticket.id, counter=counter.number, happened_at=at),)
    went_on = TicketWentOn(
        at=now, ticket=ticket.id, counter=counter.number, service=following, happened_at=at
    )
    return (went_on,)


def tick(hall: Hall, command: TickStep, now: int) -> Events:
    """A step is done while somebody is served, in any order; told again it changes nothing."""
    is_still_at(hall, command.ticket, command.counter)
    counter, ticket = holding(hall, command.counter, TicketStatus.SERVING)
    if command.step not in {step.id for step in hall.plan.service(ticket.service).steps}:
        raise refusal("unknown-step", f"service {ticket.service} has no step {command.step!r}")
    if (command.step in ticket.steps_done) is command.done:
        return ()
    assert counter.staff is not None  # noqa: S101 - a counter with a ticket is staffed
    return (
        StepTicked(
            at=now,
            ticket=ticket.id,
            counter=counter.number,
            service=ticket.service,
            step=command.step,
            staff=counter.staff,
            done=command.done,
            happened_at=earlier(command.at, ticket.stay.started_at, now),
        ),
    )


def _started(hall: Hall, event: ServingStarted) -> None:
    ticket = hall.tickets[event.ticket]
    serving = replace(
        ticket,
        status=TicketStatus.SERVING,
        stay=replace(ticket.stay, started_at=event.happened_at or event.at),
    )
    record_action(hall, event, "start", ticket, serving)


def _finished(hall: Hall, event: ServingFinished) -> None:
    ticket = hall.tickets[event.ticket]
    ended = event.happened_at or event.at
    took = ended - (ticket.stay.started_at or ended)
    served = replace(
        ticket, status=TicketStatus.SERVED, finished_at=ended, served_for=ticket.served_for + took
    )
    if event.by == "staff":  # what the day's end cut off says nothing about the pace
        hall.add_service_time(ticket.service, took)
    end_stay(hall, event, "finish", ticket, served, ended="served")


def _went_on(hall: Hall, event: TicketWentOn) -> None:
    ticket = hall.tickets[event.ticket]
    ended = event.happened_at or event.at
    took = ended - (ticket.stay.started_at or ended)
    onward = replace(
        ticket,
        service=event.service,
        next_services=ticket.next_services[ticket.next_services.index(event.service) + 1 :],
        status=TicketStatus.WAITING,
        served_for=ticket.served_for + took,
        place=replace(ticket.place, for_counter=None, for_staff=None),
        stay=replace(ticket.stay, counter=None, staff=None, recalls=0, started_at=None),
    )
    hall.add_service_time(ticket.service, took)
    end_stay(hall, event, "finish", ticket, onward, ended="served")
    hall.waiting.add(hall.tickets[ticket.id])


def _ticked(hall: Hall, event: StepTicked) -> None:
    ticket = hall.tickets[event.ticket]
    mark = (event.service, event.step)
    others = tuple(other for other in ticket.done_steps if other != mark)
    hall.put(replace(ticket, done_steps=(*others, mark) if event.done else others))
    record_aside(hall, event.counter, Undo("tick" if event.done else "untick", ticket, event.at))


DECIDERS: Mapping[type[Command], Decider] = {
    StartServing: start,
    FinishServing: finish,
    TickStep: tick,
}

FOLDS: Mapping[type[Event], Fold] = {
    ServingStarted: _started,
    ServingFinished: _finished,
    TicketWentOn: _went_on,
    StepTicked: _ticked,
}
