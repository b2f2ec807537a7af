"""The branch that a trace is replayed in: services, segments, rule, and a counter for each server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from branch.analytics.replay.trace import ReplayError, Trace
from branch.domain.plan.branch_plan import CounterPlan, Plan, Rule
from branch.domain.plan.services_offered import Segment, Service
from branch.opening_hours import SECOND, Schedule

BANKS_OWN = Rule("longest-wait", cap=0)
"""The rule of the bank that was recorded, together with `BANKS_CREDIT`: longest wait, without a cap."""

BANKS_CREDIT = 90 * SECOND
"""What that bank gave to its priority customers."""

USUAL_RATE = 2.5
"""How many times a minute of a priority customer counts under accumulating priority, if nobody says."""

_ORDINARY = ("regular", "ordinary")
"""What a trace may call its ordinary customers; whatever the branch calls its own, these are they."""

_ALWAYS = Schedule("UTC", (((time(0), time.max),),) * 7)
_ALL_NUMBERS = 99_999_999


def plan_for(
    trace: Trace, base: Plan | None = None, rule: Rule | None = None, credit: int | None = None
) -> Plan:
    """A plan for that trace: of the bank's own rule, or of ``base``; ``rule`` and ``credit`` override either.

    The hours are those of the trace, whatever the base says: its customers came when they came. Services
    that the base does not know are added, segments are not, because only the branch knows their worth.
    """
    segments = _of_trace(trace) if base is None else _of_base(trace, base)
    if credit is not None:
        first, *others = segments.values()
        segments = {first.id: first, **{s.id: replace(s, credit=credit) for s in others}}
    known = {} if base is None else base.services
    services = {
        name: replace(known[name], last=_ALL_NUMBERS, hours=None, quotas=(), per_day=None)
        if name in known
        else _service(name, mean)
        for name, mean in mean_lengths(trace).items()
    }
    made = Plan(
        name={"en": trace.name},
        services=services,
        segments=segments,
        counters={n: CounterPlan(n, tuple(services)) for n in counters_of(trace).values()},
        schedule=_ALWAYS,
        rule=BANKS_OWN,
        languages=("en",),
        # A trace tells of nobody who rates, is called again, stands aside or has an appointment.
        rating_window=0,
        undo_window=0,
        recall_limit=0,
        requeue_places=0,
        requeue_limit=0,
        reprint_limit=0,
        park_reminder=0,
        appointment_early=0,
        appointment_late=0,
        appointment_walk_in=0,
        offline_numbers=0,
    )
    return replace(made, rule=rule or (base.rule if base else BANKS_OWN))


def counters_of(trace: Trace) -> Mapping[str, int]:
    """The number of each server's counter."""
    servers = {customer.server for customer in trace.customers if customer.service_s is not None}
    return {server: number for number, server in enumerate(sorted(servers), start=1)}


def segment_of(plan: Plan, segment: str) -> str:
    """The segment that a recorded one queues as: of those the branch does not know, its ordinary one."""
    return segment if segment in plan.segments else plan.default_segment


def mean_lengths(trace: Trace) -> dict[str, int]:
    """By service, how many ms one customer took; over all services where nobody was served."""
    lengths: dict[str, list[int]] = {service: [] for service in trace.services()}
    for customer in trace.customers:
        if customer.service_s is not None:
            lengths[customer.service].append(customer.service_s)
    everything = [length for some in lengths.values() for length in some]
    return {service: round(_mean(some or everything)) * SECOND for service, some in lengths.items()}


def _mean(numbers: list[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _service(name: str, length: int) -> Service:
    return Service(name, name, {"en": name}, last=_ALL_NUMBERS, standard=length)


def _of_trace(trace: Trace) -> Mapping[str, Segment]:
    """Ordinary customers, and everybody else with the bank's credit and the usual rate."""
    ordinary = next((name for name in trace.segments() if name in _ORDINARY), _ORDINARY[0])
    others = [name for name in trace.segments() if name not in _ORDINARY]
    return {
        ordinary: Segment(ordinary, {"en": ordinary}),
        **{
            name: Segment(name, {"en": name}, credit=BANKS_CREDIT, rank=1, rate=USUAL_RATE) for name in others
        },
    }


def _of_base(trace: Trace, base: Plan) -> Mapping[str, Segment]:
    for name in trace.segments():
        if name not in (*base.segments, *_ORDINARY):
            has = ", ".join(base.segments)
            raise ReplayError(f"the configuration has no segment {name!r} as in {trace.name}; it has {has}")
    return dict(base.segments)
