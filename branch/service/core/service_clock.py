"""Where the service gets its time. A simulated day is the real code on a faster clock."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """``now()`` is in ms since the epoch (UTC); ``speed`` is how many seconds pass in a real one. One that
    ``steps_back`` is believed when it does: it was wrong before."""

    speed: float
    steps_back: bool

    def now(self) -> int:
        """The instant."""
        ...


class FastClock:
    """A time that begins at ``start`` (ms) and runs ``speed`` times as fast as the real one."""

    steps_back = False

    def __init__(self, start: int, speed: float) -> None:
        self.speed = speed
        self._start = start
        self._began = time.monotonic()

    def now(self) -> int:
        return self._start + round((time.monotonic() - self._began) * self.speed * 1000)
