"""What requests carry, checked for type and length at the edge. Unknown keys are named, not ignored."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from branch.contract import booking_codes as booking
from branch.contract import phone_numbers as phones

Short = Annotated[str, Field(min_length=1, max_length=64)]
Note = Annotated[str, Field(max_length=500)]
Phone = Annotated[str, Field(pattern=phones.PATTERN)]


class Body(BaseModel):
    """Base of all bodies."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class TicketBody(Body):
    """POST /v1/tickets"""

    service: Short
    language: Short | None = None
    segment: Short | None = None
    phone: Phone | None = None
    channel: Short = "kiosk"
    segment_reason: Short | None = None


class BlockBody(Body):
    """POST /v1/blocks. ``holder`` is whatever one kiosk keeps for itself and no other has."""

    service: Short
    holder: Short


class HandInBody(Body):
    """POST /v1/blocks/{id}/tickets. The ticket's id is the kiosk's own, and nobody can guess it."""

    ticket: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{20,64}$")]
    n: Annotated[int, Field(ge=0, le=999_999)]
    issued_at: Annotated[AwareDatetime, Field(strict=False, lt=datetime(3000, 1, 1, tzinfo=UTC))]
    language: Short | None = None
    segment: Short | None = None
    segment_reason: Short | None = None
    phone: Phone | None = None
    printed: bool | None = None
    reason: Note | None = None


class PrintedBody(Body):
    """POST /v1/tickets/{id}/printed"""

    ok: bool
    reason: Note | None = None


class ReprintBody(Body):
    """POST /v1/tickets/{id}/reprint. ``by`` is for kiosks: a counter or a manager is staff."""

    by: Literal["customer", "staff"] = "customer"


class RatingBody(Body):
    """POST /v1/tickets/{id}/rating"""

    score: Annotated[int, Field(ge=1, le=5)]
    tags: Annotated[list[Short], Field(max_length=10)] = []
    comment: Note | None = None
    source: Literal["pad", "phone", "kiosk", "integration"] = "pad"
    at: Annotated[AwareDatetime, Field(strict=False, lt=datetime(3000, 1, 1, tzinfo=UTC))] | None = None

    @property
    def instant(self) -> int | None:
        """``at`` in ms since the epoch."""
        return None if self.at is None else round(self.at.timestamp() * 1000)


class PhoneRatingBody(Body):
    """POST /t/{id}/rating"""

    score: Annotated[int, Field(ge=1, le=5)]
    tags: Annotated[list[Short], Field(max_length=10)] = []
    comment: Note | None = None


class AlertBody(Body):
    """POST /v1/alerts"""

    kind: Short
    counter: Annotated[int, Field(ge=1, le=99)] | None = None
    detail: Note | None = None


class CaseBody(Body):
    """POST /v1/cases. ``number`` is the ticket's, if it is of today; ``by`` whoever writes it down."""

    channel: Literal["paper", "telephone", "in-person", "letter", "email", "other"]
    text: Annotated[str, Field(min_length=1, max_length=2000)]
    number: Short | None = None
    service: Short | None = None
    counter: Annotated[int, Field(ge=1, le=99)] | None = None
    by: Short | None = None


class CaseWordBody(Body):
    """POST /v1/cases/{id}/take, resolve, reopen"""

    text: Annotated[str, Field(max_length=2000)] | None = None
    by: Short | None = None


class CaseNoteBody(Body):
    """POST /v1/cases/{id}/note"""

    text: Annotated[str, Field(min_length=1, max_length=2000)]
    by: Short | None = None


Instant = Annotated[AwareDatetime, Field(strict=False, lt=datetime(3000, 1, 1, tzinfo=UTC))]


class NoticeBody(Body):
    """POST /v1/notices. ``text`` by language."""

    level: Literal["info", "emergency"] = "info"
    text: Annotated[dict[Short, Note], Field(min_length=1, max_length=20)]
    since: Annotated[Instant | None, Field(alias="from")] = None
    until: Instant | None = None


class StaffBody(Body):
    """POST /v1/staff/check"""

    staff: Short
    pin: Annotated[str, Field(max_length=64)]


class OpenBody(Body):
    """POST /v1/counters/{n}/open"""

    staff: Short
    pin: Annotated[str, Field(max_length=64)]
    services: Annotated[list[Short], Field(min_length=1, max_length=50)] | None = None
    move: bool = False


class CallBody(Body):
    """POST /v1/counters/{n}/call"""

    ticket: Short
    reason: Note | None = None


class ParkBody(Body):
    """POST /v1/counters/{n}/park. ``remind_s``: 0 for no reminder, none for the branch's own time."""

    remind_s: Annotated[int, Field(ge=0, le=24 * 3600)] | None = None

    @property
    def remind_after(self) -> int | None:
        """The same in ms."""
        return None if self.remind_s is None else self.remind_s * 1000


class ParkAgainBody(ParkBody):
    """POST /v1/counters/{n}/park-again"""

    ticket: Short


class ThenBody(Body):
    """POST /v1/counters/{n}/then"""

    services: Annotated[list[Short], Field(max_length=5)]


class RequeueBody(Body):
    """POST /v1/counters/{n}/requeue"""

    ticket: Short


class TransferBody(Body):
    """POST /v1/counters/{n}/transfer"""

    service: Short | None = None
    counter: int | None = None
    staff: Short | None = None
    note: Note | None = None


class LateBody(Body):
    """POST /v1/counters/{n}/start, finish: what a counter that was cut off tells later."""

    ticket: Short | None = None
    at: Annotated[AwareDatetime, Field(strict=False, lt=datetime(3000, 1, 1, tzinfo=UTC))] | None = None

    @property
    def instant(self) -> int | None:
        """``at`` in ms since the epoch."""
        return None if self.at is None else round(self.at.timestamp() * 1000)


class CloseBody(Body):
    """POST /v1/counters/{n}/close"""

    give_back: bool = False


class StepBody(LateBody):
    """POST /v1/counters/{n}/steps"""

    step: Short
    done: bool = True


class ReasonBody(Body):
    """Anything that may be given a reason."""

    reason: Note | None = None


class PauseBody(ReasonBody):
    """POST /v1/counters/{n}/pause: ``minutes`` until the teller means to be back."""

    minutes: Annotated[int, Field(ge=1, le=480)] | None = None

    @property
    def lasts(self) -> int | None:
        """The same in ms."""
        return None if self.minutes is None else self.minutes * 60_000


class AppointmentBody(Body):
    """POST /v1/appointments"""

    service: Short
    # Bounded because a day beyond the calendar's end in the branch's zone could not be worked with later.
    starts_at: Annotated[AwareDatetime, Field(strict=False, lt=datetime(3000, 1, 1, tzinfo=UTC))]
    phone: Phone | None = None
    name: Short | None = None
    code: Annotated[str, Field(pattern=booking.PATTERN)] | None = None
    segment: Short | None = None
    note: Note | None = None


class FindBody(Body):
    """POST /v1/appointments/find"""

    phone: Phone


class CheckInBody(Body):
    """POST /v1/appointments/check-in"""

    code: Short | None = None
    qr: Annotated[str, Field(max_length=400)] | None = None
    phone: Phone | None = None
    id: Short | None = None
    language: Short | None = None
