"""All days of a trace, one after the other, each a business day of one hall; and what came of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from branch.analytics.replay.replay_setting import mean_lengths, plan_for
from branch.analytics.replay.simulation import DayRun, Visit
from branch.analytics.replay.trace import UNKNOWN, Trace, read_trace
from branch.domain import commands as c
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan, Rule
from branch.domain.plan.schedule import HOUR, SECOND

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


def _of(visits: Iterable[Visit], segment: str) -> list[Visit]:
    return [visit for visit in visits if visit.customer.segment == segment]


def _now(visits: Iterable[Visit]) -> list[float]:
    return [visit.waited / SECOND for visit in visits if visit.waited is not None]


def _then(visits: Iterable[Visit]) -> list[float]:
    return [float(visit.customer.waited_s) for visit in visits]


_DAY = 24 * HOUR


def replay(
    trace: Path | Trace, *, plan: Plan | None = None, rule: Rule | None = None, credit: int | None = None
) -> ReplayResult:
    """The trace under one rule: of ``plan`` if there is one, else the recorded bank's own; ``rule`` and the
    ``credit`` in ms of everybody but ordinary customers override it. Raises ReplayError."""
    if isinstance(trace, Path):
        trace = read_trace(trace)
    made = plan_for(trace, plan, rule, credit)
    lengths = mean_lengths(trace)
    hall = Hall(made)
    days = []
    now = _DAY  # not 1970's first: an instant of 0 is easily taken for no instant
    for day, customers in trace.days().items():
        start = -(-now // _DAY) * _DAY  # the next midnight, so that the clock never runs backwards
        for event in decide(hall, c.TurnDay(made.schedule.day_of(start)), start):
            evolve(hall, event)
        run = DayRun(hall, customers, start, lengths)
        run.run()
        days.append(DayResult(day, run.visits, run.by_cap, run.by_promise, run.most_passed))
        now = run.now + 1
    return ReplayResult(trace.name, made, days, _notes(trace, plan))


def compare(trace: Path | Trace, rules: Sequence[Rule], **options: Any) -> list[ReplayResult]:
    """The same trace under several rules."""
    if isinstance(trace, Path):
        trace = read_trace(trace)
    return [replay(trace, rule=rule, **options) for rule in rules]


def _notes(trace: Trace, base: Plan | None) -> list[str]:
    """What a reader of the figures must know."""
    notes = [
        "waits are those of the customers served, in seconds; percentiles are nearest-rank",
        "counters: as many as servers were busy at any time in that hour of that day; each serves everything",
        "a customer who left then and is served here takes the mean time of the service",
    ]
    unknown = sum(customer.segment == UNKNOWN for customer in trace.customers)
    if unknown:
        notes.append(
            f"{unknown} customers of unknown segment queue as ordinary ones and are in no figure by segment"
        )
    if base is not None:
        notes.append(
            "the configuration gives the rule, segments and standards; hours and counters do not count"
        )
    return notes
