"""Decisions about paper: what came out of a printer, and what is printed once more, where."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import FINAL, Reprint, Ticket

REPRINT_WAITS = 60_000
"""For how long (ms) a kiosk is asked to print a ticket again; later nobody stands there for it."""


def confirm_print(hall: Hall, command: c.ConfirmPrint, now: int) -> tuple[e.Event, ...]:
    """Paper or no paper; saying the same twice changes nothing, but for each reprint it is said once."""
    ticket = hall.ticket(command.ticket)
    again = any(reprint.ticket == ticket.id for reprint in hall.reprints.values())
    if ticket.printed is command.ok and not again:
        return ()
    return (e.TicketPrinted(at=now, ticket=ticket.id, ok=command.ok, reason=command.reason),)


def reprint(hall: Hall, command: c.ReprintTicket, now: int) -> tuple[e.Event, ...]:
    """A copy for whoever has lost theirs. Customers may have so many, staff decide themselves."""
    ticket = hall.ticket(command.ticket)
    if command.by not in ("customer", "staff"):
        raise refusal("invalid", f"a ticket is printed again by customer or staff, not {command.by!r}")
    if ticket.status in FINAL:
        raise refusal("ticket-ended", f"{ticket.number} is {ticket.status} already")
    if command.by == "customer" and ticket.reprints >= hall.plan.reprint_limit:
        raise refusal("reprint-limit", f"{ticket.number} has been printed again {ticket.reprints} times")
    kiosk = None if command.kiosks is None else _printing(hall, ticket, command.kiosks)
    return (
        e.TicketReprinted(
            at=now,
            ticket=ticket.id,
            reprint=command.reprint,
            by=command.by,
            source=command.source,
            kiosk=kiosk,
        ),
    )


def to_reprint(hall: Hall, kiosk: str, now: int) -> list[Reprint]:
    """What that kiosk is asked to print now, oldest first."""
    return [
        one
        for one in hall.reprints.values()
        if one.kiosk == kiosk
        and now - one.at <= REPRINT_WAITS
        and hall.tickets[one.ticket].status not in FINAL
    ]


def _printing(hall: Hall, ticket: Ticket, kiosks: tuple[str, ...]) -> str:
    """The kiosk that gave the ticket, where its customer may stand; else one with much paper, else any."""
    if not kiosks:
        raise refusal("no-kiosk", "no kiosk with a printer is connected")
    well = [kiosk for kiosk in kiosks if hall.open_alert("printer", kiosk, None) is None]
    if not well:
        raise refusal("no-paper", "no kiosk can print now")
    if ticket.kiosk in well:
        return ticket.kiosk
    return min(well, key=lambda kiosk: (hall.open_alert("paper-low", kiosk, None) is not None, kiosk))
