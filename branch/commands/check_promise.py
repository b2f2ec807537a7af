"""Where the promise of fairness decides so many calls that little is left of the rule under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from branch.domain.counters.serving_messages import TicketCalled
from branch.domain.plan.branch_plan import Plan, Rule
from branch.domain.queueing.call_decision import CallDecision
from branch.domain.tickets.ticket_messages import TicketIssued
from branch.service.journal.journal_database import journal_path
from branch.service.journal.journal_format import events_of
from branch.service.journal.journal_port import Row
from branch.service.journal.sqlite_reader import SqliteReader

_COUNTED = frozenset({TicketIssued.__name__, TicketCalled.__name__})

_DAYS = 20
"""So many of the newest recorded days are looked at."""

_ENOUGH = 100
"""Customers, or calls, without which a share says nothing."""

_MANY = 0.25
"""Of the customers: at 30 % the promise of 5 decided every third call of simulated days (decision 17)."""

_OFTEN = 0.2
"""Of the calls."""

_ROOMY = 8
"""The promise that leaves the rule its room where many go before others."""


@dataclass
class Recorded:
    """What recorded days say: customers by segment, and calls under the present rule and promise, with how
    many of them the promise decided."""

    segments: Counter[str] = field(default_factory=Counter)
    calls: int = 0
    by_promise: int = 0


def promise_warnings(plan: Plan, data: Path | None) -> list[str]:
    """One line for each doubt; of recorded days where a journal is in ``data``. Raises a StorageError for one
    that cannot be read."""
    rule, rates = plan.rule, {segment.id: segment.rate for segment in plan.segments.values()}
    warnings = []
    if rule.name == "accumulating-priority" and len(rates) > 1 and len(set(rates.values())) == 1:
        warnings.append("rule: all segments have the same rate, so everybody is called by arrival")
    if not rule.most_passes or data is None or not journal_path(data).is_file():
        return warnings
    with closing(SqliteReader(data)) as reader:
        days = reader.days()[-_DAYS:]
        recorded = recorded_in(plan, (row for day in days for row in reader.read_day(day)))
    return [*warnings, *_of_recorded_days(plan, recorded)]


def recorded_in(plan: Plan, rows: Iterable[Row]) -> Recorded:
    """Count the rows of recorded days."""
    found, rule = Recorded(), plan.rule
    for _, event in events_of(row for row in rows if row.type in _COUNTED):
        if isinstance(event, TicketIssued):
            found.segments[event.segment] += 1
        elif isinstance(event, TicketCalled) and _under(rule, event.why):
            found.calls += 1
            found.by_promise += event.why.reason == "promise"
    return found


def _under(rule: Rule, why: CallDecision) -> bool:
    return (why.rule, why.most_passes) == (rule.name, rule.most_passes)


def _of_recorded_days(plan: Plan, recorded: Recorded) -> Iterator[str]:
    rule, customers = plan.rule, recorded.segments.total()
    slowest = min((segment.rate for segment in plan.segments.values()), default=1.0)
    before = sum(
        count
        for segment, count in recorded.segments.items()
        if segment in plan.segments and plan.segments[segment].rate > slowest
    )
    share = before / customers if customers else 0
    many = rule.name == "accumulating-priority" and customers >= _ENOUGH and share >= _MANY
    if many and rule.most_passes < _ROOMY:
        yield (
            f"rule: {share:.0%} of {customers} recorded customers go before others; with so many the promise "
            f"of {rule.most_passes} decides a large part of the calls, and {_ROOMY} leaves priority more"
        )
    if recorded.calls >= _ENOUGH and recorded.by_promise >= _OFTEN * recorded.calls:
        yield (
            f"rule: the promise of {rule.most_passes} decided {recorded.by_promise / recorded.calls:.0%} of "
            f"{recorded.calls} recorded calls, the rule only the others"
        )
