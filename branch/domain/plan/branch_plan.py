"""The branch as it is configured: what may be asked for, by whom it is served, when and in which order.

All durations are milliseconds, all instants milliseconds since the epoch in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from hashlib import sha256
from typing import Literal

from branch.domain.kernel.refusals import refusal
from branch.domain.plan.services_offered import NamedReason, Reason, Segment, Service, ServiceGroup
from branch.opening_hours import HOUR, MINUTE, Phase, Schedule


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """A counter and the services it serves, the first being its own; ``direction`` is where it lies as seen
    from the board, None if nobody has said."""

    number: int
    services: tuple[str, ...]
    direction: Direction | None = None


Direction = Literal["left", "right", "straight", "up", "down"]


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """One of the staff. ``public_name`` is what customers may read of them, by language; empty: nothing."""

    id: str
    public_name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TellerHint:
    """A line by language for those who serve customers of a ``service`` and a ``segment``; None for any."""

    text: Mapping[str, str]
    service: str | None = None
    segment: str | None = None


RuleName = Literal["longest-wait", "strict-priority", "first-come", "accumulating-priority"]

ServiceOrder = Literal["together", "listed"]

ClosingRule = Literal["off", "warn", "refuse"]


USUAL_PROMISE = 5
"""So many later-comers go first at most under accumulating priority, where the branch has not said."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How the next ticket is found; see `branch.domain.queueing.discipline`.

    ``most_passes`` is the promise to everybody: so many who came later are called before them at most, 0
    for no promise. With ``service_order`` "listed" a counter turns to a later service of its list only when
    nobody waits for the earlier ones, or when the cap is passed. ``closing`` says what is done for those who
    may not be served ``closing_margin`` ms before the day's end; see `branch.domain.queueing.admission`.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptParts:
    """What branch.toml has no more and somebody still needs, for nobody new: services, segments, counters
    and staff by id. All counters of the services ``everywhere`` have left, so every counter calls these."""

    services: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    counters: tuple[int, ...] = ()
    staff: tuple[str, ...] = ()
    everywhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything the queue must know about its branch. What is usual is not said here but by branch.toml.
    ``kept`` is what is in it though branch.toml has it no more; see `branch.domain.plan.kept_plan`."""

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
    kept: KeptParts = KeptParts()

    def language_of(self, tag: str) -> str | None:
        """The offered language that a tag such as en-US means: itself in any case, else what is left when its
        last parts are taken off (the lookup of RFC 4647, 3.4); None if there is none."""
        offered = {language.casefold(): language for language in self.languages}
        parts = tag.casefold().replace("_", "-").split("-")
        for count in range(len(parts), 0, -1):
            if found := offered.get("-".join(parts[:count])):
                return found
        return None

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

    def offered(self, service_id: str) -> Service:
        """That service for somebody new; raises unknown-service also for one that is only kept."""
        if service_id in self.kept.services:
            raise refusal("unknown-service", f"service {service_id!r} has left branch.toml")
        return self.service(service_id)

    def offered_segment(self, segment_id: str) -> Segment:
        """That segment for somebody new; raises unknown-segment also for one that is only kept."""
        if segment_id in self.kept.segments:
            raise refusal("unknown-segment", f"segment {segment_id!r} has left branch.toml")
        return self.segment(segment_id)

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
