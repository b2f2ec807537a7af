"""The branch as it is configured: what may be asked for, by whom it is served, when and in which order.

All durations are milliseconds, all instants milliseconds since the epoch in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from branch.domain.kernel.refusals import refusal
from branch.domain.plan.counters_and_staff import CounterPlan, StaffPlan, TellerHint
from branch.domain.plan.rules import Feedback, Rule, SlotRule
from branch.domain.plan.schedule import Phase, Schedule
from branch.domain.plan.segments import NamedReason, Reason, Segment
from branch.domain.plan.services_offered import Service, ServiceGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything the queue must know about its branch. What is usual is not said here but by branch.toml."""

    name: Mapping[str, str]
    services: Mapping[str, Service]
    segments: Mapping[str, Segment]
    counters: Mapping[int, CounterPlan]
    schedule: Schedule
    rule: Rule
    languages: tuple[str, ...]
    rating_window: int
    undo_window: int
    recall_limit: int
    requeue_places: int
    requeue_limit: int
    reprint_limit: int
    park_reminder: int
    appointment_early: int
    appointment_late: int
    appointment_walk_in: int
    offline_numbers: int
    groups: Mapping[str, ServiceGroup] = field(default_factory=dict)
    feedback: Feedback = field(default_factory=Feedback)
    reasons: tuple[Reason, ...] = ()
    close_reasons: tuple[NamedReason, ...] = ()
    slots: tuple[SlotRule, ...] = ()
    call_reasons: tuple[NamedReason, ...] = ()
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

    @property
    def hash(self) -> str:
        """Tells this plan from another one; the same for one configuration under one version of the
        program."""
        return sha256(repr(self).encode()).hexdigest()[:32]
