"""The customer's page: how far the queue has come, under the ticket's unguessable id. Needs no token."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import HTMLResponse, Response

from branch.contract.requests.hall_requests import PhoneRatingRequest
from branch.domain.kernel.refusals import Unknown
from branch.service.feed.phone_views import public_ticket
from branch.service.http.context import Asked, Context, answer
from branch.service.http.lan.ticket_routes import rated_answer
from branch.service.http.page_headers import page_headers
from branch.service.http.route_table import EVERYBODY, Routes
from branch.service.use_cases.ticket_use_cases import rate as rate_ticket

phone = Routes("/t", "phone", EVERYBODY)

_PAGES = Path(__file__).parent / "pages"
_PAGE, _GONE = _PAGES / "ticket.html", _PAGES / "gone.html"


@phone.get("/{ticket}", media="text/html")
async def page(request: Asked, context: Context, ticket: str) -> HTMLResponse:
    """The page; it asks for the state itself, again and again. A browser that asks for a number of another
    day, or for none that there was, is told so in words, with 404 too."""
    try:
        await context.look(lambda hall, _: hall.ticket(ticket))
    except Unknown:
        if b"text/html" not in request.headers.get(b"accept", b""):
            raise
        return _html(_GONE, 404)
    return _html(_PAGE, 200)


def _html(page: Path, status: int) -> HTMLResponse:
    text = page.read_text(encoding="utf-8")
    return HTMLResponse(text, status, headers=page_headers(text))


@phone.get("/{ticket}/state")
async def state(context: Context, ticket: str) -> Response:
    """What the page shows."""

    return answer(
        await context.look(lambda hall, now: public_ticket(hall, hall.ticket(ticket), now, context.views))
    )


@phone.post("/{ticket}/rating", 201)
async def rate(request: Asked, context: Context, ticket: str, body: PhoneRatingRequest) -> Response:
    """The customer's word, from the phone; taken once, here or at the counter, whichever comes first."""
    command = rate_ticket(ticket, body, "phone")
    told = rated_answer(context, ticket, body.score)
    return await context.ask(request, command, told, keep_refusal=False)
