"""How events open, close and pause counters and services; a part of `branch.domain.evolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from branch.domain import events as e
from branch.domain.hall import Hall
from branch.domain.model import Counter


def _counter_opened(hall: Hall, event: e.CounterOpened) -> None:
    counter = hall.counters.get(event.counter) or Counter(event.counter, tuple(event.services))
    hall.counters[event.counter] = replace(
        counter,
        state="open",
        staff=event.staff,
        services=tuple(event.services),
        reason=None,
        since=event.at,
        back_at=None,
        undo=None,
    )
    hall.follow(event.staff)


def _counter_closed(hall: Hall, event: e.CounterClosed) -> None:
    _end_pause(hall, event)
    planned = hall.plan.counters.get(event.counter)
    services = planned.services if planned else hall.counters[event.counter].services
    hall.counters[event.counter] = Counter(event.counter, services, since=event.at)
    hall.undirect(event.counter)


def _counter_paused(hall: Hall, event: e.CounterPaused) -> None:
    _end_pause(hall, event)
    counter = hall.counters[event.counter]
    hall.counters[event.counter] = replace(
        counter, state="paused", reason=event.reason, since=event.at, back_at=event.back_at, undo=None
    )
    hall.follow(counter.staff)


def _counter_resumed(hall: Hall, event: e.CounterResumed) -> None:
    _end_pause(hall, event)
    counter = hall.counters[event.counter]
    hall.counters[event.counter] = replace(counter, state="open", reason=None, since=event.at, back_at=None)
    hall.follow(counter.staff)


def _end_pause(hall: Hall, event: e.CounterEvent) -> None:
    """Put a pause down to whoever has had it; one that goes on for another reason is two."""
    counter = hall.counters[event.counter]
    if counter.state == "paused" and counter.staff is not None:
        times, lasted = hall.pauses.get(counter.staff, (0, 0))
        hall.pauses[counter.staff] = (times + 1, lasted + event.at - counter.since)


def _service_closed(hall: Hall, event: e.ServiceClosed) -> None:
    hall.closed_services[event.service] = event.reason


def _service_reopened(hall: Hall, event: e.ServiceReopened) -> None:
    hall.closed_services.pop(event.service, None)


FOLDS: Mapping[type[e.Event], Callable[[Hall, Any], None]] = {
    e.CounterOpened: _counter_opened,
    e.CounterClosed: _counter_closed,
    e.CounterPaused: _counter_paused,
    e.CounterResumed: _counter_resumed,
    e.ServiceClosed: _service_closed,
    e.ServiceReopened: _service_reopened,
}
