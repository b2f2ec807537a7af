"""What the hall is made of: tickets, counters, ratings, appointments. Frozen: a change makes a new one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from branch.domain.feedback.rating import Rating
from branch.domain.kernel.refusals import Refusal, refusal
from branch.domain.queueing.call_decision import CallDecision


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


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visit. ``queued_from`` is its place in the order (normally ``issued_at``), ``issue_index`` breaks
    ties; ``came_late`` has an appointment, but came after its place was kept, and waits as a walk-in;
    ``rating_asked``: the customer was asked for a rating and has given none so far; ``kiosk`` is the one that
    gave it, ``reprints`` how often its customer has had it printed again. While it is parked a reminder is
    due at ``remind_at`` (None: never) and then ``reminded``. ``changes`` counts what has happened to it, so
    that an undo can tell whether it is still the last. ``done_steps`` are the steps done, each with its
    service; ``stays`` are the counters it has left."""

    id: str
    number: str
    service: str
    segment: str
    language: str
    channel: str
    issued_at: int
    queued_from: int
    issue_index: int
    status: TicketStatus = TicketStatus.WAITING
    counter: int | None = None
    staff: str | None = None
    for_counter: int | None = None
    for_staff: str | None = None
    next_services: tuple[str, ...] = ()
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
    appointment_at: int | None = None
    came_late: bool = False
    note: str | None = None
    rating: Rating | None = None
    rating_asked: bool = False
    decision: CallDecision | None = None
    may_miss_closing: bool = False
    segment_reason: str | None = None
    kiosk: str | None = None
    reprints: int = 0
    done_steps: tuple[tuple[str, str], ...] = ()
    stays: tuple[CounterStay, ...] = ()
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
        counter=counter or ticket.counter,
    )
