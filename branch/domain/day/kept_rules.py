"""What has left branch.toml and who still depends on it; the manager is told until nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from branch.domain.alerts.alert import LEFT_PLAN, AlertCleared, AlertRaised
from branch.domain.appointments.appointment import Appointment
from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.offline.number_block import NumberBlock
from branch.domain.plan.branch_plan import KeptParts, Plan
from branch.domain.plan.kept_plan import Needs, with_kept
from branch.domain.tickets.ticket import FINAL, Ticket

TELLER = "service"
"""Who raises these alerts and ends them."""


@dataclass(frozen=True, slots=True)
class Dependents:
    """How many depend on something that has left branch.toml: customers with a number or an appointment for
    today, or the session at a ``counter``. The "counters of" a service are all those that had it."""

    part: Literal["service", "counters of", "segment", "counter", "staff"]
    id: str
    count: int
    counter: int | None = None

    @property
    def name(self) -> str:
        """What it is: "service A"."""
        return f"{self.part} {self.id}"


def plan_of_day(hall: Hall, configured: Plan) -> Plan:
    """What the rest of the day goes by when that is configured. What the day has seen is needed to its end:
    the report tells of those who were served, and numbers that a kiosk has printed come later."""
    undone = (counter.undo.ticket for counter in hall.counters.values() if counter.undo is not None)
    needs = needs_of(
        appointments=hall.appointments.values(),
        tickets=[*hall.tickets.values(), *undone],
        blocks=hall.blocks.values(),
        counters=hall.counters.values(),
    )
    if hall.blocks:  # whom a kiosk has given its numbers is told later
        segments = hall.plan.segments
        needs = replace(
            needs,
            segments=(*needs.segments, *segments),
            segment_reasons=[(name, reason.id) for name, one in segments.items() for reason in one.reasons],
        )
    closed_for = {reason for reason in hall.closed_services.values() if reason is not None}
    return with_kept(hall.plan, configured, replace(needs, close_reasons=closed_for))


def needs_of(
    *,
    appointments: Iterable[Appointment],
    tickets: Sequence[Ticket] = (),
    blocks: Iterable[NumberBlock] = (),
    counters: Iterable[Counter] = (),
) -> Needs:
    """What these need of the plan: who is booked, has a number, has set some aside, or is signed in."""
    booked = [one for one in appointments if one.status == "booked"]
    sessions = [counter for counter in counters if counter.state != "closed"]
    return Needs(
        services={
            *(one.service for one in booked),
            *(name for ticket in tickets for name in _services_of(ticket)),
            *(block.service for block in blocks),
        },
        segments={
            *(one.segment for one in booked if one.segment is not None),
            *(ticket.segment for ticket in tickets),
        },
        counters={counter.number for counter in sessions},
        staff={counter.staff for counter in sessions if counter.staff is not None},
        call_reasons={
            ticket.stay.decision.note
            for ticket in tickets
            if ticket.stay.decision is not None and ticket.stay.decision.note is not None
        },
        segment_reasons={
            (ticket.segment, ticket.segment_reason) for ticket in tickets if ticket.segment_reason
        },
        rating_reasons={tag for ticket in tickets if ticket.rating for tag in ticket.rating.tags},
    )


def dependents(hall: Hall) -> Iterator[Dependents]:
    """Those who depend on each part that has left branch.toml, where there are any."""
    return (found for found in _dependents(hall) if found.count)


def left_plan(hall: Hall, now: int) -> Iterator[Event]:
    """An alert for each part that has left while somebody depends on it, and its end when nobody does. One
    that was cleared by somebody is not raised again for the same people."""
    told = {alert.detail or "": alert for alert in hall.alerts.values() if alert.kind == LEFT_PLAN}
    if hall.plan.kept == KeptParts() and not told:
        return
    found = {one.name: one for one in dependents(hall)}
    for name, one in found.items():
        if name not in told and name not in hall.left_plan_told:
            yield AlertRaised(
                at=now,
                alert=f"left-{one.part.replace(' ', '-')}-{one.id}-{now}",
                kind=LEFT_PLAN,
                source=TELLER,
                at_counter=one.counter,
                detail=name,
            )
    for name, alert in told.items():
        if name not in found:
            yield AlertCleared(
                at=now,
                alert=alert.id,
                kind=alert.kind,
                source=alert.source,
                at_counter=alert.counter,
                by=TELLER,
            )


def _dependents(hall: Hall) -> Iterator[Dependents]:
    kept = hall.plan.kept
    if kept == KeptParts():
        return
    here = [ticket for ticket in hall.tickets.values() if ticket.status not in FINAL]
    day_of = hall.plan.schedule.day_of
    for name in dict.fromkeys((*kept.services, *kept.everywhere)):
        count = sum(name in (ticket.service, *ticket.next_services) for ticket in here) + sum(
            one.status == "booked" and one.service == name and day_of(one.starts_at) == hall.day
            for one in hall.appointments.values()
        )
        yield Dependents("service" if name in kept.services else "counters of", name, count)
    for name in kept.segments:
        yield Dependents("segment", name, sum(ticket.segment == name for ticket in here))
    for counter in hall.counters.values():
        if counter.state != "closed" and counter.number in kept.counters:
            yield Dependents("counter", str(counter.number), 1, counter.number)
        if counter.state != "closed" and counter.staff in kept.staff:
            yield Dependents("staff", counter.staff or "", 1, counter.number)


def _services_of(ticket: Ticket) -> Iterator[str]:
    """What it waits for, what follows, and what it was served for."""
    yield ticket.service
    yield from ticket.next_services
    yield from (stay.service for stay in ticket.stays)
