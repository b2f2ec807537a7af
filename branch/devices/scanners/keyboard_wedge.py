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
_CONTROL_ENDS = frozenset({Qt.Key.Key_J, Qt.Key.Key_M, Qt.Key.Key_I, Qt.Key.Key_C, Qt.Key.Key_D})
"""Keys that are LF, CR, Tab, ETX and EOT with Ctrl."""

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
        self._ended = -GAP_MS - 1
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
        now = event.timestamp() or time.monotonic_ns() // 1_000_000
        goes_on = bool(self._typed) and now - self._last <= GAP_MS
        if event.modifiers() & _SYSTEM and not self._is_control(event, goes_on, now):
            self._typed = ""
            return False
        if event.isAutoRepeat():  # a key that somebody leans on is quick too
            self._typed = ""
            return event.key() in self._held
        if event.modifiers() & _SYSTEM and event.key() not in _CONTROL_ENDS:
            return True  # STX or another mark around the scan
        if event.key() in _ENDS or event.modifiers() & _SYSTEM:
            text, self._typed = self._typed, ""
            if goes_on and LEAST <= len(text) <= MOST:
                self.scanned.emit(text)
            after_end = now - self._ended <= GAP_MS  # CR and LF, ETX and CR: one end
            if goes_on or after_end:
                self._ended = now
            return goes_on or after_end
        character = event.text()
        if len(character) != 1 or not character.isprintable():
            return False  # Shift, arrows: neither part of a scan nor its end
        if character == " " and not goes_on:
            return False
        self._typed = self._typed[:MOST] + character if goes_on else character
        self._last = now
        return True

    def _is_control(self, event: QKeyEvent, goes_on: bool, now: int) -> bool:
        """Whether it is a control character that a scanner types as Ctrl and a letter, such as LF as Ctrl+J:
        within a scan or right after it, where no person is so quick."""
        plain = event.modifiers() & _SYSTEM == Qt.KeyboardModifier.ControlModifier
        return plain and (goes_on or now - self._ended <= GAP_MS)
