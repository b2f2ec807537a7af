"""Requests of alerts, of notices, and of whoever must be one of the staff."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from branch.contract.requests.request_base import CounterNumber, Instant, Note, Pin, Request, Short


class AlertRequest(Request):
    """POST /v1/alerts"""

    kind: Short
    counter: CounterNumber | None = None
    detail: Note | None = None


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
