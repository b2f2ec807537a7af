"""What a customer's phone is shown; it has no token, only the ticket's unguessable id."""

from __future__ import annotations

from typing_extensions import TypedDict

from branch.contract.answers.ticket_answers import TicketStatus, WaitBand
from branch.contract.json_types import Names


class ServedNumber(TypedDict):
    """A number of the same service that is at a counter."""

    number: str
    counter: int | None


class RatingReason(TypedDict):
    """What a customer may give as a reason for a score."""

    id: str
    scores: list[int]
    names: Names


class PublicTicket(TypedDict):
    """The state of the ticket's page. ``rate``: whether a rating is asked for now; ``then`` are the names of
    the services that follow in the visit."""

    branch: Names
    service: Names
    serving: list[ServedNumber]
    most_passes: int
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
    estimate: WaitBand | None
    counter: int | None
    then: list[Names]
    for_counter: int | None
