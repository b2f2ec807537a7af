"""Counter apps for tests: the real screens and parts, against a real service, in this process."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtQuick import QQuickWindow

import counter
from branch.qt.driving import driver
from branch.qt.service_link import ServiceLink
from branch.voice.player import Player
from counter.controller import CounterController
from tests.harness.branch import PIN
from tests.harness.metaobjects import of_their_own
from tests.harness.waiting import until
from tests.harness.window import Stage, Window

QML = Path(counter.__file__).parent / "qml"


class Desk(Window):
    """One counter app: the teller's window with a mouse and a keyboard, and beside it the customer's.

    Attributes:
        pad: the customer's window, shown or not.
    """

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
        self._stage = Stage(QML, language)
        self.engine, self.languages = self._stage.engine, self._stage.languages
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
        self.controller.runner.double_press_ms = 0  # or else tests would wait for nothing else all the time
        self._stage.reduce_motion()
        super().__init__(self._stage.load("Counter", self.controller.properties()))
        pad = self.window.findChild(QQuickWindow, "ratingWindow")
        assert isinstance(pad, QQuickWindow)
        self.pad = Window(pad)
        self.link.start()

    @property
    def line(self) -> str:
        """How the line to the service is."""
        return str(self.link.property("state"))

    def speak_to_customer(self, code: str) -> None:
        """Have the customer's window in that language."""
        self.controller.pad.speech.use(code)

    def key(self, keys: str) -> None:
        """Press a key once the big button takes one."""
        self.activate()
        until(lambda: not self.controller.runner.holds("primary"))
        driver.key(self.window, keys)

    def sign_in(self, number: int = 1, staff: str = "0312", pin: str = PIN) -> None:
        """Sign in by mouse and keyboard, and see the work screen."""
        self.try_sign_in(number, staff, pin)
        until(lambda: self.controller.property("screen") == "work", lambda: str(self.said()))
        until(lambda: self.link.live and self.link.view.queue is not None)

    def try_sign_in(self, number: int, staff: str = "0312", pin: str = PIN) -> None:
        """Fill in the form and send it."""
        self.activate()
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
        self._stage.close()
        assert not own, own
