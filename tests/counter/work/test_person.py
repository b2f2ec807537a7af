"""Sent to a person through the real windows: who is there, what the next teller sees, and who is away."""

from __future__ import annotations

import pytest

from branch.qt.driving import driver
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.waiting import until


@pytest.fixture
def other(open_desk: OpenDesk, desk: Desk) -> Desk:
    """Staff 0288 at counter 2, beside 0312 at counter 1."""
    other = open_desk()
    other.sign_in(2, "0288", PIN)
    return other


def serving(desk: Desk, hall: Hall) -> str:
    """A customer who is being served."""
    number = hall.comes()
    for meaning in ("Call next", "Start service"):
        desk.wait("primaryButton", meaning)
        desk.click("primaryButton")
    desk.wait("currentNumber", number)
    until(lambda: hall.status(number) == "serving")
    return number


def test_the_list_says_who_is_there_and_where(desk: Desk, hall: Hall, other: Desk) -> None:
    serving(desk, hall)
    desk.click("transferButton")
    person = desk.wait("transferToPerson-0288")
    assert driver.text_of(person) == "0288 · counter 2"
    assert not desk.has("transferToPerson-0312")
    hall.desk.pause(2, "lunch")
    until(lambda: driver.text_of(desk.wait("transferToPerson-0288")) == "0288 · paused")
    assert not desk.wait("transferToPerson-0288").isEnabled()
    hall.desk.close_counter(2)
    desk.gone("transferToPerson-0288")


def test_it_is_sent_with_a_note_and_taken_there(desk: Desk, hall: Hall, other: Desk) -> None:
    number = serving(desk, hall)
    desk.click("transferButton")
    desk.activate()  # the other window was the last to be used
    desk.click("transferNote")
    until(lambda: desk.wait("transferNote").hasActiveFocus())
    desk.type("knows the file")
    desk.click("transferToPerson-0288")
    row = other.wait(f"queueRow-{number}")
    assert row.property("detail") == "For you · Cash"
    assert not desk.has(f"queueRow-{number}")
    other.click("primaryButton")
    other.wait("currentNumber", number)
    other.wait("currentNote", "knows the file")


def test_by_key_and_taken_back(desk: Desk, hall: Hall, other: Desk) -> None:
    number = serving(desk, hall)
    desk.key("F4")
    desk.wait("transferToPerson-0288")
    desk.key("Ctrl+2")
    desk.wait("undoText", f"{number} transferred")
    other.wait(f"queueRow-{number}")
    until(lambda: not desk.controller.runner.pending)
    desk.key("F9")
    desk.wait("currentNumber", number)
    other.gone(f"queueRow-{number}")


def test_who_pauses_leaves_it_to_the_others(desk: Desk, hall: Hall, other: Desk) -> None:
    number = serving(desk, hall)
    desk.click("transferButton")
    desk.click("transferToPerson-0288")
    other.wait(f"queueRow-{number}")
    hall.desk.pause(2, "lunch")
    until(lambda: desk.wait(f"queueRow-{number}").property("detail") == "Cash · Was for 0288")
    hall.desk.resume(2)
    desk.gone(f"queueRow-{number}")
    other.wait(f"queueRow-{number}")


def test_who_has_just_left_is_said(desk: Desk, hall: Hall, other: Desk) -> None:
    number = serving(desk, hall)
    desk.click("transferButton")
    desk.wait("transferToPerson-0288")
    hall.desk.close_counter(2)
    desk.controller.work.transfer.toPerson("0288", "")  # pressed in the moment before the list knows
    desk.wait("messageLine", "This colleague is not signed in.")
    assert hall.status(number) == "serving"
