"""Tickets, as each audience sees them.

::

    BoardTicket                 the hall display
    └── KioskTicket             a kiosk, in its hall and its feed
        └── TicketFacts         what stands in the rows of visits too
            └── HeldTicket      whoever holds the id, which opens the customer's page
                ├── IssuedTicket        with who is ahead: CustomerTicket for a kiosk, TicketNow for others
                └── IntegrationTicket   other programs of the bank
                    └── StaffTicket     counters and the manager

Times are RFC 3339 texts, durations seconds. Phone numbers and customers' names are in none of them.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from branch.contract.basics import Names

TicketStatus = Literal["waiting", "called", "serving", "parked", "missed", "served", "cancelled", "expired"]
StayEnd = Literal["served", "transferred", "parked", "missed"]


class WaitBand(TypedDict):
    """A wait from now: half of such waits are shorter than ``middle_s``, one in ten is shorter than
    ``low_s``, nine in ten are no longer than ``high_s``. Only an answer of an older service, which this one
    repeats, has no middle."""

    low_s: int
    middle_s: NotRequired[int]
    high_s: int


class TicketWait(WaitBand):
    """The wait of a ticket, with the time of day of its middle and of its top; none in an older answer."""

    middle_at: NotRequired[str]
    high_at: NotRequired[str]


class Announcement(WaitBand):
    """What its customer was told when a ticket was issued: the wait for ``service``, which it may have left
    since, and how many were ``ahead``."""

    service: str
    ahead: int


class BoardTicket(TypedDict):
    """What everybody in the hall may see of a ticket. ``appointment`` is the promised time; ``came_late``: it
    has one, but came after its place was kept."""

    number: str
    service: str
    segment: str
    language: str
    status: TicketStatus
    counter: int | None
    called_at: str | None
    recalls: int
    appointment: str | None
    came_late: bool


class KioskTicket(BoardTicket):
    """``printed``: whether the paper came out, null while nobody knows."""

    printed: bool | None


class TicketFacts(KioskTicket):
    """What there is to say of a visit. ``then`` are the services that follow in it; ``doubtful``: it was said
    when it was issued that closing time may come first."""

    id: str
    channel: str
    issued_at: str
    then: list[str]
    started_at: str | None
    finished_at: str | None
    transfers: int
    doubtful: bool


class HeldTicket(TicketFacts):
    """A ticket for whoever holds its id. ``for_counter`` is the one it was sent to, as of the ticket's own
    last event: that this one has been left since is told by the queues alone."""

    for_counter: int | None
    url: str


class IntegrationTicket(HeldTicket):
    """A ticket for other programs of the bank. ``note`` is a word of staff for whoever comes next."""

    note: str | None


class CounterStay(TypedDict):
    """A counter that a visit has left: when, how, after how much service, and with which word for whoever
    comes next."""

    at: str
    service: str
    counter: int
    ended: StayEnd
    took_s: float
    note: str | None


class StaffFacts(TypedDict):
    """What only staff see: for whom of them it waits, why it has its segment (which may be about the
    customer's health), and whether and why its last call was before its turn."""

    for_staff: str | None
    segment_reason: str | None
    out_of_turn: bool
    call_reason: str | None


class StaffTicket(IntegrationTicket, StaffFacts):
    """A ticket for counters and the manager. ``steps_done`` are the ticked steps of its service's
    standard."""

    steps_done: list[str]
    stops: list[CounterStay]


class WaitFacts(TypedDict):
    """How a ticket waits now. ``ahead`` are called before it, at the counters that serve it; ``estimate`` is
    its wait (null once it has been called, or where no counter serves it). Both are null where nobody can
    tell: on a ticket that a kiosk gave without the service. ``promise`` is what its paper may tell: so many
    who come later are called first at most, 0 for none; an answer of an older service, which this one
    repeats, has none."""

    promise: NotRequired[int]
    ahead: int | None
    estimate: TicketWait | None


class IssuedTicket(HeldTicket, WaitFacts):
    """A ticket as it stands now."""


class CustomerTicket(IssuedTicket):
    """A ticket as a kiosk is answered. What staff note about a customer is not for the kiosk."""

    note: None


class TicketNow(IssuedTicket):
    """A ticket as everybody else who may ask by its id is answered."""

    note: str | None


class StaffTicketNow(StaffTicket, WaitFacts):
    """The ticket at a counter, as the answers about what the counter did carry it."""


class TicketPhone(TypedDict):
    """The phone number that came with a ticket, for whoever tells its customer that the turn is near."""

    id: str
    phone: str | None


class ServedNumber(TypedDict):
    """A number of the same service that is at a counter."""

    number: str
    counter: int | None


class RatingReason(TypedDict):
    """What a customer may give as a reason for a score."""

    id: str
    scores: list[int]
    names: Names


class WaitInWords(TypedDict):
    """A wait in words, each by language: who is ahead, the middle, the same as a time of day, and the top."""

    people: Names
    about: Names
    turn: Names
    by: Names


class PublicTicket(TypedDict):
    """The state of the ticket's page. ``most_passes`` is the promise of the branch, ``promise`` what of
    it is told to this ticket: 0 where it cannot be kept or seen to be kept.
    ``rate``: whether a rating is asked for now; ``then`` are the names of the services that follow in the
    visit; ``told`` is the wait in words, null once it has been called."""

    branch: Names
    service: Names
    serving: list[ServedNumber]
    most_passes: int
    promise: int
    rule: str
    documents: dict[str, list[str]]
    doubtful: bool
    rate: bool
    reasons: list[RatingReason]
    rated: bool
    public_name: Names | None
    number: str
    status: TicketStatus
    language: str
    ahead: int | None
    estimate: TicketWait | None
    told: WaitInWords | None
    counter: int | None
    then: list[Names]
    for_counter: int | None
