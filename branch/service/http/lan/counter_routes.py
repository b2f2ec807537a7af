"""Routes of counters and services: the staff session, and the ticket a counter holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from branch.contract.answers.counter_answers import ActionAnswer, ClosedCounter, StaffCounter
from branch.contract.answers.hall_answers import ServiceSwitch
from branch.contract.requests.counter_requests import (
    CallRequest,
    CloseRequest,
    CloseServiceRequest,
    LateRequest,
    OpenRequest,
    ParkAgainRequest,
    ParkRequest,
    PauseRequest,
    RequeueRequest,
    StaffedRequest,
    StepRequest,
    ThenRequest,
    TransferRequest,
)
from branch.domain import commands
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event, TicketEvent
from branch.domain.kernel.refusals import refusal
from branch.service.access.device_tokens import TokenInfo
from branch.service.core.writer_inbox import Ask, Render
from branch.service.feed.counter_views import figures_view, held_by
from branch.service.http.context import Asked, Context, ServiceContext, actor_of, answered, device_of
from branch.service.http.route_table import Routes
from branch.service.use_cases.counter_use_cases import at_counter

counters = Routes("/v1/counters", "counters", ("counter", "manager"))
services = Routes("/v1/services", "services", ("kiosk", "counter", "manager"))

Number = Annotated[int, Field(ge=1, le=99)]


def _about(context: ServiceContext, hall: Hall, ticket: str | None, now: int) -> ActionAnswer:
    return {"ticket": context.views.staff_ticket_now(hall, hall.tickets[ticket], now) if ticket else None}


def _shown(context: ServiceContext, hall: Hall, number: int) -> StaffCounter:
    counter = hall.counter(number)
    return context.views.staff_counter(counter, held_by(hall, counter))


def _held(context: ServiceContext) -> Render:
    """Answers {"ticket": the ticket of the events, or null}."""

    def render(hall: Hall, events: tuple[Event, ...], now: int) -> tuple[int, bytes]:
        ids = [event.ticket for event in events if isinstance(event, TicketEvent)]
        return answered(_about(context, hall, ids[-1] if ids else None, now))

    return render


def _holds(context: ServiceContext, number: int) -> Render:
    """Answers {"ticket": the one at the counter}, also when nothing was to be changed."""

    def render(hall: Hall, _: tuple[Event, ...], now: int) -> tuple[int, bytes]:
        return answered(_about(context, hall, hall.counter(number).ticket, now))

    return render


async def _ask(context: ServiceContext, request: Asked, number: int, ask: Ask, render: Render) -> Response:
    """Have it done at that counter, if the device may act there."""
    return await context.ask(request, at_counter(number, ask, actor_of(request.asker)), render)


def _counter(context: ServiceContext, number: int) -> Render:
    """Answers with the counter."""

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return answered(_shown(context, hall, number))

    return render


@counters.post("/{n}/open")
async def open_counter(
    request: Asked, context: Context, token: TokenInfo, n: Number, body: OpenRequest
) -> Response:
    """Sign in; with move also from another counter, whose ticket comes along."""
    await run_in_threadpool(context.pins.check, body.staff, body.pin, device_of(request), token.name)
    chosen = tuple(body.services) if body.services else None
    command = commands.OpenCounter(n, body.staff, chosen, body.move, token.name)
    asked = body.model_dump_json(exclude={"pin"}).encode()
    return await context.ask(request, command, _counter(context, n), asked, body.staff)


@counters.post("/{n}/close")
async def close_counter(
    request: Asked, context: Context, n: Number, body: CloseRequest | None = None
) -> Response:
    """Sign out; the answer has the figures of the day that is over for this one."""
    staff: list[str | None] = []

    def command(hall: Hall) -> commands.CloseCounter:
        staff.append(hall.counter(n).staff)  # afterwards nobody knows who it was
        return commands.CloseCounter(n, bool(body and body.give_back))

    def render(hall: Hall, _: tuple[Event, ...], now: int) -> tuple[int, bytes]:
        figures = figures_view(hall, staff[-1], now) if staff[-1] is not None else None
        view: ClosedCounter = {**_shown(context, hall, n), "figures": figures}
        return answered(view)

    return await _ask(context, request, n, command, render)


@counters.post("/{n}/pause")
async def pause(request: Asked, context: Context, n: Number, body: PauseRequest | None = None) -> Response:
    """Call nobody for a while."""
    command = commands.PauseCounter(n, body.reason, body.duration) if body else commands.PauseCounter(n)
    return await _ask(context, request, n, command, _counter(context, n))


@counters.post("/{n}/resume")
async def resume(request: Asked, context: Context, n: Number) -> Response:
    """The pause is over."""
    return await _ask(context, request, n, commands.ResumeCounter(n), _counter(context, n))


@counters.post("/{n}/call")
async def call(request: Asked, context: Context, n: Number, body: CallRequest) -> Response:
    """Call a chosen ticket."""
    return await _ask(context, request, n, commands.CallTicket(n, body.ticket, body.reason), _held(context))


@counters.post("/{n}/park")
async def park(request: Asked, context: Context, n: Number, body: ParkRequest | None = None) -> Response:
    """The customer steps aside; the counter is reminded."""
    after = body.remind_after if body else None
    return await _ask(context, request, n, commands.ParkTicket(n, after), _held(context))


@counters.post("/{n}/park-again")
async def park_again(request: Asked, context: Context, n: Number, body: ParkAgainRequest) -> Response:
    """A parked ticket stays aside; this counter is reminded later."""
    return await _ask(
        context, request, n, commands.ParkAgain(n, body.ticket, body.remind_after), _held(context)
    )


@counters.post("/{n}/then")
async def then(request: Asked, context: Context, n: Number, body: ThenRequest) -> Response:
    """What follows the service at hand in this visit."""
    return await _ask(
        context, request, n, commands.ChainServices(n, tuple(body.services)), _holds(context, n)
    )


@counters.post("/{n}/requeue")
async def requeue(request: Asked, context: Context, n: Number, body: RequeueRequest) -> Response:
    """A missed or parked ticket waits again; can be undone there."""
    return await _ask(context, request, n, commands.RequeueTicket(body.ticket, n), _held(context))


@counters.post("/{n}/transfer")
async def transfer(request: Asked, context: Context, n: Number, body: TransferRequest) -> Response:
    """Send the ticket on."""
    command = commands.TransferTicket(n, body.service, body.counter, body.note, body.staff)
    return await _ask(context, request, n, command, _held(context))


@counters.post("/{n}/start")
async def start(request: Asked, context: Context, n: Number, body: LateRequest | None = None) -> Response:
    """The customer has come."""
    late = body or LateRequest()
    return await _ask(
        context, request, n, commands.StartServing(n, late.ticket, late.instant), _held(context)
    )


@counters.post("/{n}/finish")
async def finish(request: Asked, context: Context, n: Number, body: LateRequest | None = None) -> Response:
    """The service is done."""
    late = body or LateRequest()
    return await _ask(
        context, request, n, commands.FinishServing(n, late.ticket, late.instant), _held(context)
    )


@counters.post("/{n}/steps")
async def tick_step(request: Asked, context: Context, n: Number, body: StepRequest) -> Response:
    """A step of the service standard is done, or is not after all."""
    command = commands.TickStep(n, body.step, body.done, body.ticket, body.instant)
    return await _ask(context, request, n, command, _held(context))


def _simple(name: str, make: Callable[[int], commands.Command], summary: str) -> None:
    @counters.post(f"/{{n}}/{name}", name=name, summary=summary)
    async def act(request: Asked, context: Context, n: Number) -> Response:
        return await _ask(context, request, n, make(n), _held(context))


_simple("next", commands.CallNext, "Call whoever is next; the ticket is null when nobody waits")
_simple("recall", commands.RecallTicket, "Call the same ticket once more")
_simple("no-show", commands.MarkMissed, "Nobody has come")
_simple("undo", commands.UndoLast, "Take back the last action")


@services.post("/{service}/close")
async def close_service(
    request: Asked, context: Context, token: TokenInfo, service: str, body: CloseServiceRequest | None = None
) -> Response:
    """Take no more customers for a service."""
    command = commands.CloseService(service, body.reason if body else None)
    return await _switch(request, context, token, command, body)


@services.post("/{service}/reopen")
async def reopen_service(
    request: Asked, context: Context, token: TokenInfo, service: str, body: StaffedRequest | None = None
) -> Response:
    """Take customers again."""
    return await _switch(request, context, token, commands.ReopenService(service), body)


async def _switch(
    request: Asked,
    context: Context,
    token: TokenInfo,
    command: commands.CloseService | commands.ReopenService,
    body: StaffedRequest | None,
) -> Response:
    """Close or open a service. Anybody may stand at a kiosk: there it takes one of the staff, with a PIN."""
    who = body or StaffedRequest()
    if token.role == "kiosk" and (who.staff is None or who.pin is None):
        raise refusal("not-allowed", "at a kiosk this takes a staff number and its PIN")
    if who.staff is not None and who.pin is not None:
        await run_in_threadpool(context.pins.check, who.staff, who.pin, device_of(request), token.name)
    asked = None if who.pin is None else who.model_dump_json(exclude={"pin"}).encode()
    person = None if who.pin is None else who.staff
    return await context.ask(request, command, _service(command.service), asked, person)


def _service(service: str) -> Render:
    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        closed = service in hall.closed_services
        state: ServiceSwitch = {
            "id": service,
            "open": not closed,
            "reason": hall.closed_services.get(service),
        }
        return answered(state)

    return render
