"""What `branchline check` says of a service's hours, quotas and slots: allowed, but of no use as they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from branch.domain.plan.branch_plan import Plan
from branch.service.config.section_types import DAYS

_Spans = Sequence[tuple[time, time]]


def hours_warnings(plan: Plan) -> list[str]:
    """One line for each window in which nobody could take a ticket all the time."""
    warnings = []
    for service in plan.services.values():
        week = plan.schedule.week
        if service.hours is not None:
            for day, own, branch in zip(DAYS, service.hours.week, week, strict=True):
                warnings += [
                    f"service {service.id}: {day} {_said(span)} reaches outside the branch's hours"
                    for span in own
                    if not _inside(span, branch)
                ]
            week = service.hours.week
        for quota in service.quotas:
            window = (quota.start, quota.end)
            if not any(_inside(window, day) for day in week):
                warnings.append(f"service {service.id}: quota {_said(window)} reaches outside its hours")
        for rule in (rule for rule in plan.slots if rule.service == service.id):
            window = (rule.start, rule.end)
            outside = [DAYS[day] for day in sorted(rule.weekdays) if not _inside(window, week[day])]
            if outside:
                days = ", ".join(outside)
                warnings.append(
                    f"service {service.id}: slots {_said(window)} reach outside its hours: {days}"
                )
    return warnings


def _inside(span: tuple[time, time], hours: _Spans) -> bool:
    """Whether it lies between the first opening and the last closing; a break within is no mistake."""
    return bool(hours) and hours[0][0] <= span[0] and span[1] <= hours[-1][1]


def _said(span: tuple[time, time]) -> str:
    start, end = ("24:00" if at == time.max else at.isoformat("minutes") for at in span)
    return f"{start}-{end}"
