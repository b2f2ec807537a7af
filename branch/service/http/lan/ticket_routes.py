"""Routes of tickets: issued, printed, cancelled, back in the queue, rated, explained."""

from __future__ import annotations

from starlette.responses import Response

from branch.contract.answers.ticket_answers import CustomerTicket, TicketNow, TicketPhone
from branch.contract.answers.visit_answers import CallExplanation, LeftUnrated, Rated
from branch.contract.requests.hall_requests import RatingRequest
from branch.contract.requests.ticket_requests import PrintedRequest, TicketRequest
from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.tickets.ticket import FINAL, ticket_refusal
from branch.service.access.device_tokens import TokenInfo
from branch.service.core.writer_inbox import Render
from branch.service.feed.visit_views import why_view
from branch.service.http.context import Asked, Context, ServiceContext, answer, answered
from branch.service.http.lan.reading_routes import CounterQuery
from branch.service.http.route_table import Routes
from branch.service.use_cases.ticket_use_cases import issue as issue_ticket
from branch.service.use_cases.ticket_use_cases import rate as rate_ticket
from branch.service.use_cases.ticket_use_cases import source_of

_ISSUERS = ("kiosk", "counter", "manager", "integration")

tickets = Routes("/v1/tickets", "tickets", _ISSUERS)


def ticket_answer(context: ServiceContext, ticket: str, status: int = 200, *, role: str) -> Render:
    """Answers that role with a ticket as it stands after the command."""

    def render(hall: Hall, _: tuple[Event, ...], now: int) -> tuple[int, bytes]:
        return answered(ticket_view(context, hall, ticket, now, role), status)

    return render


def ticket_view(
    context: ServiceContext, hall: Hall, ticket: str, now: int, role: str
) -> CustomerTicket | TicketNow:
    """A ticket for whoever holds its id."""
    return context.views.ticket_now(hall, hall.ticket(ticket), now, role)


def rated_answer(context: ServiceContext, ticket: str, score: int) -> Render:
    """Answers that a rating was taken."""

    def render(hall: Hall, _: tuple[Event, ...], now: int) -> tuple[int, bytes]:
        rated: Rated = {"ticket": hall.ticket(ticket).number, "score": score, "at": context.views.time(now)}
        return answered(rated, 201)

    return render


def kiosk_of(token: TokenInfo) -> str | None:
    """The name of the kiosk that asks; None if it is another app."""
    return token.name if token.role == "kiosk" else None


@tickets.post("", 201)
async def issue(
    request: Asked,
    context: Context,
    token: TokenInfo,
    body: TicketRequest,
) -> Response:
    """Give a number. A phone number that was typed at a kiosk must look like one of this country's."""
    command = issue_ticket(body, kiosk=kiosk_of(token), phone_pattern=context.branch.kiosk.phone_pattern)
    return await context.ask(request, command, ticket_answer(context, command.ticket, 201, role=token.role))


@tickets.get("/{ticket}")
async def read(context: Context, token: TokenInfo, ticket: str) -> Response:
    """A ticket as it stands now."""
    return answer(await context.look(lambda hall, now: ticket_view(context, hall, ticket, now, token.role)))


@tickets.get("/{ticket}/phone", roles=("integration",))
async def phone(context: Context, ticket: str) -> Response:
    """The phone number that came with a ticket, for whoever tells its customer that the turn is near: nobody
    else is told, and nobody any more once the visit is over. Raises ticket-ended."""

    def look(hall: Hall, _: int) -> TicketPhone:
        asked = hall.ticket(ticket)
        if asked.status in FINAL:
            raise ticket_refusal(
                "ticket-ended", asked, f"{asked.number} is {asked.status}: its phone number is told no more"
            )
        return {"id": asked.id, "phone": asked.phone}

    return answer(await context.look(look))


@tickets.post("/{ticket}/printed", roles=("kiosk", "counter", "manager"))
async def printed(
    request: Asked, context: Context, token: TokenInfo, ticket: str, body: PrintedRequest
) -> Response:
    """Whether the paper came out."""
    command = commands.ConfirmPrint(ticket, body.ok, body.reason)
    return await context.ask(request, command, ticket_answer(context, ticket, role=token.role))


@tickets.post("/{ticket}/cancel")
async def cancel(request: Asked, context: Context, token: TokenInfo, ticket: str) -> Response:
    """The customer leaves."""
    return await context.ask(
        request, commands.CancelTicket(ticket), ticket_answer(context, ticket, role=token.role)
    )


@tickets.post("/{ticket}/requeue")
async def requeue(request: Asked, context: Context, token: TokenInfo, ticket: str) -> Response:
    """A missed or parked ticket waits again."""
    return await context.ask(
        request, commands.RequeueTicket(ticket), ticket_answer(context, ticket, role=token.role)
    )


@tickets.post("/{ticket}/rating", 201, roles=("counter", "manager", "integration"))
async def rate(
    request: Asked, context: Context, token: TokenInfo, ticket: str, body: RatingRequest
) -> Response:
    """The customer's word, once; where it was given, the token says."""
    command = rate_ticket(ticket, body, source_of(token.role))
    return await context.ask(request, command, rated_answer(context, ticket, body.score))


@tickets.post("/{ticket}/no-rating", roles=("counter", "manager", "integration"))
async def no_rating(request: Asked, context: Context, token: TokenInfo, ticket: str) -> Response:
    """The customer was asked and gave none; whether they have rated elsewhere is not told."""

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        asked: LeftUnrated = {"ticket": hall.ticket(ticket).number}
        return answered(asked)

    return await context.ask(request, commands.LeaveUnrated(ticket, source_of(token.role)), render)


@tickets.get("/{ticket}/why", roles=("counter", "manager", "integration"))
async def why(context: Context, ticket: str, counter: CounterQuery = None) -> Response:
    """Why it was called when it was, or what it still waits for; and whom a counter would call next."""

    def look(hall: Hall, now: int) -> CallExplanation:
        asker = hall.counter(counter) if counter is not None else None
        return why_view(hall, hall.ticket(ticket), now, asker)

    return answer(await context.look(look))
