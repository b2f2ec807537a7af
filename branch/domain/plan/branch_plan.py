"""The branch as it is configured: what may be asked for, by whom it is served, when and in which order.

All durations are milliseconds, all instants milliseconds since the epoch in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from branch.domain.kernel.refusals import refusal
from branch.domain.plan.counters_and_staff import CounterPlan, StaffPlan, TellerHint
from branch.domain.plan.default_reasons import CALL_REASONS, CLOSE_REASONS, REASONS
from branch.domain.plan.rules import Feedback, Rule, SlotRule
from branch.domain.plan.schedule import MINUTE, SECOND, Phase, Schedule
from branch.domain.plan.segments import NamedReason, Reason, Segment
from branch.domain.plan.services_offered import Service, ServiceGroup


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
