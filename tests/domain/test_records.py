"""Events written to the journal come back the same, today's and those of older and newer programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.domain import events as e
from branch.domain.appointments.appointment import Appointment
from branch.domain.events import EVENTS
from branch.domain.feedback.case import CaseNote
from branch.domain.kernel.evolve import FOLDS, evolve
from branch.domain.kernel.hall import Hall
from branch.service.journal.journal_format import from_record, to_record
from branch.service.journal.migrations import MIGRATIONS
from branch.service.journal.storage_errors import StorageNewer
from tests.domain.branches import FRIDAY, PLAN
from tests.domain.helpers import replayed
from tests.domain.states import state_of
from tests.domain.strategies import EVENT_TYPES, commands, events_of, lived_through

QUIET = settings(derandomize=True, database=None, deadline=None, max_examples=30)


@pytest.mark.parametrize("kind", EVENT_TYPES, ids=lambda kind: kind.__name__)
@given(data=st.data())
@QUIET
def test_round_trip(kind: type[e.Event], data: st.DataObject) -> None:
    event = data.draw(events_of(kind))
    name, text = to_record(event)
    assert name == kind.__name__
    assert "\n" not in text
    assert from_record(name, event.at, text) == event


@pytest.mark.parametrize("kind", EVENT_TYPES, ids=lambda kind: kind.__name__)
@given(data=st.data())
@QUIET
def test_writing_what_was_read_gives_the_same_row(kind: type[e.Event], data: st.DataObject) -> None:
    """Rows are chained by their bytes, so they must not change on the way."""
    event = data.draw(events_of(kind))
    row = to_record(event)
    assert to_record(from_record(row[0], event.at, row[1])) == row


def test_every_event_can_be_taken_in() -> None:
    assert set(EVENT_TYPES) == FOLDS.keys()


def test_tuples_come_back_as_tuples() -> None:
    opened = e.CounterOpened(at=1, counter=1, staff="li", services=("A", "B"))
    rated = e.TicketRated(at=1, ticket="a", score=5, tags=("fast",))
    for event in (opened, rated):
        kind, text = to_record(event)
        assert from_record(kind, event.at, text) == event


def test_defaults_are_not_written() -> None:
    finished = e.ServingFinished(at=1, ticket="a", counter=1)
    assert to_record(finished) == ("ServingFinished", '{"ticket":"a","counter":1}')


def test_an_older_row_takes_the_defaults_and_a_newer_one_is_read_as_far_as_known() -> None:
    event = from_record("ServingFinished", 7, '{"ticket":"a","counter":1,"colour":"red"}')
    assert event == e.ServingFinished(at=7, ticket="a", counter=1, by="staff")


def test_what_a_day_carries_may_be_of_a_newer_program_too() -> None:
    carried = {
        "appointments": [{"id": "ap", "code": "1", "service": "A", "starts_at": 9, "colour": "red"}],
        "alerts": [
            {
                "id": "al",
                "kind": "printer",
                "source": "kiosk",
                "counter": None,
                "detail": None,
                "raised_at": 1,
                "colour": "red",
            }
        ],
        "cases": [
            {
                "id": "ca",
                "channel": "pad",
                "opened_at": 1,
                "due_at": 2,
                "tags": ["slow"],
                "notes": [{"at": 1, "by": None, "did": "opened", "colour": "red"}],
                "colour": "red",
            }
        ],
        "notices": [
            {
                "id": "no",
                "level": "info",
                "text": {"en": "x"},
                "since": 1,
                "until": None,
                "by": "li",
                "colour": "red",
            }
        ],
    }
    opened = from_record("DayOpened", 7, json.dumps({"day": FRIDAY, **carried}))
    hall = Hall(PLAN)
    evolve(hall, opened)
    assert hall.appointments["ap"] == Appointment("ap", "1", "A", 9)
    assert hall.alerts["al"].raised_at == 1
    assert hall.cases["ca"].notes == (CaseNote(1, None, "opened"),)
    assert hall.cases["ca"].tags == ("slow",)
    assert hall.notices["no"].text == {"en": "x"}


_WEIGHED = {"number": "A002", "service": "A", "segment": "ordinary", "waited_s": 60.0}
_BY_RULE = {
    "rule": "longest-wait",
    "reason": "credit",
    "cap_s": 1800.0,
    "passed": 0,
    "most_passes": 0,
    "number": "A001",
    "service": "A",
    "segment": "vip",
    "appointment": False,
    "came_late": False,
    "waited_s": 12.5,
    "credit_s": 600.0,
    "against": [{**_WEIGHED, "appointment": False, "came_late": False, "credit_s": 0}],
}
_CHOSEN = {
    "rule": "longest-wait",
    "reason": "chosen",
    "was": "waiting",
    "note": None,
    "number": "A001",
    "service": "A",
    "segment": "ordinary",
    "waited_s": 3.0,
    "turn": None,
}


@pytest.mark.parametrize("why", [_BY_RULE, _CHOSEN])
def test_a_decision_is_written_as_ever(why: dict[str, Any]) -> None:
    row = json.dumps({"ticket": "a", "counter": 1, "staff": "li", "why": why})
    event = from_record("TicketCalled", 7, row)
    assert json.loads(to_record(event)[1])["why"] == why
    assert list(json.loads(to_record(event)[1])["why"]) == list(why)


@given(names=st.sets(st.sampled_from(sorted(_BY_RULE))), other=st.booleans())
@QUIET
def test_a_decision_of_an_older_or_newer_program_is_read_as_far_as_known(
    names: set[str], other: bool
) -> None:
    why = {name: _BY_RULE[name] for name in names} | ({"colour": "red"} if other else {})
    event = from_record(
        "TicketCalled", 7, json.dumps({"ticket": "a", "counter": 1, "staff": "li", "why": why})
    )
    assert isinstance(event, e.TicketCalled)
    assert json.loads(to_record(event)[1])["why"] == {n: _BY_RULE[n] for n in names}


def test_an_event_nobody_knows_is_of_a_newer_version() -> None:
    with pytest.raises(StorageNewer, match=r"written by a newer version.*TicketPainted"):
        from_record("TicketPainted", 1, "{}")


def test_every_new_type_of_event_comes_with_a_schema() -> None:
    """Else an older program would not say that a newer version has written, but fail at some row."""
    released = (Path(__file__).parents[1] / "golden" / "journals" / "event-types.txt").read_text().split()
    new = [name for name, kind in EVENTS.items() if kind.schema > 1]
    assert sorted([*released, *new]) == sorted(EVENTS)
    assert max(kind.schema for kind in EVENTS.values()) == len(MIGRATIONS)


def test_chinese_stays_readable() -> None:
    assert "打印机缺纸" in to_record(e.TicketPrinted(at=1, ticket="a", ok=False, reason="打印机缺纸"))[1]


@given(asked=st.lists(commands(), min_size=10, max_size=60))
@settings(QUIET, max_examples=60)
def test_a_hall_folded_from_json_is_the_same_hall(asked: list[Any]) -> None:
    hall, events, _ = lived_through(asked)
    assert state_of(replayed(PLAN, events)) == state_of(hall)
