"""Routes of paper once more: who wants it, and which kiosk is to print it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from branch.contract.answers.paper_answers import Reprints
from branch.contract.requests.ticket_requests import ReprintRequest
from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.tickets.paper_rules import to_reprint
from branch.domain.tickets.ticket_messages import TicketReprinted
from branch.service.access.device_tokens import TokenInfo
from branch.service.http.context import EdgeDep, allow, answer, answered
from branch.service.http.lan.ticket_routes import new_id, ticket_view

router = APIRouter(prefix="/v1", tags=["tickets"])


@router.post("/tickets/{ticket}/reprint")
async def reprint(
    request: Request,
    edge: EdgeDep,
    token: Annotated[TokenInfo, Depends(allow("kiosk", "counter", "manager"))],
    ticket: str,
    body: ReprintRequest | None = None,
) -> Response:
    """A copy of a ticket. A kiosk prints it itself; for staff one that is connected and well is asked to."""
    own = token.role == "kiosk"
    by = (body or ReprintRequest()).by if own else "staff"
    kiosks = None if own else edge.hub.printers
    command = commands.ReprintTicket(new_id(), ticket, by, token.name, kiosks)

    def render(hall: Hall, events: tuple[Event, ...], now: int) -> tuple[int, bytes]:
        kiosk = next(event.kiosk for event in events if isinstance(event, TicketReprinted))
        shown = ticket_view(edge, hall, ticket, now, token.role)
        return answered({"ticket": shown, "kiosk": kiosk})

    return await edge.ask(request, command, render)


@router.get("/reprints")
async def reprints(edge: EdgeDep, token: Annotated[TokenInfo, Depends(allow("kiosk"))]) -> Response:
    """What this kiosk is asked to print now, oldest first; one is asked for until it is told of its paper."""

    def look(hall: Hall, now: int) -> Reprints:
        return {
            "reprints": [
                {"id": one.id, "ticket": edge.views.customer_ticket(hall, hall.ticket(one.ticket), now)}
                for one in to_reprint(hall, token.name, now)
            ]
        }

    return answer(await edge.look(look))
