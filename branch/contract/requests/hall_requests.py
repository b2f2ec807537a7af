"""Requests of alerts, notices, ratings and feedback cases, and of whoever must be one of the staff."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from branch.contract.pairing_code import SECRET_PATTERN, TOKEN_PATTERN
from branch.contract.requests.request_base import CounterNumber, Instant, Note, Pin, Request, Short
from branch.contract.times import ms_of


class AlertRequest(Request):
    """POST /v1/alerts"""

    kind: Short
    counter: CounterNumber | None = None
    detail: Note | None = None


class TakeAlertRequest(Request):
    """POST /v1/alerts/{id}/take. ``counter``: whoever is signed in there goes."""

    counter: CounterNumber | None = None


class NoticeRequest(Request):
    """POST /v1/notices. ``text`` by language."""

    level: Literal["info", "emergency"] = "info"
    text: Annotated[dict[Short, Note], Field(min_length=1, max_length=20)]
    since: Annotated[Instant | None, Field(alias="from")] = None
    until: Instant | None = None


class StaffRequest(Request):
    """POST /v1/staff/check"""

    staff: Short
    pin: Pin


class PairRequest(Request):
    """POST /v1/pair. ``token`` is what the device will be let in with; ``role`` what it has to be."""

    code: Annotated[str, Field(pattern=SECRET_PATTERN)]
    token: Annotated[str, Field(pattern=TOKEN_PATTERN)]
    role: Literal["kiosk", "display", "counter", "manager", "integration"] | None = None


class RatingRequest(Request):
    """POST /v1/tickets/{id}/rating. ``source`` is taken and not believed: the token's role says it."""

    score: Annotated[int, Field(ge=1, le=5)]
    tags: Annotated[list[Short], Field(default_factory=list, max_length=10)]
    comment: Note | None = None
    source: Literal["pad", "phone", "kiosk", "integration"] = "pad"
    at: Instant | None = None

    @property
    def instant(self) -> int | None:
        """``at`` in ms since the epoch."""
        return None if self.at is None else ms_of(self.at)


class PhoneRatingRequest(Request):
    """POST /t/{id}/rating"""

    score: Annotated[int, Field(ge=1, le=5)]
    tags: Annotated[list[Short], Field(default_factory=list, max_length=10)]
    comment: Note | None = None


class CaseRequest(Request):
    """POST /v1/cases. ``number`` is the ticket's, if it is of today; ``by`` whoever writes it down."""

    channel: Literal["paper", "telephone", "in-person", "letter", "email", "other"]
    text: Annotated[str, Field(min_length=1, max_length=2000)]
    number: Short | None = None
    service: Short | None = None
    counter: CounterNumber | None = None
    by: Short | None = None


class CaseWordRequest(Request):
    """POST /v1/cases/{id}/take, resolve, reopen"""

    text: Annotated[str, Field(max_length=2000)] | None = None
    by: Short | None = None


class CaseNoteRequest(Request):
    """POST /v1/cases/{id}/note"""

    text: Annotated[str, Field(min_length=1, max_length=2000)]
    by: Short | None = None
