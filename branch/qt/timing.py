"""The time that apps run by: real time, or a time that tests move by hand.

Whatever waits for a while, or measures how long something has lasted, asks here and not Qt or `time`:

    self._timer = make_timer(self, once=True)   # a QTimer; start, stop, timeout as usual
    began = monotonic()
"""

from __future__ import annotations

import time
from typing import Protocol

from PySide6.QtCore import QObject, QTimer


class Time(Protocol):
    """What a process runs by."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        ...

    def timer(self, parent: QObject) -> QTimer:
        """Make a timer that belongs to ``parent``."""
        ...


class RealTime:
    """The machine's time."""

    def monotonic(self) -> float:
        """Return the seconds of `time.monotonic`."""
        return time.monotonic()

    def timer(self, parent: QObject) -> QTimer:
        """Make a timer of Qt's."""
        return QTimer(parent)


_time: Time = RealTime()


def run_by(other: Time) -> Time:
    """Have what is made from now on run by another time; return the one before. For tests."""
    global _time  # there is one time in a process, as there is one event loop
    before, _time = _time, other
    return before


def monotonic() -> float:
    """Return seconds that only ever grow."""
    return _time.monotonic()


def make_timer(parent: QObject, *, once: bool = False, interval: int = 0) -> QTimer:
    """Make a timer of ``parent`` that fires ``once``, or again and again; ``interval`` is in ms."""
    timer = _time.timer(parent)
    timer.setSingleShot(once)
    timer.setInterval(interval)
    return timer
