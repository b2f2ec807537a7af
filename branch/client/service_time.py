"""The service's time, as a program knows it that is told of it now and then."""

from __future__ import annotations

import time
from collections.abc import Callable

_LATE_MS = 60_000
"""News that are told after later ones are not older than those by more than this, in ms of real time."""

LEAST_PACED_MS = 600
"""What is shorter can be neither seen nor touched."""


class ServiceTime:
    """Goes on from the last instant that was told, by a clock that nobody sets.

    Attributes:
        speed: how many seconds of the service pass in one of ours: more than 1 in a simulated day.
        since: when there was a last sign of life, in ms by this machine's clock; 0 while that is now.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """``monotonic`` gives seconds that only ever grow."""
        self._monotonic = monotonic
        self._at, self._read = 0, 0.0
        self._heard = 0.0
        self.since = 0
        self.speed = 1.0

    @property
    def known(self) -> bool:
        """Whether the service has told its time yet."""
        return self._at > 0

    def take(self, at: int) -> None:
        """Be told that it was ``at`` (ms since the epoch) when the service said so."""
        # What was told out of its order is a little older than what we know; what is much older comes of a
        # service whose clock was wrong before.
        if at >= self._at or self._at - at > _LATE_MS * max(1.0, self.speed):
            self._at, self._read = at, self._monotonic()

    def take_silence(self, since: int) -> None:
        """Be told when there was a last sign of life; see `since`."""
        if since != self.since:
            self.since = since
            # From now on by a clock that nobody sets: that of the machine may be put right meanwhile.
            silent_s = max(0.0, time.time_ns() / 1e9 - since / 1000)
            self._heard = self._monotonic() - silent_s

    def now(self) -> int:
        """The service's time in ms since the epoch; this machine's before it has told any."""
        if not self.known:
            return time.time_ns() // 1_000_000
        return self._at + self._passed(self._read)

    def heard_at(self) -> int:
        """When there was a last sign of life, in the service's time as `now` has it."""
        return self.now() if self.since == 0 else self.now() - self._passed(self._heard)

    def paced(self, ms: int) -> int:
        """A duration on screen, shorter in a simulated day that runs faster, but never too short."""
        return ms if self.speed <= 1 else min(ms, max(LEAST_PACED_MS, round(ms / self.speed)))

    def _passed(self, start: float) -> int:
        return round((self._monotonic() - start) * 1000 * self.speed)
