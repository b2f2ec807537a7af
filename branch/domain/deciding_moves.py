"""A member of staff who moves from one counter to another, with whoever is being served."""

from __future__ import annotations

from branch.domain import events as e
from branch.domain.hall import Hall
from branch.domain.model import Counter, TicketStatus


def moved(hall: Hall, old: Counter, new: Counter, services: tuple[str, ...], now: int) -> tuple[e.Event, ...]:
    """The session at ``old`` ends and one at ``new`` begins; the ticket at ``old`` comes along.

    A customer who is being served belongs to the person, not to the desk: refusing would leave somebody
    whose machine died at ``old`` with a service that only that machine can end. Its running time goes on.
    One who is called walks towards ``old``, so the number is called again for ``new``, and its calls are
    counted from there. Those who wait for ``old`` wait for their service, as after every sign-out.
    """
    assert old.staff is not None  # noqa: S101 - it was found by its staff
    events: list[e.Event] = [
        e.CounterClosed(at=now, counter=old.number),
        e.CounterOpened(at=now, counter=new.number, staff=old.staff, services=services),
    ]
    if old.ticket is not None:
        ticket = hall.tickets[old.ticket]
        events.append(e.TicketMoved(at=now, ticket=ticket.id, counter=new.number, from_counter=old.number))
        if ticket.status is TicketStatus.CALLED:
            events.append(e.TicketRecalled(at=now, ticket=ticket.id, counter=new.number))
    return tuple(events)
