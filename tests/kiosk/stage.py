"""A whole kiosk in this process, for tests and pictures: real QML, a real link, and a hand that taps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from branch.devices.printers import Logo, Printer
from branch.devices.scanners import SerialSetting
from branch.qt.driving import driver
from branch.qt.driving.driver import DriverError
from branch.qt.qt_app import make_engine
from branch.qt.service_link import ServiceLink
from branch.qt.text.app_fonts import load_fonts
from branch.qt.text.languages import Languages
from kiosk.assist.spoken_guide import Voice
from kiosk.offline.offline_store import OfflineStore
from kiosk.shell.kiosk_app import Kiosk
from tests.harness.branch import RunningService
from tests.harness.metaobjects import of_their_own
from tests.harness.waiting import PATIENCE_S, until

QML = Path(__file__).resolve().parents[2] / "kiosk" / "qml"


class Screen:
    """The kiosk's window as a customer sees and touches it."""

    def __init__(self, kiosk: Kiosk, window: QQuickWindow) -> None:
        self.kiosk, self.window = kiosk, window

    def shows(self, name: str) -> bool:
        """Whether it is there now."""
        return bool(driver.find_all(self.window, name))

    def wait(self, name: str, text: str | None = None, seconds: float = PATIENCE_S) -> QQuickItem:
        """Until it is there, and says ``text``."""
        until(lambda: self._is(name, text), f"{name!r} {text or ''}: {driver.texts(self.window)}", seconds)
        return driver.find(self.window, name)

    def wait_gone(self, name: str, seconds: float = PATIENCE_S) -> None:
        """Until it is not there."""
        until(lambda: not self.shows(name), f"{name!r} gone", seconds)

    def text(self, name: str) -> str:
        """What it says."""
        return driver.text_of(driver.find(self.window, name))

    def tap(self, name: str) -> None:
        """Touch it, as soon as a person could."""
        last: list[DriverError] = []

        def tapped() -> bool:
            try:
                driver.tap(driver.find(self.window, name))
            except DriverError as error:
                last[:] = [error]
                return False
            return True

        try:
            until(tapped)
        except AssertionError as error:
            raise AssertionError(str(last[0])) from error

    def place(self, name: str) -> QPoint:
        """Where it can be touched."""
        _, point = driver.centre(driver.find(self.window, name))
        return point

    def drum(self, point: QPoint, times: int) -> None:
        """Tap there again and again without looking, as fast as events come."""
        for _ in range(times):
            driver.touch(self.window, point)
            QTest.qWait(3)

    def at_home(self) -> None:
        """Until the next customer could tap a service."""
        self.wait("homeScreen")
        self.wait_gone("shield")

    def _is(self, name: str, text: str | None) -> bool:
        found = driver.find_all(self.window, name)
        return bool(found) and (text is None or driver.text_of(found[0]) == text)


@contextmanager
def kiosk_screen(
    url: str | None,
    token: str | None,
    *,
    printer: Printer | None = None,
    language: str | None = "zh",
    windowed: bool = True,
    outbox: Path | None = None,
    voice: Voice | None = None,
    slides: Path | None = None,
    scanner: SerialSetting | None = None,
    logo: Logo | None = None,
) -> Iterator[Screen]:
    """A kiosk whose window is shown; it looks for its service as in the branch."""
    load_fonts()
    engine = make_engine([QML])
    languages = Languages(engine, current=language or "zh")
    link = ServiceLink("kiosk", url, token, prints=printer is not None)
    own = OfflineStore(outbox) if outbox is not None else None
    kiosk = Kiosk(
        link,
        languages,
        printer,
        language=language,
        windowed=windowed,
        outbox=own,
        voice=voice,
        slides=slides,
        scanner=scanner,
        logo=logo,
    )
    try:
        engine.setInitialProperties(kiosk.properties())
        engine.loadFromModule("Kiosk", "Main")
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        kiosk.watch([window])
        until(window.isExposed, "the window")
        kiosk.start()
        yield Screen(kiosk, window)
        assert (found := of_their_own()) == [], found
    finally:
        kiosk.stop()
        shiboken6.delete(engine)
        languages.stop()
        shiboken6.delete(kiosk)  # now, and not when some later test collects garbage


@contextmanager
def live_kiosk(service: RunningService, **options: object) -> Iterator[Screen]:
    """A kiosk of that service, as soon as it is live."""
    with kiosk_screen(service.url, service.tokens["kiosk"], **options) as screen:  # type: ignore[arg-type]  # handed on
        until(lambda: bool(screen.kiosk.link.live) and bool(screen.kiosk.link.known), "live")
        yield screen
