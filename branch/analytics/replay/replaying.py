"""All days of a trace, one after the other, each of them a business day of one hall."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from branch.analytics.replay.replay_result import DayResult, ReplayResult
from branch.analytics.replay.replay_setting import mean_lengths, plan_for
from branch.analytics.replay.simulation import DayRun
from branch.analytics.replay.trace import UNKNOWN, Trace, read_trace
from branch.domain import commands as c
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.rules import Rule
from branch.domain.plan.schedule import HOUR

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
