"""A scanner that is a keyboard: it types what it has read, a few ms a key, and Enter or Tab.

Told from a person by the pace alone. Its keys reach nothing else, so no scan ever presses a button; a
person's Tab, Space and Enter still do, for those who work the screen by keys.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow

GAP_MS = 60
"""Scanners leave 1 to 10 ms between two keys, people more than 80; by the events' own time, so that a screen
that was busy meanwhile changes nothing."""

LEAST, MOST = 4, 1024
"""How many characters a scan has."""

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_SYSTEM = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyWedge(QObject):
    """Listens to the keys of one window: it gets each key once, before any item in it.

    Signals:
        scanned: a text that no person has typed.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._typed = ""
        self._last = 0
        self._held: set[int] = set()

    def watch(self, window: QWindow) -> None:
        """Listen to that window."""
        self._window = window
        window.installEventFilter(self)

    def stop(self) -> None:
        """Let go."""
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow what may be a scanner's."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ours = self._press(event)
            if ours:
                self._held.add(event.key())
            return ours
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            ours = event.key() in self._held
            if ours and not event.isAutoRepeat():
                self._held.discard(event.key())
            return ours
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _SYSTEM:
            self._typed = ""
            return False
        if event.isAutoRepeat():  # a key that somebody leans on is quick too
            self._typed = ""
            return event.key() in self._held
        now = event.timestamp() or time.monotonic_ns() // 1_000_000
        goes_on = bool(self._typed) and now - self._last <= GAP_MS
        if event.key() in _ENDS:
            text, self._typed = self._typed, ""
            if goes_on and LEAST <= len(text) <= MOST:
                self.scanned.emit(text)
            return goes_on
        character = event.text()
        if len(character) != 1 or not character.isprintable():
            return False  # Shift, arrows: neither part of a scan nor its end
        if character == " " and not goes_on:
            return False
        self._typed = self._typed[:MOST] + character if goes_on else character
        self._last = now
        return True
