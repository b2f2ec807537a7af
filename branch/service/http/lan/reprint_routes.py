"""Routes of paper once more: who wants it, and which kiosk is to print it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.tickets.paper_rules import to_reprint
from branch.domain.tickets.ticket_messages import TicketReprinted
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.feed_entries import to_json
from branch.service.http.bodies import ReprintBody
from branch.service.http.context import EdgeDep, allow
from branch.service.http.lan.ticket_routes import new_id, ticket_view

router = APIRouter(prefix="/v1", tags=["tickets"])


@router.post("/tickets/{ticket}/reprint")
async def reprint(
    request: Request,
    edge: EdgeDep,
    token: Annotated[TokenInfo, Depends(allow("kiosk", "counter", "manager"))],
    ticket: str,
    body: ReprintBody | None = None,
) -> Response:
    """A copy of a ticket. A kiosk prints it itself; for staff one that is connected and well is asked to."""
    own = token.role == "kiosk"
    by = (body or ReprintBody()).by if own else "staff"
    kiosks = None if own else edge.hub.printers
    command = commands.ReprintTicket(new_id(), ticket, by, token.name, kiosks)

    def render(hall: Hall, events: tuple[Event, ...], now: int) -> tuple[int, bytes]:
        kiosk = next(event.kiosk for event in events if isinstance(event, TicketReprinted))
        shown = ticket_view(edge, hall, ticket, now, token.role)
        return 200, to_json({"ticket": shown, "kiosk": kiosk}).encode()

    return await edge.ask(request, command, render)


@router.get("/reprints")
async def reprints(edge: EdgeDep, token: Annotated[TokenInfo, Depends(allow("kiosk"))]) -> dict[str, Any]:
    """What this kiosk is asked to print now, oldest first; one is asked for until it is told of its paper."""

    def look(hall: Hall, now: int) -> dict[str, Any]:
        return {
            "reprints": [
                {"id": one.id, "ticket": ticket_view(edge, hall, one.ticket, now, token.role)}
                for one in to_reprint(hall, token.name, now)
            ]
        }

    return await edge.look(look)
