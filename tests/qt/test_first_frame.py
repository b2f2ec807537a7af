"""What is begun once the first frame is drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from branch.qt.process.first_frame import LATEST_MS, FirstFrame
from tests.harness.timing import HandTime
from tests.harness.waiting import until
from tests.qt.conftest import Load


def test_it_is_begun_in_order_and_once_when_a_window_has_drawn(load: Load) -> None:
    begun: list[str] = []
    window = load('Rectangle { objectName: "one"; width: 20; height: 20 }')
    owner = QObject()
    frame = FirstFrame(owner)
    frame.then(lambda: begun.append("first"))
    frame.then(lambda: begun.append("second"))
    frame.watch([window])
    assert begun == []
    frames: list[int] = []
    window.frameSwapped.connect(lambda: frames.append(1))
    for drawn in (1, 2):
        window.update()
        until(lambda drawn=drawn: len(frames) >= drawn and begun)  # type: ignore[misc]  # bound now
    assert begun == ["first", "second"]


def test_a_window_that_draws_nothing_keeps_nothing_waiting_for_long(
    qapp: QGuiApplication, hand: HandTime
) -> None:
    begun: list[str] = []
    frame = FirstFrame(qapp)
    frame.then(lambda: begun.append("all the same"))
    frame.watch([])
    hand.pass_ms(LATEST_MS - 1)
    assert begun == []
    hand.pass_ms(1)
    assert begun == ["all the same"]


def test_an_app_that_ends_before_it_is_shown_begins_nothing(qapp: QGuiApplication, hand: HandTime) -> None:
    begun: list[str] = []
    frame = FirstFrame(qapp)
    frame.then(lambda: begun.append("too late"))
    frame.watch([])
    frame.stop()
    hand.pass_ms(LATEST_MS)
    assert begun == []
