"""Counter apps for tests: the real screens and parts, against a real service, in this process."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem, QQuickWindow

import counter
from branch.qt.driving import driver
from branch.qt.driving.driver import DriverError
from branch.qt.qt_app import make_engine
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.voice.player import Player
from counter.controller import CounterController
from tests.harness.branch import PIN
from tests.harness.metaobjects import of_their_own
from tests.harness.waiting import until


class Desk:
    """One counter app: its two windows, a mouse and a keyboard."""

    def __init__(
        self,
        url: str,
        token: str,
        *,
        counter_number: int | None = None,
        rating_always: bool = False,
        rates: bool = True,
        slides: Path | None = None,
        windowed: bool = True,
        language: str = "en",
        player: Player | None = None,
    ) -> None:
        self.link = ServiceLink("counter", url, token)
        self.engine = make_engine([_qml_folder()])
        self.languages = Languages(self.engine, current=language)
        self.controller = CounterController(
            self.link,
            self.languages,
            counter=counter_number,
            rates=rates,
            rating_always=rating_always,
            player=player,
            slides=slides,
            windowed=windowed,
        )
        self.engine.setInitialProperties(self.controller.properties())
        theme = self.engine.singletonInstance("Branchline", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("reduceMotion", True)
        self.engine.loadFromModule("Counter", "Main")
        (window,) = self.engine.rootObjects()
        assert isinstance(window, QQuickWindow)
        self.window = window
        self.link.start()

    @property
    def line(self) -> str:
        """How the line to the service is."""
        return str(self.link.property("state"))

    def speak_to_customer(self, code: str) -> None:
        """Have the customer's window in that language."""
        self.controller.pad.speech.use(code)

    @property
    def pad(self) -> QQuickWindow:
        """The customer's window, shown or not."""
        pad = self.window.findChild(QQuickWindow, "ratingWindow")
        assert isinstance(pad, QQuickWindow)
        return pad

    def pad_shown(self) -> bool:
        """Whether the customer's window is there."""
        return self.pad.isVisible()

    def wait(self, name: str, text: str | None = None, *, pad: bool = False) -> QQuickItem:
        """The item, once it is there and says that."""

        def there() -> bool:
            found = self._all(name, pad)
            return bool(found) and (text is None or driver.text_of(found[0]) == text)

        until(there, lambda: f"{name!r} says {text!r}; there is {self.said(pad)}")
        return self._all(name, pad)[0]

    def gone(self, name: str, *, pad: bool = False) -> None:
        """Wait until the item is not to be seen."""
        until(lambda: not self._all(name, pad), f"{name!r} is gone")

    def has(self, name: str, *, pad: bool = False) -> bool:
        """Whether the item is to be seen."""
        return bool(self._all(name, pad))

    def text(self, name: str, *, pad: bool = False) -> str:
        """What the item says now; nothing if it is not there."""
        found = self._all(name, pad)
        return driver.text_of(found[0]) if found else ""

    def said(self, pad: bool = False) -> list[str]:
        """All that can be read."""
        if pad:
            return driver.texts(self.pad) if self.pad_shown() else []
        return driver.texts(self.window)

    def click(self, name: str, *, pad: bool = False) -> None:
        """Click the item as soon as it can be clicked."""
        where: list[QQuickItem] = []

        def usable() -> bool:
            found = self._all(name, pad)
            try:
                for item in found[:1]:
                    driver.centre(item)
                    where[:] = [item]
            except DriverError:
                return False
            return bool(where)

        until(usable, lambda: f"{name!r} can be clicked; there is {self.said(pad)}")
        driver.click(where[0])

    def key(self, keys: str) -> None:
        """Press a key once the big button takes one."""
        self.window.requestActivate()
        until(lambda: not self.controller.runner.holds("primary"))
        driver.key(self.window, keys)

    def type(self, text: str) -> None:
        """Type."""
        driver.type_text(self.window, text)

    def sign_in(self, number: int = 1, staff: str = "0312", pin: str = PIN) -> None:
        """Sign in by mouse and keyboard, and see the work screen."""
        self.try_sign_in(number, staff, pin)
        until(lambda: self.controller.property("screen") == "work", lambda: str(self.said()))
        until(lambda: self.link.live and self.link.view.queue is not None)

    def try_sign_in(self, number: int, staff: str = "0312", pin: str = PIN) -> None:
        """Fill in the form and send it."""
        self.window.requestActivate()
        self.wait("signInScreen")
        self.click(f"counterChoice-{number}")
        self.click("signInStaff")
        self.type(staff)
        self.click("signInPin")
        self.type(pin)
        self.click("signInButton")

    def close(self) -> None:
        """Leave, as the app does."""
        own = of_their_own()
        self.controller.stop()
        self.link.stop()
        shiboken6.delete(self.engine)
        self.languages.stop()
        assert not own, own

    def _all(self, name: str, pad: bool) -> list[QQuickItem]:
        if pad and not self.pad_shown():
            return []
        return driver.find_all(self.pad if pad else self.window, name)


def _qml_folder() -> Path:
    return Path(counter.__file__).parent / "qml"
