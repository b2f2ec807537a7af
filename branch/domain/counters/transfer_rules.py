"""How a ticket goes on from a counter: to a service, a counter or a person, and to a chain of services."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.counters.counter_actions import end_stay, record_action, stop_clock
from branch.domain.counters.guards import holding, staffed
from branch.domain.counters.transfer_messages import (
    ChainServices,
    ChainSet,
    TicketTransferred,
    TransferTicket,
)
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import TicketStatus


def transfer(hall: Hall, command: TransferTicket, now: int) -> Events:
    """To a service, a counter or a person, or to a service there; it keeps number and arrival time."""
    counter, ticket = holding(hall, command.counter)
    service, to_counter = ticket.service, command.to_counter
    if command.service is None and to_counter is None and command.to_staff is None:
        raise refusal("invalid", "a transfer needs a service, a counter or a person")
    if command.service is not None:
        known = command.service == ticket.service  # also one that has left branch.toml
        service = (hall.plan.service if known else hall.plan.offered)(command.service).id
    if command.to_staff is not None:
        if to_counter is not None:
            raise refusal("invalid", "a transfer goes to a counter or to a person")
        to_counter = _counter_of(hall, command.to_staff)
    if to_counter is not None:
        if to_counter == counter.number:
            raise refusal("invalid", "the ticket is at this counter already")
        staffed(hall, to_counter)
    return (
        TicketTransferred(
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
    there = hall.counter_of(staff)
    if there is None and staff not in hall.plan.staff:
        raise refusal("unknown-staff", f"there is no staff number {staff!r}")
    if there is None:
        raise refusal("staff-not-here", f"{staff} is not signed in", staff=staff)
    if there.state == "paused":
        raise refusal(
            "staff-away", f"{staff} pauses at counter {there.number}", staff=staff, counter=there.number
        )
    return there.number


LONGEST = 5
"""Services that may follow: more is another visit."""


def chain(hall: Hall, command: ChainServices, now: int) -> Events:
    """Say what follows; each service once, and not the one at hand."""
    counter, ticket = holding(hall, command.counter)
    then = tuple(
        (hall.plan.service if service in ticket.next_services else hall.plan.offered)(service).id
        for service in command.services
    )
    if len(then) > LONGEST or len({*then, ticket.service}) <= len(then):
        raise refusal("invalid", f"after {ticket.service} come at most {LONGEST} other services, each once")
    if then == ticket.next_services:
        return ()
    return (ChainSet(at=now, ticket=ticket.id, counter=counter.number, then=then),)


def _transferred(hall: Hall, event: TicketTransferred) -> None:
    ticket = hall.tickets[event.ticket]
    served = stop_clock(ticket, event.at)
    following = ticket.next_services
    sent = replace(
        served,
        service=event.service,
        place=replace(ticket.place, for_counter=event.to_counter, for_staff=event.to_staff),
        next_services=following[1:] if following[:1] == (event.service,) else following,
        note=event.note if event.note is not None else ticket.note,
        transfers=ticket.transfers + 1,
        status=TicketStatus.WAITING,
        stay=replace(served.stay, counter=None, staff=None),
    )
    end_stay(hall, event, "transfer", ticket, sent, ended="transferred")
    hall.waiting.add(hall.tickets[ticket.id])


def _chain_set(hall: Hall, event: ChainSet) -> None:
    ticket = hall.tickets[event.ticket]
    record_action(hall, event, "chain", ticket, replace(ticket, next_services=event.then))


DECIDERS: Mapping[type[Command], Decider] = {
    ChainServices: chain,
    TransferTicket: transfer,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketTransferred: _transferred,
    ChainSet: _chain_set,
}
