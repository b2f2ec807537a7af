"""Requests of a counter, and of services as staff switch them: the staff session, and the ticket there."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from branch.contract.requests.request_base import Instant, Note, Pin, ReasonRequest, Request, Short
from branch.contract.times import ms_of


class OpenRequest(Request):
    """POST /v1/counters/{n}/open"""

    staff: Short
    pin: Pin
    services: Annotated[list[Short], Field(min_length=1, max_length=50)] | None = None
    move: bool = False


class CloseRequest(Request):
    """POST /v1/counters/{n}/close"""

    give_back: bool = False


class PauseRequest(ReasonRequest):
    """POST /v1/counters/{n}/pause: ``minutes`` until the teller means to be back."""

    minutes: Annotated[int, Field(ge=1, le=480)] | None = None

    @property
    def duration(self) -> int | None:
        """The same in ms."""
        return None if self.minutes is None else self.minutes * 60_000


class CallRequest(Request):
    """POST /v1/counters/{n}/call"""

    ticket: Short
    reason: Note | None = None


class LateRequest(Request):
    """POST /v1/counters/{n}/start, finish: what a counter that was cut off tells later."""

    ticket: Short | None = None
    at: Instant | None = None

    @property
    def instant(self) -> int | None:
        """``at`` in ms since the epoch."""
        return None if self.at is None else ms_of(self.at)


class StepRequest(LateRequest):
    """POST /v1/counters/{n}/steps"""

    step: Short
    done: bool = True


class ParkRequest(Request):
    """POST /v1/counters/{n}/park. ``remind_s``: 0 for no reminder, none for the branch's own time."""

    remind_s: Annotated[int, Field(ge=0, le=24 * 3600)] | None = None

    @property
    def remind_after(self) -> int | None:
        """The same in ms."""
        return None if self.remind_s is None else self.remind_s * 1000


class ParkAgainRequest(ParkRequest):
    """POST /v1/counters/{n}/park-again"""

    ticket: Short


class RequeueRequest(Request):
    """POST /v1/counters/{n}/requeue"""

    ticket: Short


class ThenRequest(Request):
    """POST /v1/counters/{n}/then"""

    services: Annotated[list[Short], Field(max_length=5)]


class TransferRequest(Request):
    """POST /v1/counters/{n}/transfer"""

    service: Short | None = None
    counter: int | None = None
    staff: Short | None = None
    note: Note | None = None


class StaffedRequest(Request):
    """POST /v1/services/{id}/reopen: a kiosk says who is there; others may."""

    staff: Short | None = None
    pin: Pin | None = None


class CloseServiceRequest(StaffedRequest):
    """POST /v1/services/{id}/close"""

    reason: Note | None = None
