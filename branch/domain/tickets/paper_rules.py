"""How paper is accounted for: what came out of a printer, and what is printed once more, where."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import FINAL, Reprint, Ticket, ticket_refusal
from branch.domain.tickets.ticket_messages import ConfirmPrint, ReprintTicket, TicketPrinted, TicketReprinted

REPRINT_WAITS = 60_000
"""For how long (ms) a kiosk is asked to print a ticket again; later nobody stands there for it."""


def confirm_print(hall: Hall, command: ConfirmPrint, now: int) -> Events:
    """Paper or no paper; saying the same twice changes nothing, but for each reprint it is said once."""
    ticket = hall.ticket(command.ticket)
    again = any(reprint.ticket == ticket.id for reprint in hall.reprints.values())
    if ticket.paper.printed is command.ok and not again:
        return ()
    return (TicketPrinted(at=now, ticket=ticket.id, ok=command.ok, reason=command.reason),)


def reprint(hall: Hall, command: ReprintTicket, now: int) -> Events:
    """A copy for whoever has lost theirs. Customers may have so many, staff decide themselves."""
    ticket = hall.ticket(command.ticket)
    if command.by not in ("customer", "staff"):
        raise refusal("invalid", f"a ticket is printed again by customer or staff, not {command.by!r}")
    if ticket.status in FINAL:
        raise ticket_refusal("ticket-ended", ticket, f"{ticket.number} is {ticket.status} already")
    if command.by == "customer" and ticket.paper.reprints >= hall.plan.reprint_limit:
        raise refusal(
            "reprint-limit",
            f"{ticket.number} has been printed again {ticket.paper.reprints} times",
            number=ticket.number,
            limit=hall.plan.reprint_limit,
        )
    kiosk = None if command.kiosks is None else _printing(hall, ticket, command.kiosks)
    return (
        TicketReprinted(
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
    well = [kiosk for kiosk in kiosks if not hall.alerts_of("printer", kiosk)]
    if not well:
        raise refusal("no-paper", "no kiosk can print now")
    if ticket.kiosk in well:
        return ticket.kiosk
    return min(well, key=lambda kiosk: (bool(hall.alerts_of("paper-low", kiosk)), kiosk))


def _printed(hall: Hall, event: TicketPrinted) -> None:
    # Paper is no step of the visit, so it does not count as a change that an undo would trip over.
    ticket = hall.tickets[event.ticket]
    hall.tickets[event.ticket] = replace(ticket, paper=replace(ticket.paper, printed=event.ok))
    hall.reprints = {key: one for key, one in hall.reprints.items() if one.ticket != event.ticket}


def _reprinted(hall: Hall, event: TicketReprinted) -> None:
    hall.reprints[event.reprint] = Reprint(event.reprint, event.ticket, event.kiosk, event.at)
    if event.by == "customer":
        ticket = hall.tickets[event.ticket]
        paper = replace(ticket.paper, reprints=ticket.paper.reprints + 1)
        hall.tickets[event.ticket] = replace(ticket, paper=paper)


DECIDERS: Mapping[type[Command], Decider] = {
    ConfirmPrint: confirm_print,
    ReprintTicket: reprint,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketPrinted: _printed,
    TicketReprinted: _reprinted,
}
