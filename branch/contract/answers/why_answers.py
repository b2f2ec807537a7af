"""Why a ticket was called when it was, or what it still waits for."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from branch.contract.answers.ticket_answers import TicketStatus


class WeighedTicket(TypedDict):
    """What the rule looks at in one ticket. Waits and credits are seconds."""

    number: str
    service: str
    segment: str
    appointment: bool
    came_late: bool
    waited_s: float
    credit_s: float


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
    against: NotRequired[list[WeighedTicket]]
