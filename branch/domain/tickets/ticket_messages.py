"""What may be asked about a ticket that no counter holds, and what happens to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from branch.domain.kernel.messages import Command, TicketEvent
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.tickets.ticket import TicketDetails


@dataclass(frozen=True, slots=True)
class IssueTicket(TicketDetails, Command):
    """Give the next number of a service. Without a segment it is the branch's ordinary one."""

    ticket: str
    service: str
    language: str | None = None
    segment: str | None = None
    channel: str = field(default="kiosk", kw_only=True)


@dataclass(frozen=True, slots=True)
class CancelTicket(Command):
    """The customer leaves before being called."""

    ticket: str


@dataclass(frozen=True, slots=True)
class ConfirmPrint(Command):
    """Tell whether the paper came out."""

    ticket: str
    ok: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReprintTicket(Command):
    """Print a ticket again: ``by`` "customer" or "staff". ``kiosks`` are those that can be asked to print it
    now; None where ``source``, who asks, has the printer."""

    reprint: str
    ticket: str
    by: str
    source: str
    kiosks: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketIssued(TicketDetails, TicketEvent):
    """A number was given; at ``issued_at``, out of a reserved ``block``, if it was given without the
    service and is told late. ``doubtful``: it was said that closing time may come first.
    ``came_late``: too late for the place that its appointment had kept; ``note`` came with that one.
    ``announced``: the wait as it was estimated, None where nobody served and of what was given alone."""

    number: str
    n: int
    service: str
    segment: str
    language: str
    appointment: str | None = None
    promised_at: int | None = None
    block: str | None = None
    issued_at: int | None = None
    doubtful: bool = False
    came_late: bool = False
    note: str | None = None
    announced: WaitEstimate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketPrinted(TicketEvent):
    """The paper came out, or did not."""

    ok: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketReprinted(TicketEvent):
    """The ticket is printed again, for its customer or for staff (``by``), at the wish of the app ``source``.
    ``kiosk`` is the one that is asked to; None where ``source`` itself prints it. What came of it is told by
    TicketPrinted."""

    reprint: str
    by: str
    source: str
    kiosk: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCancelled(TicketEvent):
    """The customer left the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketExpired(TicketEvent):
    """The day ended before the ticket was served."""
