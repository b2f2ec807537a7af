"""The live feed: what each event carries besides its number, its time, its type and its day.

Events named after rows of the journal stay as they were when they happened: the ticket and the counter in
them are those right after the event. `QUEUES_CHANGED` is the one that is no row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, NotRequired, TypeVar

from typing_extensions import TypedDict

from branch.contract.actions import RECORDED_AS
from branch.contract.answers.counter_answers import (
    BoardCounter,
    CounterQueue,
    IntegrationCounter,
    KioskCounter,
    StaffCounter,
)
from branch.contract.answers.hall_answers import Alert, Notice, Phase, ServiceState
from branch.contract.answers.ticket_answers import BoardTicket, IntegrationTicket, KioskTicket, StaffTicket
from branch.contract.answers.visit_answers import Case

QUEUES_CHANGED = "QueuesChanged"
"""The one type that is no journal row: counts and waits as they look now. It has no id."""

RESET = "reset"
"""Take a new snapshot: what follows the number you named cannot be given."""

TicketT = TypeVar("TicketT")
CounterT = TypeVar("CounterT")


class FedRating(TypedDict):
    """A rating, for the manager and other programs of the bank."""

    score: int
    tags: list[str]
    source: str


class Actor(TypedDict):
    """Who did it: the name and role of the token, and the staff number as far as somebody was signed in. The
    role is public for a phone, and service for what the service did by itself."""

    device: str
    role: str
    person: NotRequired[str]


class EventFields(TypedDict, total=False):
    """What events tell besides the ticket and the counter; the same for everybody who is told of them."""

    seq: int
    at: str
    type: str
    day: str
    actor: Actor  # the manager alone
    case: Case
    service: str
    reason: str | None
    action: str
    step: str
    done: bool
    ok: bool
    by: str
    kiosk: str | None
    holder: str
    first: int
    last: int
    rating: FedRating
    source: str
    at_counter: int | None
    appointment: str
    alert: Alert
    notice: Notice
    ended: str
    # QueuesChanged:
    phase: Phase
    opens_at: str | None
    closes_at: str | None
    services: list[ServiceState]
    queues: dict[str, CounterQueue]


class FeedEvent(EventFields, Generic[TicketT, CounterT], total=False):
    """An event as an audience is told of it; `CARRIED` says which of these fields its type has."""

    ticket: TicketT
    counter: CounterT
    calls: list[TicketT]
    counters: list[CounterT]


BoardEvent = FeedEvent[BoardTicket, BoardCounter]
KioskEvent = FeedEvent[KioskTicket, KioskCounter]
IntegrationEvent = FeedEvent[IntegrationTicket, IntegrationCounter]
StaffEvent = FeedEvent[StaffTicket, StaffCounter]


class Carried(NamedTuple):
    """The fields that a type of events has, those that it may have, and the roles that are told of it."""

    fields: frozenset[str]
    maybe: frozenset[str]
    roles: frozenset[str]


_ALL = frozenset({"kiosk", "display", "counter", "manager", "integration"})
_MANAGEMENT = frozenset({"manager", "integration"})
_WORK = _MANAGEMENT | {"counter"}
_PAPER = _WORK | {"kiosk"}
_STAFF = frozenset({"counter", "manager"})
_ROW = ("seq", "at", "type", "day")


def _row(*fields: str, maybe: tuple[str, ...] = (), roles: frozenset[str] = _ALL) -> Carried:
    return Carried(frozenset((*_ROW, *fields)), frozenset((*maybe, "actor")), roles)


_AT_COUNTER = _row("ticket", "counter")
_APPOINTMENT = _row("appointment", "service", roles=_MANAGEMENT)
_CASE = _row("case", roles=frozenset({"manager"}))

_CARRIED: Mapping[str, Carried] = {
    **dict.fromkeys(RECORDED_AS, _AT_COUNTER),  # what was done at a counter, but for those further down
    "DayOpened": _row(maybe=("calls", "counters")),
    "DayClosed": _row(),
    # For whoever folds the journal; `GET /v1/branch` says what is in force.
    "PlanAdopted": _row(roles=frozenset()),
    "TicketIssued": _row("ticket"),
    "TicketCancelled": _row("ticket"),
    "TicketExpired": _row("ticket", maybe=("counter",)),
    "TicketRequeued": _row("ticket", maybe=("counter",)),
    "TicketPrinted": _row("ticket", "ok", "reason", roles=_PAPER),
    "TicketReprinted": _row("ticket", "by", "kiosk", roles=_PAPER),
    "TicketRated": _row("ticket", "rating", "at_counter", roles=_MANAGEMENT),
    "RatingNotGiven": _row("ticket", "source", "at_counter", roles=_MANAGEMENT),
    "TicketMoved": _AT_COUNTER,
    "StepTicked": _row("ticket", "counter", "step", "done", roles=_WORK),
    "ReminderMoved": _row("ticket", "counter", roles=_WORK),
    "ReminderDue": _row("ticket", maybe=("counter",), roles=_WORK),
    "CounterOpened": _row("counter"),
    "CounterClosed": _row("counter"),
    "CounterPaused": _row("counter"),
    "CounterResumed": _row("counter"),
    "ServiceClosed": _row("service", "reason"),
    "ServiceReopened": _row("service"),
    "AlertRaised": _row("alert", roles=_STAFF),
    "AlertTaken": _row("alert", "by", roles=_STAFF),
    "AlertReturned": _row("alert", "by", roles=_STAFF),
    "AlertCleared": _row("alert", "by", roles=_STAFF),
    "NoticePosted": _row("notice"),
    "NoticeEnded": _row("ended"),
    "NumbersReserved": _row("service", "holder", "first", "last", roles=_MANAGEMENT),
    "NumbersSkipped": _row(roles=frozenset()),
    "AppointmentBooked": _APPOINTMENT,
    "AppointmentChanged": _APPOINTMENT,
    "AppointmentCancelled": _APPOINTMENT,
    "AppointmentExpired": _APPOINTMENT,
    "AppointmentCheckedIn": _row("ticket", roles=_WORK),
    "CaseOpened": _CASE,
    "CaseTaken": _CASE,
    "CaseNoted": _CASE,
    "CaseResolved": _CASE,
    "CaseReopened": _CASE,
    "CaseOverdue": _CASE,
    QUEUES_CHANGED: Carried(
        frozenset({"seq", "at", "type", "phase", "opens_at", "closes_at", "services"}),
        frozenset({"queues"}),
        _ALL,
    ),
    RESET: Carried(frozenset({"seq", "type"}), frozenset(), _ALL),
}

CARRIED: Mapping[str, Carried] = {
    kind: carried._replace(fields=carried.fields | {"action"}) if kind in RECORDED_AS else carried
    for kind, carried in _CARRIED.items()
}
"""By type: what it carries, and who is told of it; what was done at a counter names its action. Alerts that
are for the manager alone are told to no counter."""
