"""Routes of notices: what the manager tells the hall."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response

from branch.contract.answers.alert_answers import EndedNotice
from branch.contract.requests.hall_requests import NoticeRequest
from branch.contract.times import optional_ms_of
from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.service.access.device_tokens import TokenInfo
from branch.service.http.context import EdgeDep, allow, answered
from branch.service.http.lan.ticket_routes import new_id

router = APIRouter(prefix="/v1/notices", tags=["notices"])

Manager = Annotated[TokenInfo, Depends(allow("manager"))]


@router.post("", status_code=201)
async def post_notice(request: Request, edge: EdgeDep, token: Manager, body: NoticeRequest) -> Response:
    """Tell the hall; an emergency takes the whole board."""
    command = commands.PostNotice(
        new_id(), body.level, body.text, token.name, optional_ms_of(body.since), optional_ms_of(body.until)
    )

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return answered(edge.views.notice(hall.notices[command.notice]), 201)

    return await edge.ask(request, command, render)


@router.post("/{notice}/end")
async def end_notice(
    request: Request, edge: EdgeDep, token: Manager, notice: Annotated[str, Path(max_length=64)]
) -> Response:
    """Tell it no more."""
    command = commands.EndNotice(notice, token.name)

    def render(_: Hall, __: tuple[Event, ...], at: int) -> tuple[int, bytes]:
        ended: EndedNotice = {"id": notice, "ended_at": edge.views.time(at)}
        return answered(ended)

    return await edge.ask(request, command, render)
