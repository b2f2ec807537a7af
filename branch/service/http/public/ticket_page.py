"""The customer's page: how far the queue has come, under the ticket's unguessable id. Needs no token."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import AT_COUNTER, Ticket, TicketStatus
from branch.service.http.bodies import PhoneRatingBody
from branch.service.http.context import EdgeDep
from branch.service.http.lan.ticket_routes import rated_answer

router = APIRouter(tags=["phone"])

_PAGE = Path(__file__).parent / "pages" / "ticket.html"


@router.get("/t/{ticket}", response_class=HTMLResponse)
async def page(edge: EdgeDep, ticket: str) -> HTMLResponse:
    """The page; it asks for the state itself, again and again."""
    await edge.look(lambda hall, _: hall.ticket(ticket))
    return HTMLResponse(_PAGE.read_text(encoding="utf-8"), headers={"Cache-Control": "no-store"})


@router.get("/t/{ticket}/state")
async def state(edge: EdgeDep, ticket: str) -> dict[str, Any]:
    """What the page shows."""

    def look(hall: Hall, now: int) -> dict[str, Any]:
        found = hall.ticket(ticket)
        view = edge.views.ticket_now(hall, found, now)
        service = hall.plan.services.get(found.service)
        if service is None:
            raise refusal("unknown-service", "the service of this ticket is no longer offered")
        at_counters = [hall.tickets[c.ticket] for c in hall.counters.values() if c.ticket]
        serving = [
            {"number": t.number, "counter": t.counter}
            for t in at_counters
            if t.service == found.service and t.status in AT_COUNTER and t.id != found.id
        ]
        return {
            "branch": dict(hall.plan.name),
            "service": dict(service.names),
            "serving": serving,
            "most_passes": hall.plan.rule.most_passes,
            "documents": {language: list(lines) for language, lines in service.documents.items()},
            "doubtful": found.doubtful,
            "rate": (
                found.status is TicketStatus.SERVED
                and found.rating is None
                and now - (found.finished_at or now) <= hall.plan.rating_window
            ),
            "reasons": [reason.model_dump(mode="json") for reason in edge.branch.reasons],
            "rated": found.rating is not None,
            "public_name": edge.views.public_name(_whose(found)),
            **{k: view[k] for k in ("number", "status", "language", "ahead", "estimate", "counter")},
            "then": [dict(hall.plan.services[s].names) for s in found.then if s in hall.plan.services],
            "for_counter": found.for_counter if found.status is TicketStatus.WAITING else None,
        }

    return await edge.look(look)


def _whose(ticket: Ticket) -> str | None:
    """The member of staff who has the customer, or who is waited for."""
    if ticket.status in AT_COUNTER:
        return ticket.staff
    waited_for = ticket.status is TicketStatus.WAITING and ticket.for_counter is not None
    return ticket.for_staff if waited_for else None


@router.post("/t/{ticket}/rating", status_code=201)
async def rate(request: Request, edge: EdgeDep, ticket: str, body: PhoneRatingBody) -> Response:
    """The customer's word, from the phone; taken once, here or at the counter, whichever comes first."""
    command = commands.RateTicket(ticket, body.score, tuple(body.tags), body.comment, "phone")
    return await edge.ask(request, command, rated_answer(edge, ticket, body.score))
