"""The booking code that a customer types on our own keys."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.booking_codes import ALPHABET, LEAST, MOST
from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class CodeEntry(QObject):
    """The code so far.

    Signals:
        changed: another code, or another mind about it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._wrong = False

    @Property(list, constant=True)
    def keys(self) -> list[str]:
        """The keys there are."""
        return list(ALPHABET)

    @Property(str, notify=changed)
    def code(self) -> str:
        """What has been typed."""
        return self._code

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether it may be a code."""
        return len(self._code) >= LEAST

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """Whether the service does not know it; until it is changed."""
        return self._wrong

    @Slot(str)
    def press(self, key: str) -> None:
        """Add the character of a key; anything else, as from a keyboard, is ignored."""
        if key.upper() in ALPHABET and len(key) == 1 and len(self._code) < MOST:
            self._become(self._code + key.upper())

    @Slot()
    def erase(self) -> None:
        """Take the last character back."""
        self._become(self._code[:-1])

    def clear(self) -> None:
        """Forget the code."""
        self._become("")

    def put(self, code: str) -> None:
        """Show a code that was scanned."""
        self._become(code)

    def reject(self) -> None:
        """Say that the service does not know the code."""
        self._wrong = True
        self.changed.emit()

    def _become(self, code: str) -> None:
        if code != self._code or self._wrong:
            self._code, self._wrong = code, False
            self.changed.emit()
