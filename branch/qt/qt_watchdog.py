"""Tells systemd that the app is alive, from the GUI thread: a screen that stands still is started again."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from branch.qt.timing import make_timer
from branch.supervisor import notify, watchdog_s


class Watchdog(QObject):
    """Says so at a third of the time after which systemd takes the app for dead ($WATCHDOG_USEC)."""

    def __init__(self, surroundings: Mapping[str, str] = os.environ, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._timer = make_timer(self)
        self._timer.setObjectName("watchdog")
        self._timer.timeout.connect(self._alive)

    def start(self) -> None:
        """The first screen is there: from now on its life is told."""
        notify("READY=1", self._surroundings)
        patience = watchdog_s(self._surroundings)
        # Not only as $WATCHDOG_PID: on a kiosk systemd starts cage, which starts the app.
        if patience > 0:
            self._timer.start(max(1, int(patience * 1000 / 3)))

    def stop(self) -> None:
        """The app is leaving in good order."""
        self._timer.stop()
        notify("STOPPING=1", self._surroundings)

    @Slot()
    def _alive(self) -> None:
        notify("WATCHDOG=1", self._surroundings)
