"""The day by the clock: arrivals and first calls per quarter of an hour, and how many waited when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from branch.analytics.report.report_model import Level, Quarter, Timeline
from branch.analytics.report.visits import Visit

STEP = timedelta(minutes=15)
LENGTH = timedelta(hours=24)
"""A business day is no longer; one row with a wrong date must not make a plot of years."""


def timeline(visits: Sequence[Visit]) -> Timeline:
    """Everything from the quarter of the first arrival to that of the last arrival or call.

    A customer waits from arrival to the first call, or until the visit ended without one. Somebody who was
    missed and came back is not counted a second time. Who has neither call nor end waits to the end.
    """
    arrivals = [v.issued_at for v in visits if v.issued_at is not None]
    if not arrivals:
        return Timeline((), ())
    begin = _floor(min(arrivals))
    end = begin + LENGTH
    arrivals = [at for at in arrivals if at < end]
    calls = [v.called_at for v in visits if v.called_at is not None and begin <= v.called_at < end]
    arrived, called = (Counter((at - begin) // STEP for at in times) for times in (arrivals, calls))
    quarters = tuple(
        Quarter(begin + n * STEP, arrived[n], called[n]) for n in range(max(*arrived, *called, 0) + 1)
    )
    return Timeline(quarters, _levels(visits, begin, end))


def _levels(visits: Sequence[Visit], begin: datetime, end: datetime) -> tuple[Level, ...]:
    changes: Counter[datetime] = Counter()
    for visit in visits:
        if visit.issued_at is None or visit.issued_at >= end:
            continue
        changes[visit.issued_at] += 1
        gone = visit.called_at or visit.finished_at
        if gone is not None and gone < end:
            # A clock that was set back between the two must not make a negative queue.
            changes[max(gone, visit.issued_at)] -= 1
    waiting = 0
    levels = [Level(begin, 0)]
    for at in sorted(changes):
        waiting += changes[at]
        levels.append(Level(at, waiting))
    return tuple(levels)


def _floor(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)
