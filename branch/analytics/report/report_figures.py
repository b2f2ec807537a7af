"""From the rows of a day to its figures: pure functions, no clock, no files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import floor, fsum

from branch.analytics.report.announcements import announcement_figures
from branch.analytics.report.report_model import (
    AppointmentFigures,
    CaseFigures,
    CounterFigures,
    DayFigures,
    Ends,
    HourFigures,
    LongWait,
    Ratings,
    SegmentFigures,
    ServiceFigures,
    Spread,
    StepFigures,
)
from branch.analytics.report.timeline import timeline
from branch.analytics.report.visits import Branch, Json, Standard, Visit, of_the_day, read_branch, read_visits
from branch.contract.branch_info import BranchInfo

LONGEST = 5
"""How many of the longest waits are named."""

_NO_STANDARD = Standard(None, None)


def day_figures(
    visits: Iterable[Json],
    branch: BranchInfo,
    cases: Json | None = None,
    appointments: Json | None = None,
    announcements: Json | None = None,
) -> DayFigures:
    """All figures of one day, from the rows, the ``cases``, the ``appointments`` and the ``announcements`` of
    ``GET /v1/visits`` and the view of ``GET /v1/branch``.

    A wait is the time from arrival to the first call, of everybody who was called, also of those who then
    did not come. It is held against the wait standard, on that day, of the service the ticket ended in.
    """
    facts = read_branch(branch)
    rows = read_visits(visits, facts.zone)
    facts = of_the_day(facts, rows)
    line = timeline(rows)
    arrivals = [v.issued_at for v in rows if v.issued_at is not None]
    return DayFigures(
        day=min(arrivals).date() if arrivals else None,
        ends=ends(rows),
        waits=_waits(rows, facts),
        times=_times(rows, facts),
        ratings=_ratings(rows),
        services=tuple(
            _service(key, rows, facts) for key in _keys(facts.standards, (v.service for v in rows))
        ),
        segments=tuple(
            SegmentFigures(key, ends(some), _waits(some, facts))
            for key in _keys(facts.segments, (v.segment for v in rows))
            for some in [[v for v in rows if v.segment == key]]
        ),
        hours=_hours(rows, facts),
        counters=_counters(rows, facts),
        reasons=_reasons(rows),
        longest=_longest(rows, facts),
        timeline=line,
        cases=CaseFigures(
            *(int((cases or {}).get(name, 0)) for name in ("opened", "resolved", "in_time", "overdue"))
        ),
        appointments=_appointments(appointments or {}, facts),
        announcements=announcement_figures(announcements or {}, list(facts.standards), facts.segments),
    )


def _appointments(counts: Json, facts: Branch) -> tuple[AppointmentFigures, ...]:
    if not counts.get("booked"):
        return ()
    services = counts.get("services") or {}
    told = [
        (None, counts),
        *((key, services[key]) for key in _keys(facts.standards, services) if key in services),
    ]
    names = ("booked", "came", "late", "cancelled", "unclaimed")
    return tuple(
        AppointmentFigures(service, *(int(some.get(name, 0)) for name in names)) for service, some in told
    )


def percentile(values: Sequence[float], p: float) -> float:
    """The value below which the part ``p`` (0 to 1) of ``values`` lies; raises ValueError if there are none.

    Linear interpolation between closest ranks: with n values in order, x[h] at h = (n - 1) p, counted from
    0 and interpolated between its neighbours. This is definition 7 of Hyndman and Fan, "Sample quantiles in
    statistical packages", The American Statistician 50 (1996) 361-365: the one of numpy's default and of
    PERCENTILE.INC in spreadsheets, so that whoever checks the report finds the same number.
    """
    if not values:
        raise ValueError("a percentile of nothing")
    ordered = sorted(values)
    at = (len(ordered) - 1) * p
    low = floor(at)
    high = min(low + 1, len(ordered) - 1)
    # Never beyond its neighbours, whatever the rounding.
    return min(ordered[high], ordered[low] + (at - low) * (ordered[high] - ordered[low]))


def spread(pairs: Iterable[tuple[float, float | None]]) -> Spread:
    """The spread of durations in seconds, each with the standard that applies to it, if there is one."""
    measured = list(pairs)
    values = [value for value, _ in measured]
    judged = [(value, standard) for value, standard in measured if standard is not None]
    return Spread(
        count=len(values),
        mean_s=mean(values),
        median_s=percentile(values, 0.5) if values else None,
        p90_s=percentile(values, 0.9) if values else None,
        max_s=max(values, default=None),
        judged=len(judged),
        within=sum(value <= standard for value, standard in judged),
        standard_s=mean([standard for _, standard in judged]),
    )


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean, None of nothing."""
    return fsum(values) / len(values) if values else None


def ends(visits: Sequence[Visit]) -> Ends:
    """How these visits ended; the five kinds add up to all of them."""
    by = Counter(visit.status for visit in visits)
    served, missed, cancelled, expired = (by[s] for s in ("served", "missed", "cancelled", "expired"))
    unfinished = len(visits) - served - missed - cancelled - expired
    return Ends(len(visits), served, missed, cancelled, expired, unfinished)


def _waits(visits: Iterable[Visit], facts: Branch) -> Spread:
    return spread((v.waited_s, _standard(v, facts).wait_s) for v in visits if v.waited_s is not None)


def _times(visits: Iterable[Visit], facts: Branch) -> Spread:
    return spread((v.service_s, _standard(v, facts).service_s) for v in visits if v.service_s is not None)


def _standard(visit: Visit, facts: Branch) -> Standard:
    return facts.standards.get(visit.service, _NO_STANDARD)


def _ratings(visits: Iterable[Visit]) -> Ratings:
    served = [visit for visit in visits if visit.status == "served"]
    by = Counter(visit.score for visit in served)
    unanswered = sum(visit.unrated and visit.score is None for visit in served)
    return Ratings(len(served), (by[1], by[2], by[3], by[4], by[5]), unanswered)


def _keys(known: Iterable[str], seen: Iterable[str]) -> list[str]:
    """Those of the branch in its own order, then those that only the rows know, by name."""
    first = list(known)
    return first + sorted(set(seen) - set(first))


def _service(key: str, visits: Sequence[Visit], facts: Branch) -> ServiceFigures:
    mine = [visit for visit in visits if visit.service == key]
    standard = facts.standards.get(key, _NO_STANDARD)
    return ServiceFigures(
        id=key,
        ends=ends(mine),
        waits=_waits(mine, facts),
        wait_standard_s=standard.wait_s,
        done=sum(done.service == key for visit in visits for done in visit.done),
        times=spread(
            (done.service_s, standard.service_s)
            for visit in visits
            for done in visit.done
            if done.service == key and done.service_s is not None
        ),
        standard_s=standard.service_s,
        waited_s=tuple(visit.waited_s for visit in mine if visit.waited_s is not None),
        steps=_steps(mine),
    )


def _steps(visits: Iterable[Visit]) -> StepFigures | None:
    kept = [visit.all_steps for visit in visits if visit.status == "served" and visit.all_steps is not None]
    return StepFigures(len(kept), sum(kept)) if kept else None


def _hours(visits: Sequence[Visit], facts: Branch) -> tuple[HourFigures, ...]:
    """From the first hour with an arrival to the last, without a gap, so that a quiet hour is seen."""
    by: dict[int, list[Visit]] = {}
    for visit in visits:
        if visit.issued_at is not None:
            by.setdefault(visit.issued_at.hour, []).append(visit)
    if not by:
        return ()
    hours = range(min(by), max(by) + 1)
    return tuple(HourFigures(hour, ends(by.get(hour, [])), _waits(by.get(hour, []), facts)) for hour in hours)


def _counters(visits: Sequence[Visit], facts: Branch) -> tuple[CounterFigures, ...]:
    served = [visit for visit in visits if visit.status == "served" and visit.counter is not None]
    numbers = sorted({*facts.counters, *(visit.counter for visit in served if visit.counter is not None)})
    found = []
    for number in numbers:
        mine = [visit for visit in served if visit.counter == number]
        pairs = [
            (visit.service_s, standard)
            for visit in mine
            if visit.service_s is not None and (standard := _standard(visit, facts).service_s)
        ]
        planned = fsum(standard for _, standard in pairs)
        pace = fsum(used for used, _ in pairs) / planned if planned else None
        found.append(CounterFigures(number, _times(mine, facts), pace, _ratings(mine)))
    return tuple(found)


def _reasons(visits: Iterable[Visit]) -> tuple[tuple[str, int], ...]:
    """Why each ticket's last call was decided as it was: how often each reason, most frequent first."""
    by = Counter(visit.reason for visit in visits if visit.reason is not None)
    return tuple(sorted(by.items(), key=lambda item: (-item[1], item[0])))


def _longest(visits: Iterable[Visit], facts: Branch) -> tuple[LongWait, ...]:
    found = [
        LongWait(
            v.number, v.service, v.segment, v.issued_at, v.waited_s, _standard(v, facts).wait_s, v.status
        )
        for v in visits
        if v.waited_s is not None
    ]
    return tuple(sorted(found, key=lambda wait: -wait.waited_s)[:LONGEST])


def busiest(hours: Sequence[HourFigures]) -> HourFigures | None:
    """The hour with most arrivals, the first of equals."""
    return max(hours, key=lambda hour: hour.ends.customers, default=None)
