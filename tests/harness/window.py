"""An app's window in this process, with real QML: what a person sees in it and does to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from branch.qt.driving import driver
from branch.qt.driving.driver import DriverError
from branch.qt.qt_app import make_engine
from branch.qt.text.app_fonts import load_fonts
from branch.qt.text.languages import Languages
from tests.harness.metaobjects import of_their_own
from tests.harness.waiting import PATIENCE_S, until


class Stage:
    """A QML engine with the shipped fonts and languages, on which an app shows its window."""

    def __init__(self, qml: Path, language: str | None = None) -> None:
        load_fonts()
        self.engine: QQmlApplicationEngine = make_engine([qml])
        self.languages = Languages(self.engine, current=language or "zh")

    def reduce_motion(self) -> None:
        """Have nothing fade or slide."""
        theme = self.engine.singletonInstance("Branchline", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("reduceMotion", True)

    def load(self, module: str, properties: Mapping[str, object]) -> QQuickWindow:
        """Load the module's Main and return its window."""
        self.engine.setInitialProperties(dict(properties))
        self.engine.loadFromModule(module, "Main")
        window = self.engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        return window

    def close(self) -> None:
        """Take the window down; the parts it shows must have stopped."""
        shiboken6.delete(self.engine)
        self.languages.stop()


@contextmanager
def stage(qml: Path, language: str | None = None) -> Iterator[Stage]:
    """A stage for one app, taken down in the end; no part of the app may be mistaken for a later one's."""
    made = Stage(qml, language)
    try:
        yield made
        assert (found := of_their_own()) == [], found
    finally:
        made.close()


def timer(part: QObject, name: str) -> QTimer:
    """Return a timer in a part of an app, by its name."""
    found = part.findChild(QTimer, name)
    assert isinstance(found, QTimer), name
    return found


class Window:
    """A window as a person sees, touches, clicks and types into it.

    An item is named by its objectName; what is not shown, or lies where no person could reach it, is not
    found. Whatever needs an item waits for it.
    """

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window

    def has(self, name: str) -> bool:
        """Whether it is to be seen now."""
        return bool(self.all(name))

    def all(self, name: str) -> list[QQuickItem]:
        """Return the items of that name that are to be seen now."""
        return driver.find_all(self.window, name) if self.visible() else []

    def find(self, name: str) -> QQuickItem:
        """Return the item that is to be seen now."""
        return driver.find(self.window, name)

    def visible(self) -> bool:
        """Whether the window itself is there."""
        return self.window.isVisible()

    def text(self, name: str) -> str:
        """Return what it says now; nothing if it is not there."""
        found = self.all(name)
        return driver.text_of(found[0]) if found else ""

    def said(self) -> list[str]:
        """Return all that can be read, from top to bottom."""
        return driver.texts(self.window) if self.visible() else []

    def cut(self) -> list[str]:
        """Return the texts that do not fit where they are."""
        return driver.cut_texts(self.window)

    def grab(self) -> QImage:
        """Return what the window shows now."""
        return driver.grab(self.window)

    def settle(self) -> None:
        """Have what has just appeared take its place."""
        driver.settle(self.window)

    def resize(self, width: int, height: int) -> None:
        """Have the window be of another size, and what is in it too, which hears of it a little later."""
        self.window.resize(width, height)
        inside = self.window.contentItem()
        until(lambda: (inside.width(), inside.height()) == (width, height), "the window has its new size")
        self.settle()

    def wait(self, name: str, text: str | None = None, seconds: float = PATIENCE_S) -> QQuickItem:
        """Wait until it is there and says ``text``."""

        def there() -> bool:
            found = self.all(name)
            return bool(found) and (text is None or driver.text_of(found[0]) == text)

        until(there, lambda: f"{name!r} says {text or 'anything'!r}; there is {self.said()}", seconds)
        return self.all(name)[0]

    def gone(self, name: str, seconds: float = PATIENCE_S) -> None:
        """Wait until it is not to be seen."""
        until(lambda: not self.has(name), f"{name!r} is gone", seconds)

    def place(self, name: str) -> QPoint:
        """Return where it can be touched."""
        _, point = driver.centre(driver.find(self.window, name))
        return point

    def tap(self, name: str) -> None:
        """Touch it as soon as a person could."""
        driver.tap(self._usable(name))

    def click(self, name: str) -> None:
        """Click it as soon as a person could."""
        driver.click(self._usable(name))

    def drum(self, point: QPoint, times: int) -> None:
        """Tap there again and again without looking, as fast as events come."""
        for _ in range(times):
            driver.touch(self.window, point)
            QTest.qWait(3)

    def activate(self) -> None:
        """Have the keyboard: what is typed before the window has it goes nowhere."""
        self.window.requestActivate()
        until(self.window.isActive, "the window has the keyboard")

    def key(self, keys: str) -> None:
        """Press and release a key or a combination."""
        driver.key(self.window, keys)

    def type(self, text: str) -> None:
        """Type."""
        driver.type_text(self.window, text)

    def _usable(self, name: str) -> QQuickItem:
        """The item, once a finger would reach it; why not, if it never would."""
        found: list[QQuickItem] = []
        why: list[str] = [""]

        def usable() -> bool:
            try:
                item = driver.find(self.window, name)
                driver.centre(item)
            except DriverError as error:
                why[0] = str(error)
                return False
            found[:] = [item]
            return True

        until(usable, lambda: f"{why[0]}; there is {self.said()}")
        return found[0]
