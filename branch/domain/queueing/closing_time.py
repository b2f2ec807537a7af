"""Whether whoever comes now will be served before the branch closes for the day, going by the estimate.

Those who wait at closing time are still served where the branch does so; the rule is for the branch that
cannot promise it, and for the customer who would rather come back tomorrow.
"""

from __future__ import annotations

from typing import Literal

from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.estimate import Band, Forecast

ClosingRisk = Literal["warn", "refuse"]


def closing_risk(plan: Plan, band: Band | None, now: int) -> ClosingRisk | None:
    """What the rule asks for at a wait: a warning when its long end passes closing time less the margin, a
    refusal when even its short end does. None as well where nobody can tell the wait."""
    hours = plan.schedule.opening(plan.schedule.day_of(now))
    if plan.rule.closing == "off" or band is None or not hours:
        return None
    left = hours[-1][1] - plan.rule.closing_margin - now
    if plan.rule.closing == "refuse" and band.low > left:
        return "refuse"
    return "warn" if band.high > left else None


def newcomer_closing_risk(hall: Hall, service: str, segment: str, now: int) -> ClosingRisk | None:
    """The same for a newcomer of that segment."""
    if hall.plan.rule.closing == "off":
        return None
    return closing_risk(hall.plan, Forecast(hall, now).for_newcomer(service, segment), now)
