"""What a waiting ticket weighs under each rule, at one instant.

A weight is ``credit + rate * time waited``, and the heaviest is called; the rules differ in the two terms
alone, and everybody in a lane has the same:

* ``accumulating-priority``: the rate of the segment, and no credit.
* ``longest-wait``: the credit of the segment, plus the one for a checked-in appointment, or the smaller one
  of those who came too late for theirs and wait as walk-ins.
* ``strict-priority``: a credit for the rank that nobody waits for; inside a rank a smaller one for a
  checked-in appointment.
* ``first-come``: no credit at all.

Whole numbers, so that the order is the same on every machine.
"""

from __future__ import annotations

from typing import NamedTuple

from branch.domain.plan.branch_plan import Plan, Rule
from branch.domain.tickets.ticket import Lane

_ERA = 10**12
"""More ms than anybody waits (31 years): what a rank weighs under strict priority."""

_THOUSANDTHS = 1000

_LAST_RANK = 9
"""That of a segment which is not configured any more."""


def goes_by_time(rule: Rule) -> bool:
    """Whether an appointment whose time has come goes before all others."""
    return rule.name == "accumulating-priority"


class Terms(NamedTuple):
    """What the tickets of a lane weigh: ``rate`` (thousandths) for each ms waited, and ``credit``, the weight
    (thousandths of a ms) that they begin with."""

    rate: int
    credit: int

    def weight(self, waited: int) -> int:
        """The weight of one who has waited so long (ms)."""
        return self.credit + self.rate * waited


def terms(plan: Plan, lane: Lane) -> Terms:
    """What those in a lane weigh under the branch's rule."""
    rule, segment = plan.rule, plan.segments.get(lane.segment)
    if rule.name == "accumulating-priority":
        return Terms(round(segment.rate * _THOUSANDTHS) if segment else _THOUSANDTHS, 0)
    if rule.name == "strict-priority":
        rank = segment.rank if segment else _LAST_RANK
        return Terms(_THOUSANDTHS, (-rank * _ERA + (_ERA // 2 if lane.appointment else 0)) * _THOUSANDTHS)
    return Terms(_THOUSANDTHS, credit(plan, lane) * _THOUSANDTHS)


def credit(plan: Plan, lane: Lane) -> int:
    """The time in ms that tickets of a lane are given for free; none but under the longest wait."""
    rule, segment = plan.rule, plan.segments.get(lane.segment)
    if rule.name != "longest-wait":
        return 0
    promised = rule.appointment_credit if lane.appointment else rule.late_credit if lane.came_late else 0
    return (segment.credit if segment else 0) + promised


class Weights:
    """The weights of everybody who waits, at one instant; make one, ask it for many lanes."""

    def __init__(self, plan: Plan, now: int) -> None:
        self.now = now
        self._plan = plan
        self._terms: dict[Lane, Terms] = {}

    def at(self, now: int) -> Weights:
        """The same lanes at another instant."""
        other = Weights(self._plan, now)
        other._terms = self._terms
        return other

    def terms(self, lane: Lane) -> Terms:
        """The terms of a lane, worked out once."""
        known = self._terms.get(lane)
        if known is None:
            known = self._terms[lane] = terms(self._plan, lane)
        return known

    def of(self, lane: Lane, since: int) -> int:
        """The weight of one who waits in that lane with that place."""
        return self.terms(lane).weight(self.now - since)

    def bound(self, lane: Lane, weight: int, order: int) -> tuple[int, int]:
        """The (since, order) in that lane before which everybody weighs more than ``weight``, or as much with
        an earlier ``order``."""
        rate, credit = self.terms(lane)
        waited, rest = divmod(weight - credit, rate)
        return (self.now - waited, -1) if rest else (self.now - waited, order)

    def behind(self, lane: Lane, weight: int) -> int:
        """The earliest ``since`` at which one in that lane weighs less than ``weight``."""
        rate, credit = self.terms(lane)
        return self.now + 1 + (credit - weight) // rate
