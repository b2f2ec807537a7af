"""Routes of alerts: what the staff must know at once. Who told is the token's own name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response

from branch.contract.answers.alert_answers import Alert, Alerts
from branch.contract.requests.hall_requests import AlertRequest
from branch.domain import commands
from branch.domain.alerts.alert import AlertCleared
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.kernel.refusals import refusal
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.hall_views import sees_alert
from branch.service.http.context import EdgeDep, allow, answer, answered
from branch.service.http.lan.ticket_routes import new_id

router = APIRouter(prefix="/v1/alerts", tags=["alerts"])

Teller = Annotated[TokenInfo, Depends(allow("kiosk", "display", "counter", "manager"))]


@router.get("")
async def open_alerts(edge: EdgeDep, token: Teller) -> Response:
    """The open alerts that the token raised or is told of, oldest first: how a kiosk, which the feed tells
    of none, learns whether its own has been seen to."""

    def look(hall: Hall, _: int) -> Alerts:
        mine = [a for a in hall.alerts.values() if a.source == token.name or sees_alert(token.role, a.kind)]
        return {"alerts": [edge.views.alert(alert) for alert in mine]}

    return answer(await edge.look(look))


@router.post("", status_code=201)
async def raise_alert(request: Request, edge: EdgeDep, token: Teller, body: AlertRequest) -> Response:
    """Tell the staff; an alert of the same kind, source and counter that is open is answered as it is."""
    command = commands.RaiseAlert(new_id(), body.kind, token.name, body.counter, body.detail)

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        alert = hall.open_alert(body.kind, token.name, body.counter)
        assert alert is not None  # noqa: S101 - raised just now or before
        return answered(edge.views.alert(alert), 201)

    return await edge.ask(request, command, render)


@router.post("/{alert}/clear")
async def clear_alert(
    request: Request, edge: EdgeDep, token: Teller, alert: Annotated[str, Path(max_length=64)]
) -> Response:
    """It is seen to. Whoever raised an alert may clear it, and whoever is told of its kind."""
    views: list[Alert] = []

    def command(hall: Hall) -> commands.ClearAlert:
        found = hall.alerts.get(alert)
        if found is not None:
            if found.source != token.name and not sees_alert(token.role, found.kind):
                raise refusal("not-allowed", "this alert is not yours to clear")
            views.append(edge.views.alert(found))
        return commands.ClearAlert(alert, token.name)

    def render(_: Hall, events: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        cleared = next(event for event in events if isinstance(event, AlertCleared))
        view: Alert = {**views[-1], "cleared_at": edge.views.time(cleared.at)}
        return answered(view)

    return await edge.ask(request, command, render)
