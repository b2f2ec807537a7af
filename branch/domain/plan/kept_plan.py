"""The plan that is in force when branch.toml has changed: the new one, and what is needed of the old one.

A service goes on at the counters that had it; where all of these have left, at every counter. Its name, its
prefix and its steps are those of before. Nobody new is let in: see `Plan.offered`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from branch.domain.plan.branch_plan import CounterPlan, KeptParts, Plan
from branch.domain.plan.services_offered import NamedReason, Segment, Service

KeyT = TypeVar("KeyT")
PartT = TypeVar("PartT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a plan must have, by id: the services, segments, counters and staff that somebody depends on, and
    the reasons that were given: for ratings, closed services, calls out of turn, and with their segment."""

    services: Collection[str] = ()
    segments: Collection[str] = ()
    counters: Collection[int] = ()
    staff: Collection[str] = ()
    rating_reasons: Collection[str] = ()
    close_reasons: Collection[str] = ()
    call_reasons: Collection[str] = ()
    segment_reasons: Collection[tuple[str, str]] = ()


def with_kept(old: Plan, configured: Plan, needs: Needs) -> Plan:
    """What is configured, with what is needed of the old plan in force; with more needs it only grows, and
    asked again for the same needs it stays as it is."""
    services = _missing(old.services, configured.services, needs.services)
    of_services = [service.segment for service in services.values() if service.segment is not None]
    segments = _missing(old.segments, configured.segments, {*needs.segments, *of_services})
    counters = _missing(old.counters, configured.counters, needs.counters)
    staff = _missing(old.staff, configured.staff, needs.staff)
    everywhere = _without_counter(
        old, configured, [*services, *_ordered(configured.services, needs.services)]
    )
    rating_reasons = [
        # It has a name for those who gave it, and is offered for no score.
        replace(reason, scores=())
        for reason in old.reasons
        if reason.id in needs.rating_reasons and reason.id not in {one.id for one in configured.reasons}
    ]
    every_service = {
        **configured.services,
        **{name: _fitting(service, configured) for name, service in services.items()},
    }
    return replace(
        configured,
        services=every_service,
        segments={
            **{
                name: _with_reasons(segment, old.segments.get(name), needs.segment_reasons)
                for name, segment in configured.segments.items()
            },
            **segments,
        },
        counters={
            **{
                number: _serving(counter, old.counters.get(number), services, everywhere)
                for number, counter in configured.counters.items()
            },
            **{
                number: replace(counter, services=_ordered(counter.services, every_service))
                for number, counter in counters.items()
            },
        },
        staff={**configured.staff, **staff},
        reasons=(*configured.reasons, *rating_reasons),
        close_reasons=_reasons(old.close_reasons, configured.close_reasons, needs.close_reasons),
        call_reasons=_reasons(old.call_reasons, configured.call_reasons, needs.call_reasons),
        kept=KeptParts(
            services=tuple(services),
            segments=tuple(segments),
            counters=tuple(counters),
            staff=tuple(staff),
            everywhere=everywhere,
        ),
    )


def without_kept(plan: Plan) -> Plan:
    """That plan for a day on which nobody needs what has left branch.toml."""
    kept = plan.kept
    gone = {*kept.services, *kept.everywhere}
    return replace(
        plan,
        services={name: one for name, one in plan.services.items() if name not in kept.services},
        segments={name: one for name, one in plan.segments.items() if name not in kept.segments},
        counters={
            number: replace(one, services=tuple(name for name in one.services if name not in gone))
            for number, one in plan.counters.items()
            if number not in kept.counters
        },
        staff={name: one for name, one in plan.staff.items() if name not in kept.staff},
        kept=KeptParts(),
    )


def _reasons(
    old: Iterable[NamedReason], new: tuple[NamedReason, ...], needed: Collection[str]
) -> tuple[NamedReason, ...]:
    known = {reason.id for reason in new}
    kept = (reason for reason in old if reason.id in needed and reason.id not in known)
    return (*new, *(replace(reason, kept=True) for reason in kept))


def _with_reasons(segment: Segment, before: Segment | None, needed: Collection[tuple[str, str]]) -> Segment:
    given = {reason for name, reason in needed if name == segment.id}
    if before is None or not given:
        return segment
    return replace(segment, reasons=_reasons(before.reasons, segment.reasons, given))


def _missing(
    old: Mapping[KeyT, PartT], new: Mapping[KeyT, PartT], needed: Collection[KeyT]
) -> dict[KeyT, PartT]:
    return {key: part for key, part in old.items() if key in needed and key not in new}


def _ordered(names: Iterable[str], among: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in among)


def _without_counter(old: Plan, configured: Plan, services: Iterable[str]) -> tuple[str, ...]:
    """Those services that had a counter, and that none of the configured ones has or had."""
    listed = {name for counter in configured.counters.values() for name in counter.services}
    had = {
        name: {number for number, counter in old.counters.items() if name in counter.services}
        for name in services
        if name not in listed
    }
    return tuple(
        name
        for name, numbers in had.items()
        if name in old.kept.everywhere
        or (numbers and (name in configured.services or not numbers & configured.counters.keys()))
    )


def _serving(
    counter: CounterPlan, before: CounterPlan | None, kept: Collection[str], everywhere: Iterable[str]
) -> CounterPlan:
    had = _ordered(before.services, kept) if before is not None else ()
    return replace(counter, services=tuple(dict.fromkeys((*counter.services, *had, *everywhere))))


def _fitting(service: Service, configured: Plan) -> Service:
    """A service that is kept, in no group that has left: it is shown to nobody who would look for it."""
    return service if service.group in configured.groups else replace(service, group=None)
