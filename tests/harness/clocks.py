"""The service's time in tests: runs as told, and is moved by hand."""

from __future__ import annotations

import time
from datetime import datetime

OPEN_HOURS = "2026-11-21T09:30:00+08:00"
"""A Saturday on which the sample branch is open until 17:00."""


def instant(text: str) -> int:
    """Milliseconds of an RFC 3339 time."""
    return round(datetime.fromisoformat(text).timestamp() * 1000)


class HandClock:
    """A service clock that tests move; in between it runs ``speed`` times as fast as real time.

    With ``standing`` it moves by hand only, whatever speed it says it has.
    """

    steps_back = False

    def __init__(self, text: str = OPEN_HOURS, speed: float = 1.0, *, standing: bool = False) -> None:
        self.speed = speed
        self._runs = 0.0 if standing else speed
        self.put(text)

    def put(self, text: str) -> None:
        """Make it that time now, forwards or backwards."""
        self.at = instant(text)

    @property
    def at(self) -> int:
        """The instant, in ms."""
        return self._start + round((time.monotonic() - self._began) * self._runs * 1000)

    @at.setter
    def at(self, ms: int) -> None:
        self._start = ms
        self._began = time.monotonic()

    def now(self) -> int:
        """Return the instant, in ms."""
        return self.at

    def pass_minutes(self, minutes: float) -> None:
        """Let so much time go by at once."""
        self._start += round(minutes * 60_000)

    def pass_seconds(self, seconds: float) -> None:
        """Let so much time go by at once."""
        self._start += round(seconds * 1000)
