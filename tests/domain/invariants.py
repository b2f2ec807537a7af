"""What is true of every hall at every moment."""

from __future__ import annotations

from collections import Counter

from branch.domain.kernel.hall import Hall
from branch.domain.queueing import discipline
from branch.domain.queueing.estimate import Forecast
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.tickets.free_numbers import last_number
from branch.domain.tickets.ticket import AT_COUNTER, FINAL, ON_HOLD, Ticket, TicketStatus
from tests.domain import reference
from tests.domain.states import in_room


def check_hall(hall: Hall, now: int) -> None:
    """All of them."""
    check_places(hall)
    check_numbers(hall)
    check_times(hall, now)
    check_order(hall, now)


def check_places(hall: Hall) -> None:
    """Everybody is in exactly one place, the one that the status names; nobody is lost or held twice."""
    held = [counter.ticket for counter in hall.counters.values() if counter.ticket is not None]
    assert len(held) == len(set(held)), "a ticket is at two counters"
    waiting = Counter(in_room(hall.waiting))
    for ticket in hall.tickets.values():
        places = {
            TicketStatus.WAITING: waiting[ticket.id],
            "counter": held.count(ticket.id),
            "hold": int(ticket.id in hall.on_hold),
            "over": int(over(ticket)),
        }
        assert sum(places.values()) == 1, (ticket, places)
        assert bool(places[TicketStatus.WAITING]) == (ticket.status is TicketStatus.WAITING)
        assert bool(places["counter"]) == (ticket.status in AT_COUNTER)
        assert bool(places["hold"]) == (ticket.status in ON_HOLD)
        if ticket.status in AT_COUNTER:
            assert ticket.stay.counter is not None
            assert hall.counters[ticket.stay.counter].ticket == ticket.id
            assert hall.counters[ticket.stay.counter].state == "open"
        if ticket.place.for_counter is not None and not over(ticket):
            assert hall.counters[ticket.place.for_counter].state != "closed", (
                "waits for a counter that is closed"
            )
        if ticket.place.for_staff is not None and (waiting[ticket.id] or ticket.id in hall.on_hold):
            there = [
                n for n, c in hall.counters.items() if c.staff == ticket.place.for_staff and c.state == "open"
            ]
            assert ticket.place.for_counter == next(iter(there), None), (
                "waits where that person calls, or nowhere"
            )
            assert ticket.id in hall.addressed_to_staff
    assert len(hall.addressed_to_staff) == sum(
        hall.tickets[t].place.for_staff is not None for t in (*waiting, *hall.on_hold)
    )
    known = hall.tickets.keys()
    assert {*held, *waiting, *hall.on_hold, *hall.called} <= known
    assert not [t for t in hall.called if hall.tickets[t].status is TicketStatus.WAITING]


def over(ticket: Ticket) -> bool:
    """Whether nothing more happens to it."""
    return ticket.status in FINAL


def check_numbers(hall: Hall) -> None:
    """No number is given twice, and each is in the range of a service."""
    numbers = [ticket.number for ticket in hall.tickets.values()]
    assert len(numbers) == len(set(numbers))
    told = sum(len(block.handed_in) for block in hall.blocks.values())
    if not hall.carried:
        assert sum(hall.numbers_issued.values()) + told == len(hall.tickets)
    for service, count in hall.numbers_issued.items():
        assert hall.plan.services[service].first + count - 1 <= last_number(hall, service)


def check_times(hall: Hall, now: int) -> None:
    """Nobody has waited or been served for less than nothing."""
    for ticket in hall.tickets.values():
        assert ticket.issued_at <= ticket.place.queued_from <= now
        assert ticket.first_called_at is None or ticket.issued_at <= ticket.first_called_at <= now
        assert ticket.served_for >= 0
        assert ticket.requeues <= hall.plan.requeue_limit
        if ticket.stay.started_at is not None:
            assert ticket.stay.called_at is not None
            assert ticket.stay.called_at <= ticket.stay.started_at <= (ticket.finished_at or now) <= now
        parked = ticket.status is TicketStatus.PARKED
        assert parked or (ticket.reminder.remind_at is None and not ticket.reminder.reminded)
        assert (ticket.rating is None) or ticket.status is TicketStatus.SERVED
        assert (ticket.finished_at is not None) == (ticket.status in FINAL)
    for pace in hall.service_times.values():
        assert pace.n >= 0
        assert pace.mean >= 0
        assert pace.m2 >= 0


def check_order(hall: Hall, now: int) -> None:
    """The queue's order is the one the rule's words make, and the forecasts follow it."""
    for counter in hall.counters.values():
        choice = discipline.choose(hall, counter, now)
        wanted = reference.whom_to_call(hall, counter, now)
        assert (choice.ticket if choice else None) == (wanted[0] if wanted else None)
        if choice and wanted and choice.decision.reason == "cap":
            assert wanted[1]
        assert list(discipline.queue_of(hall, counter, now)) == reference.queue(hall, counter, now)
    forecast = Forecast(hall, now)
    for service in hall.plan.services:
        serving = forecast.counters(service)
        estimate = forecast.for_newcomer(service)
        assert (estimate is None) == (serving == 0)
        check_estimate(estimate)
    waiting = in_room(hall.waiting)
    for ticket_id in waiting:
        ticket = hall.tickets[ticket_id]
        assert 0 <= forecast.ahead(ticket) < len(waiting)
        check_estimate(forecast.for_ticket(ticket))


def check_estimate(estimate: WaitEstimate | None) -> None:
    """If there is one it is in order."""
    if estimate is not None:
        assert 0 <= estimate.low <= estimate.middle <= estimate.top
        assert estimate.ahead >= 0
        assert estimate.dry_run >= 0
