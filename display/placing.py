"""On which screen the board stands: that of its number, also after it was unplugged and plugged in again."""

from __future__ import annotations

import logging

from PySide6.QtCore import Property, QObject, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Display.Core"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class Placing(QObject):
    """The board's screen. While it is not there the board stands on the first: better there than nowhere.

    Signals:
        changed: another screen, or another size of it.
    """

    changed = Signal()

    def __init__(self, number: int = 1, parent: QObject | None = None) -> None:
        """``number`` counts from 1."""
        super().__init__(parent)
        self._number = number
        self._place, self._area = 0, QRect()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._meet)
            app.screenRemoved.connect(self._look)
            app.primaryScreenChanged.connect(self._look)
            for screen in app.screens():
                self._meet(screen)

    @Property(int, notify=changed)
    def place(self) -> int:
        """Its place among the screens."""
        return self._place

    @Property(QRect, notify=changed)
    def area(self) -> QRect:
        """All of it."""
        return self._area

    @Slot(QScreen)
    def _meet(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        screens = QGuiApplication.screens()
        place = self._number - 1 if self._number <= len(screens) else 0
        area = screens[place].geometry() if screens else QRect()
        if (place, area) != (self._place, self._area):
            self._place, self._area = place, area
            _log.info("screen %d of %d, %d x %d", place + 1, len(screens), area.width(), area.height())
            self.changed.emit()
