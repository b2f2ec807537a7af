"""A role without an audience is told nothing: no ticket, no hall, no event, no answer."""

from __future__ import annotations

import pytest

from branch.contract.answers.answer_table import ANSWERS, FEED
from branch.contract.basics import ROLES
from branch.contract.conformity import answer_faults, event_faults, route_of
from branch.domain.kernel.refusals import Refusal
from branch.service.feed.feed_entries import entry_data
from tests.contract.scene import VIEWS, morning
from tests.contract.test_feed import ENTRIES

STRANGER = "web"
"""A role of tomorrow, of which nobody has said yet what it may see."""


def test_every_role_has_an_audience_and_no_other() -> None:
    assert set(VIEWS.audiences) == set(ROLES) == FEED.keys()


def test_a_role_without_one_is_told_of_no_ticket() -> None:
    story = morning()
    ticket = story.hall.tickets["waiting"]
    for ask in (
        lambda: VIEWS.hall(story.hall, STRANGER, story.now),
        lambda: VIEWS.snapshot(story.hall, STRANGER, story.now, None, 1, "j"),
        lambda: VIEWS.ticket_now(story.hall, ticket, story.now, STRANGER),
        lambda: VIEWS.ticket_now(story.hall, ticket, story.now, "display"),
    ):
        with pytest.raises(Refusal) as caught:
            ask()
        assert caught.value.code == "not-allowed"


def test_a_role_without_one_is_told_of_no_event() -> None:
    assert [entry_data(entry, VIEWS, STRANGER) for entry in ENTRIES] == [None] * len(ENTRIES)


def test_what_is_told_to_a_stranger_is_a_fault() -> None:
    assert answer_faults("GET", "/v1/snapshot?counter=1", STRANGER, 200, {}) == [
        "web has no answer of GET /v1/snapshot"
    ]
    assert answer_faults("GET", "/v1/secrets", "manager", 200, {}) == [
        "GET /v1/secrets is no route of the contract"
    ]
    assert event_faults({"type": "TicketRated", "seq": 1}, "counter") == ["counter is told of TicketRated"]


def test_what_is_too_much_or_too_little_is_a_fault() -> None:
    receipt = {"id": "c", "state": "open", "opened_at": "t", "due_at": "t"}
    assert answer_faults("POST", "/v1/cases", "counter", 201, receipt) == []
    assert answer_faults("POST", "/v1/cases", "counter", 201, {**receipt, "text": "a secret"}) == [
        "POST /v1/cases: ['text'] unknown"
    ]
    assert answer_faults("POST", "/v1/cases", "counter", 200, receipt) == [
        "POST /v1/cases: status 200 instead of 201"
    ]
    del receipt["due_at"]
    assert answer_faults("POST", "/v1/cases", "counter", 201, receipt) == [
        "POST /v1/cases: ['due_at'] missing"
    ]


def test_the_route_of_a_path_is_the_most_literal_one() -> None:
    assert route_of("POST", "/v1/appointments/find") == "POST /v1/appointments/find"
    assert route_of("POST", "/v1/appointments/x1/cancel") == "POST /v1/appointments/{appointment}/cancel"
    assert route_of("GET", "/v1/tickets/x1/why?counter=2") == "GET /v1/tickets/{ticket}/why"
    assert route_of("GET", "/t/x1") is None
    assert all(route_of(*route.split(" ")) == route for route in ANSWERS)
