"""My queue: who waits, who is late, who stands aside, and calling one of them out of turn."""

from __future__ import annotations

from branch.qt.driving import driver
from counter.shell.action_runner import DOUBLE_PRESS_MS
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.timing import HandTime
from tests.harness.waiting import until


def test_the_rows_say_who_waits_for_what_and_how_long(desk: Desk, hall: Hall, clock: HandClock) -> None:
    late, vip, other = hall.comes(), hall.comes("B", segment="vip"), hall.comes("C")
    clock.pass_minutes(11)
    fresh = hall.comes()
    desk.wait(f"queueRow-{fresh}")
    row = desk.wait(f"queueRow-{late}")
    until(lambda: row.property("late") is True)
    until(lambda: row.property("wait") == "11 min")
    assert desk.wait(f"queueRow-{vip}").property("segment") == "VIP"
    assert desk.wait(f"queueRow-{vip}").property("late") is False
    assert desk.wait(f"queueRow-{fresh}").property("wait") == "Just now"
    assert not desk.has(f"queueRow-{other}")
    desk.wait("queueCount", "3 waiting")


def test_an_appointment_says_its_time(desk: Desk, hall: Hall) -> None:
    hall.manager.book("A", "2026-11-21T09:45:00+08:00", code="ABCD")
    number = hall.kiosk.check_in(code="ABCD")["number"]
    row = desk.wait(f"queueRow-{number}")
    assert row.property("detail") == "Appt 09:45 · Cash"
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    assert "Appt 09:45" in desk.said()


def test_what_was_noted_with_the_appointment_is_on_the_card(desk: Desk, hall: Hall) -> None:
    at, note = "2026-11-21T09:45:00+08:00", "brings the deed of the house"
    hall.manager.book("A", at, code="ABCD", segment="priority", note=note)
    number = hall.kiosk.check_in(code="ABCD")["number"]
    assert desk.wait(f"queueRow-{number}").property("segment") == "Priority"
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    said = desk.said()
    assert note in said
    assert "Priority" in said
    assert "Appt 09:45" in said


def test_one_who_came_late_is_told_apart_from_one_in_time(desk: Desk, hall: Hall, clock: HandClock) -> None:
    hall.manager.book("A", "2026-11-21T09:45:00+08:00", code="ABCD")
    clock.pass_minutes(31)
    number = hall.kiosk.check_in(code="ABCD")["number"]
    row = desk.wait(f"queueRow-{number}")
    assert row.property("detail") == "Late for 09:45 · Cash"
    desk.languages.use("zh")
    until(lambda: row.property("detail") == "预约 09:45 迟到 · 个人现金")
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    until(lambda: "预约 09:45 迟到 · 迟到 16 分钟" in desk.said(), lambda: str(desk.said()))


def test_a_long_wait_and_a_long_service_are_said(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = hall.comes(segment="priority")
    clock.pass_minutes(12)
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    said = desk.said()
    assert "Priority" in said
    assert "Waited 12 min" in said
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    desk.wait("standard", "Standard 5 min")
    assert desk.controller.work.current.property("late") is False
    clock.pass_minutes(6)
    hall.comes()
    until(lambda: desk.controller.work.current.property("late") is True)
    assert desk.text("elapsed").startswith("06:0")


def test_a_chosen_row_is_called_by_double_click(desk: Desk, hall: Hall) -> None:
    first, second = hall.comes(), hall.comes()
    row = desk.wait(f"queueRow-{second}")
    driver.click(row)
    until(lambda: row.property("chosen") is True)
    where, point = driver.centre(row)
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.mouseDClick(where, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    desk.click("callReason-needs-care")
    desk.wait("currentNumber", second)
    assert hall.status(first) == "waiting"


def test_a_chosen_row_is_called_by_mouse(desk: Desk, hall: Hall) -> None:
    hall.comes()
    second = hall.comes()
    desk.click(f"queueRow-{second}")
    desk.click("callChosenButton")
    desk.click("callReason-other")
    desk.wait("currentNumber", second)


def test_a_row_is_chosen_and_called_by_keys_alone(hand: HandTime, desk: Desk, hall: Hall) -> None:
    desk.controller.runner.double_press_ms = DOUBLE_PRESS_MS
    first, second = hall.comes(), hall.comes()
    desk.wait(f"queueRow-{second}")
    desk.key("F7")
    until(lambda: desk.wait(f"queueRow-{first}").property("chosen") is True)
    driver.key(desk.window, "F7")  # the same press of a nervous hand
    desk.key("Down")
    until(lambda: desk.wait(f"queueRow-{second}").property("chosen") is True)
    assert hall.status(first) == "waiting"
    hand.pass_ms(DOUBLE_PRESS_MS)
    desk.key("Return")
    desk.wait("callReasonPanel")
    desk.key("1")
    desk.wait("currentNumber", second)
    assert desk.controller.work.queue.picked == ""


def test_those_set_aside_are_called_back(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    desk.click("missedButton")
    row = desk.wait(f"heldRow-{number}")
    assert row.property("wait") == "Missed"
    desk.click(f"heldRow-{number}")
    desk.key("F7")
    desk.wait("currentNumber", number)
    desk.gone(f"heldRow-{number}")


def test_the_choice_ends_with_escape_and_with_the_row(desk: Desk, hall: Hall) -> None:
    first, second = hall.comes(), hall.comes()
    desk.click(f"queueRow-{second}")
    until(lambda: desk.controller.work.queue.picked != "")
    desk.key("Escape")
    assert desk.controller.work.queue.picked == ""
    desk.click(f"queueRow-{second}")
    ticket = desk.controller.work.queue.picked
    hall.kiosk.cancel(ticket)
    desk.gone(f"queueRow-{second}")
    assert desk.controller.work.queue.picked == ""
    desk.key("Return")  # so it means the next one again
    desk.wait("currentNumber", first)


def test_f7_with_nobody_there(desk: Desk, open_desk: OpenDesk) -> None:
    desk.key("F7")
    desk.wait("messageLine", "Nobody is waiting.")
