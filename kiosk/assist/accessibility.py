"""What makes the screen easier for one customer: elderly mode, large type, high contrast, low reach.

Over when they leave.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Accessibility(QObject):
    """The toggles.

    Signals:
        changed: one of them is different now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._large = self._reach = self._elderly = self._contrast = self._everything = False

    @Property(bool, notify=changed)
    def elderly(self) -> bool:
        """Large type, high contrast, fewer choices and more time, all by one touch."""
        return self._elderly

    @Property(bool, notify=changed)
    def everything(self) -> bool:
        """In elderly mode: whether all services are to be seen, and not only those most come for."""
        return self._everything

    @Property(bool, notify=changed)
    def contrast(self) -> bool:
        """Colours of high contrast."""
        return self._contrast or self._elderly

    @Property(bool, notify=changed)
    def large(self) -> bool:
        """Larger type and one card in a row."""
        return self._large or self._elderly

    @Property(bool, notify=changed)
    def reach(self) -> bool:
        """Everything to touch in the lower part of the screen."""
        return self._reach

    @property
    def any(self) -> bool:
        """Whether anything is not as it is for the next customer."""
        return self._large or self._reach or self._elderly or self._contrast

    @property
    def patience(self) -> int:
        """How many times as long as usual screens stay."""
        return 2 if self._elderly else 1

    @Slot()
    def toggleElderly(self) -> None:
        """Turn elderly mode on or off."""
        self._elderly, self._everything = not self._elderly, False
        self.changed.emit()

    @Slot()
    def toggleEverything(self) -> None:
        """Show all services, or the few of elderly mode again."""
        self._everything = not self._everything
        self.changed.emit()

    @Slot()
    def toggleContrast(self) -> None:
        """Turn high contrast on or off."""
        self._contrast = not self._contrast
        self.changed.emit()

    @Slot()
    def toggleLarge(self) -> None:
        """Turn larger type on or off."""
        self._large = not self._large
        self.changed.emit()

    @Slot()
    def toggleReach(self) -> None:
        """Turn low reach on or off."""
        self._reach = not self._reach
        self.changed.emit()

    def reset(self) -> None:
        """Turn everything off for the next customer."""
        if self.any:
            self._large = self._reach = self._elderly = self._contrast = self._everything = False
            self.changed.emit()
