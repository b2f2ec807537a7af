"""Who goes along when the business day turns while the branch is open, or while its date is put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import digits
from typing import TypedDict

from branch.domain.counters.counter import Counter
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.offline.number_block import NumberBlock
from branch.domain.queueing.service_times import ServiceTimes
from branch.domain.tickets.ticket import ON_HOLD, Reprint, Ticket, TicketStatus
from branch.opening_hours import HOUR

_MISSED_FOR = HOUR
"""So long ago a missed customer was called who may still come back on the new day (ms)."""

_APART = 1_000
"""Between the places in the order of issue of two that go along."""

_HERE = frozenset({TicketStatus.WAITING, TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.PARKED})


@dataclass(frozen=True, slots=True)
class Carried:
    """What a day begins with. ``on_hold`` and ``called`` are ids in their order, ``passed`` whom others have
    passed; ``earlier`` are the tickets that were taken on a day before and count there; ``given`` are the
    numbers, by prefix, that nobody is given today. What follows is of a day that only changes its date."""

    tickets: tuple[Ticket, ...] = ()
    counters: tuple[Counter, ...] = ()
    blocks: tuple[NumberBlock, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    on_hold: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    passed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    earlier: tuple[str, ...] = ()
    given: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    last_numbers: Mapping[str, int] = field(default_factory=dict)
    issue_times: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    service_times: Mapping[str, tuple[int, float, float]] = field(default_factory=dict)
    closed_services: Mapping[str, str | None] = field(default_factory=dict)
    pauses: Mapping[str, tuple[int, int]] = field(default_factory=dict)


class _Standing(TypedDict):
    counters: tuple[Counter, ...]
    reprints: tuple[Reprint, ...]
    on_hold: tuple[str, ...]
    called: tuple[str, ...]
    passed: Mapping[str, tuple[str, ...]]


def over_the_turn(hall: Hall, now: int) -> Carried:
    """What goes into a new day: everybody who is here, with their numbers, the sessions at the counters, and
    the numbers that kiosks were given on the day that ends."""
    here = [ticket for ticket in hall.tickets.values() if _goes_along(hall, ticket, now)]
    here.sort(key=lambda ticket: ticket.place.issue_index)
    placed = {
        ticket.id: replace(ticket, place=replace(ticket.place, issue_index=(index - len(here)) * _APART))
        for index, ticket in enumerate(here)
    }
    ids = tuple(ticket for ticket in hall.tickets if ticket in placed)
    day_of = hall.plan.schedule.day_of
    return Carried(
        tickets=tuple(placed[ticket] for ticket in ids),
        blocks=tuple(block for block in hall.blocks.values() if day_of(block.reserved_at) == hall.day),
        earlier=ids,
        given=_numbers_of(placed.values()),
        **_standing(hall, frozenset(ids), 0),
    )


def over_a_correction(hall: Hall, shift: int) -> Carried:
    """The whole day, which goes on under another date: all times are ``shift`` ms later."""
    return Carried(
        tickets=tuple(_moved(ticket, shift) for ticket in hall.tickets.values()),
        blocks=tuple(
            replace(
                block,
                reserved_at=block.reserved_at + shift,
                handed_in={n: at + shift for n, at in block.handed_in.items()},
            )
            for block in hall.blocks.values()
        ),
        earlier=tuple(hall.carried),
        given={prefix: tuple(sorted(numbers)) for prefix, numbers in hall.numbers_of.items()},
        numbers=dict(hall.numbers_issued),
        last_numbers=dict(hall.last_numbers),
        issue_times={
            service: tuple(at + shift for at in times) for service, times in hall.issue_times.items()
        },
        service_times={service: (took.n, took.mean, took.m2) for service, took in hall.service_times.items()},
        closed_services=dict(hall.closed_services),
        pauses=dict(hall.pauses),
        **_standing(hall, frozenset(hall.tickets), shift),
    )


def take_over(hall: Hall, carried: Carried, at: int) -> None:
    """Put into a day that has just begun what it begins with."""
    hall.overtakes.take_over(carried.passed)
    for ticket in carried.tickets:
        hall.tickets[ticket.id] = ticket
        waits = ticket.status is TicketStatus.WAITING
        if waits:
            hall.waiting.add(ticket)
        if ticket.place.for_staff is not None and (waits or ticket.status in ON_HOLD):
            hall.addressed_to_staff[ticket.id] = None
    hall.on_hold = dict.fromkeys(carried.on_hold)
    hall.called = dict.fromkeys(carried.called)
    hall.blocks = {block.id: block for block in carried.blocks}
    hall.reprints = {reprint.id: reprint for reprint in carried.reprints}
    hall.carried = frozenset(carried.earlier)
    hall.numbers_of = {prefix: set(numbers) for prefix, numbers in carried.given.items()}
    hall.numbers_issued = dict(carried.numbers)
    hall.last_numbers = dict(carried.last_numbers)
    hall.issue_times = {service: list(times) for service, times in carried.issue_times.items()}
    hall.service_times = {service: ServiceTimes(*took) for service, took in carried.service_times.items()}
    hall.closed_services = dict(carried.closed_services)
    hall.pauses = {staff: (count, took) for staff, (count, took) in carried.pauses.items()}
    for counter in carried.counters:
        hall.counters[counter.number] = counter
        if counter.state == "open" and counter.ticket is None:
            hall.waits.cycles.free(counter.number, at)


def _goes_along(hall: Hall, ticket: Ticket, now: int) -> bool:
    if ticket.status is TicketStatus.MISSED:
        return now - (ticket.stay.called_at or ticket.issued_at) <= _MISSED_FOR
    if ticket.status is TicketStatus.SERVED:  # may be rated yet
        return ticket.finished_at is not None and now - ticket.finished_at <= hall.plan.rating_window
    return ticket.status in _HERE


def _standing(hall: Hall, ids: frozenset[str], shift: int) -> _Standing:
    """How those tickets stand, and the sessions. What was done before the turn is not taken back after it."""
    return {
        "counters": tuple(
            replace(
                counter,
                since=counter.since + shift,
                back_at=None if counter.back_at is None else counter.back_at + shift,
                undo=None,
            )
            for counter in hall.counters.values()
            if counter.state != "closed"
        ),
        "reprints": tuple(one for one in hall.reprints.values() if one.ticket in ids),
        "on_hold": tuple(ticket for ticket in hall.on_hold if ticket in ids),
        "called": tuple(ticket for ticket in hall.called if ticket in ids),
        "passed": hall.overtakes.of(ids),
    }


def _numbers_of(tickets: Iterable[Ticket]) -> dict[str, tuple[int, ...]]:
    """Their numbers, by what stands before the digits."""
    found: dict[str, list[int]] = {}
    for ticket in tickets:
        prefix = ticket.number.rstrip(digits)
        found.setdefault(prefix, []).append(int(ticket.number.removeprefix(prefix)))
    return {prefix: tuple(sorted(numbers)) for prefix, numbers in found.items()}


def _moved(ticket: Ticket, shift: int) -> Ticket:
    """The ticket, everything that has happened to it so much later."""

    def later(at: int | None) -> int | None:
        return None if at is None else at + shift

    return replace(
        ticket,
        issued_at=ticket.issued_at + shift,
        place=replace(ticket.place, queued_from=ticket.place.queued_from + shift),
        stay=replace(
            ticket.stay, called_at=later(ticket.stay.called_at), started_at=later(ticket.stay.started_at)
        ),
        first_called_at=later(ticket.first_called_at),
        finished_at=later(ticket.finished_at),
        stays=tuple(replace(stay, at=stay.at + shift) for stay in ticket.stays),
        reminder=replace(ticket.reminder, remind_at=later(ticket.reminder.remind_at)),
    )
