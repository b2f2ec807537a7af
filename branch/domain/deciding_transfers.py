"""Decisions about where a ticket at a counter goes on to."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.at_counter import holding, staffed
from branch.domain.errors import refusal
from branch.domain.hall import Hall


def transfer(hall: Hall, command: c.TransferTicket, now: int) -> tuple[e.Event, ...]:
    """To a service, a counter or a person, or to a service there; it keeps number and arrival time."""
    counter, ticket = holding(hall, command.counter)
    service, to_counter = ticket.service, command.to_counter
    if command.service is None and to_counter is None and command.to_staff is None:
        raise refusal("invalid", "a transfer needs a service, a counter or a person")
    if command.service is not None:
        service = hall.plan.service(command.service).id
    if command.to_staff is not None:
        if to_counter is not None:
            raise refusal("invalid", "a transfer goes to a counter or to a person")
        to_counter = _counter_of(hall, command.to_staff)
    if to_counter is not None:
        if to_counter == counter.number:
            raise refusal("invalid", "the ticket is at this counter already")
        staffed(hall, to_counter)
    return (
        e.TicketTransferred(
            at=now,
            ticket=ticket.id,
            counter=counter.number,
            service=service,
            to_counter=to_counter,
            note=command.note,
            to_staff=command.to_staff,
        ),
    )


def _counter_of(hall: Hall, staff: str) -> int:
    """Where that person calls now. Nobody is sent to one who is away: who pauses or signs out later leaves
    those who wait for them to their services, at their old places, until they are back (`Hall.follow`)."""
    there = hall.where(staff)
    if there is None and staff not in hall.plan.staff:
        raise refusal("unknown-staff", f"there is no staff number {staff!r}")
    if there is None:
        raise refusal("staff-not-here", f"{staff} is not signed in")
    if there.state == "paused":
        raise refusal("staff-away", f"{staff} pauses at counter {there.number}")
    return there.number
