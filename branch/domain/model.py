"""What the hall is made of: tickets, counters, ratings, appointments. Frozen: a change makes a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from branch.domain.stops import Stop


class TicketStatus(StrEnum):
    """Where a ticket stands. The last three are final; missed becomes final with the day."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    MISSED = "missed"
    SERVED = "served"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


FINAL = frozenset({TicketStatus.SERVED, TicketStatus.CANCELLED, TicketStatus.EXPIRED})
AT_COUNTER = frozenset({TicketStatus.CALLED, TicketStatus.SERVING})
ON_HOLD = frozenset({TicketStatus.PARKED, TicketStatus.MISSED})


class Lane(NamedTuple):
    """What tickets have in common that differ only in how long they have waited."""

    service: str
    for_counter: int | None
    segment: str
    appointment: bool
    came_late: bool = False


@dataclass(frozen=True, slots=True)
class Rating:
    """What one customer said of one service: 1 (very bad) to 5 (very good)."""

    score: int
    tags: tuple[str, ...]
    comment: str | None
    source: str
    at: int


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visit. ``since`` is its place in the order (normally ``issued_at``), ``order`` breaks ties;
    ``came_late`` has an appointment, but came after its place was kept, and waits as a walk-in;
    ``unrated``: the customer was asked for a rating and has given none so far; ``kiosk`` is the one that
    gave it, ``reprints`` how often its customer has had it printed again. While it is parked a reminder is
    due at ``remind_at`` (None: never) and then ``reminded``. ``changes`` counts what has happened to it, so
    that an undo can tell whether it is still the last.
    ``ticked`` are the steps done, each with its service; ``stops`` are the counters it has left."""

    id: str
    number: str
    service: str
    segment: str
    language: str
    channel: str
    issued_at: int
    since: int
    order: int
    status: TicketStatus = TicketStatus.WAITING
    counter: int | None = None
    staff: str | None = None
    for_counter: int | None = None
    for_staff: str | None = None
    then: tuple[str, ...] = ()
    called_at: int | None = None
    first_called_at: int | None = None
    started_at: int | None = None
    finished_at: int | None = None
    served_for: int = 0
    recalls: int = 0
    requeues: int = 0
    transfers: int = 0
    printed: bool | None = None
    phone: str | None = None
    appointment: str | None = None
    promised_at: int | None = None
    came_late: bool = False
    note: str | None = None
    rating: Rating | None = None
    unrated: bool = False
    why: Mapping[str, Any] | None = None
    doubtful: bool = False
    segment_reason: str | None = None
    kiosk: str | None = None
    reprints: int = 0
    ticked: tuple[tuple[str, str], ...] = ()
    stops: tuple[Stop, ...] = ()
    remind_at: int | None = None
    reminded: bool = False
    changes: int = 0

    @property
    def lane(self) -> Lane:
        """The lane it waits in."""
        return Lane(
            self.service,
            self.for_counter,
            self.segment,
            self.appointment is not None and not self.came_late,
            self.came_late,
        )

    @property
    def steps_done(self) -> tuple[str, ...]:
        """The steps of its present service that are done."""
        return tuple(step for service, step in self.ticked if service == self.service)


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """Numbers of a service, ``first`` to ``last``, that a kiosk may give while it cannot ask; ``told`` are
    those it has told us of."""

    id: str
    service: str
    holder: str
    first: int
    last: int
    reserved_at: int
    told: frozenset[int] = frozenset()

    @property
    def left(self) -> int:
        """How many of them we know of nobody having."""
        return self.last - self.first + 1 - len(self.told)


@dataclass(frozen=True, slots=True)
class Reprint:
    """A ticket that is to be printed again, until it is known what came of it. ``kiosk`` is the one that is
    asked to; None where whoever asked has the printer."""

    id: str
    ticket: str
    kiosk: str | None
    at: int


CounterState = Literal["closed", "open", "paused"]


@dataclass(frozen=True, slots=True)
class Undo:
    """What the last action at a counter was, and the ticket as it stood before it."""

    action: str
    ticket: Ticket
    at: int


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter, and the staff session at it if there is one."""

    number: int
    services: tuple[str, ...]
    state: CounterState = "closed"
    staff: str | None = None
    reason: str | None = None
    since: int = 0
    back_at: int | None = None
    ticket: str | None = None
    undo: Undo | None = None


AppointmentStatus = Literal["booked", "checked-in", "cancelled", "expired"]


@dataclass(frozen=True, slots=True)
class Appointment:
    """A promised time. ``code`` is what the customer types or scans; its ticket is of ``segment`` (None: as
    without an appointment) and carries ``note`` to the teller. ``ref`` is head office's name for it."""

    id: str
    code: str
    service: str
    starts_at: int
    phone: str | None = None
    name: str | None = None
    status: AppointmentStatus = "booked"
    ticket: str | None = None
    segment: str | None = None
    note: str | None = None
    ref: str | None = None


ALERT_KINDS = (
    "lobby-manager",
    "silent-alarm",
    "printer",
    "paper-low",
    "unprinted",
    "not-handed-in",
    "sound",
    "sign",
    "clock",
    "scanner",
    "feedback",
    "feedback-late",
    "appointments",
)
"""What an alert can be about. The first two are people who want help, the rest is trouble."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What the staff must know, until it is seen to. ``source`` is the app or person that told."""

    id: str
    kind: str
    source: str
    counter: int | None
    detail: str | None
    raised_at: int


NOTICE_LEVELS = ("info", "emergency")
"""A line on the screens, or the whole of the board."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the hall is told, by language, from ``since`` until ``until`` (None: until somebody ends it)."""

    id: str
    level: str
    text: Mapping[str, str]
    since: int
    until: int | None
    by: str


@dataclass(frozen=True, slots=True)
class Pace:
    """How long services have taken: count, mean and sum of squared deviations, in ms (Welford 1962)."""

    n: int = 0
    mean: float = 0.0
    m2: float = 0.0

    def with_sample(self, x: float) -> Pace:
        """This pace after one more service of ``x`` ms."""
        n = self.n + 1
        delta = x - self.mean
        mean = self.mean + delta / n
        return Pace(n, mean, self.m2 + delta * (x - mean))

    def without_sample(self, x: float) -> Pace:
        """This pace had ``x`` never been added; what undoing a finish needs."""
        if self.n <= 1:
            return Pace()
        n = self.n - 1
        mean = (self.mean * self.n - x) / n
        return Pace(n, mean, max(0.0, self.m2 - (x - mean) * (x - self.mean)))
