"""Figures of a replay, with those of the recording beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from branch.analytics.replay.simulation import Visit
from branch.analytics.replay.trace import UNKNOWN
from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.schedule import SECOND

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DayResult:
    """One day, customer by customer."""

    day: int
    visits: Sequence[Visit]
    by_cap: int
    by_promise: int
    most_passed: int


@dataclass(frozen=True, slots=True)
class ReplayResult:
    """All days under one rule."""

    trace: str
    plan: Plan
    days: Sequence[DayResult]
    notes: Sequence[str]

    @property
    def visits(self) -> list[Visit]:
        """The visits of all days."""
        return [visit for day in self.days for visit in day.visits]

    def to_json(self) -> Figures:
        """As plain data: the rule, the total, each day."""
        rule = self.plan.rule
        return {
            "rule": rule.name,
            "cap_s": rule.cap / SECOND if rule.name == "longest-wait" else None,
            "credit_s": {s.id: s.credit / SECOND for s in self.plan.segments.values()}
            if rule.name == "longest-wait"
            else None,
            "most_passes": rule.most_passes,
            "counters": len(self.plan.counters),
            "total": figures(self.visits, self.days),
            "days": [{"day": day.day, **figures(day.visits, [day])} for day in self.days],
        }


def figures(visits: Sequence[Visit], days: Sequence[DayResult]) -> Figures:
    """What came of some visits; waits are those of the customers served."""
    segments = sorted({visit.customer.segment for visit in visits} - {UNKNOWN})
    served = [visit for visit in visits if visit.waited is not None]
    then_served = [visit for visit in visits if visit.customer.service_s is not None]
    return {
        "customers": len(visits),
        "served": len(served),
        "left": len(visits) - len(served),
        "waits_s": {
            "all": waits(_now(served)),
            **{name: waits(_now(_of(served, name))) for name in segments},
        },
        "recorded": {
            "served": len(then_served),
            "left": len(visits) - len(then_served),
            "waits_s": {
                "all": waits(_then(then_served)),
                **{name: waits(_then(_of(then_served, name))) for name in segments},
            },
        },
        "calls_by_cap": sum(day.by_cap for day in days),
        "calls_by_promise": sum(day.by_promise for day in days),
        "passed_at_most": max((day.most_passed for day in days), default=0),
        "forecast": {
            "all": forecasts(served),
            "those_who_waited": forecasts([visit for visit in served if visit.waited]),
        },
    }


def waits(seconds: Iterable[float]) -> Figures:
    """Count, mean, percentiles (nearest rank) and maximum; None of nobody."""
    ordered = sorted(seconds)
    if not ordered:
        return {"customers": 0, "mean": None, "p50": None, "p90": None, "p95": None, "max": None}
    return {
        "customers": len(ordered),
        "mean": round(sum(ordered) / len(ordered), 1),
        **{f"p{p}": ordered[ceil(len(ordered) * p / 100) - 1] for p in (50, 90, 95)},
        "max": ordered[-1],
    }


def forecasts(visits: Iterable[Visit]) -> Figures:
    """How often the wait fell into the band foretold when the number was given, and how wide that was."""
    made = [(visit.waited, visit.band) for visit in visits if visit.waited is not None and visit.band]
    if not made:
        return {"customers": 0, "within": None, "below": None, "above": None, "mean_width_s": None}
    below = sum(waited < band.low for waited, band in made)
    above = sum(waited > band.high for waited, band in made)
    count = len(made)
    return {
        "customers": count,
        "within": round((count - below - above) / count, 4),
        "below": round(below / count, 4),
        "above": round(above / count, 4),
        "mean_width_s": round(sum(band.high - band.low for _, band in made) / count / SECOND, 1),
    }


def _of(visits: Iterable[Visit], segment: str) -> list[Visit]:
    return [visit for visit in visits if visit.customer.segment == segment]


def _now(visits: Iterable[Visit]) -> list[float]:
    return [visit.waited / SECOND for visit in visits if visit.waited is not None]


def _then(visits: Iterable[Visit]) -> list[float]:
    return [float(visit.customer.waited_s) for visit in visits]
