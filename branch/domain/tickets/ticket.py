"""A ticket, which is one visit, in its parts. All frozen: a change makes a new one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from branch.domain.feedback.rating import Rating
from branch.domain.kernel.refusals import Refusal, refusal
from branch.domain.queueing.call_decision import CallDecision
from branch.domain.queueing.wait_estimate import WaitEstimate


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
class Reprint:
    """A ticket that is to be printed again, until it is known what came of it. ``kiosk`` is the one that is
    asked to; None where whoever asked has the printer."""

    id: str
    ticket: str
    kiosk: str | None
    at: int


@dataclass(frozen=True, kw_only=True)
class TicketDetails:
    """What whoever gives a ticket says of it, and nobody decides by: the ``kiosk`` that gave it, if it is
    one, the customer's phone number, and why the customer belongs to the segment."""

    __slots__ = ()

    channel: str
    phone: str | None = None
    segment_reason: str | None = None
    kiosk: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ticket stands in the queue: by the time it ``queued_from`` (normally that of its issue), then
    by its ``issue_index``, the order of issue; and the counter or person that it was sent to, if it was."""

    queued_from: int
    issue_index: int
    for_counter: int | None = None
    for_staff: str | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """The counter that a ticket is at, or was last, and its last call: who called it and when, why, how often
    again, and when its service began. One that waits once more has only the call."""

    counter: int | None = None
    staff: str | None = None
    called_at: int | None = None
    decision: CallDecision | None = None
    recalls: int = 0
    started_at: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """Whether a ticket is on paper (None: nobody knows), and how often its customer had it printed again."""

    printed: bool | None = None
    reprints: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """The appointment that a ticket is for. ``came_late``: too late for its place, so it waits as a
    walk-in."""

    appointment: str
    appointment_at: int | None
    came_late: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """When a counter is to be reminded of a parked ticket, None for never, and whether it was."""

    remind_at: int | None = None
    reminded: bool = False


NO_STAY, NO_PAPER, NO_REMINDER = Stay(), Paper(), Reminder()


@dataclass(frozen=True, slots=True)
class Ticket(TicketDetails):
    """One visit. ``rating_asked``: the customer was asked for a rating and has given none so far. ``changes``
    counts what has happened to it, so that an undo can tell whether it is still the last. ``done_steps`` are
    the steps done, each with its service; ``stays`` are the counters it has left. ``told_late``: a kiosk
    gave it without the service. ``announced`` is the wait
    as it was estimated when the number was given, None where nobody could."""

    id: str
    number: str
    service: str
    segment: str
    language: str
    issued_at: int
    place: Place
    status: TicketStatus = TicketStatus.WAITING
    stay: Stay = NO_STAY
    next_services: tuple[str, ...] = ()
    first_called_at: int | None = None
    finished_at: int | None = None
    served_for: int = 0
    requeues: int = 0
    transfers: int = 0
    paper: Paper = NO_PAPER
    promise: Promise | None = None
    note: str | None = None
    rating: Rating | None = None
    rating_asked: bool = False
    may_miss_closing: bool = False
    done_steps: tuple[tuple[str, str], ...] = ()
    stays: tuple[CounterStay, ...] = ()
    reminder: Reminder = NO_REMINDER
    announced: WaitEstimate | None = None
    changes: int = 0
    told_late: bool = False

    @property
    def arrival(self) -> tuple[int, int]:
        """When its customer came, and before whom of the same instant; wherever the ticket goes."""
        return self.issued_at, self.place.issue_index

    @property
    def lane(self) -> Lane:
        """The lane it waits in."""
        late = self.came_late
        return Lane(
            self.service, self.place.for_counter, self.segment, self.promise is not None and not late, late
        )

    @property
    def came_late(self) -> bool:
        """Whether it is for an appointment whose place it has missed."""
        return self.promise is not None and self.promise.came_late

    @property
    def steps_done(self) -> tuple[str, ...]:
        """The steps of its present service that are done."""
        return tuple(step for service, step in self.done_steps if service == self.service)


Ended = Literal["served", "transferred", "parked", "missed"]


@dataclass(frozen=True, slots=True)
class CounterStay:
    """One stay at a counter with ``staff``, for ``service``: how and when (ms) it ended, how long (ms) the
    customer was served there, and the word for whoever comes next."""

    service: str
    counter: int
    staff: str | None
    ended: Ended
    at: int
    took: int
    note: str | None = None


def ticket_refusal(code: str, ticket: Ticket, detail: str, *, counter: int | None = None) -> Refusal:
    """Make a refusal about that ticket, with where it stands as facts; ``counter`` is the one that it is sent
    to, if that is why."""
    return refusal(
        code,
        detail,
        number=ticket.number,
        ticket_status=ticket.status.value,
        counter=counter or ticket.stay.counter,
    )
