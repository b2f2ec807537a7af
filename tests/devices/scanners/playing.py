"""A scanner that is a keyboard, played as key events with their own times."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

_clock = count(1_000_000, 10_000)


def type_keys(window: QWindow, text: str, *, gap: int = 4, end: str = "\r", caps: bool = False) -> None:
    """Type ``text`` with ``gap`` ms between two keys, and ``end``; with Caps Lock on if ``caps``."""
    now = next(_clock)
    for character in text + end:
        control = ord(character) < 0x20 and character not in "\r\t"  # typed as Ctrl and a letter
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        letter = chr(ord(character) + 0x40) if control else character.upper()
        code = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(character, ord(letter))
        shown = character.swapcase() if caps else character
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(code), held, shown)
            event.setTimestamp(now)
            QCoreApplication.sendEvent(window, event)
        now += gap
