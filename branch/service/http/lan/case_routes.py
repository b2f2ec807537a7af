"""Routes of feedback cases. Reading and answering them is the manager's; a teller can hand one in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from branch.contract.answers.visit_answers import Case, Cases, CaseState
from branch.contract.requests.hall_requests import CaseNoteRequest, CaseRequest, CaseWordRequest
from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.service.access.device_tokens import TokenInfo
from branch.service.core.writer_inbox import Render
from branch.service.feed.case_views import case_receipt, case_view
from branch.service.http.context import Asked, Context, ServiceContext, answer, answered
from branch.service.http.route_table import Routes
from branch.service.use_cases import staff_use_cases as use_cases

cases = Routes("/v1/cases", "cases", ("manager",))

CaseId = Annotated[str, Field(max_length=80)]


def _answer(context: ServiceContext, case: str, status: int = 200) -> Render:
    """Answers with the case as it stands after the command."""

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return answered(case_view(hall.case(case), context.views), status)

    return render


def _said(body: CaseWordRequest | None, token: TokenInfo) -> tuple[str, str | None]:
    """By whom, and with which words if any."""
    return (body.by if body and body.by else token.name), (body.text if body else None)


@cases.post("", 201, roles=("counter", "manager"))
async def open_case(request: Asked, context: Context, token: TokenInfo, body: CaseRequest) -> Response:
    """Write down a complaint that came on paper or by telephone. A teller is answered that it is there, no
    more."""
    command = use_cases.open_case(body, token.name)
    case = command.case

    def receipt(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return answered(case_receipt(hall.case(case), context.views), 201)

    return await context.ask(
        request, command, _answer(context, case, 201) if token.role == "manager" else receipt
    )


@cases.get("")
async def list_cases(
    context: Context,
    state: CaseState | None = None,
    day: Annotated[str | None, Field(max_length=10)] = None,
) -> Response:
    """The cases at hand, or those that were opened on a day, oldest first."""
    views = context.views

    def look(hall: Hall, _: int) -> tuple[str | None, list[Case]]:
        day_of = views.plan.schedule.day_of
        of_day = (case for case in hall.cases.values() if day is None or day_of(case.opened_at) == day)
        return hall.day, [case_view(case, views) for case in of_day]

    today, opened = await context.look(look)
    if day is not None and day != today:
        context.history.check(day)
        opened = await run_in_threadpool(context.history.cases, day)
    shown: Cases = {"day": day, "cases": [c for c in opened if state is None or c["state"] == state]}
    return answer(shown)


@cases.get("/{case}")
async def read(context: Context, case: CaseId) -> Response:
    """One case with its history."""
    return answer(await context.look(lambda hall, _: case_view(hall.case(case), context.views)))


@cases.post("/{case}/take")
async def take(
    request: Asked,
    context: Context,
    token: TokenInfo,
    case: CaseId,
    body: CaseWordRequest | None = None,
) -> Response:
    """Somebody sees to it."""
    command = commands.TakeCase(case, _said(body, token)[0])
    return await context.ask(request, command, _answer(context, case))


@cases.post("/{case}/note")
async def note(
    request: Asked, context: Context, token: TokenInfo, case: CaseId, body: CaseNoteRequest
) -> Response:
    """What has been done or said."""
    command = commands.NoteCase(case, body.by or token.name, body.text)
    return await context.ask(request, command, _answer(context, case))


@cases.post("/{case}/resolve")
async def resolve(
    request: Asked,
    context: Context,
    token: TokenInfo,
    case: CaseId,
    body: CaseWordRequest | None = None,
) -> Response:
    """It is answered."""
    command = commands.ResolveCase(case, *_said(body, token))
    return await context.ask(request, command, _answer(context, case))


@cases.post("/{case}/reopen")
async def reopen(
    request: Asked,
    context: Context,
    token: TokenInfo,
    case: CaseId,
    body: CaseWordRequest | None = None,
) -> Response:
    """It was not answered after all."""
    command = commands.ReopenCase(case, *_said(body, token))
    return await context.ask(request, command, _answer(context, case))
