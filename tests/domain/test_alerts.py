"""Alerts: one open for each trouble, seen to once, and not forgotten at midnight."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.alerts.alert import ALERT_KINDS, Alert
from tests.domain.helpers import Step, did, given

ALARM = c.RaiseAlert("x1", kind="silent-alarm", source="counter 2", counter=2)
PAPER = c.RaiseAlert("x2", kind="paper-low", source="kiosk", detail="near its end")


def test_an_alert_is_raised() -> None:
    raised = did(e.AlertRaised, alert="x1", kind="silent-alarm", source="counter 2", at_counter=2)
    given().when(ALARM).then(raised)


@pytest.mark.parametrize(
    "again", [ALARM, c.RaiseAlert("x9", kind="silent-alarm", source="counter 2", counter=2)]
)
def test_an_open_one_is_not_raised_twice(again: c.RaiseAlert) -> None:
    given(ALARM).when(again).then()


@pytest.mark.parametrize(
    "other",
    [
        c.RaiseAlert("x9", kind="silent-alarm", source="counter 2", counter=1),
        c.RaiseAlert("x9", kind="silent-alarm", source="counter 1", counter=2),
        c.RaiseAlert("x9", kind="lobby-manager", source="counter 2", counter=2),
    ],
)
def test_another_counter_source_or_kind_is_another_alert(other: c.RaiseAlert) -> None:
    given(ALARM).when(other).then(did(e.AlertRaised, alert="x9"))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.RaiseAlert("x", kind="rain", source="kiosk"), "invalid"),
        (c.RaiseAlert("x", kind="silent-alarm", source="counter"), "invalid"),
        (c.RaiseAlert("x", kind="sign", source="display", counter=77), "unknown-counter"),
        (c.ClearAlert("x", "kiosk"), "unknown-alert"),
    ],
)
def test_what_is_refused(command: c.Command, code: str) -> None:
    given().when(command).refused(code)


def test_it_is_cleared_once_and_may_be_raised_anew() -> None:
    story = given(PAPER)
    story.when(c.ClearAlert("x2", "wang")).then(did(e.AlertCleared, alert="x2", kind="paper-low", by="wang"))
    given(PAPER, c.ClearAlert("x2", "wang")).when(c.ClearAlert("x2", "wang")).refused("unknown-alert")
    given(PAPER, c.ClearAlert("x2", "wang")).when(PAPER).then(did(e.AlertRaised, alert="x2"))


@pytest.mark.parametrize("kind", ALERT_KINDS)
def test_open_alerts_outlive_the_day(kind: str) -> None:
    steps: list[Step] = [
        PAPER,
        c.RaiseAlert("x3", kind=kind, source="counter 1", counter=1),
        c.ClearAlert("x2", "wang"),
    ]
    story = given(*steps)
    kept = Alert("x3", 1, story.now - 2000, kind=kind, source="counter 1")
    story.given(c.TurnDay("2026-11-23"))
    assert list(story.hall.alerts.values()) == [kept]
