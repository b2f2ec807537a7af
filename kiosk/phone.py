"""The phone number that a customer types on our own keys; gone when they go."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.phone_numbers import LEAST, MOST
from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

HIDDEN = "•"


def spaced(digits: str) -> str:
    """In groups, as it is read out: 138 0013 8000."""
    head = 3 if len(digits) <= 11 else len(digits) - 8
    parts = [digits[:head], *(digits[at : at + 4] for at in range(head, len(digits), 4))]
    return " ".join(part for part in parts if part)


def masked(digits: str) -> str:
    """So that its owner knows it again and whoever looks on cannot use it: 138 •••• 8000."""
    shown = (3, 4) if len(digits) >= 9 else (0, 2)
    first, last = digits[: shown[0]], digits[len(digits) - shown[1] :]
    return spaced(first + HIDDEN * (len(digits) - len(first) - len(last)) + last)


@QmlElement
@QmlUncreatable("made by the app")
class PhoneNumber(QObject):
    """The digits so far.

    Signals:
        changed: others.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.digits = ""

    @Property(str, notify=changed)
    def shown(self) -> str:
        """What has been typed, in groups."""
        return spaced(self.digits)

    @Property(str, notify=changed)
    def masked(self) -> str:
        """Most of it hidden."""
        return masked(self.digits)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether it may be a number."""
        return len(self.digits) >= LEAST

    @Slot(str)
    def press(self, key: str) -> None:
        """One of the keys 0 to 9; anything else is ignored."""
        if len(key) == 1 and key in "0123456789" and len(self.digits) < MOST:
            self._put(self.digits + key)

    @Slot()
    def erase(self) -> None:
        """Take the last one back."""
        self._put(self.digits[:-1])

    def clear(self) -> None:
        """Forget it."""
        self._put("")

    def _put(self, digits: str) -> None:
        if digits != self.digits:
            self.digits = digits
            self.changed.emit()
