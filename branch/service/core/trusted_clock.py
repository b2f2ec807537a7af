"""The machine's time, held against a clock that nobody sets.

A wall clock may be wrong for some seconds, after a start without a battery, by a hand or by a bad time
server, and one bad reading would end the business day: all who wait would be expired, and numbers begin anew.
So a jump that the monotonic clock does not confirm is not followed. Time goes on by that clock until the wall
clock is right again, or until the service is started anew with what it says then.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

from branch.contract.times import date_from_text

FOLLOWED_MS = 60_000
"""A clock that is kept right is set by less than this between two readings."""

SETTLES_MS = 15 * 60_000
"""For so long after a start a clock that is set back is believed: it was wrong when the machine came up."""


def wall_ms() -> int:
    """The machine's time, in ms since the epoch."""
    return time.time_ns() // 1_000_000


def steady_ms() -> int:
    """A time that nobody sets, in ms since some instant; it goes on while the machine sleeps, where there is
    a clock that does."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    passed = time.monotonic_ns() if boot_time is None else time.clock_gettime_ns(boot_time)
    return passed // 1_000_000


class TrustedClock:
    """The time that the business day goes by.

    Attributes:
        off_ms: by how much the wall clock is wrong, 0 while it is believed.
    """

    speed = 1.0
    steps_back = True

    def __init__(self, wall: Callable[[], int] = wall_ms, steady: Callable[[], int] = steady_ms) -> None:
        self._wall, self._steady = wall, steady
        self._began = steady()
        self._behind = wall() - self._began
        self.off_ms = 0

    def now(self) -> int:
        """The instant, in ms since the epoch."""
        steady, wall = self._steady(), self._wall()
        expected = steady + self._behind
        off = wall - expected
        settles = off < 0 and steady - self._began < SETTLES_MS
        if abs(off) <= FOLLOWED_MS or settles:
            self._behind += off
            self.off_ms = 0
            return wall
        self.off_ms = off
        return expected


EARLIEST = date(2026, 1, 1)
"""There was no branch of ours before."""

LONGEST_CLOSED = timedelta(days=400)


def clock_trouble(today: str, last_day: str | None) -> str | None:
    """What makes it hard to believe that it is ``today``, after the ``last_day`` that a journal knows of;
    None for nothing."""
    if last_day is None:
        return f"the machine's clock says {today}" if date_from_text(today) < EARLIEST else None
    apart = date_from_text(today) - date_from_text(last_day)
    if timedelta() <= apart <= LONGEST_CLOSED:
        return None
    return f"the machine's clock says {today}, and the last day in the journal is {last_day}"
