"""What the report says, as a tree of plain numbers: no words, no rounding, no layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


def share(part: int, whole: int) -> float | None:
    """``part / whole``, or None when there is no whole to take a share of."""
    return part / whole if whole else None


@dataclass(frozen=True, slots=True)
class Spread:
    """How a duration was spread over ``count`` customers, in seconds; all None when nobody was measured.

    ``judged`` of them have a standard, ``within`` of those kept it (equal counts as kept). ``standard_s`` is
    the mean of the standards that apply to the judged, so services of unequal standards can be told together.
    """

    count: int
    mean_s: float | None
    median_s: float | None
    p90_s: float | None
    max_s: float | None
    judged: int
    within: int
    standard_s: float | None

    @property
    def share(self) -> float | None:
        """The part of the judged that kept the standard."""
        return share(self.within, self.judged)

    @property
    def late(self) -> int:
        """How many exceeded their standard."""
        return self.judged - self.within


@dataclass(frozen=True, slots=True)
class Ends:
    """How the visits ended. ``unfinished`` is every other state: still waiting, called, serving, parked."""

    customers: int
    served: int
    missed: int
    cancelled: int
    expired: int
    unfinished: int

    @property
    def left(self) -> int:
        """Those who went without having been called in vain: cancelled or expired."""
        return self.cancelled + self.expired


@dataclass(frozen=True, slots=True)
class Ratings:
    """What ``served`` customers said; ``scores`` counts those of 1, 2, 3, 4 and 5, in this order, and
    ``unanswered`` those who were asked at the pad and said nothing there or on the phone."""

    served: int
    scores: tuple[int, int, int, int, int]
    unanswered: int = 0

    @property
    def count(self) -> int:
        """How many rated."""
        return sum(self.scores)

    @property
    def rate(self) -> float | None:
        """The part of those served who rated."""
        return share(self.count, self.served)

    @property
    def mean(self) -> float | None:
        """The mean score, 1 to 5."""
        return sum(n * score for score, n in enumerate(self.scores, 1)) / self.count if self.count else None

    @property
    def satisfied(self) -> float | None:
        """The part of those who rated that gave 4 or 5 (the "top two boxes" of customer surveys)."""
        return share(self.scores[3] + self.scores[4], self.count)

    @property
    def unhappy(self) -> int:
        """How many gave 1 or 2."""
        return self.scores[0] + self.scores[1]


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """The feedback cases that were opened on the day: how many, and how many of them are resolved, were
    answered in time, and wait beyond their time."""

    opened: int
    resolved: int
    in_time: int
    overdue: int


@dataclass(frozen=True, slots=True)
class AppointmentFigures:
    """Appointments of the day: promised, came, ``late`` of those, cancelled, and unclaimed, that is nobody
    came. ``service`` is None for all of them."""

    service: str | None
    booked: int
    came: int
    late: int
    cancelled: int
    unclaimed: int


@dataclass(frozen=True, slots=True)
class AnnouncedWaits:
    """How the waits that customers were told held, for one ``id``: the day ("" then), a service, a segment or
    an hour of arrival. Of ``announced`` ``judged`` have come to a call, or passed their top without one;
    ``within`` of those ended by the announced top. ``mae_s`` is the mean distance from the announced middle
    in seconds."""

    id: str
    announced: int
    judged: int
    within: int
    mae_s: float | None

    @property
    def share(self) -> float | None:
        """The part of the judged that ended by the announced top."""
        return share(self.within, self.judged)


@dataclass(frozen=True, slots=True)
class AnnouncementFigures:
    """Those of the day, and what it is made of; services and segments in the branch's order."""

    day: AnnouncedWaits
    services: tuple[AnnouncedWaits, ...]
    segments: tuple[AnnouncedWaits, ...]
    hours: tuple[AnnouncedWaits, ...]


@dataclass(frozen=True, slots=True)
class StepFigures:
    """Of ``served`` customers of a service that has steps, how many had ``all`` of them ticked."""

    served: int
    all: int


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """One service: how often it was ``done``, its waits, and its times at the counter. ``waited_s`` are the
    waits one by one; ``steps`` is None for a service that has none."""

    id: str
    done: int
    ends: Ends
    waits: Spread
    wait_standard_s: float | None
    times: Spread
    standard_s: float | None
    waited_s: tuple[float, ...]
    steps: StepFigures | None


@dataclass(frozen=True, slots=True)
class SegmentFigures:
    """One group of customers."""

    id: str
    ends: Ends
    waits: Spread


@dataclass(frozen=True, slots=True)
class HourFigures:
    """Those who arrived in one hour of the day (0 to 23), whenever they were called."""

    hour: int
    ends: Ends
    waits: Spread


@dataclass(frozen=True, slots=True)
class CounterFigures:
    """One counter. ``pace`` is time used over time planned: the sum of its service times divided by the sum
    of the standards of the same services. Below 1 is faster; unlike a mean it does not punish the counter
    that takes the long services."""

    number: int
    times: Spread
    pace: float | None
    ratings: Ratings


@dataclass(frozen=True, slots=True)
class LongWait:
    """One of the longest waits, in seconds."""

    number: str
    service: str
    segment: str
    arrived_at: datetime | None
    waited_s: float
    standard_s: float | None
    status: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of an hour: who arrived and who was first called from ``start`` on."""

    start: datetime
    arrivals: int
    calls: int


@dataclass(frozen=True, slots=True)
class Level:
    """How many wait for their first call from ``at`` on, until the next level."""

    at: datetime
    waiting: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The day by the clock; empty when no arrival has a time."""

    quarters: tuple[Quarter, ...]
    levels: tuple[Level, ...]

    @property
    def peak(self) -> Level | None:
        """When most were waiting (the first such moment)."""
        return max(self.levels, key=lambda level: level.waiting, default=None)


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One business day of one branch. ``appointments`` begins with the sum; empty where there were none.
    ``announcements`` is None for a day of which no announced wait is known."""

    day: date | None
    ends: Ends
    waits: Spread
    times: Spread
    ratings: Ratings
    services: tuple[ServiceFigures, ...]
    segments: tuple[SegmentFigures, ...]
    hours: tuple[HourFigures, ...]
    counters: tuple[CounterFigures, ...]
    reasons: tuple[tuple[str, int], ...]
    longest: tuple[LongWait, ...]
    timeline: Timeline
    cases: CaseFigures
    appointments: tuple[AppointmentFigures, ...]
    announcements: AnnouncementFigures | None
