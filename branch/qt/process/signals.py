"""What comes from outside the event loop: Ctrl-C, SIGTERM, a crash in a thread, a supervisor's watch."""

from __future__ import annotations

import logging
import os
import signal
import socket
from collections.abc import Callable, Mapping
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, Signal, Slot

from branch.qt.timing import make_timer
from branch.supervisor import notify, watchdog_s

_log = logging.getLogger(__name__)


class SystemSignals:
    """Turns SIGINT and SIGTERM into a call, without a timer that wakes the machine all day.

    Python runs its handlers only between its own instructions, of which there are none while Qt waits. The
    interpreter writes a byte to a socket when a signal arrives; Qt watches the socket and wakes Python.
    """

    def __init__(self, leave: Callable[[], None]) -> None:
        """`leave` is called in the GUI thread, once for each signal."""
        self._leave = leave
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._drain)
        self._old_fd = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._old = {
            number: signal.signal(number, self._on_signal) for number in (signal.SIGINT, signal.SIGTERM)
        }

    def close(self) -> None:
        """Give the signals back to whoever had them."""
        signal.set_wakeup_fd(self._old_fd)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._notifier.activated.disconnect(self._drain)
        self._read.close()
        self._write.close()

    @Slot()
    def _drain(self) -> None:
        try:
            self._read.recv(64)
        except BlockingIOError:
            return

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        _log.info("asked to leave by %s", signal.Signals(number).name)
        self._leave()


class CrashExit(QObject):
    """Ends the app with a given code, asked for from any thread."""

    requested = Signal()

    def __init__(self, code: int) -> None:
        """`code` is the exit code."""
        super().__init__()
        self._code = code
        # Queued, so that it works from other threads and never from inside a slot that has just failed.
        self.requested.connect(self._exit, Qt.ConnectionType.QueuedConnection)

    def request(self) -> None:
        """Leave as soon as the GUI thread is free."""
        self.requested.emit()

    @Slot()
    def _exit(self) -> None:
        QCoreApplication.exit(self._code)


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
