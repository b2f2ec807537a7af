"""All days of a trace, one after the other, each a business day of one hall; and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from branch.analytics.replay.replay_result import DayResult, Measured, ReplayResult
from branch.analytics.replay.replay_setting import counters_of, mean_lengths, plan_for, segment_of
from branch.analytics.replay.server_sessions import BREAK_S, sessions_of
from branch.analytics.replay.simulation import DayRun, Staff, Visit
from branch.analytics.replay.trace import UNKNOWN, Customer, Trace, read_trace
from branch.analytics.replay.unrecorded import Unrecorded
from branch.analytics.replay.wrap_up import wrap_up_s
from branch.domain import commands as c
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan, Rule
from branch.opening_hours import HOUR, SECOND

SEED = 1
"""What is drawn if nobody names another seed."""


_DAY = 24 * HOUR


def replay(
    trace: Path | Trace,
    *,
    plan: Plan | None = None,
    rule: Rule | None = None,
    credit: int | None = None,
    seed: int = SEED,
    wrap_up: float | None = None,
) -> ReplayResult:
    """The trace under one rule: of ``plan`` if there is one, else the recorded bank's own. ``rule`` and the
    ``credit`` in ms of everybody but ordinary customers override it, ``wrap_up`` in seconds what was
    measured. Raises ReplayError."""
    (result,) = compare(trace, [rule], plan=plan, credit=credit, seed=seed, wrap_up=wrap_up)
    return result


def compare(
    trace: Path | Trace,
    rules: Sequence[Rule | None],
    *,
    plan: Plan | None = None,
    credit: int | None = None,
    seed: int = SEED,
    wrap_up: float | None = None,
) -> list[ReplayResult]:
    """The same trace under several rules, with the same draws; None is the rule of the plan."""
    if isinstance(trace, Path):
        trace = read_trace(trace)
    sessions = sessions_of(trace)
    unrecorded = Unrecorded(trace, seed)
    measured = Measured(
        wrap_up_s(trace, sessions) if wrap_up is None else wrap_up, unrecorded.patience_s, sessions
    )
    results = []
    for rule in rules:
        made = plan_for(trace, plan, rule, credit)
        days = _replayed(trace, made, measured, unrecorded)
        results.append(ReplayResult(trace.name, made, measured, days, _notes(trace, plan)))
    return results


def _replayed(trace: Trace, plan: Plan, measured: Measured, unrecorded: Unrecorded) -> list[DayResult]:
    hall = Hall(plan)
    days = []
    now = _DAY  # not 1970's first: an instant of 0 is easily taken for no instant
    lengths, counters, wrap_up = mean_lengths(trace), counters_of(trace), round(measured.wrap_up_s * SECOND)
    for day, customers in trace.days().items():
        start = -(-now // _DAY) * _DAY  # the next midnight, so that the clock never runs backwards
        for event in decide(hall, c.TurnDay(plan.schedule.day_of(start)), start):
            evolve(hall, event)
        visits = _visits(plan, customers, unrecorded, day)
        run = DayRun(hall, visits, start, Staff(measured.sessions[day], counters, wrap_up, lengths))
        run.run()
        days.append(DayResult(day, visits, run.by_cap, run.by_promise))
        now = run.now + 1
    return days


def _visits(plan: Plan, customers: Sequence[Customer], unrecorded: Unrecorded, day: int) -> list[Visit]:
    return [
        Visit(
            customer,
            segment_of(plan, drawn.segment),
            None if drawn.patience_s is None else round(drawn.patience_s * SECOND),
        )
        for customer, drawn in zip(customers, unrecorded.of_day(day, customers), strict=True)
    ]


def _notes(trace: Trace, base: Plan | None) -> list[str]:
    """What a reader of the figures must know."""
    notes = [
        "waits are those of the customers served, in seconds; percentiles are nearest-rank",
        f"a server is there from one break of more than {BREAK_S // 60} minutes to the next, is asked for "
        "what the record shows of them, and is not ready for the time of the wrap-up after each customer",
        "patience beyond the recorded wait is drawn: exponential, with the mean of the service",
        "a customer who left then and is served here takes the mean time of the service",
        "under the rule that was in force then the replay should give the record; what another rule changes "
        "is to be read against that replay",
    ]
    unknown = sum(customer.segment == UNKNOWN for customer in trace.customers)
    if unknown:
        notes.append(
            f"{unknown} customers of unknown segment queue as one drawn by its share among those of their "
            "service, and are by segment in no figure but those of how they queued"
        )
    if base is not None:
        notes.append(
            "the configuration gives the rule, segments and standards; hours and counters do not count"
        )
    return notes
