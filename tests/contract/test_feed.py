"""Entries of the live feed: their shape, and who is told what."""

from __future__ import annotations

import json
from typing import Any

import pytest

from branch.contract.basics import ROLES
from branch.domain import events as e
from branch.domain.kernel.evolve import FOLDS, evolve
from branch.domain.kernel.hall import Hall
from branch.service.core.event_rows import Entry, entry_after
from branch.service.feed.feed_entries import entry_data, to_json, to_sse
from tests.contract.golden import FOLDER, check_golden
from tests.contract.scene import VIEWS
from tests.domain.branches import FRIDAY, PLAN
from tests.domain.test_evolve import full_day


def entries() -> list[Entry]:
    """What the feed carries of a day in which everything happens."""
    hall, made, seq = Hall(PLAN), list[Entry](), 0
    for event in full_day().history:
        evolve(hall, event)
        seq += not isinstance(event, e.PlanAdopted)  # the kept files number rows of a time before it
        made.append(entry_after(hall, event, seq, hall.day or FRIDAY))
    return made


ENTRIES = entries()


def first_of(kind: type[e.Event]) -> Entry:
    """The first entry of that type."""
    return next(entry for entry in ENTRIES if type(entry.event) is kind)


KEPT_ORDER = list(json.loads((FOLDER / "feed-manager.json").read_text(encoding="utf-8")))


def told(role: str) -> dict[str, Any]:
    """One entry of each type as a role gets it; None where it gets none."""
    kinds = {kind.__name__: kind for kind in FOLDS}
    # The kept order, so that a new event changes no line but its own.
    names = sorted(
        kinds, key=lambda name: (KEPT_ORDER.index(name) if name in KEPT_ORDER else len(kinds), name)
    )
    return {name: entry_data(first_of(kinds[name]), VIEWS, role) for name in names}


FEED: dict[str, Any] = {f"feed-{role}": told(role) for role in ROLES}


@pytest.mark.parametrize("name", FEED)
def test_shape(name: str) -> None:
    check_golden(name, FEED[name])


@pytest.mark.parametrize(
    ("kind", "readers"),
    [
        (e.TicketRated, {"manager", "integration"}),
        (e.RatingNotGiven, {"manager", "integration"}),
        (e.AppointmentBooked, {"manager", "integration"}),
        (e.AppointmentChanged, {"manager", "integration"}),
        (e.AppointmentCancelled, {"manager", "integration"}),
        (e.AppointmentCheckedIn, {"manager", "integration", "counter"}),
        (e.TicketPrinted, {"manager", "integration", "counter", "kiosk"}),
        (e.TicketReprinted, {"manager", "integration", "counter", "kiosk"}),
        (e.StepTicked, {"manager", "integration", "counter"}),
    ],
)
def test_some_events_are_not_for_everybody(kind: type[e.Event], readers: set[str]) -> None:
    """Who gave which score is nobody's business at the counter or on the board."""
    of_kind = [entry for entry in ENTRIES if type(entry.event) is kind]
    assert of_kind
    for entry in of_kind:
        assert {role for role in ROLES if entry_data(entry, VIEWS, role) is not None} == readers


@pytest.mark.parametrize("role", ["kiosk", "display", "counter"])
def test_a_rating_shows_in_no_later_entry_either(role: str) -> None:
    for entry in ENTRIES:
        data = entry_data(entry, VIEWS, role)
        assert data is None or "rating" not in to_json(data)
        assert data is None or "score" not in to_json(data)


@pytest.mark.parametrize("role", ROLES)
def test_every_entry_has_its_number_time_type_and_day(role: str) -> None:
    for entry in ENTRIES:
        data = entry_data(entry, VIEWS, role)
        if data is not None:
            assert list(data)[:4] == ["seq", "at", "type", "day"]
            assert data["seq"] == entry.seq
            assert data["type"] == type(entry.event).__name__


def test_an_entry_stays_as_it_was_when_the_hall_goes_on() -> None:
    """A reader who resumes gets what the others got, not what has become of it."""
    called = first_of(e.TicketCalled)
    data = entry_data(called, VIEWS, "display")
    assert data
    assert data["ticket"]["status"] == "called"
    held = data["counter"]["ticket"]
    assert held
    assert held["number"] == data["ticket"]["number"]


def test_an_entry_at_a_counter_shows_what_the_counter_holds_after_it() -> None:
    for entry in ENTRIES:
        if isinstance(entry.event, e.ServingFinished | e.TicketMissed | e.TicketParked | e.TicketTransferred):
            data = entry_data(entry, VIEWS, "counter")
            assert data
            assert data["counter"]["number"] == entry.event.counter
            assert data["counter"]["ticket"] is None


def test_server_sent_events_are_one_line_of_data() -> None:
    text = to_sse("TicketCalled", {"note": "line\nbreak\r\n", "name": "叫号"}, 17).decode()
    head, kind, data, *end = text.split("\n")
    assert (head, kind, end) == ("id: 17", "event: TicketCalled", ["", ""])
    assert json.loads(data.removeprefix("data: ")) == {"note": "line\nbreak\r\n", "name": "叫号"}
    assert "叫号" in text


def test_what_is_no_journal_row_has_no_id() -> None:
    assert to_sse("QueuesChanged", {}) == b"event: QueuesChanged\ndata: {}\n\n"
