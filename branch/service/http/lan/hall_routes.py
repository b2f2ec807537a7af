"""Routes of what the staff and the hall are told: alerts, in the token's own name, and notices."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from starlette.responses import Response

from branch.contract.alert_kinds import is_told
from branch.contract.answers.hall_answers import Alert, Alerts, EndedNotice
from branch.contract.basics import STAFF_ROLES
from branch.contract.requests.hall_requests import AlertRequest, NoticeRequest, TakeAlertRequest
from branch.domain import commands
from branch.domain.alerts import alert as domain
from branch.domain.alerts.alert import AlertCleared
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.service.access.device_tokens import TokenInfo
from branch.service.core.writer_inbox import Ask
from branch.service.http.context import Asked, Context, actor_of, answer, answered, device_of
from branch.service.http.route_table import Routes
from branch.service.use_cases import staff_use_cases as use_cases
from branch.service.use_cases.counter_use_cases import at_counter

_SHORT = 16

alerts = Routes("/v1/alerts", "alerts", ("kiosk", "display", "counter", "manager"))


@alerts.get("")
async def open_alerts(request: Asked, context: Context, token: TokenInfo) -> Response:
    """The open alerts that the token raised or is told of, oldest first: how a kiosk, which the feed tells
    of none, learns whether its own has been seen to."""
    device = _short(request)

    def raised(alert: domain.Alert) -> bool:
        return alert.source == token.name and alert.device in (None, device)

    def look(hall: Hall, _: int) -> Alerts:
        mine = [a for a in hall.alerts.values() if raised(a) or is_told(token.role, a.kind)]
        views = [context.views.alert(alert) for alert in mine]
        if token.role not in STAFF_ROLES:  # that somebody comes, not who
            views = [{**view, "taken_by": None} for view in views]
        return {"alerts": views}

    return answer(await context.look(look))


@alerts.post("", 201)
async def raise_alert(request: Asked, context: Context, token: TokenInfo, body: AlertRequest) -> Response:
    """Tell the staff; an alert of the same kind, device, counter and detail that is open is answered as it
    is."""
    command = use_cases.raise_alert(
        body.kind, token.name, device=_short(request), counter=body.counter, detail=body.detail
    )

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        alert = hall.open_alert(command)
        assert alert is not None  # noqa: S101 - raised just now or before
        return answered(context.views.alert(alert), 201)

    return await context.ask(request, command, render)


@alerts.post("/{alert}/take", roles=("counter", "manager"))
async def take_alert(
    request: Asked,
    context: Context,
    token: TokenInfo,
    alert: Annotated[str, Field(max_length=64)],
    body: TakeAlertRequest | None = None,
) -> Response:
    """Somebody goes: whoever is signed in at the counter, or the token's own. Who comes second is told."""

    def may(known: domain.Alert) -> bool:
        return is_told(token.role, known.kind)

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return answered(context.views.alert(hall.alerts[alert]))

    counter = body.counter if body is not None else None
    ask: Ask = use_cases.take_alert(alert, counter, token.name, may)
    if counter is not None:
        ask = at_counter(counter, ask, actor_of(token))
    return await context.ask(request, ask, render)


@alerts.post("/{alert}/clear")
async def clear_alert(
    request: Asked,
    context: Context,
    token: TokenInfo,
    alert: Annotated[str, Field(max_length=64)],
) -> Response:
    """It is seen to. Whoever raised an alert may clear it, and whoever is told of its kind."""
    seen: list[Alert] = []

    def may(known: domain.Alert) -> bool:
        seen.append(context.views.alert(known))
        return known.source == token.name or is_told(token.role, known.kind)

    def render(_: Hall, events: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        cleared = next(event for event in events if isinstance(event, AlertCleared))
        view: Alert = {**seen[-1], "cleared_at": context.views.time(cleared.at)}
        return answered(view)

    return await context.ask(request, use_cases.clear_alert(alert, token.name, may), render)


def _short(request: Asked) -> str:
    """As much of the token's hash as tells two devices of one name apart."""
    return device_of(request)[:_SHORT]


notices = Routes("/v1/notices", "notices", ("manager",))


@notices.post("", 201)
async def post_notice(request: Asked, context: Context, token: TokenInfo, body: NoticeRequest) -> Response:
    """Tell the hall; an emergency takes the whole board."""
    command = use_cases.post_notice(body, token.name)

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return answered(context.views.notice(hall.notices[command.notice]), 201)

    return await context.ask(request, command, render)


@notices.post("/{notice}/end")
async def end_notice(
    request: Asked,
    context: Context,
    token: TokenInfo,
    notice: Annotated[str, Field(max_length=64)],
) -> Response:
    """Tell it no more."""
    command = commands.EndNotice(notice, token.name)

    def render(_: Hall, __: tuple[Event, ...], at: int) -> tuple[int, bytes]:
        ended: EndedNotice = {"id": notice, "ended_at": context.views.time(at)}
        return answered(ended)

    return await context.ask(request, command, render)
