"""What is on a ticket, before anyone decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from branch.devices.printers.logo import Logo
from branch.wording.wait_wording import ToldWait

WIDTHS = (384, 512, 576)
"""Dots across the paper: 58 mm, the 80 mm of older 180 dpi printers, and the usual 80 mm."""

Mode = Literal["raster", "text"]
"""Sent as a picture, or as text for the printer's own fonts."""

Cut = Literal["full", "part"]

QrCode = Literal["native", "raster"]
"""How a code stands in a ticket of text: drawn by the printer, or sent as a picture where it draws none."""


class Mark(StrEnum):
    """Something about this very piece of paper that staff must see at a glance."""

    REPRINT = "reprint"
    OFFLINE = "offline"


@dataclass(frozen=True, kw_only=True)
class TicketSlip:
    """One ticket to print. Names come in the customer's language; the fixed texts follow `language`."""

    branch: str
    service: tuple[str, ...]
    """The service's names, the customer's language first: ("个人现金", "Cash")."""
    number: str
    issued_at: datetime
    """With its time zone: the ticket shows the branch's own wall clock."""
    language: str = "zh"
    wait: ToldWait | None = None
    """Who is ahead and how long it will be; None when nobody knows."""
    qr: str | None = None
    """The address of this ticket's own page; None leaves the code away."""
    segment: str | None = None
    most_passes: int | None = None
    """The promise to this ticket: so many who come later go first at most; None where it has none."""
    by_rate: bool = False
    """Whether the longest wait goes first, the waits of some counting more; told with the promise."""
    documents: tuple[str, ...] = ()
    """What to have ready at the counter."""
    doubtful: bool = False
    """Whether closing time may come before its turn."""
    footer: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    width_dots: int = 576
    logo: Logo | None = None
    """The bank's own, above its name."""

    def __post_init__(self) -> None:
        if not self.number.strip():
            raise ValueError("number is empty")
        if self.issued_at.utcoffset() is None:
            raise ValueError("issued_at has no time zone")
        if self.wait is not None and (self.wait.ahead or 0) < 0:
            raise ValueError(f"ahead is {self.wait.ahead}")
        if self.most_passes is not None and self.most_passes < 1:
            raise ValueError(f"most_passes is {self.most_passes}")
        if self.width_dots not in WIDTHS:
            raise ValueError(f"width_dots is {self.width_dots}, not one of {WIDTHS}")
