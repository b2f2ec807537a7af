"""Routes that only read: health, the branch, the snapshot, the live feed, the day's visits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import Annotated, cast

from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from branch.contract.answers.hall_answers import Health
from branch.contract.answers.visit_answers import DayHead, Visits
from branch.contract.basics import STAFF_ROLES
from branch.contract.day_head import sign_head
from branch.contract.service_proof import CHALLENGE_PATTERN, prove
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan
from branch.domain.tickets.ticket import Ticket
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.announcement_views import announcements_of
from branch.service.feed.appointment_views import appointments_summary
from branch.service.feed.case_views import case_view, cases_summary
from branch.service.feed.visit_views import service_times_view, visit_row
from branch.service.http.context import Asked, Context, answer
from branch.service.http.handler import Header
from branch.service.http.problems import Problem
from branch.service.http.route_table import ANY_ROLE, EVERYBODY, Routes
from branch.service.http.sliced_answer import SlicedAnswer

reading = Routes("/v1", "reading", ANY_ROLE)

_HEALTHY_S = 5.0
"""A service that takes longer than this to look at its own hall is not well."""

_LONGEST_ID = 18
"""Digits of a sequence number; SQLite's largest has 19."""

CounterQuery = Annotated[int | None, Field(ge=1, le=99)]


@reading.get("/health", roles=EVERYBODY)
async def health(
    request: Asked,
    context: Context,
    challenge: Annotated[str | None, Field(pattern=CHALLENGE_PATTERN)] = None,
) -> Response:
    """Whether the service answers, what it is, and its time. Needs no token. With a challenge it proves which
    service it is."""
    try:
        async with asyncio.timeout(_HEALTHY_S):
            at, day = await context.look(lambda hall, now: (now, hall.day))
    except TimeoutError:
        raise Problem(503, "the writer does not answer", "internal") from None
    view: Health = {
        "status": "ok",
        "name": dict(context.views.plan.name),
        "journal": context.journal_id,
        "seq": context.writer.seq,
        "day": day,
        "at": context.views.time(at),
        "speed": context.speed,
    }
    if challenge is not None:
        view["proof"] = prove(context.signing.private, challenge, request.server, context.certificate)
    return answer(view)


@reading.get("/branch")
async def branch(context: Context, who: TokenInfo) -> Response:
    """Services, counters, languages, hours, standards."""
    return answer(context.branch.to_json(for_staff=who.role in STAFF_ROLES))


@reading.get("/snapshot")
async def snapshot(context: Context, who: TokenInfo, counter: CounterQuery = None) -> Response:
    """The hall as the token's role may see it, and the number from which to follow the feed."""

    return answer(
        await context.look(
            lambda hall, now: context.views.snapshot(
                hall, who.role, now, counter, context.writer.seq, context.journal_id
            )
        )
    )


class Feed(Response):
    """Server-sent events as the hub has rendered them, once for all readers of a role."""

    def __init__(
        self, read: Callable[[asyncio.Future[None]], AsyncGenerator[bytes, None]], may: Callable[[], bool]
    ) -> None:
        """``read`` gives the messages, until the future that it gets is done: the reader has left. Before
        each, and there is one with every heartbeat, it is asked whether the reader ``may`` still read."""
        self._read, self._may = read, may

    async def __call__(self, _: Scope, receive: Receive, send: Send) -> None:
        """Send them as they come."""
        await send({"type": "http.response.start", "status": 200, "headers": _FEED_HEADERS})
        gone = asyncio.ensure_future(_has_left(receive))
        try:
            async with aclosing(self._read(gone)) as messages:
                async for message in messages:
                    if not self._may():
                        break
                    await send({"type": "http.response.body", "body": message, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            gone.cancel()


_FEED_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


async def _has_left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue


@reading.get("/events")
async def events(
    request: Asked,
    context: Context,
    who: TokenInfo,
    after: Annotated[int | None, Field(ge=0)] = None,
    counter: CounterQuery = None,
    prints: bool = False,
    last_event_id: Annotated[str | None, Header] = None,
) -> Response:
    """Every event after a number, in order, once, then live. The header wins: it is the later number.
    With ``prints`` a kiosk says that it has a printer, and may be asked to print for staff."""
    if last_event_id is not None:
        if not last_event_id.isdecimal() or len(last_event_id) > _LONGEST_ID:
            raise Problem(422, f"Last-Event-ID {last_event_id!r} is not a number")
        after = int(last_event_id)
    # Not the writer's number: the hub may be about to hear of that one.
    start = context.hub.seq if after is None else after
    printer = who.name if prints and who.role == "kiosk" else None
    return Feed(
        lambda gone: context.hub.read(who.role, start, counter, gone, printer),
        lambda: context.still_knows(request),
    )


@reading.get("/visits", roles=("manager",))
async def visits(context: Context, day: Annotated[str | None, Field(max_length=10)] = None) -> Response:
    """One row for each ticket of a day, and its cases and appointments counted; today if none is named."""
    day_of = context.views.plan.schedule.day_of

    def look(hall: Hall, _: int) -> tuple[Visits, list[Ticket], Plan] | None:
        if day is not None and day != hall.day:
            return None
        cases = [case for case in hall.cases.values() if day_of(case.opened_at) == hall.day]
        view: Visits = {
            "day": hall.day,
            "visits": [],
            "cases": cases_summary(case_view(case, context.views) for case in cases),
            "appointments": appointments_summary(hall),
            "announcements": None,
            "service_times": service_times_view(hall),
            "head": None,
        }
        # Tickets are frozen: the writer goes on while rows are made of these.
        taken = [ticket for ticket in hall.tickets.values() if ticket.id not in hall.carried]
        return view, taken, hall.plan

    def look_back(hall: Hall, _: int) -> tuple[list[Ticket], Plan]:
        return [hall.tickets[ticket] for ticket in hall.carried if ticket in hall.tickets], hall.plan

    found = await context.look(look)
    if found is not None:
        view, tickets, plan = found
        view["announcements"] = await run_in_threadpool(announcements_of, tickets, context.views.zone)
        view["head"] = await run_in_threadpool(_head, context, view["day"] or "")
        return SlicedAnswer(view, "visits", (visit_row(ticket, context.views, plan) for ticket in tickets))
    assert day is not None  # noqa: S101 - there is always a today
    context.history.check(day)
    view = await run_in_threadpool(context.history.visits, day)
    here, plan = await context.look(look_back)  # who came on that day may be here still
    rows = {ticket.id: visit_row(ticket, context.views, plan) for ticket in here}
    visits = [rows.get(visit["id"], visit) for visit in view["visits"]]
    view["head"] = await run_in_threadpool(_head, context, day)
    return SlicedAnswer(view, "visits", cast("list[Mapping[str, object]]", visits))


def _head(context: Context, day: str) -> DayHead | None:
    found = context.history.head(day)
    if found is None:
        return None
    journal, row, hash_ = found
    signature = sign_head(context.signing.private, journal, day, row, hash_)
    return {"journal": journal, "row": row, "hash": hash_, "signature": signature}
