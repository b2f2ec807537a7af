"""A hall as plain data, to be compared and kept."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from branch.domain.kernel.hall import Hall
from branch.domain.queueing.overtaking import Entry, Overtakes
from branch.domain.queueing.waiting_room import WaitingRoom


def snapshot(hall: Hall) -> dict[str, Any]:
    """Everything that events have made of a hall, orders included. What is frozen is shared, not copied."""
    return {
        "day": hall.day,
        "plan_hash": hall.plan_hash,
        "tickets": list(hall.tickets.items()),
        "counters": list(hall.counters.items()),
        "waiting": [(lane, list(entries)) for lane, entries in lanes(hall.waiting)],
        "overtakes": passed_by(hall.overtakes),
        "due": {lane: list(due) for lane, due in hall.overtakes._due.items() if due},
        "on_hold": list(hall.on_hold),
        "addressed_to_staff": sorted(hall.addressed_to_staff),
        "called": list(hall.called),
        "numbers_issued": dict(hall.numbers_issued),
        "issue_times": {service: list(times) for service, times in hall.issue_times.items()},
        "blocks": list(hall.blocks.items()),
        "reprints": list(hall.reprints.items()),
        "closed_services": dict(hall.closed_services),
        "pauses": dict(hall.pauses),
        "carried": sorted(hall.carried),
        "appointments": list(hall.appointments.items()),
        "service_times": dict(hall.service_times),
        "waits": hall.waits.state(),
        "alerts": list(hall.alerts.items()),
        "cases": list(hall.cases.items()),
        "notices": list(hall.notices.items()),
    }


def state_of(hall: Hall) -> dict[str, Any]:
    """The same, copied to the ground, so that even a change inside a frozen thing would show."""
    return deepcopy(snapshot(hall))


def passed_by(overtakes: Overtakes) -> dict[str, frozenset[str]]:
    """Everybody who has been passed, with those who did it."""
    return {ticket: frozenset(passers) for ticket, passers in overtakes._passers.items()}


def lanes(room: WaitingRoom) -> list[tuple[Any, list[Entry]]]:
    """The lanes with everybody in them, in the order in which the room goes through them."""
    return list(room._lanes.items())


def in_room(room: WaitingRoom) -> list[str]:
    """The ids of all who wait, as often as they stand in a lane."""
    return [ticket for _, entries in lanes(room) for _, _, ticket in entries]
