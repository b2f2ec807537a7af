"""The times that a branch itself offers for appointments, and how many customers each of them takes.

A service for which the branch has slots is booked by slot alone. A slot is offered where all of it lies
within the opening hours of the branch and of the service, so holidays and lunch have none. A place in it is
held by an appointment that is booked or has been checked in; cancelling that one frees it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.domain.plan.branch_plan import Plan, SlotRule

HOLDS = frozenset({"booked", "checked-in"})
"""The states of an appointment that has its place."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One time (ms) that can be booked."""

    starts_at: int
    ends_at: int
    capacity: int


def by_slot(plan: Plan, service: str) -> bool:
    """Whether that service is booked by slot."""
    return any(rule.service == service for rule in plan.slots)


def slots_on(plan: Plan, service: str, day: str) -> list[Slot]:
    """The slots of a service on a business day, in order; raises unknown-service."""
    own = plan.service(service).hours
    hours = [plan.schedule.opening(day), *([] if own is None else [own.opening(day)])]
    found = (slot for rule in plan.slots if rule.service == service for slot in _slots(rule, plan, day))
    return sorted(
        (slot for slot in found if all(_within(spans, slot) for spans in hours)),
        key=lambda slot: slot.starts_at,
    )


def free_places(hall: Hall, service: str, day: str, now: int) -> list[tuple[Slot, int]]:
    """The slots of that day that have not begun, each with how many places it has left."""
    held = Counter(
        a.starts_at for a in hall.appointments.values() if a.service == service and a.status in HOLDS
    )
    return [
        (slot, max(0, slot.capacity - held[slot.starts_at]))
        for slot in slots_on(hall.plan, service, day)
        if slot.starts_at >= now
    ]


def claim(hall: Hall, service: str, starts_at: int, phone: str | None, *, own: str | None = None) -> None:
    """Raise unknown-slot, already-booked or slot-full unless a place can be had; nothing is checked for a
    service without slots. ``own`` is the appointment that asks, if it exists already."""
    plan = hall.plan
    if not by_slot(plan, service):
        return
    day = plan.schedule.day_of(starts_at)
    slot = next((s for s in slots_on(plan, service, day) if s.starts_at == starts_at), None)
    if slot is None:
        raise refusal(
            "unknown-slot",
            f"service {service} has no slot at that time",
            service=service,
            starts_at=starts_at,
        )
    held = [
        a
        for a in hall.appointments.values()
        if (a.service, a.starts_at) == (service, starts_at) and a.status in HOLDS and a.id != own
    ]
    if phone is not None and any(a.phone == phone for a in held):
        raise refusal(
            "already-booked", "this phone number has that slot", service=service, starts_at=starts_at
        )
    if len(held) >= slot.capacity:
        raise refusal(
            "slot-full",
            f"all {slot.capacity} places of that slot are booked",
            service=service,
            starts_at=starts_at,
            capacity=slot.capacity,
        )


def _slots(rule: SlotRule, plan: Plan, day: str) -> Iterator[Slot]:
    times = ((rule.start, rule.end),)
    for at, end in plan.schedule.spans(day, lambda on: times if on.weekday() in rule.weekdays else ()):
        for start in range(at, end - rule.every + 1, rule.every):
            yield Slot(start, start + rule.every, rule.capacity)


def _within(spans: Sequence[tuple[int, int]], slot: Slot) -> bool:
    return any(start <= slot.starts_at and slot.ends_at <= end for start, end in spans)
