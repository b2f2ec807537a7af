"""Requests about tickets and appointments: issued, given without the service, printed, booked, checked in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from branch.contract import booking_codes
from branch.contract.requests.request_base import Instant, Note, Phone, Request, Short


class TicketDetailsRequest(Request):
    """What is said of a ticket by whoever gives it, with the service or without, and is only carried on."""

    language: Short | None = None
    segment: Short | None = None
    phone: Phone | None = None
    segment_reason: Short | None = None


class TicketRequest(TicketDetailsRequest):
    """POST /v1/tickets"""

    service: Short
    channel: Short = "kiosk"


class BlockRequest(Request):
    """POST /v1/blocks. ``holder`` is whatever one kiosk keeps for itself and no other has."""

    service: Short
    holder: Short


class HandInRequest(TicketDetailsRequest):
    """POST /v1/blocks/{id}/tickets. The ticket's id is the kiosk's own, and nobody can guess it."""

    ticket: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{20,64}$")]
    n: Annotated[int, Field(ge=0, le=999_999)]
    issued_at: Instant
    printed: bool | None = None
    reason: Note | None = None


class PrintedRequest(Request):
    """POST /v1/tickets/{id}/printed"""

    ok: bool
    reason: Note | None = None


class ReprintRequest(Request):
    """POST /v1/tickets/{id}/reprint. ``by`` is for kiosks: a counter or a manager is staff."""

    by: Literal["customer", "staff"] = "customer"


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
