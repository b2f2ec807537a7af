"""Routes that only read: health, the branch, the snapshot, the live feed, the day's visits."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response, StreamingResponse

from branch.domain.feedback.case import Case
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.appointment_views import appointments_summary
from branch.service.feed.case_views import cases_summary
from branch.service.feed.hall_views import STAFF_ROLES
from branch.service.feed.report_views import branch_view, hints_view, visit_row
from branch.service.http.context import EdgeDep, allow
from branch.service.http.problems import Problem
from branch.service.projections.past_days import cases_of_past_day, past_hall

router = APIRouter(prefix="/v1", tags=["reading"])

Who = Annotated[TokenInfo, Depends(allow())]

_HEALTHY_S = 5.0
"""A service that takes longer than this to look at its own hall is not well."""

_LONGEST_ID = 18
"""Digits of a sequence number; SQLite's largest has 19."""

CounterQuery = Annotated[int | None, Query(ge=1, le=99)]


@router.get("/health")
async def health(edge: EdgeDep) -> dict[str, Any]:
    """Whether the service answers, what it is, and its time. Needs no token."""
    try:
        async with asyncio.timeout(_HEALTHY_S):
            at, day = await edge.look(lambda hall, now: (now, hall.day))
    except TimeoutError:
        raise Problem(503, "the writer does not answer", "internal") from None
    return {
        "status": "ok",
        "name": dict(edge.views.plan.name),
        "journal": edge.journal_id,
        "seq": edge.writer.seq,
        "day": day,
        "at": edge.views.time(at),
        "speed": edge.speed,
    }


@router.get("/branch")
async def branch(edge: EdgeDep, who: Who) -> dict[str, Any]:
    """Services, counters, languages, hours, standards."""
    view = branch_view(edge.views.plan, edge.notices, edge.views.ticket_url("{id}"), edge.voice)
    key = base64.b64encode(edge.signing.public).decode()
    if who.role in STAFF_ROLES:
        view["hints"] = hints_view(edge.views.plan)
    return {**view, "kiosk": edge.kiosk, "appointment_key": key}


@router.get("/snapshot")
async def snapshot(edge: EdgeDep, who: Who, counter: CounterQuery = None) -> dict[str, Any]:
    """The hall as the token's role may see it, and the number from which to follow the feed."""

    def look(hall: Hall, now: int) -> dict[str, Any]:
        return {
            "seq": edge.writer.seq,
            "at": edge.views.time(now),
            "journal": edge.journal_id,
            "hall": edge.views.hall(hall, who.role, now, counter),
        }

    return await edge.look(look)


class Feed(StreamingResponse):
    """Server-sent events as the hub has rendered them, once for all readers of a role.

    Not FastAPI's EventSourceResponse, which would encode each of them again for each reader.
    """

    media_type = "text/event-stream"


@router.get("/events", response_class=Feed)
async def events(
    edge: EdgeDep,
    who: Who,
    after: Annotated[int | None, Query(ge=0)] = None,
    counter: CounterQuery = None,
    prints: Annotated[bool, Query()] = False,
    last_event_id: Annotated[str | None, Header()] = None,
) -> Response:
    """Every event after a number, in order, once, then live. The header wins: it is the later number.
    With ``prints`` a kiosk says that it has a printer, and may be asked to print for staff."""
    if last_event_id is not None:
        if not last_event_id.isdecimal() or len(last_event_id) > _LONGEST_ID:
            raise Problem(422, f"Last-Event-ID {last_event_id!r} is not a number")
        after = int(last_event_id)
    # Not the writer's number: the hub may be about to hear of that one.
    start = edge.hub.seq if after is None else after
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    printer = who.name if prints and who.role == "kiosk" else None
    return Feed(edge.hub.read(who.role, start, counter, printer), headers=headers)


@router.get("/visits", dependencies=[Depends(allow("manager"))])
async def visits(edge: EdgeDep, day: Annotated[str | None, Query(max_length=10)] = None) -> dict[str, Any]:
    """One row for each ticket of a day, and its cases and appointments counted; today if none is named."""
    plan = edge.views.plan

    def told(hall: Hall, cases: Iterable[Case]) -> dict[str, Any]:
        return {
            "day": hall.day,
            "visits": [visit_row(ticket, edge.views) for ticket in hall.tickets.values()],
            "cases": cases_summary(cases),
            "appointments": appointments_summary(hall),
        }

    def look(hall: Hall, _: int) -> tuple[str | None, dict[str, Any]]:
        if day is not None and day != hall.day:
            return hall.day, {}
        return hall.day, told(
            hall, [c for c in hall.cases.values() if plan.schedule.day_of(c.opened_at) == hall.day]
        )

    def look_back(past: str) -> dict[str, Any]:
        return told(past_hall(edge.reader, plan, past), cases_of_past_day(edge.reader, plan, past))

    today, answer = await edge.look(look)
    if day is None or day == today:
        return answer
    if day not in edge.reader.days():
        raise refusal("unknown-day", f"there was no business day {day!r}")
    return await run_in_threadpool(look_back, day)
