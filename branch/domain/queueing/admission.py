"""Whether a service takes newcomers: its hours, its quotas, what the staff have closed, and closing time.

What was promised before goes on: an appointment is checked in outside the service's own hours and beyond its
quotas, and a number that a kiosk gave without us is never refused. Both count in the quotas of their time, so
that those who come without a promise find fewer. A number that was cancelled stays counted: else a quota
could be held by whoever takes numbers and gives them back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.services_offered import Quota, Service
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.tickets.free_numbers import next_number
from branch.opening_hours import Schedule, TimesOn

ClosingRisk = Literal["warn", "refuse"]


def closing_risk(plan: Plan, estimate: WaitEstimate | None, now: int) -> ClosingRisk | None:
    """What the rule asks for at a wait: a warning when its long end passes closing time less the margin, a
    refusal when even its short end does. None as well where nobody can tell the wait."""
    if plan.rule.closing == "off" or estimate is None:
        return None
    closing = plan.schedule.closing(plan.schedule.day_of(now))
    if closing is None:
        return None
    left = closing - plan.rule.closing_margin - now
    if plan.rule.closing == "refuse" and estimate.low > left:
        return "refuse"
    return "warn" if estimate.top > left else None


ClosedBy = Literal["staff", "hours", "quota"]


@dataclass(frozen=True, slots=True)
class Availability:
    """What keeps newcomers out, None for nothing, and when that ends by itself today (ms), if it does."""

    closed_by: ClosedBy | None = None
    opens_at: int | None = None


def availability(hall: Hall, service: str, now: int) -> Availability:
    """How a service stands to newcomers; whether the branch is open is another question."""
    kind = hall.plan.service(service)
    if service in hall.closed_services or service in hall.plan.kept.services:
        return Availability("staff")
    if next_number(hall, service) is None:
        return Availability("quota")
    taken = hall.issue_times.get(service, [])
    if kind.per_day is not None and len(taken) >= kind.per_day:
        return Availability("quota")
    if kind.hours is None and not kind.quotas:
        return _OPEN
    schedule = hall.plan.schedule
    day = schedule.day_of(now)
    windows = _windows(kind, schedule, day, taken)
    own_hours = kind.hours.opening(day) if kind.hours is not None else None
    if own_hours is not None and not _within(own_hours, now):
        closed_by: ClosedBy = "hours"
    elif _full(windows, now):
        closed_by = "quota"
    else:
        return _OPEN
    branch_hours = schedule.opening(day)
    times = {start for start, _ in (*branch_hours, *(own_hours or ()))} | {w.end for w in windows}
    later = (
        at
        for at in sorted(times)
        if at > now
        and _within(branch_hours, at)
        and (own_hours is None or _within(own_hours, at))
        and not _full(windows, at)
    )
    return Availability(closed_by, next(later, None))


def admit(hall: Hall, service: str, now: int, *, promised: bool = False) -> None:
    """Raise branch-closed, service-closed or quota-reached unless a ticket can be given now."""
    if hall.plan.phase(now) != "open":
        raise refusal("branch-closed", "the branch is closed", opens_at=hall.plan.schedule.opens_at(now))
    stands = availability(hall, service, now)
    closed_by = stands.closed_by
    kept_word = (
        promised and service not in hall.closed_services
    )  # also by a service that has left branch.toml
    if (closed_by == "staff" and not kept_word) or (closed_by == "hours" and not promised):
        raise refusal(
            "service-closed",
            f"service {service} takes nobody now",
            service=service,
            closed_by=closed_by,
            reason=hall.closed_services.get(service),
            opens_at=stands.opens_at,
        )
    if next_number(hall, service) is None or (closed_by == "quota" and not promised):
        raise refusal(
            "quota-reached",
            f"all numbers of service {service} have been given for now",
            service=service,
            closed_by="quota",
            opens_at=stands.opens_at,
        )


@dataclass(frozen=True, slots=True)
class _Window:
    start: int
    end: int
    full: bool


_OPEN = Availability()


def _windows(kind: Service, schedule: Schedule, day: str, taken: Sequence[int]) -> list[_Window]:
    windows = []
    for quota in kind.quotas:
        for start, end in schedule.spans(day, _every_day(quota)):
            count = bisect_left(taken, end) - bisect_left(taken, start)
            windows.append(_Window(start, end, count >= quota.tickets))
    return windows


def _every_day(quota: Quota) -> TimesOn:
    return lambda _: ((quota.start, quota.end),)


def _full(windows: Sequence[_Window], at: int) -> bool:
    return any(window.full and window.start <= at < window.end for window in windows)


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)
