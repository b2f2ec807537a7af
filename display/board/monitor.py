"""On which screen the board stands: that of its number, also after it was unplugged and plugged in again."""

from __future__ import annotations

import logging

from PySide6.QtCore import Property, QObject, QRect, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.monitors import Screens
from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Display.Core"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class BoardMonitor(QObject):
    """The board's screen. While it is not there the board stands on the first: better there than nowhere.

    Signals:
        changed: another screen, or another size of it.
    """

    changed = Signal()

    def __init__(self, number: int = 1, parent: QObject | None = None) -> None:
        """``number`` counts from 1."""
        super().__init__(parent)
        self._number, self._screens = number, Screens(self)
        self._place, self._area = 0, QRect()
        self._screens.changed.connect(self._look)
        self._look()

    @Property(int, notify=changed)
    def place(self) -> int:
        """Its place among the screens."""
        return self._place

    @Property(QRect, notify=changed)
    def area(self) -> QRect:
        """All of it."""
        return self._area

    @Slot()
    def _look(self) -> None:
        areas = self._screens.areas
        place = self._number - 1 if self._number <= len(areas) else 0
        area = areas[place] if areas else QRect()
        if (place, area) != (self._place, self._area):
            self._place, self._area = place, area
            _log.info("screen %d of %d, %d x %d", place + 1, len(areas), area.width(), area.height())
            self.changed.emit()
