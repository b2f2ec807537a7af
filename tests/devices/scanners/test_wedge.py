"""A scanner that types is told from a person by its pace, and its keys go nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from branch.devices.scanners.keyboard_wedge import KeyWedge
from tests.devices.scanners.playing import type_keys


class Window(QWindow):
    """Notes the keys that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.fixture
def window(qapp: QGuiApplication) -> Window:
    return Window()


@pytest.fixture
def scans(window: Window) -> list[str]:
    heard: list[str] = []
    wedge = KeyWedge(window)
    wedge.scanned.connect(heard.append)
    wedge.watch(window)
    return heard


@pytest.mark.parametrize("end", ["\r", "\t"])
@pytest.mark.parametrize("gap", [0, 4, 60])
def test_a_scan_is_heard_and_reaches_nobody(window: Window, scans: list[str], gap: int, end: str) -> None:
    type_keys(window, "http://a/t/x Y_-1", gap=gap, end=end)
    type_keys(window, "K7M4", gap=gap, end=end)
    assert scans == ["http://a/t/x Y_-1", "K7M4"]
    assert window.keys == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x03", "\x03\r", "\r\r", "\t\r"])
def test_every_end_that_scanners_are_set_up_with_ends_a_scan_once(
    window: Window, scans: list[str], end: str
) -> None:
    type_keys(window, "K7M4QX2P", end=end)
    assert scans == ["K7M4QX2P"]
    assert window.keys == []


def test_a_mark_before_the_scan_is_not_of_it(window: Window, scans: list[str]) -> None:
    type_keys(window, "\x02K7M4QX2P", end="\x03")
    assert scans == ["K7M4QX2P"]


def test_a_person_types_too_slowly(window: Window, scans: list[str]) -> None:
    type_keys(window, "K7M4QX2P", gap=61)
    assert scans == []
    assert window.keys == [int(Qt.Key.Key_Return)]


def test_a_persons_space_enter_and_tab_still_work_the_screen(window: Window, scans: list[str]) -> None:
    type_keys(window, " \t", gap=300)
    assert window.keys == [int(Qt.Key.Key_Space), int(Qt.Key.Key_Tab), int(Qt.Key.Key_Return)]
    assert scans == []


def test_three_characters_are_no_scan_and_press_nothing(window: Window, scans: list[str]) -> None:
    type_keys(window, "abc")
    assert (scans, window.keys) == ([], [])


def test_a_scan_begins_where_the_typing_got_quick(window: Window, scans: list[str]) -> None:
    type_keys(window, "zz", gap=500, end="")
    type_keys(window, "K7M4QX2P")
    assert scans == ["K7M4QX2P"]


def test_a_key_that_somebody_leans_on_is_no_scan(window: Window, scans: list[str]) -> None:
    for n in range(20):
        event = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_A), Qt.KeyboardModifier.NoModifier, "a", n > 0)
        event.setTimestamp(500 + 30 * n)
        QCoreApplication.sendEvent(window, event)
    type_keys(window, "")
    assert scans == []
    assert window.keys == [int(Qt.Key.Key_Return)]
