"""Decisions about the steps of the service standard."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.at_counter import earlier, holding, is_still_at
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import TicketStatus


def tick(hall: Hall, command: c.TickStep, now: int) -> tuple[e.Event, ...]:
    """A step is done while somebody is served, in any order; told again it changes nothing."""
    is_still_at(hall, command.ticket, command.counter)
    counter, ticket = holding(hall, command.counter, TicketStatus.SERVING)
    if command.step not in {step.id for step in hall.plan.service(ticket.service).steps}:
        raise refusal("unknown-step", f"service {ticket.service} has no step {command.step!r}")
    if (command.step in ticket.steps_done) is command.done:
        return ()
    assert counter.staff is not None  # noqa: S101 - a counter with a ticket is staffed
    return (
        e.StepTicked(
            at=now,
            ticket=ticket.id,
            counter=counter.number,
            service=ticket.service,
            step=command.step,
            staff=counter.staff,
            done=command.done,
            happened_at=earlier(command.at, ticket.started_at, now),
        ),
    )
