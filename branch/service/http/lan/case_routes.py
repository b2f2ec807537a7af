"""Routes of feedback cases. Reading and answering them is the manager's; a teller can hand one in."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.service.access.device_tokens import TokenInfo
from branch.service.core.writer_inbox import Render
from branch.service.feed.case_views import case_view
from branch.service.feed.feed_entries import to_json
from branch.service.feed.hall_views import View
from branch.service.http.bodies import CaseBody, CaseNoteBody, CaseWordBody
from branch.service.http.context import Edge, EdgeDep, allow
from branch.service.http.lan.ticket_routes import new_id

router = APIRouter(prefix="/v1/cases", tags=["cases"])

Teller = Annotated[TokenInfo, Depends(allow("counter", "manager"))]
Manager = Annotated[TokenInfo, Depends(allow("manager"))]
CaseId = Annotated[str, Path(max_length=80)]


def _answer(edge: Edge, case: str, status: int = 200) -> Render:
    """Answers with the case as it stands after the command."""

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return status, to_json(case_view(hall.case(case), edge.views)).encode()

    return render


def _said(body: CaseWordBody | None, token: TokenInfo) -> tuple[str, str | None]:
    """By whom, and with which words if any."""
    return (body.by if body and body.by else token.name), (body.text if body else None)


@router.post("", status_code=201)
async def open_case(request: Request, edge: EdgeDep, token: Teller, body: CaseBody) -> Response:
    """Write down a complaint that came on paper or by telephone. A teller is answered that it is there, no
    more."""
    case = new_id()
    by = body.by or token.name
    command = commands.OpenCase(case, body.channel, body.text, by, body.number, body.service, body.counter)

    def receipt(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        view = case_view(hall.case(case), edge.views)
        return 201, to_json({name: view[name] for name in ("id", "state", "opened_at", "due_at")}).encode()

    return await edge.ask(request, command, _answer(edge, case, 201) if token.role == "manager" else receipt)


@router.get("", dependencies=[Depends(allow("manager"))])
async def list_cases(
    edge: EdgeDep,
    state: Literal["open", "in-progress", "resolved"] | None = None,
    day: Annotated[str | None, Query(max_length=10)] = None,
) -> dict[str, Any]:
    """The cases at hand, or those that were opened on a day, oldest first."""
    views = edge.views

    def look(hall: Hall, _: int) -> tuple[str | None, list[View]]:
        day_of = views.plan.schedule.day_of
        opened = (case for case in hall.cases.values() if day is None or day_of(case.opened_at) == day)
        return hall.day, [case_view(case, views) for case in opened]

    today, cases = await edge.look(look)
    if day is not None and day != today:
        edge.history.check(day)
        cases = await run_in_threadpool(edge.history.cases, day)
    return {"day": day, "cases": [case for case in cases if state is None or case["state"] == state]}


@router.get("/{case}", dependencies=[Depends(allow("manager"))])
async def read(edge: EdgeDep, case: CaseId) -> dict[str, Any]:
    """One case with its history."""
    return await edge.look(lambda hall, _: case_view(hall.case(case), edge.views))


@router.post("/{case}/take")
async def take(
    request: Request, edge: EdgeDep, token: Manager, case: CaseId, body: CaseWordBody | None = None
) -> Response:
    """Somebody sees to it."""
    command = commands.TakeCase(case, _said(body, token)[0])
    return await edge.ask(request, command, _answer(edge, case))


@router.post("/{case}/note")
async def note(request: Request, edge: EdgeDep, token: Manager, case: CaseId, body: CaseNoteBody) -> Response:
    """What has been done or said."""
    command = commands.NoteCase(case, body.by or token.name, body.text)
    return await edge.ask(request, command, _answer(edge, case))


@router.post("/{case}/resolve")
async def resolve(
    request: Request, edge: EdgeDep, token: Manager, case: CaseId, body: CaseWordBody | None = None
) -> Response:
    """It is answered."""
    command = commands.ResolveCase(case, *_said(body, token))
    return await edge.ask(request, command, _answer(edge, case))


@router.post("/{case}/reopen")
async def reopen(
    request: Request, edge: EdgeDep, token: Manager, case: CaseId, body: CaseWordBody | None = None
) -> Response:
    """It was not answered after all."""
    command = commands.ReopenCase(case, *_said(body, token))
    return await edge.ask(request, command, _answer(edge, case))
