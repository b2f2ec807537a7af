"""The rules of a branch: who goes first, what is done about unhappy customers, which times can be booked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Literal

from branch.domain.plan.schedule import HOUR, MINUTE

RuleName = Literal["longest-wait", "strict-priority", "first-come"]

ServiceOrder = Literal["together", "listed"]

ClosingRule = Literal["off", "warn", "refuse"]


@dataclass(frozen=True, slots=True)
class Rule:
    """How the next ticket is found; see `branch.domain.queueing.discipline`.

    ``most_passes`` is the promise to everybody: so many who came later are called before them at most, 0
    for no promise. With ``service_order`` "listed" a counter turns to a later service of its list only when
    nobody waits for the earlier ones, or when the cap is passed. ``closing`` says what is done for those who
    may not be served ``closing_margin`` ms before the day's end; see `branch.domain.queueing.closing_time`.
    ``late_credit`` is for those who came too late for their appointment.
    """

    name: RuleName = "longest-wait"
    cap: int = 30 * MINUTE
    appointment_credit: int = 15 * MINUTE
    service_order: ServiceOrder = "together"
    most_passes: int = 0
    closing: ClosingRule = "off"
    closing_margin: int = 0
    late_credit: int = 5 * MINUTE


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is done about unhappy customers. A score of ``poor_score`` or less opens a case (0: none does),
    to be answered ``answer_within`` ms, counted while the branch is open if ``opening_hours``. A resolved
    case stays at hand for ``keep`` ms."""

    poor_score: int = 2
    answer_within: int = 8 * HOUR
    opening_hours: bool = True
    keep: int = 30 * 24 * HOUR


@dataclass(frozen=True, slots=True)
class SlotRule:
    """From ``start`` to ``end`` of those weekdays (0 is Monday) slots of ``every`` ms follow each other, for
    ``capacity`` customers each."""

    service: str
    weekdays: frozenset[int]
    start: time
    end: time
    every: int
    capacity: int
