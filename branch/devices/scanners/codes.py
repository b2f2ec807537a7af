"""What a scanned text is. Pure: nobody is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from branch.contract import appointment_qr
from branch.contract import booking_codes as booking
from branch.contract.branch_info import CardInfo


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
class CustomerCard:
    """A card by which the branch knows a kind of customer. What else stands on it is forgotten here."""

    segment: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing that this kiosk has a use for."""


Scanned = AppointmentQr | BookingCode | CustomerCard | OurTicket | Unknown

LONGEST_CARD = 120
"""Characters of a card: a magnetic track has 79 or 40."""

_CODE = re.compile(booking.PATTERN)
_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")


def tell(text: str, ticket_url: str, cards: Sequence[CardInfo] = ()) -> Scanned:
    """What ``text`` is; ``ticket_url`` is the one of GET /v1/branch, with {id} in it, ``cards`` are its
    cards, which come first: digits alone may be a booking code too.

    A scanner that types is a keyboard, and Caps Lock turns its case round. Ticket ids differ by case, but an
    address begins with http in small letters: where it does not, everything is turned back.
    """
    text = text.strip()
    for card in cards:
        if len(text) <= LONGEST_CARD and re.fullmatch(card.pattern, text):
            return CustomerCard(card.segment, card.reason)
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
