"""The typed shapes are those that the service makes: every key of every view, for every role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from branch.contract import shapes
from branch.domain.queueing.estimate import Forecast
from branch.service.feed.hall_views import ROLES
from tests.client.walks import Walk


def faults(value: Any, kind: Any, where: str) -> Iterator[str]:
    """Where ``value`` is not what the annotation ``kind`` says."""
    origin = get_origin(kind)
    if origin is NotRequired:
        yield from faults(value, get_args(kind)[0], where)
    elif is_typeddict(kind):
        hints = get_type_hints(kind, include_extras=True)
        # __required_keys__ does not see NotRequired in annotations that are texts.
        required = {n for n, hint in hints.items() if kind.__total__ and get_origin(hint) is not NotRequired}
        if missing := required - value.keys():
            yield f"{where}: {sorted(missing)} missing"
        if unknown := value.keys() - hints.keys():
            yield f"{where}: {sorted(unknown)} unknown"
        for name in value.keys() & hints.keys():
            yield from faults(value[name], hints[name], f"{where}.{name}")
    elif origin is list:
        for item in value:
            yield from faults(item, get_args(kind)[0], f"{where}[]")
    elif origin is dict:
        for item in value.values():
            yield from faults(item, get_args(kind)[1], f"{where}{{}}")
    elif origin is Literal:
        if value not in get_args(kind):
            yield f"{where}: {value!r}"
    elif type(None) in get_args(kind):
        if value is not None:
            (other,) = (part for part in get_args(kind) if part is not type(None))
            yield from faults(value, other, where)
    elif kind is not Any and not isinstance(value, kind):
        yield f"{where}: {value!r} is no {kind}"


@pytest.mark.parametrize("role", ROLES)
def test_the_views_of_a_role(role: str) -> None:
    walk = Walk(2)
    for entries in walk.steps(250):
        for entry in entries:
            event = walk.event(entry, role)
            if event is not None and event["type"] not in ("TicketRated", "RatingNotGiven"):
                assert list(faults(event, shapes.Event, event["type"])) == []
    assert list(faults(walk.snapshot(role, 2), shapes.Snapshot, "snapshot")) == []
    assert list(faults(walk.snapshot(role), shapes.Snapshot, "snapshot")) == []
    assert list(faults(walk.counts(2), shapes.Event, "counts")) == []


def test_the_answers_about_tickets() -> None:
    walk = Walk(3)
    for _ in walk.steps(100):
        pass
    forecast = Forecast(walk.hall, walk.now)
    for ticket in walk.hall.tickets.values():
        answer = walk.views.ticket_now(walk.hall, ticket, walk.now, forecast)
        assert list(faults(answer, shapes.Ticket, ticket.number)) == []


def test_a_shape_with_a_fault_is_found() -> None:
    hall = Walk(1).snapshot("display")["hall"]
    assert list(faults({**hall, "phase": "asleep"}, shapes.Hall, "hall")) == ["hall.phase: 'asleep'"]
    assert list(faults({**hall, "mood": 1}, shapes.Hall, "hall")) == ["hall: ['mood'] unknown"]
