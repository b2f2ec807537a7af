"""Tells systemd that the app is alive, from the GUI thread: a screen that stands still is started again.

The protocol is one datagram to the socket named by $NOTIFY_SOCKET (sd_notify(3)); where there is none, as on
Windows or from a terminal, nothing is done.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot

log = logging.getLogger(__name__)


def notify(words: str, surroundings: Mapping[str, str] = os.environ) -> bool:
    """Send words such as "READY=1" to the supervisor; gives whether there is one that heard them."""
    address = surroundings.get("NOTIFY_SOCKET", "")
    if not address or not hasattr(socket, "AF_UNIX"):
        return False
    if address.startswith("@"):  # in the abstract namespace
        address = "\0" + address[1:]
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.sendto(words.encode(), address)
    except OSError as error:
        log.info("the supervisor was not told %r: %s", words, error)
        return False
    return True


class Watchdog(QObject):
    """Says so at a third of the time after which systemd takes the app for dead ($WATCHDOG_USEC)."""

    def __init__(self, surroundings: Mapping[str, str] = os.environ, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._timer = QTimer(self)
        self._timer.setObjectName("watchdog")
        self._timer.timeout.connect(self._alive)

    def start(self) -> None:
        """The first screen is there: from now on its life is told."""
        notify("READY=1", self._surroundings)
        usec = self._surroundings.get("WATCHDOG_USEC", "")
        # Not only as $WATCHDOG_PID: on a kiosk systemd starts cage, which starts the app.
        if usec.isdecimal() and int(usec) > 0:
            self._timer.start(max(1, int(usec) // 3000))

    def stop(self) -> None:
        """The app is leaving in good order."""
        self._timer.stop()
        notify("STOPPING=1", self._surroundings)

    @Slot()
    def _alive(self) -> None:
        notify("WATCHDOG=1", self._surroundings)
