"""The hall as a snapshot carries it: services, counters, calls, alerts, notices; and the service's health."""

from __future__ import annotations

from typing import Generic, Literal, NotRequired, TypeVar

from typing_extensions import TypedDict

from branch.contract.answers.counter_answers import (
    BoardCounter,
    CounterQueue,
    IntegrationCounter,
    KioskCounter,
    StaffCounter,
)
from branch.contract.answers.ticket_answers import (
    BoardTicket,
    IntegrationTicket,
    KioskTicket,
    StaffTicket,
    WaitBand,
)
from branch.contract.basics import Names
from branch.contract.service_proof import ServiceProof

NoticeLevel = Literal["info", "emergency"]


class Alert(TypedDict):
    """What the staff must know at once; ``taken_by`` and ``taken_at`` are null while nobody goes,
    ``cleared_at`` while nobody has seen to it. An answer of an older service has neither of the former."""

    id: str
    kind: str
    source: str
    counter: int | None
    detail: str | None
    raised_at: str | None
    taken_by: NotRequired[str | None]
    taken_at: NotRequired[str | None]
    cleared_at: str | None


class Paired(TypedDict):
    """As what a device is let in from now on."""

    role: str
    name: str


class Alerts(TypedDict):
    """The open alerts that the asker raised or is told of, oldest first."""

    alerts: list[Alert]


Notice = TypedDict(
    "Notice",
    {"id": str, "level": NoticeLevel, "text": Names, "from": str, "until": str | None},
)
"""What the hall is told; ``until`` is null while nobody has said. Functional, since `from` is a keyword."""


class EndedNotice(TypedDict):
    """A notice that the hall is told no more."""

    id: str
    ended_at: str


Phase = Literal["open", "opening-soon", "break", "closed"]

TicketT = TypeVar("TicketT")
CounterT = TypeVar("CounterT")


class NewcomerWait(TypedDict):
    """Who would be called before one who comes now, at the counters that serve the service, and the wait;
    null without an open counter."""

    ahead: int
    estimate: WaitBand | None


class ServiceState(NewcomerWait):
    """How a service stands: whether it takes customers, how many wait, at how many counters, how long.

    ``ahead`` may be more than ``waiting`` for it. ``segments`` has the wait of those who come in another
    segment than others do for this service; an older service tells none.

    ``next`` are the numbers that are called next as things stand, three at most. ``closed_by`` is what keeps
    newcomers out, ``opens_at`` when that ends by itself today. ``closing`` is set when who comes now may not
    be served before closing.
    """

    id: str
    open: bool
    closed_by: Literal["staff", "hours", "quota"] | None
    opens_at: str | None
    reason: str | None
    waiting: int
    segments: NotRequired[dict[str, NewcomerWait]]
    counters: int
    next: list[str]
    closing: Literal["warn", "refuse"] | None


class ServiceSwitch(TypedDict):
    """Whether a service takes customers, and why not."""

    id: str
    open: bool
    reason: str | None


class HallCounts(TypedDict):
    """Counts and waits as they look now; they change by themselves as time passes."""

    at: str
    phase: Phase
    opens_at: str | None
    closes_at: str | None
    services: list[ServiceState]


class QueueCounts(HallCounts):
    """The same with the queues of some counters, by their numbers."""

    queues: dict[str, CounterQueue]


class Hall(HallCounts, Generic[TicketT, CounterT]):
    """The whole view of an audience, the newest call first; ``queue`` is that of the counter that was asked
    for, for counters and the manager."""

    day: str | None
    counters: list[CounterT]
    calls: list[TicketT]
    queue: CounterQueue | None
    alerts: list[Alert]
    notices: list[Notice]


class Snapshot(TypedDict, Generic[TicketT, CounterT]):
    """The hall, and the number of the last event in it."""

    seq: int
    at: str
    journal: str
    hall: Hall[TicketT, CounterT]


BoardHall = Hall[BoardTicket, BoardCounter]
KioskHall = Hall[KioskTicket, KioskCounter]
IntegrationHall = Hall[IntegrationTicket, IntegrationCounter]
StaffHall = Hall[StaffTicket, StaffCounter]

BoardSnapshot = Snapshot[BoardTicket, BoardCounter]
KioskSnapshot = Snapshot[KioskTicket, KioskCounter]
IntegrationSnapshot = Snapshot[IntegrationTicket, IntegrationCounter]
StaffSnapshot = Snapshot[StaffTicket, StaffCounter]


class Health(TypedDict):
    """That the service answers, what it is, its time, and how fast that runs (1.0 outside simulations).

    ``proof`` comes where a challenge was sent."""

    status: str
    name: Names
    journal: str
    seq: int
    day: str | None
    at: str
    speed: float
    proof: NotRequired[ServiceProof]
