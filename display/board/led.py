"""A screen of lamps: of how many, and how a text is parted for it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QSize, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Display.Core"
QML_IMPORT_MAJOR_VERSION = 1

_LETTER, _LINE = 5.2, 12
"""The least width of a Latin letter and the least height of a line that can be read on lamps, in lamps."""

_WIDE = 1.6
"""A Chinese character is as wide as so many Latin letters."""

_FIRST_WIDE = "\u2e80"


def pieces(text: str, width: int, height: int) -> list[str]:
    """A text in as many turns as a screen of that size needs for it, parted between words."""
    room = int(width / _LETTER) * max(1, height // _LINE)
    parts: list[str] = []
    for word in text.split():
        longer = f"{parts[-1]} {word}" if parts else word
        if parts and _width(longer) <= room:
            parts[-1] = longer
        else:
            parts.append(word)
    return parts


def _width(text: str) -> float:
    return sum(_WIDE if letter >= _FIRST_WIDE else 1 for letter in text)


@QmlElement
@QmlUncreatable("made by the app")
class Led(QObject):
    """The screen of lamps that the board is shown on."""

    def __init__(self, size: QSize, parent: QObject | None = None) -> None:
        """``size`` in lamps."""
        super().__init__(parent)
        self._size = size

    @Property(QSize, constant=True)
    def size(self) -> QSize:
        """How many lamps it has."""
        return self._size

    @Slot(str, int, int, result="QStringList")
    def pieces(self, text: str, width: int, height: int) -> list[str]:
        """See `pieces` of this module."""
        return pieces(text, width, height)
