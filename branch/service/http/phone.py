"""The customer's page: how far the queue has come, under the ticket's unguessable id. Needs no token."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from branch.domain import Hall
from branch.domain.errors import refusal
from branch.domain.model import AT_COUNTER
from branch.service.http.edge import EdgeDep

router = APIRouter(tags=["phone"])

_PAGE = Path(__file__).parent.parent / "pages" / "ticket.html"


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
            **{k: view[k] for k in ("number", "status", "language", "ahead", "estimate", "counter")},
        }

    return await edge.look(look)
