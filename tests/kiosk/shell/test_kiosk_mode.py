"""Nobody leaves the kiosk's screen: by no key, by no gesture of the window system, with one finger or two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from branch.client.calls.service_api import Api
from branch.qt.driving import driver
from kiosk.staff.staff_menu import TAPS
from tests.harness.branch import RunningService
from tests.harness.waiting import until
from tests.kiosk.conftest import Show
from tests.kiosk.stage import Screen

CORNER = QPoint(40, 40)
WAYS_OUT = [
    *("Alt+F4", "Ctrl+Q", "Ctrl+W", "Esc", "F11", "Meta", "Meta+D", "Meta+L", "Alt+Tab", "Ctrl+Esc"),
    *("Ctrl+Alt+Del", "Ctrl+Shift+Esc", "Alt+Space", "Alt+Left", "Ctrl+P", "F1", "F5", "F12"),
    *("Print", "Menu", "Home Page", "Launch Mail"),
]


class Ears(QObject):
    """Notes the keys that reach what is in the window."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self.heard: list[int] = []
        self._item = window.contentItem()
        self._item.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.heard.append(event.key())
        return False

    def close(self) -> None:
        """Hear no more."""
        self._item.removeEventFilter(self)


def press(window: QQuickWindow, keys: str) -> int:
    """Press a combination as its own keys do; gives the key."""
    if keys == "Meta":
        QTest.keyClick(window, Qt.Key.Key_Meta)
        return int(Qt.Key.Key_Meta)
    combination: QKeyCombination = QKeySequence.fromString(keys)[0]  # type: ignore[index]  # of one
    assert combination.key() != Qt.Key.Key_unknown, keys
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())
    return int(combination.key())


@pytest.fixture
def locked(service: RunningService, show: Show) -> Iterator[Screen]:
    """A kiosk over the whole screen, at home."""
    screen = show(service, windowed=False)
    screen.at_home()
    yield screen
    assert screen.window.visibility() == screen.window.Visibility.FullScreen


def test_no_key_leads_out(locked: Screen) -> None:
    ears = Ears(locked.window)
    for keys in WAYS_OUT:
        key = press(locked.window, keys)
        assert key not in ears.heard, f"{keys} is heard by something in the window"
        assert locked.window.isVisible(), keys
        assert locked.window.visibility() == locked.window.Visibility.FullScreen, keys
        assert locked.has("homeScreen"), keys
    ears.close()
    locked.tap("service-A")
    locked.wait("thanksNumber", "A001")


def test_a_window_for_working_on_the_kiosk_hears_them(screen: Screen) -> None:
    ears = Ears(screen.window)
    pressed = [press(screen.window, keys) for keys in WAYS_OUT]
    ears.close()
    assert set(pressed) <= set(ears.heard)


def test_there_is_no_pointer_until_the_kiosk_ends(locked: Screen) -> None:
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() == Qt.CursorShape.BlankCursor


def test_a_window_that_is_made_small_is_large_again(locked: Screen) -> None:
    for state in (Qt.WindowState.WindowMinimized, Qt.WindowState.WindowNoState):
        locked.window.setWindowState(state)
        until(lambda: locked.window.visibility() == locked.window.Visibility.FullScreen)
    assert locked.window.close() is False


def test_the_way_to_staff_by_mouse_as_by_touch(locked: Screen) -> None:
    for _ in range(TAPS):
        QTest.mouseClick(locked.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, CORNER)
    locked.wait("staffScreen")
    locked.tap("staffBack")
    locked.gone("staffScreen")
    locked.drum(CORNER, TAPS)
    locked.wait("staffScreen")


def test_two_fingers_are_one_customer(locked: Screen, manager: Api) -> None:
    one, other = locked.place("service-A"), locked.place("service-B")
    driver.touch(locked.window, one, other)
    locked.wait("thanksScreen")
    locked.gone("shield")
    assert len(manager.visits()["visits"]) == 1


def test_a_finger_that_slides_off_a_card_chooses_nothing(locked: Screen, manager: Api) -> None:
    card, off = locked.place("service-A"), QPoint(20, 1900)
    driver.slide(locked.window, card, off)
    assert locked.has("homeScreen")
    assert not bool(locked.kiosk.visit.busy)
    locked.tap("service-A")
    locked.wait("thanksNumber", "A001")
    assert len(manager.visits()["visits"]) == 1
