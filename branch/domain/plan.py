"""The branch as it is configured: what may be asked for, by whom it is served, when and in which order.

All durations are milliseconds, all instants milliseconds since the epoch in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from branch.domain.errors import refusal
from branch.domain.offer import MINUTE as MINUTE
from branch.domain.offer import Service as Service
from branch.domain.offer import ServiceGroup as ServiceGroup
from branch.domain.reasons import REASONS, Reason

SECOND = 1_000
HOUR = 60 * MINUTE

RuleName = Literal["longest-wait", "strict-priority", "first-come"]
ServiceOrder = Literal["together", "listed"]
Phase = Literal["open", "opening-soon", "break", "closed"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A kind of customer. ``credit`` counts as time already waited; a lower ``rank`` goes first when
    the rule is strict priority."""

    id: str
    names: Mapping[str, str]
    credit: int = 0
    rank: int = 9


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """A counter and the services it serves, the first being its own."""

    number: int
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """How the next ticket is found; see `branch.domain.discipline`.

    ``most_passes`` is the promise to everybody: so many who came later are called before them at most, 0
    for no promise. With ``service_order`` "listed" a counter turns to a later service of its list only when
    nobody waits for the earlier ones, or when the cap is passed.
    """

    name: RuleName = "longest-wait"
    cap: int = 30 * MINUTE
    appointment_credit: int = 15 * MINUTE
    service_order: ServiceOrder = "together"
    most_passes: int = 0


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
class Schedule:
    """Opening hours in the branch's own time zone. ``week`` has, for Monday to Sunday, the (from, to)
    pairs of that day; ``special`` overrides single dates (an empty tuple: closed all day)."""

    zone: str
    week: tuple[tuple[tuple[time, time], ...], ...]
    special: Mapping[date, tuple[tuple[time, time], ...]] = field(default_factory=dict)
    day_starts: time = time(0, 0)

    def day_of(self, now: int) -> str:
        """The business day that ``now`` belongs to, as 2026-11-21."""
        local = datetime.fromtimestamp(now / 1000, ZoneInfo(self.zone))
        day = local.date()
        if local.time() < self.day_starts:
            day -= timedelta(days=1)
        return day.isoformat()

    def opening(self, day: str) -> tuple[tuple[int, int], ...]:
        """The (from, to) instants at which the branch is open on that business day."""
        zone = ZoneInfo(self.zone)
        on = date.fromisoformat(day)
        hours = self.special.get(on, self.week[on.weekday()])
        return tuple((_instant(on, start, zone), _instant(on, end, zone)) for start, end in hours)

    def phase(self, now: int) -> Phase:
        """Whether the branch takes customers now: open, opening-soon, break (lunch) or closed."""
        hours = self.opening(self.day_of(now))
        if any(start <= now < end for start, end in hours):
            return "open"
        if not hours or now >= hours[-1][1]:
            return "closed"
        return "opening-soon" if now < hours[0][0] else "break"

    def opens_at(self, now: int) -> int | None:
        """When it opens next on this business day; None if it does not."""
        return next((start for start, _ in self.opening(self.day_of(now)) if start > now), None)

    def closes_at(self, now: int) -> int | None:
        """When the hours that run now end; None outside them."""
        hours = self.opening(self.day_of(now))
        return next((end for start, end in hours if start <= now < end), None)


def _instant(on: date, at: time, zone: ZoneInfo) -> int:
    if at == time.max:  # "24:00" in branch.toml
        return round(datetime.combine(on + timedelta(days=1), time(0, 0), zone).timestamp() * 1000)
    return round(datetime.combine(on, at, zone).timestamp() * 1000)


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
    appointment_early: int = 30 * MINUTE
    appointment_late: int = 15 * MINUTE
    offline_numbers: int = 50
    groups: Mapping[str, ServiceGroup] = field(default_factory=dict)
    feedback: Feedback = field(default_factory=Feedback)
    reasons: tuple[Reason, ...] = REASONS

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
