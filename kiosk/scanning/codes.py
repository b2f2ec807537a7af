"""What a scanned text is. Pure: nobody is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from branch.wire import appointment_qr, booking


@dataclass(frozen=True, slots=True)
class BookingCode:
    """What stands in the message that confirmed an appointment, as a bar code."""

    code: str


@dataclass(frozen=True, slots=True)
class AppointmentQr:
    """The signed QR code of an appointment, of whatever branch and genuine or not."""

    text: str


@dataclass(frozen=True, slots=True)
class OurTicket:
    """The QR code of a ticket of this branch: the address of its page."""

    id: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing that this kiosk has a use for."""


Scanned = AppointmentQr | BookingCode | OurTicket | Unknown

_CODE = re.compile(booking.PATTERN)
_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")


def tell(text: str, ticket_url: str) -> Scanned:
    """What ``text`` is; ``ticket_url`` is the one of GET /v1/branch, with {id} in it.

    A scanner that types is a keyboard, and Caps Lock turns its case round. Ticket ids differ by case, but an
    address begins with http in small letters: where it does not, everything is turned back.
    """
    text = text.strip()
    if text.startswith("HTTP"):
        text = text.swapcase()
    head, mark, tail = ticket_url.partition("{id}")
    if mark and text.startswith(head) and text.endswith(tail):
        ticket = text[len(head) : len(text) - len(tail)]
        if _ID.fullmatch(ticket):
            return OurTicket(ticket)
    if appointment_qr.is_one(text):
        return AppointmentQr(text.upper())
    if _CODE.fullmatch(text):
        return BookingCode(text.upper())
    return Unknown()
