"""What a scanned text is. Pure: nobody is asked."""

from __future__ import annotations

import re
import unicodedata
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
_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_FRAMES = (re.compile(r"\*(.+)\*"), re.compile(r"[%;+](.+)\?.?"))
_PARTS = re.compile(r"[\s./_\u2010-\u2015\u2212-]+")
"""What people and printers put between the groups of a booking code."""

_SCHEME = re.compile(r"^https?://")
_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")


def tell(text: str, ticket_url: str, cards: Sequence[CardInfo] = ()) -> Scanned:
    """What ``text`` is; ``ticket_url`` is the one of GET /v1/branch, with {id} in it, ``cards`` are its
    cards, which come first: digits alone may be a booking code too.

    What a scanner puts around the scan (see `unframed`) is not the scan. A scanner that types is a keyboard,
    and Caps Lock turns its case round. Ticket ids differ by case, but an address begins with http in small
    letters: where it does not, everything is turned back.
    """
    bare = unframed(text)
    for card in cards:
        for read in dict.fromkeys((text.strip(), bare, bare.swapcase())):
            if len(read) <= LONGEST_CARD and re.fullmatch(card.pattern, read):
                return CustomerCard(card.segment, card.reason)
    ticket = _ticket_of(bare.swapcase() if bare.startswith("HTTP") else bare, ticket_url)
    if ticket is not None:
        return OurTicket(ticket)
    if appointment_qr.is_one(bare):
        return AppointmentQr(bare.upper())
    code = _PARTS.sub("", bare)
    return BookingCode(code.upper()) if _CODE.fullmatch(code) else Unknown()


def unframed(text: str) -> str:
    """The scan without what scanners are set up to put around it: control characters (STX, ETX, Tab), the
    AIM mark of the kind of code (]Q1, ]C0), the stars of Code 39, the sentinels of a card's magnetic track;
    full-width letters and digits of an input method become plain ones."""
    plain = unicodedata.normalize("NFKC", text)
    bare = "".join(character for character in plain if character.isprintable()).strip()
    bare = _AIM.sub("", bare)
    for frame in _FRAMES:
        if found := frame.fullmatch(bare):
            return found[1].strip()
    return bare


def _ticket_of(text: str, ticket_url: str) -> str | None:
    """The id in the address of a ticket's page, by http or https, whatever a phone's app put after it."""
    head, mark, tail = (_SCHEME.sub("", part) for part in ticket_url.partition("{id}"))
    address = _SCHEME.sub("", re.split(r"[?#]", text, maxsplit=1)[0]).removesuffix("/")
    if not mark or address == text or not address.startswith(head) or not address.endswith(tail):
        return None
    ticket = address[len(head) : len(address) - len(tail)]
    return ticket if _ID.fullmatch(ticket) else None
