"""What came of a replay, and what was measured for it, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from branch.analytics.replay.replay_figures import Figures, figures
from branch.analytics.replay.server_sessions import Session
from branch.analytics.replay.simulation import Visit
from branch.domain.plan.branch_plan import Plan
from branch.opening_hours import SECOND


@dataclass(frozen=True, slots=True)
class DayResult:
    """One day, customer by customer."""

    day: int
    visits: Sequence[Visit]
    by_cap: int
    by_promise: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What the replay takes from the record besides the customers themselves."""

    wrap_up_s: float
    patience_s: Mapping[str, float | None]
    sessions: Mapping[int, Sequence[Session]]

    def to_json(self) -> Figures:
        """As plain data."""
        seconds = sum(one.end_s - one.start_s for day in self.sessions.values() for one in day)
        return {
            "wrap_up_s": round(self.wrap_up_s, 1),
            "patience_s": {k: None if mean is None else round(mean) for k, mean in self.patience_s.items()},
            "server_hours": round(seconds / 3_600, 1),
        }


@dataclass(frozen=True, slots=True)
class ReplayResult:
    """All days under one rule."""

    trace: str
    plan: Plan
    measured: Measured
    days: Sequence[DayResult]
    notes: Sequence[str]

    @property
    def visits(self) -> list[Visit]:
        """The visits of all days."""
        return [visit for day in self.days for visit in day.visits]

    def total(self) -> Figures:
        """The figures of all days."""
        return _figures(self.days)

    def to_json(self) -> Figures:
        """As plain data: the rule, the total, each day."""
        rule = self.plan.rule
        return {
            "rule": rule.name,
            "cap_s": rule.cap / SECOND if rule.name == "longest-wait" else None,
            "credit_s": {s.id: s.credit / SECOND for s in self.plan.segments.values()}
            if rule.name == "longest-wait"
            else None,
            "rates": {s.id: s.rate for s in self.plan.segments.values()}
            if rule.name == "accumulating-priority"
            else None,
            "most_passes": rule.most_passes,
            "counters": max(_most_at_once(sessions) for sessions in self.measured.sessions.values()),
            "total": self.total(),
            "days": [{"day": day.day, **_figures([day])} for day in self.days],
        }


def _figures(days: Sequence[DayResult]) -> Figures:
    return figures(
        [visit for day in days for visit in day.visits],
        by_cap=sum(day.by_cap for day in days),
        by_promise=sum(day.by_promise for day in days),
    )


def _most_at_once(sessions: Sequence[Session]) -> int:
    return max(
        (sum(one.start_s <= now.start_s < one.end_s for one in sessions) for now in sessions), default=0
    )
