"""Who was missed or parked is put back in the queue from the list, by mouse and by key."""

from __future__ import annotations

import pytest

from tests.counter.desks import Desk
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


def called(desk: Desk, number: str) -> None:
    until(lambda: desk.controller.work.queue.model.rowCount() > 0)
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    desk.wait("primaryButton", "Start service")


def set_aside(desk: Desk, number: str, button: str) -> None:
    called(desk, number)
    desk.click(button)
    desk.wait(f"heldRow-{number}")
    until(lambda: not desk.controller.runner.pending)


def test_a_missed_one_waits_behind_others(desk: Desk, hall: Hall) -> None:
    number, _ = hall.comes(), hall.comes()
    set_aside(desk, number, "missedButton")
    assert not desk.has("putBackButton")
    desk.click(f"heldRow-{number}")
    desk.click("putBackButton")
    until(lambda: desk.text("messageLine").startswith(f"{number} waits again: 1 ahead · about "))
    assert " · 9 in 10 within " in desk.text("messageLine")
    desk.wait(f"queueRow-{number}")
    assert hall.status(number) == "waiting"
    assert desk.controller.work.queue.picked == ""


def test_a_parked_one_has_its_old_place_again_by_key(desk: Desk, hall: Hall) -> None:
    number, _ = hall.comes(), hall.comes()
    set_aside(desk, number, "parkButton")
    desk.click(f"heldRow-{number}")
    desk.key("R")
    desk.wait("messageLine", f"{number} waits again: No one ahead · any moment now")
    desk.languages.use("zh")
    desk.wait("messageLine", f"{number} 重新排队：前面没有人 · 马上叫号")
    desk.languages.use("en")
    called(desk, number)


def test_missed_once_more_it_is_told_that_it_was_too_often(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    set_aside(desk, number, "missedButton")
    desk.click(f"heldRow-{number}")
    desk.key("R")
    desk.wait(f"queueRow-{number}")
    set_aside(desk, number, "missedButton")
    desk.click(f"heldRow-{number}")
    desk.click("putBackButton")
    desk.wait("messageLine", "This number has been missed too often.")
    assert desk.has(f"heldRow-{number}")
    assert hall.status(number) == "missed"


def test_it_is_taken_back_by_key(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    set_aside(desk, number, "missedButton")
    desk.click(f"heldRow-{number}")
    desk.key("R")
    until(lambda: hall.status(number) == "waiting")
    until(lambda: desk.controller.work.undo.property("undoText") == f"{number} put back")
    until(lambda: not desk.controller.runner.pending)
    desk.key("F9")
    until(lambda: hall.status(number) == "missed")
    desk.wait(f"heldRow-{number}")


def test_somebody_else_was_quicker(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    set_aside(desk, number, "parkButton")
    desk.click(f"heldRow-{number}")
    hall.desk.requeue(desk.controller.work.queue.picked)
    desk.controller.work.chosen.putBack()  # the row is gone from the list by the time a hand could press it
    desk.wait("messageLine", "This number is neither missed nor parked.")


def test_the_undo_line_names_the_last_action_even_within_one_second(
    desk: Desk, hall: Hall, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = clock.now()
    monkeypatch.setattr(clock, "now", lambda: standing)
    number = hall.comes()
    monkeypatch.setattr(desk.link, "now", lambda: standing)
    called(desk, number)
    desk.wait("undoText", f"{number} called")
    desk.click("missedButton")
    desk.wait("undoText", f"{number} missed")
