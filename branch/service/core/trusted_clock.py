"""The machine's time, held against a clock that nobody sets.

A wall clock may be wrong for some seconds, after a start without a battery, by a hand or by a bad time
server, and one bad reading would end the business day: all who wait would be expired, and numbers begin anew.
So a jump that the monotonic clock does not confirm is followed only where it can do no harm; time goes on by
that clock until the wall clock is right again. How long another time must have held on before it is believed
is one table, see `TrustedClock._patience`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

from branch.contract.times import date_from_text

FOLLOWED_MS = 60_000
"""A clock that is kept right is set by less than this between two readings."""

SETTLES_MS = 15 * 60_000
"""For so long after a start the clock may still be put right; so long another time holds on before it is
believed where there is more to lose."""

SURELY_SET_MS = 60_000
"""So long it holds on soon after a start, when the time from before is as little known: a glitch is over
sooner."""

EXPLAINED_MS = 3_600_000
"""A service that was down for less than this may come back on the next business day: it was midnight."""

CutsShort = Callable[[int, int], bool]


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

    A line is the difference between a time of day and the steady clock; a clock that nobody touches stays on
    one line.

    Attributes:
        off_ms: by how much the wall clock is wrong, 0 while it is believed.
        resumed: whether the last correction was the time for which the service was away, which the last row
            did not explain: the times before it were right.
    """

    speed = 1.0
    steps_back = True

    def __init__(
        self,
        wall: Callable[[], int] = wall_ms,
        steady: Callable[[], int] = steady_ms,
        *,
        accepted: bool = False,
    ) -> None:
        """``accepted``: somebody has said that the wall clock is right now."""
        self._wall, self._steady, self._accepted = wall, steady, accepted
        self._began = steady()
        self._line = wall() - self._began
        self._before: int | None = None
        self._other: int | None = None
        self._since = self._began
        self._cuts_short: CutsShort | None = None
        self._doubted = False
        self._corrected_by = 0
        self.off_ms = 0
        self.resumed = False

    def go_on_from(self, last_at: int, cuts_short: CutsShort) -> None:
        """Take up a journal whose last row is of ``last_at`` (ms, 0: there is none).

        ``cuts_short(now, other)`` is whether ``other`` is on another business day than the one that runs, and
        that one is not over ``now``. If the wall clock does that to the last row, time goes on from that row.
        """
        self._cuts_short = cuts_short
        now = self.now()
        jumped = now - last_at > EXPLAINED_MS and last_at > 0 and cuts_short(last_at, now)
        if now < last_at - FOLLOWED_MS or (jumped and self._accepted):
            self._corrected_by = now - last_at  # whoever started the service has said that it is right
            self.resumed = jumped
        if self._accepted or not jumped:
            return
        self._doubted = True
        self._other, self._since = self._line, self._steady()
        self._line = last_at - self._since
        self.off_ms = self._other - self._line

    def now(self) -> int:
        """The instant, in ms since the epoch."""
        steady, wall = self._steady(), self._wall()
        read = wall - steady
        if not _near(read, self._line):
            if self._other is None or not _near(read, self._other):
                self._since = steady
            self._other = read
            patience = self._patience(steady, wall)
            if patience is None or steady - self._since < patience:
                self.off_ms = read - self._line
                return steady + self._line
            self._before = self._line if patience == SETTLES_MS else None
            cuts = self._cuts(steady, wall)
            if cuts or read < self._line:
                self._corrected_by += read - self._line
                self.resumed = self._doubted and cuts
            if cuts:  # it may have been wrong after all
                self._began, self._doubted = steady, False
        self._line, self._other = read, None
        self.off_ms = 0
        return wall

    def take_correction(self) -> int:
        """By how much (ms) the time that was told has been put right since this was asked: backwards, or out
        of a day that was not over. 0 while it only passes."""
        corrected_by, self._corrected_by = self._corrected_by, 0
        return corrected_by

    def _patience(self, steady: int, wall: int) -> int | None:
        """For how long (ms) the other time must have held on to be believed; None: for ever."""
        settles = steady - self._began < SETTLES_MS
        if self._cuts_short is None:
            return 0 if settles else None
        if self._cuts(steady, wall):
            if self._doubted:
                return SETTLES_MS
            return SURELY_SET_MS if settles else None
        back_again = self._before is not None and _near(wall - steady, self._before)
        return 0 if settles or back_again else SETTLES_MS

    def _cuts(self, steady: int, wall: int) -> bool:
        return self._cuts_short is not None and self._cuts_short(steady + self._line, wall)


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= FOLLOWED_MS


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
