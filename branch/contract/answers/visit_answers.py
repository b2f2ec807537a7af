"""What reports are made of: visits, one row for each ticket, ratings, feedback cases, the why of a call."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from branch.contract.answers.appointment_answers import AppointmentCounts
from branch.contract.answers.ticket_answers import Announcement, StaffFacts, TicketFacts, TicketStatus

CaseState = Literal["open", "in-progress", "resolved"]


class Rated(TypedDict):
    """A rating that was taken; ``ticket`` is its number."""

    ticket: str
    score: int
    at: str


class LeftUnrated(TypedDict):
    """A question for a rating that was left without an answer; ``ticket`` is its number."""

    ticket: str


class CaseReceipt(TypedDict):
    """What whoever hands in a complaint is told of it."""

    id: str
    state: CaseState
    opened_at: str
    due_at: str


class CaseNote(TypedDict):
    """One line of a case's history; ``did`` is opened, taken, noted, resolved, reopened or overdue."""

    at: str
    by: str | None
    did: str
    text: str | None


class Case(CaseReceipt):
    """A feedback case, for the manager: ``text`` is what the customer said, ``handler`` who sees to it."""

    channel: str
    overdue: bool
    resolved_at: str | None
    handler: str | None
    ticket: str | None
    number: str | None
    service: str | None
    counter: int | None
    staff: str | None
    score: int | None
    tags: list[str]
    text: str | None
    notes: list[CaseNote]


class Cases(TypedDict):
    """The cases at hand, or those that were opened on ``day``, oldest first."""

    day: str | None
    cases: list[Case]


class CaseCounts(TypedDict):
    """How many cases were opened on a day, and how many of them were answered, in time and too late, or are
    overdue."""

    opened: int
    resolved: int
    in_time: int
    overdue: int


class ServedService(TypedDict):
    """A service that was done in a visit, with the time (s) for it over all its stays."""

    service: str
    counter: int
    staff: str | None
    service_s: float


class StepCount(TypedDict):
    """How many of the steps of a service's standard were ticked."""

    done: int
    of: int


class GivenRating(TypedDict):
    """The customer's score, and what was said of it."""

    score: int
    tags: list[str]


class VisitRow(TicketFacts, StaffFacts):
    """One visit. ``waited_s`` is from arrival to the first call, ``service_s`` the time at the counter of
    those served; ``reason`` is why its last call was decided; ``steps`` is null for a service without steps;
    ``standard_s`` and ``wait_standard_s`` are those of its service on that day, null if it is no more
    offered; ``unrated``: its customer was asked for a rating and gave none; ``announced`` is the wait that
    its customer was told, null where nobody could tell, and on days before waits were written down."""

    first_called_at: str | None
    waited_s: float | None
    service_s: float | None
    served: list[ServedService]
    staff: str | None
    reason: str | None
    requeues: int
    steps: StepCount | None
    standard_s: int | None
    wait_standard_s: int | None
    rating: GivenRating | None
    unrated: bool
    announced: Announcement | None


class HeldAnnouncements(TypedDict):
    """How what was announced held: of ``announced`` waits ``judged`` have come to a call, or were given up
    after their top; ``within`` of them ended by the announced top. ``mae_s`` is the mean distance of a wait
    that came to a call from its announced middle (s), null without any."""

    announced: int
    judged: int
    within: int
    mae_s: float | None


class AnnouncementCounts(HeldAnnouncements):
    """The same of a whole day, and by service, by segment and by the hour (0 to 23) of arrival."""

    services: dict[str, HeldAnnouncements]
    segments: dict[str, HeldAnnouncements]
    hours: dict[str, HeldAnnouncements]


class ServiceTime(TypedDict):
    """How long a service has taken at the counters: of ``n`` that staff have finished the mean and the
    standard deviation (s)."""

    n: int
    mean_s: float
    deviation_s: float


class DayHead(TypedDict):
    """The last row of a day in the journal, so far: its number, its hash in hex, and the branch's signature
    over both, the day and ``journal``, the id that the hashes start from (`branch.contract.day_head`)."""

    journal: str
    row: int
    hash: str
    signature: str


class Visits(TypedDict):
    """The tickets of a day, one row each, what became of the feedback cases that were opened on it, of its
    appointments, and of the waits that were announced (null on a day without any announcement); how long
    each of its services has taken; and what proves later that none of it was rewritten."""

    day: str | None
    visits: list[VisitRow]
    cases: CaseCounts
    appointments: AppointmentCounts
    announcements: AnnouncementCounts | None
    service_times: dict[str, ServiceTime]
    head: DayHead | None


class WeighedTicket(TypedDict):
    """What the rule looks at in one ticket. Waits and credits are seconds; ``rate`` is how many times a
    second waited counts, where the rule is accumulating priority."""

    number: str
    service: str
    segment: str
    appointment: bool
    came_late: bool
    waited_s: float
    credit_s: float
    rate: NotRequired[float]


class CallDecision(TypedDict):
    """A call as it was decided, as the journal keeps it: which rule, for which reason, and against whom. A
    call out of turn (``reason`` chosen) tells what the ticket ``was``, the ``note`` of whoever chose it, and
    whose ``turn`` it would have been. Rows of older versions have fewer fields."""

    rule: str
    reason: str
    number: str
    service: str
    segment: str
    waited_s: float
    appointment: NotRequired[bool]
    came_late: NotRequired[bool]
    credit_s: NotRequired[float]
    rate: NotRequired[float]
    cap_s: NotRequired[float]
    passed: NotRequired[int]
    most_passes: NotRequired[int]
    against: NotRequired[list[WeighedTicket]]
    was: NotRequired[TicketStatus]
    note: NotRequired[str | None]
    turn: NotRequired[str | None]


class CallExplanation(TypedDict):
    """Why a ticket was called when it was (``called``); of one that waits (then null) by how many it was
    passed and whom it is weighed ``against``. ``next`` is whom the counter that was named would call now, and
    why."""

    number: str
    status: TicketStatus
    rule: str
    cap_s: float
    most_passes: int
    next: NotRequired[CallDecision | None]
    called: CallDecision | None
    for_counter: NotRequired[int | None]
    ahead: NotRequired[int]
    passed: NotRequired[int]
    waited_s: NotRequired[float]
    credit_s: NotRequired[float]
    rate: NotRequired[float]
    against: NotRequired[list[WeighedTicket]]
