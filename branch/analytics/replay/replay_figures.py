"""The figures of replayed visits, with those of the record beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from branch.analytics.replay.simulation import Visit
from branch.analytics.replay.trace import UNKNOWN
from branch.opening_hours import SECOND

Figures = dict[str, Any]


def figures(visits: Sequence[Visit], *, by_cap: int, by_promise: int) -> Figures:
    """What came of some visits; waits are those of the customers served.

    By segment ``waits_s`` are those whose segment was written down, ``queued_as_s`` everybody by the segment
    they queued as here. Those written down are those who had to wait then, so here and then are comparable
    by segment in ``of_those_who_waited_s`` only.
    """
    served = [visit for visit in visits if visit.waited is not None]
    then_served = [visit for visit in visits if visit.customer.service_s is not None]
    known = sorted({visit.customer.segment for visit in visits} - {UNKNOWN})
    queued_as = sorted({visit.segment for visit in visits})
    now = [(visit.customer.segment, _seconds(visit)) for visit in served]
    queued = [(visit.segment, _seconds(visit)) for visit in served]
    then = [(visit.customer.segment, float(visit.customer.waited_s)) for visit in then_served]
    return {
        "customers": len(visits),
        "served": len(served),
        "left": len(visits) - len(served),
        "waits_s": _by_segment(now, known),
        "queued_as_s": _by_segment(queued, queued_as),
        "of_those_who_waited_s": _by_segment([one for one in queued if one[1]], queued_as),
        "recorded": {
            "served": len(then_served),
            "left": len(visits) - len(then_served),
            "waits_s": _by_segment(then, known),
            "of_those_who_waited_s": _by_segment([one for one in then if one[1]], known),
        },
        "calls_by_cap": by_cap,
        "calls_by_promise": by_promise,
        "passed_at_most": max((visit.passed for visit in visits), default=0),
        "forecast": {
            "all": forecasts(served),
            "those_who_waited": forecasts([visit for visit in served if visit.waited]),
        },
    }


def _by_segment(waited: Sequence[tuple[str, float]], segments: Iterable[str]) -> Figures:
    """The waits of all, and of each of the segments."""
    return {
        "all": waits(wait for _, wait in waited),
        **{name: waits(wait for segment, wait in waited if segment == name) for name in segments},
    }


def _seconds(visit: Visit) -> float:
    return (visit.waited or 0) / SECOND


def waits(seconds: Iterable[float]) -> Figures:
    """Count, mean, percentiles (nearest rank) and maximum; None of nobody."""
    ordered = sorted(seconds)
    if not ordered:
        return {"customers": 0, "mean": None, "p50": None, "p90": None, "p95": None, "p99": None, "max": None}
    return {
        "customers": len(ordered),
        "mean": round(sum(ordered) / len(ordered), 1),
        **{f"p{p}": ordered[ceil(len(ordered) * p / 100) - 1] for p in (50, 90, 95, 99)},
        "max": ordered[-1],
    }


def forecasts(visits: Iterable[Visit]) -> Figures:
    """How often the wait fell between the ends foretold when the number was given, and how wide that was."""
    made = [(visit.waited, visit.estimate) for visit in visits if visit.waited is not None and visit.estimate]
    if not made:
        return {"customers": 0, "within": None, "below": None, "above": None, "mean_width_s": None}
    below = sum(waited < estimate.low for waited, estimate in made)
    above = sum(waited > estimate.top for waited, estimate in made)
    count = len(made)
    return {
        "customers": count,
        "within": round((count - below - above) / count, 4),
        "below": round(below / count, 4),
        "above": round(above / count, 4),
        "mean_width_s": round(sum(estimate.top - estimate.low for _, estimate in made) / count / SECOND, 1),
    }
