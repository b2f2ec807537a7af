"""Requests about appointments."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from branch.contract import booking_codes
from branch.contract.requests.request_base import Instant, Note, Phone, Request, Short


class AppointmentRequest(Request):
    """POST /v1/appointments"""

    service: Short
    starts_at: Instant
    phone: Phone | None = None
    name: Short | None = None
    code: Annotated[str, Field(pattern=booking_codes.PATTERN)] | None = None
    segment: Short | None = None
    note: Note | None = None


class FindRequest(Request):
    """POST /v1/appointments/find"""

    phone: Phone


class CheckInRequest(Request):
    """POST /v1/appointments/check-in"""

    code: Short | None = None
    qr: Annotated[str, Field(max_length=400)] | None = None
    phone: Phone | None = None
    id: Short | None = None
    language: Short | None = None
