"""Routes of blocks: numbers that a kiosk gives while it cannot ask, and tells of later."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response

from branch.contract.requests.ticket_requests import BlockRequest, HandInRequest
from branch.contract.times import ms_of
from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.offline.number_block_rules import current_block
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.paper_views import block_view
from branch.service.http.context import EdgeDep, allow, answered
from branch.service.http.lan.ticket_routes import new_id, ticket_answer

router = APIRouter(prefix="/v1/blocks", tags=["blocks"])

Kiosk = Annotated[TokenInfo, Depends(allow("kiosk"))]


@router.post("", status_code=201)
async def reserve(request: Request, edge: EdgeDep, _: Kiosk, body: BlockRequest) -> Response:
    """Set numbers aside; a holder that still has half a block is answered with that one."""
    command = commands.ReserveNumbers(new_id(), body.service, body.holder)

    def render(hall: Hall, __: tuple[Event, ...], ___: int) -> tuple[int, bytes]:
        block = current_block(hall, body.service, body.holder)
        assert block is not None  # noqa: S101 - reserved just now or before
        return answered(block_view(hall, block), 201)

    return await edge.ask(request, command, render)


@router.post("/{block}/tickets", status_code=201)
async def hand_in(
    request: Request,
    edge: EdgeDep,
    token: Kiosk,
    block: Annotated[str, Path(max_length=64)],
    body: HandInRequest,
) -> Response:
    """Tell of a ticket that was given out of a block; telling it twice changes nothing."""
    command = commands.HandInTicket(
        body.ticket,
        block,
        body.n,
        ms_of(body.issued_at),
        language=body.language,
        segment=body.segment,
        segment_reason=body.segment_reason,
        phone=body.phone,
        printed=body.printed,
        reason=body.reason,
        kiosk=token.name,
    )
    return await edge.ask(request, command, ticket_answer(edge, body.ticket, 201, role=request.state.role))
