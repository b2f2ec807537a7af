"""The clock that a business day goes by, by table: how a machine comes up, what its clock does then, and what
is made of it, without a service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

import pytest

from branch.opening_hours import Schedule
from branch.service.core.trusted_clock import FOLLOWED_MS, SETTLES_MS, SURELY_SET_MS, TrustedClock
from tests.harness.clocks import OPEN_HOURS, instant

SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000
DAY, YEAR = 24 * HOUR, 365 * 24 * HOUR

OFFICE = Schedule("Asia/Shanghai", (((time(9), time(17)),),) * 7)
ALWAYS = Schedule("Asia/Shanghai", (((time(0), time.max),),) * 7)

TODAY, TOMORROW, YESTERDAY = "2026-11-21", "2026-11-22", "2026-11-20"


class Days:
    """A machine, its clocks, and the days that a service on it has begun; ``right`` is the true time.

    Attributes:
        begun: the business days, in the order in which they were begun.
    """

    def __init__(self, schedule: Schedule, last: str | None) -> None:
        self.schedule = schedule
        self.right = instant(OPEN_HOURS)
        self.off = 0
        self.steady = 5_000
        self.last_at = 0 if last is None else instant(last)
        self.begun = [] if last is None else [schedule.day_of(self.last_at)]
        self.clock = TrustedClock(self.wall, lambda: self.steady)

    def wall(self) -> int:
        """What the machine's clock says."""
        return self.right + self.off

    def start(self, accepted: bool = False) -> None:
        """Begin to serve, on a machine that has just come up."""
        self.steady = 5_000
        self.clock = TrustedClock(self.wall, lambda: self.steady, accepted=accepted)
        self.clock.go_on_from(self.last_at, self._cuts_short)

    def _cuts_short(self, now: int, other: int) -> bool:
        if not self.begun or self.schedule.day_of(other) == self.begun[-1]:
            return False
        return now < self.schedule.opening(self.begun[-1])[-1][1]

    def write(self) -> None:
        """Have somebody ask for something, which is journaled."""
        self.last_at = self.clock.now()
        day = self.schedule.day_of(self.last_at)
        if not self.begun or self.begun[-1] != day:
            self.begun.append(day)

    def carry_out(self, steps: Sequence[tuple[str, int]]) -> None:
        """Let it all happen."""
        for step, ms in steps:
            if step == "start":
                self.start()
            elif step == "accept":
                self.start(accepted=True)
            elif step == "write":
                self.write()
            elif step == "set":
                self.off += ms
            else:
                assert step == "pass"
                for _ in range(0, ms, 30 * SECOND):
                    self.clock.now()
                    self.right += min(ms, 30 * SECOND)
                    self.steady += min(ms, 30 * SECOND)
            if step != "start":
                self.clock.now()


START, WRITE, ACCEPT = ("start", 0), ("write", 0), ("accept", 0)
EARLIER = "2026-11-21T09:10:00+08:00"
EVENING = "2026-11-20T17:20:00+08:00"
NOON_BEFORE = "2026-11-20T12:00:00+08:00"


def wait(ms: int) -> tuple[str, int]:
    return "pass", ms


def put(ms: int) -> tuple[str, int]:
    return "set", ms


SETTLED = (START, WRITE, wait(SETTLES_MS))

RIGHT: dict[str, tuple[str | None, Sequence[tuple[str, int]], list[str]]] = {
    "a usual morning": (EVENING, (START, WRITE), [YESTERDAY, TODAY]),
    "the first day of all": (None, (START, WRITE, wait(HOUR)), [TODAY]),
    "a start in the day": (EARLIER, (START, WRITE), [TODAY]),
    "slow at boot, set before a write": (None, (put(-16 * HOUR), START, put(16 * HOUR), WRITE), [TODAY]),
    "slow at boot by years, set after a write": (
        EVENING,
        (
            put(-56 * YEAR),
            START,
            WRITE,
            wait(6 * SECOND),
            put(56 * YEAR),
            wait(SURELY_SET_MS + MINUTE),
            WRITE,
        ),
        [YESTERDAY, "1970-12-05", TODAY],
    ),
    "slow at boot by hours, in the day": (EARLIER, (put(-8 * HOUR), START, WRITE, put(8 * HOUR)), [TODAY]),
    "fast at boot by hours, in the day": (EARLIER, (put(7 * HOUR), START, WRITE, put(-7 * HOUR)), [TODAY]),
    "the time of the last evening until it is set": (
        EVENING,
        (put(-16 * HOUR), START, WRITE, wait(MINUTE), put(16 * HOUR), WRITE),
        [YESTERDAY, TODAY],
    ),
    "fast at boot by a day, in the middle of a day": (
        EARLIER,
        (put(DAY), START, WRITE, wait(6 * SECOND), put(-DAY), WRITE),
        [TODAY],
    ),
    "fast at boot by days, set ten minutes later": (
        EARLIER,
        (put(3 * DAY), START, WRITE, wait(10 * MINUTE), put(-3 * DAY), WRITE),
        [TODAY],
    ),
    "a moment a day ahead, soon after a start": (
        EARLIER,
        (START, WRITE, wait(5 * MINUTE), put(DAY), WRITE, wait(7 * SECOND), put(-DAY), WRITE),
        [TODAY],
    ),
    "a moment a day ahead, on the first day of all": (
        None,
        (START, WRITE, wait(5 * MINUTE), put(DAY), WRITE, wait(7 * SECOND), put(-DAY), WRITE),
        [TODAY],
    ),
    "a moment a day behind, soon after a start": (
        EARLIER,
        (START, WRITE, wait(5 * MINUTE), put(-DAY), WRITE, wait(7 * SECOND), put(DAY), WRITE),
        [TODAY],
    ),
    "an hour a day ahead": (EARLIER, (*SETTLED, put(DAY), WRITE, wait(HOUR), WRITE, put(-DAY)), [TODAY]),
    "years ahead": (EARLIER, (*SETTLED, put(5 * YEAR), WRITE, wait(HOUR), put(-5 * YEAR)), [TODAY]),
    "years behind": (EARLIER, (*SETTLED, put(-56 * YEAR), WRITE, wait(HOUR), put(56 * YEAR)), [TODAY]),
    "an hour two hours ahead": (EARLIER, (*SETTLED, put(2 * HOUR), wait(HOUR), put(-2 * HOUR)), [TODAY]),
    "set right in the day, long after the start": (
        EARLIER,
        (put(-2 * HOUR), *SETTLED, put(2 * HOUR), wait(SETTLES_MS + MINUTE)),
        [TODAY],
    ),
    "small steps": (EARLIER, (*SETTLED, put(FOLLOWED_MS), put(FOLLOWED_MS), put(-FOLLOWED_MS)), [TODAY]),
    "a restart while it is a day ahead": (
        EARLIER,
        (*SETTLED, put(DAY), wait(MINUTE), START, WRITE, wait(6 * MINUTE), WRITE, put(-DAY), WRITE),
        [TODAY],
    ),
    "a restart while it is an hour behind": (
        EARLIER,
        (*SETTLED, put(-HOUR), wait(MINUTE), START, WRITE, wait(MINUTE), put(HOUR), WRITE),
        [TODAY],
    ),
    "a power cut at noon, and on the next morning": (
        NOON_BEFORE,
        (START, WRITE, wait(SETTLES_MS + MINUTE), WRITE),
        [YESTERDAY, TODAY],
    ),
    "the same with a person's word": (NOON_BEFORE, (ACCEPT, WRITE), [YESTERDAY, TODAY]),
    "slow at boot by a day, in the hours of the last one": (
        NOON_BEFORE,
        (put(-21 * HOUR), START, WRITE, put(21 * HOUR), wait(SURELY_SET_MS + MINUTE), WRITE),
        [YESTERDAY, TODAY],
    ),
    "a machine that slept over two nights": (
        EVENING,
        (START, wait(40 * HOUR), WRITE),
        [YESTERDAY, "2026-11-23"],
    ),
}


@pytest.mark.parametrize("case", RIGHT)
def test_the_time_is_right_in_the_end_and_no_other_day_was_begun(case: str) -> None:
    last, steps, begun = RIGHT[case]
    days = Days(OFFICE, last)
    days.carry_out(steps)
    assert (days.clock.now(), days.clock.off_ms) == (days.wall(), 0)
    assert abs(days.wall() - days.right) <= FOLLOWED_MS
    assert days.begun == begun


@pytest.mark.parametrize("slow", [DAY, 2 * DAY])
def test_round_the_clock_a_day_that_was_begun_at_a_wrong_date_is_left_once_the_clock_holds_on(
    slow: int,
) -> None:
    days = Days(ALWAYS, None)
    days.carry_out((put(-slow), START, WRITE, wait(6 * SECOND), put(slow), WRITE))
    assert days.clock.off_ms == slow
    days.carry_out((wait(SURELY_SET_MS + 30 * SECOND), WRITE))
    assert (days.clock.off_ms, days.begun[-1]) == (0, TODAY)


def test_midnight_during_a_short_restart_is_no_jump() -> None:
    days = Days(ALWAYS, "2026-11-20T23:59:00+08:00")
    days.right = instant("2026-11-21T00:04:00+08:00")
    days.carry_out((START, WRITE))
    assert (days.clock.off_ms, days.begun) == (0, [YESTERDAY, TODAY])


@pytest.mark.parametrize("jump", [DAY, -DAY, 5 * YEAR])
def test_while_the_clock_is_wrong_time_goes_on_by_the_other_one(jump: int) -> None:
    days = Days(OFFICE, EARLIER)
    days.carry_out((*SETTLED, put(jump), WRITE, wait(HOUR)))
    assert (days.clock.now(), days.clock.off_ms) == (days.right, jump)
