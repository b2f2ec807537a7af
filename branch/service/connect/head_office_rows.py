"""A row of head office's list, and what it asks of the queue."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from pydantic import ConfigDict, model_validator

from branch.contract import booking_codes, phone_numbers
from branch.contract.requests.request_base import Short
from branch.contract.requests.ticket_requests import AppointmentRequest
from branch.domain.appointments.appointment import TakeBooking
from branch.service.use_cases.appointment_use_cases import take

_LONGEST = MappingProxyType({"name": 64, "note": 500})
"""Characters of texts that are only shown: what is longer is cut."""

_STATUSES = MappingProxyType({"canceled": "cancelled", "confirmed": "booked"})
_PHONE = re.compile(r"^(?:tel:)?|\(0\)(?=.*\d)|[\s().\-/\u2010-\u2015]")
_BETWEEN = re.compile(r"[\s./_\u2010-\u2015-]")


class BookingRow(AppointmentRequest):
    """One appointment. ``ref`` is head office's name for it; keys that we do not know are its own affair."""

    model_config = ConfigDict(extra="ignore")

    ref: Short
    status: Literal["booked", "cancelled"] = "booked"

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, row: object) -> object:
        """What a booking system writes around a value is not the value, and an empty one is none."""
        return _plain(row) if isinstance(row, dict) else row


def command_of(row: BookingRow) -> TakeBooking:
    """What the row asks of the queue."""
    return take(row, ref=row.ref, cancelled=row.status == "cancelled")


def left_out(row: object, taken: BookingRow) -> list[str]:
    """The keys whose values a row came with and was taken without: no phone number, or no code."""
    given = row if isinstance(row, Mapping) else {}
    return [key for key in ("phone", "code") if _text(given.get(key)) and getattr(taken, key) is None]


def _plain(row: Mapping[str, object]) -> dict[str, object]:
    plain: dict[str, object] = {}
    for key, value in row.items():
        text = _text(value)
        if key in BookingRow.model_fields and text is not None:
            text = text[: _LONGEST.get(key, len(text))].strip()
            if text:
                plain[key] = text
        elif value is not None:
            plain[key] = value
    if isinstance(status := plain.get("status"), str):
        status = status.casefold()
        plain["status"] = _STATUSES.get(status, status)
    _keep(plain, "phone", _PHONE, phone_numbers.PATTERN)
    _keep(plain, "code", _BETWEEN, booking_codes.PATTERN)
    return plain


def _keep(plain: dict[str, object], key: str, decoration: re.Pattern[str], pattern: str) -> None:
    """Cut the decoration; leave out what is still none: the appointment holds without it."""
    if not isinstance(text := plain.get(key), str):
        return
    bare = decoration.sub("", unicodedata.normalize("NFKC", text))
    if re.fullmatch(pattern, bare):
        plain[key] = bare
    else:
        del plain[key]


def _text(value: object) -> str | None:
    """The text of a value that is one, or a number where others write a text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
