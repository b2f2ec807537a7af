"""The branch as it is configured: what may be asked for, by whom it is served, when and in which order.

All durations are milliseconds, all instants milliseconds since the epoch in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from branch.domain.errors import refusal
from branch.domain.hints import TellerHint as TellerHint
from branch.domain.offer import MINUTE as MINUTE
from branch.domain.offer import Service as Service
from branch.domain.offer import ServiceGroup as ServiceGroup
from branch.domain.offer import Step as Step
from branch.domain.people import StaffPlan as StaffPlan
from branch.domain.reasons import CALL_REASONS, CLOSE_REASONS, REASONS, NamedReason, Reason
from branch.domain.schedule import Phase as Phase
from branch.domain.schedule import Schedule as Schedule
from branch.domain.slots import SlotRule

SECOND = 1_000
HOUR = 60 * MINUTE

RuleName = Literal["longest-wait", "strict-priority", "first-come"]
Direction = Literal["left", "right", "straight", "up", "down"]
ServiceOrder = Literal["together", "listed"]
ClosingRule = Literal["off", "warn", "refuse"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A kind of customer. ``credit`` counts as time already waited; a lower ``rank`` goes first when
    the rule is strict priority. With ``reasons`` the kiosk offers it to whoever has one of them."""

    id: str
    names: Mapping[str, str]
    credit: int = 0
    rank: int = 9
    reasons: tuple[NamedReason, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """A counter and the services it serves, the first being its own; ``direction`` is where it lies as seen
    from the board, None if nobody has said."""

    number: int
    services: tuple[str, ...]
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """How the next ticket is found; see `branch.domain.discipline`.

    ``most_passes`` is the promise to everybody: so many who came later are called before them at most, 0
    for no promise. With ``service_order`` "listed" a counter turns to a later service of its list only when
    nobody waits for the earlier ones, or when the cap is passed. ``closing`` says what is done for those who
    may not be served ``closing_margin`` ms before the day's end; see `branch.domain.closing`.
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
class Plan:
    """Everything the queue must know about its branch."""

    name: Mapping[str, str]
    services: Mapping[str, Service]
    segments: Mapping[str, Segment]
    counters: Mapping[int, CounterPlan]
    schedule: Schedule
    rule: Rule = field(default_factory=Rule)
    languages: tuple[str, ...] = ("zh", "en")
    rating_window: int = 30 * MINUTE
    undo_window: int = 10 * SECOND
    recall_limit: int = 3
    requeue_places: int = 3
    requeue_limit: int = 1
    reprint_limit: int = 2
    park_reminder: int = 10 * MINUTE
    appointment_early: int = 30 * MINUTE
    appointment_late: int = 15 * MINUTE
    appointment_walk_in: int = 0
    offline_numbers: int = 50
    groups: Mapping[str, ServiceGroup] = field(default_factory=dict)
    feedback: Feedback = field(default_factory=Feedback)
    reasons: tuple[Reason, ...] = REASONS
    close_reasons: tuple[NamedReason, ...] = CLOSE_REASONS
    slots: tuple[SlotRule, ...] = ()
    call_reasons: tuple[NamedReason, ...] = CALL_REASONS
    staff: Mapping[str, StaffPlan] = field(default_factory=dict)
    hints: tuple[TellerHint, ...] = ()

    def service(self, service_id: str) -> Service:
        """That service; raises unknown-service."""
        try:
            return self.services[service_id]
        except KeyError:
            raise refusal("unknown-service", f"there is no service {service_id!r}") from None

    def segment(self, segment_id: str) -> Segment:
        """That segment; raises unknown-segment."""
        try:
            return self.segments[segment_id]
        except KeyError:
            raise refusal("unknown-segment", f"there is no segment {segment_id!r}") from None

    @property
    def default_segment(self) -> str:
        """The segment of a customer who named none: the first one configured."""
        return next(iter(self.segments))

    def phase(self, now: int) -> Phase:
        """Whether the branch takes customers now; see `Schedule.phase`."""
        return self.schedule.phase(now)
