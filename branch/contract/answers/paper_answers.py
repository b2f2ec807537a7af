"""Tickets on paper once more, and numbers that are set aside for a kiosk."""

from __future__ import annotations

from typing import Generic, TypeVar

from typing_extensions import TypedDict

from branch.contract.answers.ticket_answers import CustomerTicket, IssuedTicket, TicketNow

TicketT = TypeVar("TicketT")


class Reprinted(TypedDict, Generic[TicketT]):
    """A ticket that is printed again; ``kiosk`` is the one that was asked to, null where the asker is one and
    prints it itself."""

    ticket: TicketT
    kiosk: str | None


ReprintedTicket = Reprinted[IssuedTicket]
"""As any asker may read it."""

KioskReprinted = Reprinted[CustomerTicket]
StaffReprinted = Reprinted[TicketNow]


class Reprint(TypedDict):
    """A ticket that a kiosk is asked to print again."""

    id: str
    ticket: CustomerTicket


class Reprints(TypedDict):
    """What a kiosk is asked to print now, oldest first."""

    reprints: list[Reprint]


class NumberBlock(TypedDict):
    """Numbers set aside for one kiosk on one business day: those still to be given, as they are written."""

    id: str
    day: str | None
    service: str
    numbers: dict[str, int]
