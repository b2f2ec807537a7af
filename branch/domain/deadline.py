"""When a time for work is over: counted round the clock, or while the branch is open."""

from __future__ import annotations

from datetime import date, timedelta

from branch.domain.plan import Schedule

_FAR = 400
"""Days that are looked through; a branch that is closed for longer is not waited for."""


def after_open(schedule: Schedule, now: int, duration: int) -> int:
    """The instant (ms) at which the branch has been open for ``duration`` ms since ``now``.

    A branch that is not open for so long in the next year counts by the clock.
    """
    left = duration
    day = date.fromisoformat(schedule.day_of(now))
    for step in range(_FAR):
        for start, end in schedule.opening((day + timedelta(days=step)).isoformat()):
            begin = max(start, now)
            if end - begin >= left:
                return begin + left
            left -= max(0, end - begin)
    return now + duration
