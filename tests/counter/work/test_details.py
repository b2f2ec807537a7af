"""What the teller is told of a customer: the hint, the note, the appointment, and where they have been."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from branch.contract.branch_info import BranchInfo
from branch.qt.text.languages import Languages
from counter.shell.counter_texts import BranchNames
from counter.work.card_details import details_of
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.work.test_parts import BRANCH, at, ticket
from tests.harness.branch import PIN, RunningService, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until
from tests.service.test_hints import HINTS


@pytest.fixture
def service(tmp_path: Path, clock: HandClock) -> Iterator[RunningService]:
    """The sample branch with hints."""
    config = sample_config({"[limits]\n": HINTS})
    with running_service(tmp_path / "data", config, clock) as running:
        yield running


@pytest.fixture
def said(qapp: object) -> Iterator[Callable[..., list[tuple[str, str]]]]:
    """The lines of a ticket, in English."""
    languages = Languages(current="en")
    yield lambda **more: list(details_of(ticket(**more), BranchNames(BRANCH, languages), languages))
    languages.stop()


def call(desk: Desk, number: str) -> None:
    desk.wait(f"queueRow-{number}")
    desk.click("primaryButton")
    desk.wait("currentNumber", number)


def test_the_hint_for_this_service_and_segment_is_on_the_card(desk: Desk, hall: Hall) -> None:
    call(desk, hall.comes("A", segment="priority"))
    desk.wait("currentHint", "Speak slowly")
    desk.languages.use("zh")
    desk.wait("currentHint", "请放慢语速")


def test_everybody_else_has_the_hint_for_everybody(desk: Desk, hall: Hall) -> None:
    call(desk, hall.comes("A", segment="vip"))
    desk.wait("currentHint", "Smile")


@pytest.mark.parametrize(
    ("about", "chosen"),
    [
        ([("A", "vip"), ("A", None), (None, "vip"), (None, None)], ("A", "vip")),
        ([("A", None), (None, "vip"), (None, None)], ("A", None)),
        ([(None, "vip"), (None, None)], (None, "vip")),
        ([("B", None), (None, "priority")], None),
    ],
)
def test_the_line_that_is_most_closely_about_them(
    qapp: object, about: list[tuple[str | None, str | None]], chosen: tuple[str | None, str | None] | None
) -> None:
    languages = Languages(current="en")
    hints = [{"service": a, "segment": b, "text": {"en": str((a, b))}} for a, b in about]
    assert BranchNames(BranchInfo.from_json({"hints": hints}), languages).hint("A", "vip") == (
        str(chosen) if chosen else ""
    )
    languages.stop()


def test_note_hint_and_where_they_have_been_are_told_to_the_next_one(
    open_desk: OpenDesk, hall: Hall, clock: HandClock
) -> None:
    desk = open_desk()
    desk.sign_in()
    hall.desk.open_counter(2, "0288", PIN)
    number = hall.comes("C")
    hall.desk.next(2)
    hall.desk.start(2)
    clock.pass_minutes(3)
    hall.desk.transfer(2, counter=1, note="bring the form")
    call(desk, number)
    desk.wait("currentNote", "bring the form")
    desk.wait("currentHint", "Smile")
    desk.key("D")
    desk.wait("detailPanel")
    lines = list(desk.controller.work.current.property("details"))
    assert [line["about"] for line in lines] == ["Hint", "Note", "Customer", "Before"]
    before = lines[-1]["said"]
    assert before.endswith("Business banking · Counter 2 · transferred · 3 min: bring the form")
    assert before in desk.said()
    desk.languages.use("zh")
    until(lambda: any("对公业务 · 2 号窗口 · 已转办 · 3 分钟" in text for text in desk.said()))


def test_without_steps_the_panel_is_about_the_visit(desk: Desk, hall: Hall) -> None:
    call(desk, hall.comes("B"))
    desk.wait("stepsLine", "Details")
    desk.click("detailsButton")
    desk.wait("detailHeading", "About this visit")


Said = Callable[..., list[tuple[str, str]]]


def test_who_it_is_and_why_first(said: Said) -> None:
    assert said(segment="vip", language="en") == [("Customer", "VIP · English")]


def test_an_appointment_says_how_late_they_came_and_what_was_written(said: Said) -> None:
    booked = at("08:52:00")
    assert said(appointment=booked, note="three passports")[:2] == [
        ("Note", "three passports"),
        ("Appointment", "08:52 · 8 min late"),
    ]
    assert ("Appointment", "09:45") in said(appointment=at("09:45:00"))


def test_stops_are_told_the_newest_first(said: Said) -> None:
    def stop(clock: str, ended: str, note: str | None = None, took: float = 0.0) -> dict[str, object]:
        made = {"at": at(clock), "service": "A", "counter": 3, "ended": ended, "took_s": took, "note": note}
        return dict(made)

    lines = said(stops=[stop("09:01:00", "parked", took=125.0), stop("09:05:00", "missed")])
    assert [text for about, text in lines if about == "Before"] == [
        "09:05 Cash · Counter 3 · missed",
        "09:01 Cash · Counter 3 · parked · 2 min",
    ]


def test_a_long_page_is_turned_by_the_arrows(desk: Desk, hall: Hall) -> None:
    number = hall.comes("A", segment="priority")
    call(desk, number)
    for _ in range(3):
        hall.desk.park(1)
        ticket_id = hall.desk.snapshot(1)["hall"]["queue"]["held"][0]["id"]  # type: ignore[index]  # followed
        hall.desk.call(1, ticket_id)
    until(lambda: len(desk.controller.work.current.property("details")) == 5)
    desk.key("D")
    page = desk.wait("detailPage")
    until(lambda: page.property("contentHeight") > page.height())
    desk.key("Down")
    until(lambda: page.property("contentY") > 0)
    desk.key("Up")
    until(lambda: page.property("contentY") == 0)
