"""How events set a chain of services and move a ticket along it; a part of `branch.domain.evolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from branch.domain import events as e
from branch.domain.evolving_common import act
from branch.domain.hall import Hall
from branch.domain.model import Pace, TicketStatus


def _chain_set(hall: Hall, event: e.ChainSet) -> None:
    ticket = hall.tickets[event.ticket]
    act(hall, event, "chain", ticket, replace(ticket, then=tuple(event.then)), holds=True)


def _went_on(hall: Hall, event: e.TicketWentOn) -> None:
    ticket = hall.tickets[event.ticket]
    ended = event.happened_at or event.at
    took = ended - (ticket.started_at or ended)
    onward = replace(
        ticket,
        service=event.service,
        then=ticket.then[ticket.then.index(event.service) + 1 :],
        status=TicketStatus.WAITING,
        served_for=ticket.served_for + took,
        started_at=None,
        counter=None,
        staff=None,
        for_counter=None,
        for_staff=None,
        recalls=0,
    )
    hall.paces[ticket.service] = hall.paces.get(ticket.service, Pace()).with_sample(took)
    act(hall, event, "finish", ticket, onward, holds=False)
    hall.room.add(hall.tickets[ticket.id])


FOLDS: Mapping[type[e.Event], Callable[[Hall, Any], None]] = {
    e.ChainSet: _chain_set,
    e.TicketWentOn: _went_on,
}
"""Each of these events with the function that takes it in."""
