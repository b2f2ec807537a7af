"""One word for an action: on the feed, as what can be undone, in routes."""

from __future__ import annotations

import pytest

from branch.contract.actions import RECORDED_AS, Action, action_of
from branch.service.feed.feed_entries import entry_data
from tests.contract.scene import VIEWS
from tests.contract.test_feed import ENTRIES

TOLD = [data for entry in ENTRIES if (data := entry_data(entry, VIEWS, "counter")) is not None]


def test_every_type_in_the_table_is_an_event_of_the_journal() -> None:
    assert set(RECORDED_AS) <= {entry["type"] for entry in TOLD}


@pytest.mark.parametrize("event", TOLD, ids=lambda event: f"{event['seq']}-{event['type']}")
def test_what_can_be_undone_is_the_action_that_the_feed_told(event: dict[str, object]) -> None:
    counter = event.get("counter")
    undo = counter.get("undo") if isinstance(counter, dict) else None
    assert undo is None or undo in set(Action)
    if action_of(event) is not None and undo is not None and event["type"] != "ActionUndone":
        assert undo in (event["action"], Action.CALL)  # a recall leaves the call to be undone


def test_an_event_of_an_older_service_names_no_action() -> None:
    assert action_of({"type": "TicketMissed"}) is Action.NO_SHOW
    assert action_of({"type": "StepTicked", "done": False}) is Action.UNTICK


def test_an_action_taken_back_is_an_undo() -> None:
    assert action_of({"type": "ActionUndone", "action": "finish"}) is Action.UNDO


def test_events_that_are_no_action_at_a_counter() -> None:
    assert action_of({"type": "TicketIssued"}) is None
    assert action_of({}) is None


def test_an_event_of_a_newer_service_is_known_by_its_word() -> None:
    assert action_of({"type": "TicketLeftAside", "action": "park"}) is Action.PARK
    assert action_of({"type": "TicketLeftAside", "action": "leave-aside"}) is None
