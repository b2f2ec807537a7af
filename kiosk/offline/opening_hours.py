"""The opening hours as the branch tells them, for when nobody else can say whether it is open."""

from __future__ import annotations

from branch.contract.branch_info import BranchInfo
from branch.domain.plan.schedule import Schedule


def schedule_of(branch: BranchInfo) -> Schedule:
    """The schedule of a branch."""
    return Schedule(branch.time_zone, branch.hours, branch.special_hours, branch.day_starts)


def takes(branch: BranchInfo, service: str, now: int) -> bool:
    """Whether that service's own hours allow a ticket now; the branch's are another question."""
    known = branch.service_by_id.get(service)
    if known is None or known.hours is None:
        return True
    own = Schedule(branch.time_zone, known.hours, known.special_hours, branch.day_starts)
    return own.phase(now) == "open"
