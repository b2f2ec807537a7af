"""The JSON objects of the protocol as the apps get them; branch.service.feed.hall_views makes them.

Which fields a ticket has depends on who is asking: `PublicTicket` is what every role sees of a call, the
rest of `Call` only some. Times are RFC 3339 texts, durations seconds.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from branch.contract.shapes_cases import Case as Case
from branch.contract.shapes_cases import CaseNote as CaseNote
from branch.contract.shapes_cases import CaseReceipt as CaseReceipt
from branch.contract.shapes_cases import CaseState as CaseState

Status = Literal["waiting", "called", "serving", "parked", "missed", "served", "cancelled", "expired"]
Phase = Literal["open", "opening-soon", "break", "closed"]
Names = dict[str, str]
"""A text by language."""


class Band(TypedDict):
    """A wait: most likely between these."""

    low_s: int
    high_s: int


class Stop(TypedDict):
    """A counter that a visit has left: when, how (served, transferred, parked or missed), after how much
    service, and with which word for whoever comes next."""

    at: str
    service: str
    counter: int
    ended: Literal["served", "transferred", "parked", "missed"]
    took_s: float
    note: str | None


class PublicTicket(TypedDict):
    """What everybody may see of a ticket."""

    number: str
    service: str
    segment: str
    language: str
    status: Status
    counter: int | None
    called_at: str | None
    recalls: int
    appointment: str | None
    came_late: NotRequired[bool]


class Call(PublicTicket):
    """A ticket in the feed, as of its own last event: that the counter it was sent to (``for_counter``) has
    been left since is told by the queues alone. ``printed`` is shown to kiosks too, the rest to counters
    and managers."""

    printed: NotRequired[bool | None]
    id: NotRequired[str]
    channel: NotRequired[str]
    issued_at: NotRequired[str]
    for_counter: NotRequired[int | None]
    started_at: NotRequired[str | None]
    finished_at: NotRequired[str | None]
    transfers: NotRequired[int]
    doubtful: NotRequired[bool]
    segment_reason: NotRequired[str | None]
    steps_done: NotRequired[list[str]]
    stops: NotRequired[list[Stop]]
    for_staff: NotRequired[str | None]
    then: NotRequired[list[str]]
    out_of_turn: NotRequired[bool]
    call_reason: NotRequired[str | None]
    note: NotRequired[str | None]
    url: NotRequired[str]


class FullTicket(PublicTicket):
    """All of a ticket that does not change by itself."""

    id: str
    printed: bool | None
    channel: str
    issued_at: str
    for_counter: int | None
    started_at: str | None
    finished_at: str | None
    transfers: int
    note: str | None
    doubtful: NotRequired[bool]
    segment_reason: NotRequired[str | None]
    steps_done: NotRequired[list[str]]
    stops: NotRequired[list[Stop]]
    for_staff: NotRequired[str | None]
    then: NotRequired[list[str]]
    out_of_turn: NotRequired[bool]
    call_reason: NotRequired[str | None]
    url: str


class Ticket(FullTicket):
    """A ticket as answers carry it: with who is ahead and how long it will take (None once it has been
    called). Both are None where nobody can tell: on a ticket that a kiosk gave without the service."""

    ahead: int | None
    estimate: Band | None


class QueuedTicket(FullTicket):
    """A row of a counter's queue. ``late`` is beyond the promised wait. Of a parked one: when somebody is to
    be reminded of it, and whether that time has come. An older service tells neither."""

    waited_s: int
    late: bool
    remind_at: NotRequired[str | None]
    due: NotRequired[bool]


class Queue(TypedDict):
    """Who waits for a counter, next first, and who stands aside (parked or missed); 30 rows at most."""

    waiting: int
    tickets: list[QueuedTicket]
    held: list[QueuedTicket]


class CounterState(TypedDict):
    """A counter and the ticket at it. ``staff`` and ``undo`` are shown to counters and managers;
    ``public_name`` is what customers may read of who sits there, ``back_at`` when a pause is meant to end."""

    number: int
    state: Literal["closed", "open", "paused"]
    reason: str | None
    services: list[str]
    since: str
    ticket: Call | None
    back_at: NotRequired[str | None]
    staff: NotRequired[str | None]
    undo: NotRequired[str | None]
    public_name: NotRequired[Names | None]


class OwnFigures(TypedDict):
    """What one of the staff has done today. ``within`` of ``judged`` services kept their standard; ratings
    are told three at a time, so that no score can be told apart, and as None while there are fewer;
    ``unanswered`` (asked for one in vain) likewise."""

    staff: str
    served: int
    average_s: float | None
    judged: int
    within: int
    pauses: int
    paused_s: float
    ratings: int
    satisfied: float | None
    mean: float | None
    unanswered: int


class ClosedCounter(CounterState):
    """A counter whose session has ended, and what its staff have done today; None if there was nobody."""

    figures: NotRequired[OwnFigures | None]


class ServiceState(TypedDict):
    """How a service stands: whether it takes customers, how many wait, at how many counters, how long.

    ``next`` are the numbers that are called next as things stand, three at most. ``closed_by`` is what keeps
    newcomers out, ``opens_at`` when that ends by itself today. A service of an earlier version tells none of
    these. ``closing`` is set when who comes now may not be served before closing.
    """

    id: str
    open: bool
    closed_by: NotRequired[Literal["staff", "hours", "quota"] | None]
    opens_at: NotRequired[str | None]
    reason: str | None
    waiting: int
    counters: int
    estimate: Band | None
    closing: NotRequired[Literal["warn", "refuse"] | None]
    next: NotRequired[list[str]]


class Alert(TypedDict):
    """What the staff must know at once; ``cleared_at`` is None while nobody has seen to it."""

    id: str
    kind: str
    source: str
    counter: int | None
    detail: str | None
    raised_at: str | None
    cleared_at: str | None


Notice = TypedDict(
    "Notice",
    {"id": str, "level": Literal["info", "emergency"], "text": Names, "from": str, "until": str | None},
)
"""What the hall is told; ``until`` is None while nobody has said. Functional, since `from` is a keyword."""


class Hall(TypedDict):
    """The whole view of a role; ``queue`` is that of the counter that was asked for."""

    day: str | None
    at: str
    phase: Phase
    opens_at: str | None
    closes_at: str | None
    services: list[ServiceState]
    counters: list[CounterState]
    calls: list[Call]
    queue: Queue | None
    alerts: NotRequired[list[Alert]]
    notices: NotRequired[list[Notice]]


class Snapshot(TypedDict):
    """The hall, and the number of the last event in it."""

    seq: int
    at: str
    journal: str
    hall: Hall


class Event(TypedDict, total=False):
    """An event of the feed. Which fields it has beyond ``type`` depends on the type."""

    seq: int
    at: str
    type: str
    day: str
    ticket: Call
    counter: CounterState
    service: str
    reason: str | None
    action: str
    step: str
    done: bool
    ok: bool
    alert: Alert
    case: Case
    by: str
    notice: Notice
    ended: str
    kiosk: str | None
    # QueuesChanged:
    phase: Phase
    opens_at: str | None
    closes_at: str | None
    services: list[ServiceState]
    queues: dict[str, Queue]


class Called(TypedDict):
    """What a counter's action was about; None when nobody waited."""

    ticket: Ticket | None


class Reprint(TypedDict):
    """A ticket that a kiosk is asked to print again."""

    id: str
    ticket: Ticket


class Reprinted(TypedDict):
    """A ticket that is printed again; ``kiosk`` is the one that was asked to, None where we are it."""

    ticket: Ticket
    kiosk: str | None


class NumberBlock(TypedDict):
    """Numbers set aside for one kiosk on one business day: those still to be given, as they are written."""

    id: str
    day: str
    service: str
    numbers: dict[str, int]


class ServiceSwitch(TypedDict):
    """Whether a service takes customers, and why not."""

    id: str
    open: bool
    reason: str | None


class Rated(TypedDict):
    """A rating that was taken."""

    ticket: str
    score: int
    at: str


class Asked(TypedDict):
    """A question for a rating that was left without an answer."""

    ticket: str


class FoundAppointment(TypedDict):
    """As much as a kiosk learns of an appointment from a phone number."""

    id: str
    service: str
    starts_at: str


class Appointment(TypedDict):
    """A promised time; ``ticket`` is the number it became. A kiosk that names its id is not told its code."""

    id: str
    code: NotRequired[str]
    service: str
    segment: NotRequired[str | None]
    starts_at: str
    check_in_from: str
    place_kept_until: NotRequired[str]
    check_in_until: str
    status: Literal["booked", "checked-in", "cancelled", "expired"]
    ticket: str | None
    qr: NotRequired[str]


class Slot(TypedDict):
    """One time for appointments, and how many places it has left."""

    starts_at: str
    ends_at: str
    capacity: int
    free: int


class Slots(TypedDict):
    """The slots of a day; without ``by_slot`` the service is booked for any time."""

    service: str
    day: str
    by_slot: bool
    slots: list[Slot]


class ServiceCounts(TypedDict):
    """Appointments of a day: promised, came, late of those, cancelled, and unclaimed (nobody came)."""

    booked: int
    came: int
    late: int
    cancelled: int
    unclaimed: int


class AppointmentCounts(ServiceCounts):
    """The same in all, and by service."""

    services: dict[str, ServiceCounts]


class Visits(TypedDict):
    """The tickets of a day, one row each (see docs/protocol.md), and how many feedback cases were opened
    on it, resolved, answered in time, and are overdue; and what became of its appointments."""

    day: str | None
    visits: list[dict[str, Any]]
    cases: dict[str, int]
    appointments: NotRequired[AppointmentCounts]


class Health(TypedDict):
    """That the service answers, what it is, its time, and how fast that runs (1.0 outside simulations)."""

    status: str
    name: Names
    journal: str
    seq: int
    day: str | None
    at: str
    speed: float
