"""Requests about tickets: issued, given without the service, printed, printed once more."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from branch.contract.requests.request_base import Instant, Note, Phone, Request, Short


class TicketRequest(Request):
    """POST /v1/tickets"""

    service: Short
    language: Short | None = None
    segment: Short | None = None
    phone: Phone | None = None
    channel: Short = "kiosk"
    segment_reason: Short | None = None


class BlockRequest(Request):
    """POST /v1/blocks. ``holder`` is whatever one kiosk keeps for itself and no other has."""

    service: Short
    holder: Short


class HandInRequest(Request):
    """POST /v1/blocks/{id}/tickets. The ticket's id is the kiosk's own, and nobody can guess it."""

    ticket: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{20,64}$")]
    n: Annotated[int, Field(ge=0, le=999_999)]
    issued_at: Instant
    language: Short | None = None
    segment: Short | None = None
    segment_reason: Short | None = None
    phone: Phone | None = None
    printed: bool | None = None
    reason: Note | None = None


class PrintedRequest(Request):
    """POST /v1/tickets/{id}/printed"""

    ok: bool
    reason: Note | None = None


class ReprintRequest(Request):
    """POST /v1/tickets/{id}/reprint. ``by`` is for kiosks: a counter or a manager is staff."""

    by: Literal["customer", "staff"] = "customer"
