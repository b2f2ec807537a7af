"""Counters, the queue of a counter, and what one of the staff has done today."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from typing_extensions import TypedDict

from branch.contract.answers.ticket_answers import (
    BoardTicket,
    IntegrationTicket,
    KioskTicket,
    StaffTicket,
    StaffTicketNow,
)
from branch.contract.basics import Names

CounterStatus = Literal["closed", "open", "paused"]

TicketT = TypeVar("TicketT")


class PublicCounter(TypedDict, Generic[TicketT]):
    """A counter and the ticket at it. ``public_name`` is what customers may read of who sits there,
    ``back_at`` when a pause is meant to end, ``since`` the beginning of its state."""

    number: int
    state: CounterStatus
    reason: str | None
    services: list[str]
    since: str
    back_at: str | None
    ticket: TicketT | None
    public_name: Names | None


BoardCounter = PublicCounter[BoardTicket]
KioskCounter = PublicCounter[KioskTicket]
IntegrationCounter = PublicCounter[IntegrationTicket]


class StaffCounter(PublicCounter[StaffTicket]):
    """A counter for counters and the manager: who sits there, and which action can be taken back."""

    staff: str | None
    undo: str | None


class StaffFigures(TypedDict):
    """What one of the staff has done today. ``within`` of ``judged`` services kept their standard; ratings
    are told three at a time, so that no score can be told apart, and as null while there are fewer;
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


class ClosedCounter(StaffCounter):
    """A counter whose session has ended, and what its staff have done today; null if there was nobody."""

    figures: StaffFigures | None


class ActionAnswer(TypedDict):
    """The ticket that a counter's action was about; null when nobody waited."""

    ticket: StaffTicketNow | None


class QueuedTicket(StaffTicket):
    """A row of a counter's queue. ``late`` is beyond the promised wait. Of a parked one: when somebody is to
    be reminded of it, and whether that time has come."""

    waited_s: int
    late: bool
    remind_at: str | None
    due: bool


class CounterQueue(TypedDict):
    """Who waits for a counter, next first, and who stands aside (parked or missed); 30 rows at most."""

    waiting: int
    tickets: list[QueuedTicket]
    held: list[QueuedTicket]


class StaffChecked(TypedDict):
    """Whose PIN was right."""

    staff: str
