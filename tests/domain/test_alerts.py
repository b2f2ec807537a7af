"""Alerts: one open for each trouble, seen to once, and not forgotten at midnight."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.alerts.alert import ALERT_KINDS, Alert
from branch.domain.kernel.decide import RunTimers
from tests.domain.helpers import Step, did, given, seat

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
        c.RaiseAlert("x9", kind="silent-alarm", source="counter 2", counter=2, detail="again"),
    ],
)
def test_another_counter_source_kind_or_detail_is_another_alert(other: c.RaiseAlert) -> None:
    given(ALARM).when(other).then(did(e.AlertRaised, alert="x9"))


def test_one_who_looks_after_a_trouble_has_one_alert_about_what_is_wrong_now() -> None:
    """Also of those that a run before has left, which may have said it in other words."""
    left = [c.RaiseAlert(f"x{n}", kind="clock", source="service", detail=f"+{n} s") for n in (1, 2)]
    kiosk = c.RaiseAlert("x3", kind="clock", source="kiosk", detail="+1 s")
    raised, one, two = did(e.AlertRaised, alert="x9"), *(did(e.AlertCleared, alert=f"x{n}") for n in (1, 2))

    def told(detail: str | None) -> c.TellTrouble:
        return c.TellTrouble("x9", "clock", "service", detail)

    given(kiosk).when(told("+5 s")).then(raised)
    given(kiosk).when(told(None)).then()
    given(*left, kiosk).when(told("+5 s")).then(one, two, raised)
    given(*left, kiosk).when(told("+2 s")).then(one)
    given(*left, kiosk).when(told(None)).then(one, two)


@pytest.mark.parametrize("kind", ALERT_KINDS)
def test_each_number_device_and_cause_has_one_of_its_own(kind: str) -> None:
    def raised(alert: str, detail: str | None, device: str | None = "a1") -> c.RaiseAlert:
        return c.RaiseAlert(alert, kind=kind, source="kiosk", detail=detail, device=device, counter=1)

    first, second, neighbour = raised("x1", "A001"), raised("x2", "A002"), raised("x3", "A001", "b2")
    given(first).when(second).then(did(e.AlertRaised, alert="x2", detail="A002"))
    given(first).when(neighbour).then(did(e.AlertRaised, alert="x3", device="b2"))
    given(first, second, neighbour).when(raised("x4", "A001")).then()
    given(raised("x1", "A001", None)).when(raised("x4", "A001")).then()  # of a journal that tells no device


@pytest.mark.parametrize(("kind", "again"), [("unprinted", True), ("not-handed-in", True), ("sound", False)])
def test_a_number_of_another_day_is_another_number(kind: str, again: bool) -> None:
    story = given(c.RaiseAlert("x1", kind=kind, source="kiosk", detail="A001"))
    story.given(c.TurnDay("2026-11-23"))
    story.now += 86_400_000 * 3
    story.when(c.RaiseAlert("x2", kind=kind, source="kiosk", detail="A001"))
    story.then(*[did(e.AlertRaised, alert="x2")] * again)


PAPER_TAKEN = (PAPER, seat(1, "wang"), c.TakeAlert("x2", "wang"))
RETURNED = did(
    e.AlertReturned, alert="x2", kind="paper-low", source="kiosk", detail="near its end", by="wang"
)


def test_who_signs_out_goes_no_more() -> None:
    story = given(*PAPER_TAKEN, seat(2, "li"), c.RaiseAlert("x3", kind="sound", source="display"))
    story.given(c.TakeAlert("x3", "li"))
    story.when(c.CloseCounter(1)).then(did(e.CounterClosed, counter=1), RETURNED)
    assert [alert.taken_by for alert in story.hall.alerts.values()] == [None, "li"]
    story.when(c.TakeAlert("x2", "li")).then(did(e.AlertTaken, alert="x2", by="li"))


def test_who_moves_to_another_counter_still_goes() -> None:
    story = given(*PAPER_TAKEN).when(c.OpenCounter(2, "wang", move=True))
    story.then(did(e.CounterClosed, counter=1), did(e.CounterOpened, counter=2, staff="wang"))
    assert [alert.taken_by for alert in story.hall.alerts.values()] == ["wang"]


def test_the_end_of_the_day_gives_back_what_tellers_had_taken() -> None:
    story = given(*PAPER_TAKEN, c.RaiseAlert("x3", kind="sound", source="display"))
    story.given(c.TakeAlert("x3", "the manager's desk"))
    story.when(c.TurnDay("2026-11-23"), "09:05").then(
        did(e.CounterClosed, counter=1),
        RETURNED,
        did(e.DayClosed),
        did(e.DayOpened),
        did(e.PlanAdopted),
    )
    assert [alert.taken_by for alert in story.hall.alerts.values()] == [None, "the manager's desk"]


@pytest.mark.parametrize("by", ["wang", "the manager's desk"])
def test_after_ten_minutes_everybody_is_asked_again(by: str) -> None:
    story = given(PAPER, seat(1, "wang"), c.TakeAlert("x2", by))
    story.when(RunTimers(), "+598s").then()
    story.when(RunTimers(), "+1s").then(did(e.AlertReturned, alert="x2", by=by))
    story.when(RunTimers(), "+1h").then()


def test_what_was_taken_by_a_clock_that_was_ahead_is_everybodys_again() -> None:
    story = given(PAPER, seat(1, "wang"), c.TakeAlert("x2", "wang"))
    story.now -= 8 * 3_600_000
    story.when(RunTimers()).then(did(e.AlertReturned, alert="x2", by="wang"))
    assert story.hall.alerts["x2"].taken_at is None


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
