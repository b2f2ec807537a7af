"""Routes of numbers without a line and of paper once more: blocks that a kiosk gives out of, and reprints."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from starlette.responses import Response

from branch.contract.answers.paper_answers import Reprints
from branch.contract.requests.ticket_requests import BlockRequest, HandInRequest, ReprintRequest
from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.offline.number_block_rules import current_block
from branch.domain.tickets.paper_rules import to_reprint
from branch.domain.tickets.ticket_messages import TicketReprinted
from branch.service.access.block_seals import opened, sealed_id
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.phone_views import block_view
from branch.service.http.context import Asked, Context, answer, answered, device_of
from branch.service.http.lan.ticket_routes import ticket_answer, ticket_view
from branch.service.http.route_table import Routes
from branch.service.use_cases.ticket_use_cases import hand_in as hand_in_ticket
from branch.service.use_cases.ticket_use_cases import new_id

_SHORT = 16
"""Digits of a token's hash that tell devices apart."""

blocks = Routes("/v1/blocks", "blocks", ("kiosk",))
reprints = Routes("/v1", "tickets", ("kiosk",))


@blocks.post("", 201)
async def reserve(request: Asked, context: Context, token: TokenInfo, body: BlockRequest) -> Response:
    """Set numbers aside; a holder that still has half a block is answered with that one."""
    device = device_of(request)[:_SHORT]
    command = commands.ReserveNumbers(
        new_id(), service=body.service, holder=body.holder, device=device, kiosk=token.name
    )

    def render(hall: Hall, __: tuple[Event, ...], ___: int) -> tuple[int, bytes]:
        block = current_block(hall, body.service, body.holder)
        assert block is not None  # noqa: S101 - reserved just now or before
        kind = hall.plan.service(block.service)
        prefix = kind.prefix if block.prefix is None else block.prefix
        digits = kind.digits if block.digits is None else block.digits
        sealed = sealed_id(context.signing, block, hall.day or "", prefix, digits)
        return answered({**block_view(hall, block), "id": sealed}, 201)

    return await context.ask(request, command, render)


@blocks.post("/{block}/tickets", 201)
async def hand_in(
    request: Asked,
    context: Context,
    token: TokenInfo,
    block: Annotated[str, Field(max_length=1000)],
    body: HandInRequest,
) -> Response:
    """Tell of a ticket that was given out of a block; telling it twice changes nothing."""
    known, proven = opened(context.signing, block)
    command = hand_in_ticket(known, body, kiosk=token.name, proven=proven)
    return await context.ask(request, command, ticket_answer(context, body.ticket, 201, role=token.role))


@reprints.post("/tickets/{ticket}/reprint", roles=("kiosk", "counter", "manager"))
async def reprint(
    request: Asked,
    context: Context,
    token: TokenInfo,
    ticket: str,
    body: ReprintRequest | None = None,
) -> Response:
    """A copy of a ticket. A kiosk prints it itself; for staff one that is connected and well is asked to."""
    own = token.role == "kiosk"
    by = (body or ReprintRequest()).by if own else "staff"
    kiosks = None if own else context.hub.printers
    command = commands.ReprintTicket(new_id(), ticket, by, token.name, kiosks)

    def render(hall: Hall, events: tuple[Event, ...], now: int) -> tuple[int, bytes]:
        kiosk = next(event.kiosk for event in events if isinstance(event, TicketReprinted))
        shown = ticket_view(context, hall, ticket, now, token.role)
        return answered({"ticket": shown, "kiosk": kiosk})

    return await context.ask(request, command, render)


@reprints.get("/reprints", name="reprints")
async def open_reprints(context: Context, token: TokenInfo) -> Response:
    """What this kiosk is asked to print now, oldest first; one is asked for until it is told of its paper."""

    def look(hall: Hall, now: int) -> Reprints:
        return {
            "reprints": [
                {"id": one.id, "ticket": context.views.customer_ticket(hall, hall.ticket(one.ticket), now)}
                for one in to_reprint(hall, token.name, now)
            ]
        }

    return answer(await context.look(look))
