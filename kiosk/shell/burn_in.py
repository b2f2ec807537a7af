"""Against burn-in: what stands on the screen all day moves a few pixels now and then, touches with it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.timing import make_timer

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

EVERY_MS = 120_000
PATH = ((0, 0), (4, 0), (4, 4), (0, 4), (-4, 4), (-4, 0), (-4, -4), (0, -4), (4, -4))
"""Where the layout stands, in pixels of the design; one step is too small to be seen as a movement."""


@QmlElement
@QmlUncreatable("made by the app")
class BurnIn(QObject):
    """Walks along `PATH`, round and round.

    Signals:
        changed: another place.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at = 0
        self._timer = make_timer(self)
        self._timer.setObjectName("burn-in shift")
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Begin to move the layout."""
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Move the layout no more."""
        self._timer.stop()

    @Slot()
    def step(self) -> None:
        """Move the layout to the next place."""
        self._at = (self._at + 1) % len(PATH)
        self.changed.emit()

    @Property(int, notify=changed)
    def x(self) -> int:
        """To the right."""
        return PATH[self._at][0]

    @Property(int, notify=changed)
    def y(self) -> int:
        """Down."""
        return PATH[self._at][1]
