"""A whole kiosk in this process, for tests and pictures: real QML, a real link, and a hand that taps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtQuick import QQuickWindow

from branch.devices.printers import Logo, Printer
from branch.devices.scanners import SerialSetting
from branch.qt.service_link import ServiceLink
from kiosk.assist.spoken_guide import Voice
from kiosk.offline.offline_store import OfflineStore
from kiosk.shell.kiosk_app import Kiosk
from tests.harness.branch import RunningService
from tests.harness.waiting import until
from tests.harness.window import Window, stage

QML = Path(__file__).resolve().parents[2] / "kiosk" / "qml"


class Screen(Window):
    """The kiosk's window as a customer sees and touches it."""

    def __init__(self, kiosk: Kiosk, window: QQuickWindow) -> None:
        super().__init__(window)
        self.kiosk = kiosk

    def at_home(self) -> None:
        """Wait until the next customer could tap a service."""
        self.wait("homeScreen")
        self.gone("shield")


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
    shielded: bool = False,
) -> Iterator[Screen]:
    """A kiosk whose window is shown; it looks for its service as in the branch.

    Unless ``shielded``, a new screen takes taps at once: tests would wait for nothing else all the time.
    """
    with stage(QML, language) as made:
        link = ServiceLink("kiosk", url, token, prints=printer is not None)
        own = OfflineStore(outbox) if outbox is not None else None
        kiosk = Kiosk(
            link,
            made.languages,
            printer,
            language=language,
            windowed=windowed,
            outbox=own,
            voice=voice,
            slides=slides,
            scanner=scanner,
            logo=logo,
        )
        if not shielded:
            kiosk.shield.calm_ms = kiosk.shield.calm_ending_ms = 0
        try:
            window = made.load("Kiosk", kiosk.properties())
            kiosk.watch([window])
            until(window.isExposed, "the window")
            kiosk.start()
            yield Screen(kiosk, window)
        finally:
            kiosk.stop()
    shiboken6.delete(kiosk)  # now, and not when some later test collects garbage


@contextmanager
def live_kiosk(service: RunningService, **options: object) -> Iterator[Screen]:
    """A kiosk of that service, as soon as it is live."""
    with kiosk_screen(service.url, service.tokens["kiosk"], **options) as screen:  # type: ignore[arg-type]  # handed on
        until(lambda: bool(screen.kiosk.link.live) and bool(screen.kiosk.link.known), "live")
        yield screen
