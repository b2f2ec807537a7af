"""The day's path: call, start, finish; by mouse, and by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from branch.qt.driving import driver
from counter.shell.action_runner import DOUBLE_PRESS_MS
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.timing import HandTime
from tests.harness.waiting import until

CALL, START, FINISH = "Call next", "Start service", "Finish and ask for rating"


def test_the_whole_path_by_mouse(desk: Desk, hall: Hall) -> None:
    first, second = hall.comes(), hall.comes()
    desk.wait(f"queueRow-{second}")
    desk.wait("primaryButton", CALL)
    desk.click("primaryButton")
    desk.wait("currentNumber", first)
    desk.gone(f"queueRow-{first}")
    desk.wait("primaryButton", START)
    desk.click("primaryButton")
    until(lambda: hall.status(first) == "serving")
    desk.wait("primaryButton", FINISH)
    desk.click("primaryButton")
    until(lambda: hall.status(first) == "served")
    desk.gone("currentNumber")
    desk.wait("nextNumber", second)
    desk.click("primaryButton")
    desk.wait("currentNumber", second)


@pytest.mark.parametrize("key", ["F2", "Return", "Enter"])
def test_the_whole_path_by_keys_alone(open_desk: OpenDesk, hall: Hall, key: str) -> None:
    desk = open_desk(counter_number=1)
    number = hall.comes()
    desk.wait("signInScreen")
    desk.type(f"0312\n{PIN}\n")
    desk.wait("workScreen")
    desk.wait(f"queueRow-{number}")
    for meaning, status in ((CALL, "called"), (START, "serving"), (FINISH, "served")):
        desk.wait("primaryButton", meaning)
        desk.key(key)
        until(lambda status=status: hall.status(number) == status)  # type: ignore[misc]  # a default
    desk.wait("primaryButton", CALL)


def test_two_presses_in_a_row_are_one(hand: HandTime, desk: Desk, hall: Hall) -> None:
    desk.controller.runner.double_press_ms = DOUBLE_PRESS_MS
    first, second = hall.comes(), hall.comes()
    desk.wait(f"queueRow-{second}")
    for _ in range(2):
        driver.key(desk.window, "F2")
    desk.wait("currentNumber", first)
    # Also when the answer was faster than the second press: the button has not said its new meaning yet.
    assert desk.text("primaryButton") == CALL
    driver.key(desk.window, "F2")
    desk.controller.work.actions.primary()
    hand.pass_ms(DOUBLE_PRESS_MS)
    desk.wait("primaryButton", START)  # as soon as that moment is over
    assert hall.status(first) == "called"
    assert hall.status(second) == "waiting"
    assert desk.text("messageLine") == ""


def test_a_press_shows_at_once(desk: Desk, hall: Hall) -> None:
    hall.comes()
    button = desk.wait("primaryButton")
    before = desk.grab()
    driver.click(button)
    assert button.property("busy") is True
    assert not button.isEnabled()
    assert desk.grab() != before
    desk.wait("currentNumber")


def test_nobody_waits(desk: Desk, hall: Hall) -> None:
    desk.click("primaryButton")
    desk.wait("messageLine", "Nobody is waiting.")
    assert desk.has("cardHint")


def test_nothing_moves(desk: Desk, hall: Hall) -> None:
    """From state to state, with and without words, the controls stay where they are."""
    actions = ("primary", "recall", "transfer", "park", "missed", "callChosen", "pause", "signOut")
    names = [*(f"{action}Button" for action in actions), "statusSlot", "currentCard"]

    def places() -> list[tuple[float, float, float, float]]:
        desk.settle()
        items = [desk.find(name) for name in names]
        scene = [item.mapRectToScene(item.boundingRect()) for item in items]
        return [(r.x(), r.y(), r.width(), r.height()) for r in scene]

    before = places()
    number = hall.comes()
    desk.wait(f"queueRow-{number}")
    for meaning in (CALL, START, FINISH):
        desk.wait("primaryButton", meaning)
        assert places() == before
        desk.click("primaryButton")
    desk.wait("primaryButton", CALL)
    desk.click("primaryButton")
    desk.wait("messageLine", "Nobody is waiting.")
    assert places() == before
    desk.click("pauseButton")
    desk.wait("pausePanel")
    assert places() == before


def test_elapsed_time_is_the_service_s(desk: Desk, hall: Hall) -> None:
    hall.comes()
    desk.click("primaryButton")
    desk.wait("currentNumber")
    called = desk.link.view.counters[1]["ticket"]
    assert called is not None
    # The service lives on a Saturday of its own; by this machine's clock it would be months.
    until(lambda: desk.text("elapsed") in {"00:00", "00:01", "00:02"})
    until(lambda: desk.text("elapsed") == "00:02")


def test_a_key_that_is_held_down_counts_once(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    desk.wait(f"queueRow-{number}")
    desk.key("Return")
    desk.wait("primaryButton", START)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, autorep=True)
    for _ in range(3):
        QCoreApplication.sendEvent(desk.window, held)
    assert not desk.controller.runner.pending
    assert hall.status(number) == "called"
