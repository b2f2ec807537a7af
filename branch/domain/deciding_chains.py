"""Several services in one visit: what follows the service at hand, and going on to it."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.at_counter import earlier, holding, is_still_at
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import TicketStatus

LONGEST = 5
"""Services that may follow: more is another visit."""


def chain(hall: Hall, command: c.ChainServices, now: int) -> tuple[e.Event, ...]:
    """Say what follows; each service once, and not the one at hand."""
    counter, ticket = holding(hall, command.counter)
    then = tuple(hall.plan.service(service).id for service in command.services)
    if len(then) > LONGEST or len({*then, ticket.service}) <= len(then):
        raise refusal("invalid", f"after {ticket.service} come at most {LONGEST} other services, each once")
    if then == ticket.then:
        return ()
    return (e.ChainSet(at=now, ticket=ticket.id, counter=counter.number, then=then),)


def finish(hall: Hall, command: c.FinishServing, now: int) -> tuple[e.Event, ...]:
    """The service is done, and with it the visit unless another follows: then the ticket waits for that one,
    with the number and the arrival time it has, as after a transfer. A counter that was cut off tells it
    later, with its instant and its ticket."""
    is_still_at(hall, command.ticket, command.counter)
    counter, ticket = holding(hall, command.counter, TicketStatus.SERVING)
    at = earlier(command.at, ticket.started_at, now)
    following = next((service for service in ticket.then if service in hall.plan.services), None)
    if following is None:
        return (e.ServingFinished(at=now, ticket=ticket.id, counter=counter.number, happened_at=at),)
    went_on = e.TicketWentOn(
        at=now, ticket=ticket.id, counter=counter.number, service=following, happened_at=at
    )
    return (went_on,)
