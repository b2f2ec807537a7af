"""What has happened. Past tense, frozen, each with its instant ``at`` in ms since the epoch (UTC).

Events are the record: their names and fields are what journals of past years hold, so a field may be
added with a default, and nothing else may change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from branch.domain.events_base import AtCounter as AtCounter
from branch.domain.events_base import CaseEvent as CaseEvent
from branch.domain.events_base import CounterEvent as CounterEvent
from branch.domain.events_base import Event as Event
from branch.domain.events_base import TicketEvent as TicketEvent
from branch.domain.events_cases import CaseNoted as CaseNoted
from branch.domain.events_cases import CaseOpened as CaseOpened
from branch.domain.events_cases import CaseOverdue as CaseOverdue
from branch.domain.events_cases import CaseReopened as CaseReopened
from branch.domain.events_cases import CaseResolved as CaseResolved
from branch.domain.events_cases import CaseTaken as CaseTaken


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOpened(Event):
    """A business day began. Carries what outlives the day before: the pace of each service (n, mean, m2),
    the appointments of days to come, the alerts that are open, the notices and the cases not long over,
    so that one day is replayed without the days before it."""

    day: str
    paces: Mapping[str, tuple[int, float, float]] = field(default_factory=dict)
    appointments: tuple[Mapping[str, Any], ...] = ()
    alerts: tuple[Mapping[str, Any], ...] = ()
    cases: tuple[Mapping[str, Any], ...] = ()
    notices: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClosed(Event):
    """A business day ended."""

    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketIssued(TicketEvent):
    """A number was given; at ``issued_at``, out of a reserved ``block``, if it was given without the
    service and is told late. ``doubtful``: it was said that closing time may come first.
    ``came_late``: too late for the place that its appointment had kept; ``note`` came with that one."""

    number: str
    n: int
    service: str
    segment: str
    language: str
    channel: str
    phone: str | None = None
    appointment: str | None = None
    promised_at: int | None = None
    block: str | None = None
    issued_at: int | None = None
    doubtful: bool = False
    segment_reason: str | None = None
    came_late: bool = False
    kiosk: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersReserved(Event):
    """The numbers from ``first`` to ``last`` are for ``holder`` to give while it cannot ask."""

    block: str
    service: str
    holder: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketPrinted(TicketEvent):
    """The paper came out, or did not."""

    ok: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketReprinted(TicketEvent):
    """The ticket is printed again, for its customer or for staff (``by``), at the wish of the app ``source``.
    ``kiosk`` is the one that is asked to; None where ``source`` itself prints it. What came of it is told by
    TicketPrinted."""

    reprint: str
    by: str
    source: str
    kiosk: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCancelled(TicketEvent):
    """The customer left the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketExpired(TicketEvent):
    """The day ended before the ticket was served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRequeued(TicketEvent):
    """A missed or parked ticket waits again; ``since`` is its place in the order. ``at_counter`` put it
    back, None if it was no counter."""

    since: int
    at_counter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRated(TicketEvent):
    """The customer's word on the service."""

    score: int
    tags: tuple[str, ...] = ()
    comment: str | None = None
    source: str = "pad"
    counter: int | None = None
    staff: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingNotGiven(TicketEvent):
    """The customer was asked and gave no rating before the question closed; one may still follow."""

    source: str = "pad"
    counter: int | None = None
    staff: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCalled(AtCounter):
    """A ticket was called, and ``why`` it: the rule, its reason and those it was weighed against."""

    staff: str
    why: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRecalled(AtCounter):
    """The same ticket was called once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingStarted(AtCounter):
    """The customer sat down; at ``happened_at`` if the counter told it late."""

    happened_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingFinished(AtCounter):
    """The service ended; by "day-end" if nobody had finished it when the day closed. ``happened_at`` is when
    it ended if the counter told it late."""

    by: str = "staff"
    happened_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTicked(AtCounter):
    """``staff`` did a step of the standard of ``service``, or takes its tick back (``done`` is False); at
    ``happened_at`` if the counter told it late."""

    service: str
    step: str
    staff: str
    done: bool = True
    happened_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMissed(AtCounter):
    """Nobody came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketParked(AtCounter):
    """The ticket stepped aside; the counter is to be reminded at ``remind_at`` (ms), None for never."""

    remind_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderMoved(TicketEvent):
    """A parked ticket stays aside; ``at_counter`` is to be reminded at ``remind_at`` (ms), None for never."""

    at_counter: int
    remind_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderDue(TicketEvent):
    """A parked ticket's time is up; ``at_counter`` had asked to be reminded."""

    at_counter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketTransferred(AtCounter):
    """The ticket waits again, for ``service``, and for one counter only if ``to_counter`` is given: for that
    of ``to_staff`` if it was sent to a person, whom it follows."""

    service: str
    to_counter: int | None = None
    note: str | None = None
    to_staff: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainSet(AtCounter):
    """After the service at hand the ticket goes on to ``then``, one after the other."""

    then: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketWentOn(AtCounter):
    """One service of the visit is done, at ``happened_at`` if the counter told it late; the ticket waits
    again, at its old place, for ``service``, the next of its chain."""

    service: str
    happened_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMoved(AtCounter):
    """The ticket at ``from_counter`` is at ``counter`` now, since the member of staff has moved there."""

    from_counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionUndone(AtCounter):
    """The last action at the counter was taken back."""

    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterOpened(CounterEvent):
    """A session began."""

    staff: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterClosed(CounterEvent):
    """A session ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterPaused(CounterEvent):
    """The counter calls nobody for a while; ``back_at`` is when its teller means to be back."""

    reason: str | None = None
    back_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterResumed(CounterEvent):
    """The pause is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceClosed(Event):
    """A service takes no more customers."""

    service: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReopened(Event):
    """A service takes customers again."""

    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRaised(Event):
    """The staff must know this at once."""

    alert: str
    kind: str
    source: str
    at_counter: int | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCleared(Event):
    """It is seen to. Names the alert's kind, source and counter again, so that it can be read alone."""

    alert: str
    kind: str
    source: str
    at_counter: int | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePosted(Event):
    """The hall is told something by language, from ``since`` (ms) until ``until`` or until it is ended."""

    notice: str
    level: str
    text: Mapping[str, str]
    since: int
    until: int | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeEnded(Event):
    """The hall is told that no more; ``by`` is "time" when it had run out."""

    notice: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentBooked(Event):
    """A time was promised; by head office, which calls it ``ref``, if there is one."""

    appointment: str
    code: str
    service: str
    starts_at: int
    phone: str | None = None
    name: str | None = None
    segment: str | None = None
    note: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentCheckedIn(TicketEvent):
    """The customer with the appointment came and got a ticket."""

    appointment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentChanged(Event):
    """Head office has changed it; this is all of it as it is now."""

    appointment: str
    code: str
    service: str
    starts_at: int
    phone: str | None = None
    name: str | None = None
    segment: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentCancelled(Event):
    """The customer will not come, or the branch cannot keep its word."""

    appointment: str
    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentExpired(Event):
    """Nobody came for the appointment, and it is too late for it now."""

    appointment: str
    service: str
