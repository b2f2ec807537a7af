"""Every scanner of the kiosk in one: whatever reads, `scanned` tells it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QWindow

from branch.devices.scanners.keyboard_wedge import KeyWedge
from branch.devices.scanners.serial_scanner import SerialScanner, SerialSetting
from branch.qt.device_alerts import DeviceAlerts

_DETAIL = 200
"""Characters of the detail of an alert."""


class Scanner(QObject):
    """Scanners that type, and one on a serial line if there is one.

    Signals:
        scanned: a text, for the customer who holds it. Not emitted for a scan that `take_next` takes.
        heard: somebody is here, whatever the scan is for.
    """

    scanned = Signal(str)
    heard = Signal()

    def __init__(
        self, troubles: DeviceAlerts, line: SerialSetting | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._next: Callable[[str], None] | None = None
        self._wedge = KeyWedge(self)
        self._wedge.scanned.connect(self._hear)
        self._troubles = troubles
        self._line = SerialScanner(line, parent=self) if line is not None else None
        if self._line is not None:
            self._line.scanned.connect(self._hear, Qt.ConnectionType.QueuedConnection)
            self._line.trouble.connect(self._on_trouble, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Open the serial line."""
        if self._line is not None:
            self._line.start()

    def watch(self, window: QWindow) -> None:
        """Listen to the keys of the kiosk's window."""
        self._wedge.watch(window)

    def stop(self) -> None:
        """Let go of all of it."""
        self._next = None
        self._wedge.stop()
        if self._line is not None:
            self._line.stop()

    def take_next(self, taker: Callable[[str], None] | None) -> None:
        """Give the next scan to ``taker`` and to nobody else: a test scan. None takes that back."""
        self._next = taker

    @Slot(str)
    def _on_trouble(self, trouble: str) -> None:
        if trouble:
            self._troubles.turn("scanner", trouble[:_DETAIL])
        else:
            self._troubles.end("scanner")

    @Slot(str)
    def _hear(self, text: str) -> None:
        self.heard.emit()
        taker, self._next = self._next, None
        if taker is not None:
            taker(text)
        else:
            self.scanned.emit(text)
