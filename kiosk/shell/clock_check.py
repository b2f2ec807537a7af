"""This machine's clock against the service's.

Screens use the service's time; logs and tickets given without the service do not, so a clock that is off is
told to the staff. Where two part that have agreed before, the one that has jumped is wrong: a jump of the
service's clock is the service's to tell.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from branch.qt.device_alerts import DeviceAlerts
from branch.qt.service_link import ServiceLink
from branch.qt.timing import make_timer, monotonic

MOST_S = 30
"""Seconds by which the clock may be off."""

EVERY_MS = 60_000


class ClockCheck(QObject):
    """Looks once a minute, and whenever the service says what time it is."""

    def __init__(
        self,
        link: ServiceLink,
        troubles: DeviceAlerts,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        """``clock`` is this machine's, in seconds since the epoch."""
        super().__init__(parent)
        self._link, self._troubles, self._clock = link, troubles, clock
        self._agreed: float | None = None
        """Our clock less one that nobody sets, when it last agreed with the service's."""
        self._timer = make_timer(self)
        self._timer.setObjectName("clock check")
        self._timer.timeout.connect(self.look)
        link.snapshotTaken.connect(self.look)

    def start(self) -> None:
        """Begin to compare the clocks."""
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Compare the clocks no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Compare the clocks; a service on a simulated one has no time to compare with."""
        if self._link.simulated or not self._link.known:
            return
        ours = self._clock()
        off, line = ours - self._link.now() / 1000, ours - monotonic()
        if abs(off) <= MOST_S:
            self._agreed = line
            self._troubles.end("clock")
        elif self._agreed is None or abs(line - self._agreed) > MOST_S:
            self._tell(f"{off:+.0f} s")

    def _tell(self, off: str) -> None:
        if not self._troubles.has("clock"):  # a clock that drifts on is no other trouble
            self._troubles.begin("clock", off)
