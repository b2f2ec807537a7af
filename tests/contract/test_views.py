"""The shape of every view, kept as JSON in golden/."""

from __future__ import annotations

from typing import Any

import pytest

from branch.contract.basics import ROLES
from branch.service.feed.branch_view import branch_info
from branch.service.feed.visit_views import visit_row, why_view
from tests.contract.golden import FOLDER, check_golden
from tests.contract.scene import VIEWS, morning
from tests.contract.test_feed import FEED
from tests.domain.branches import PLAN, at

STORY = morning()
HALL, NOW = STORY.hall, STORY.now
TICKETS = HALL.tickets

GOLDEN: dict[str, Any] = {
    "branch": branch_info(
        PLAN,
        ticket_url=VIEWS.ticket_url("{id}"),
        notices={"closing": {"zh": "今日五点关门", "en": "We close at five"}},
    ).to_json(for_staff=False),
    "queues": VIEWS.queues(HALL, NOW, (1, 2, 9)),
    **{f"hall-{role}": VIEWS.hall(HALL, role, NOW) for role in ROLES},
    "hall-counter-2": VIEWS.hall(HALL, "counter", NOW, 2),
    **{f"ticket-{role}": VIEWS.audience(role).ticket(TICKETS["serving"]) for role in ROLES},
    "ticket-now": {name: VIEWS.ticket_now(HALL, TICKETS[name], NOW, "integration") for name in TICKETS},
    "visits": [visit_row(ticket, VIEWS, VIEWS.plan) for ticket in TICKETS.values()],
    "why": {name: why_view(HALL, TICKETS[name], NOW) for name in TICKETS},
}


@pytest.mark.parametrize("name", GOLDEN)
def test_shape(name: str) -> None:
    check_golden(name, GOLDEN[name])


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == {*GOLDEN, *FEED}


@pytest.mark.parametrize("role", ROLES)
def test_a_view_shows_no_more_people_than_a_screen_needs(role: str) -> None:
    assert len(VIEWS.hall(HALL, role, NOW)["calls"]) <= 12


def test_the_newest_call_comes_first() -> None:
    calls = VIEWS.hall(HALL, "display", NOW)["calls"]
    times = [call["called_at"] or "" for call in calls]
    assert calls[0]["number"] == TICKETS["transferred"].number
    assert times == sorted(times, reverse=True)


def test_a_ticket_that_is_not_waiting_has_nobody_ahead_and_no_estimate() -> None:
    for name in ("serving", "served", "parked", "missed", "left"):
        view = VIEWS.ticket_now(HALL, TICKETS[name], NOW, "integration")
        assert (view["ahead"], view["estimate"]) == (0, None)


def test_a_counter_of_an_unknown_number_has_an_empty_queue() -> None:
    assert VIEWS.queue(HALL, 9, NOW) == {"waiting": 0, "tickets": [], "held": []}


def test_the_teller_sees_the_queue_in_the_order_of_calling() -> None:
    waiting = VIEWS.queue(HALL, 1, NOW)["tickets"]
    assert [row["id"] for row in waiting] == ["promised", "waiting", "last"]
    assert all(row["waited_s"] >= 0 for row in waiting)


def test_the_hours_of_a_day_are_told_at_any_hour() -> None:
    early = morning().hall
    for clock, phase, opens, closes in [
        ("08:00", "opening-soon", "09:00", None),
        ("10:00", "open", "13:00", "12:00"),
        ("12:30", "break", "13:00", None),
        ("16:00", "open", None, "17:00"),
        ("17:30", "closed", None, None),
    ]:
        view = VIEWS.queues(early, at(clock))
        assert view["phase"] == phase
        told = [text and text[11:16] for text in (view["opens_at"], view["closes_at"])]
        assert told == [opens, closes]
