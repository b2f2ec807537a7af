"""Events as the live feed carries them: what happened, and how the ticket and the counter stand after it.

A reader keeps its screen right by putting in what it gets; no rule of the queue is needed for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from branch.contract.actions import action_of
from branch.contract.alert_kinds import is_told
from branch.contract.answers.feed_events import (
    CARRIED,
    Actor,
    BoardEvent,
    EventFields,
    IntegrationEvent,
    KioskEvent,
    StaffEvent,
)
from branch.contract.answers.hall_answers import Alert
from branch.domain import events as e
from branch.domain.kernel.messages import details_of
from branch.domain.notices.notice import Notice, NoticeDetails
from branch.service.core.event_rows import Entry
from branch.service.feed.case_views import case_view
from branch.service.feed.hall_views import Views

AnyEvent = BoardEvent | KioskEvent | IntegrationEvent | StaffEvent


def entry_data(entry: Entry, views: Views, role: str) -> AnyEvent | None:
    """The JSON object of an entry for a role, or None when the role is not told of such events."""
    kind = type(entry.event).__name__
    audience = views.audiences.get(role)
    if audience is None or role not in CARRIED[kind].roles:
        return None
    if isinstance(entry.event, AlertEvent) and not is_told(role, entry.event.kind):
        return None
    head = (entry.seq, views.time(entry.at), kind, entry.day)
    data = audience.event(head, entry.ticket, entry.counter, entry.held, entry.beginning)
    if entry.case is not None:
        data["case"] = case_view(entry.case, views)
    _add_fields(data, entry.event, views)
    if role == "manager" and entry.actor is not None:
        data["actor"] = cast(Actor, entry.actor)
    action = action_of(data)
    if action is not None:
        data.setdefault("action", action)  # that of ActionUndone is what was taken back
    return data


def to_sse(kind: str, data: Mapping[str, object], seq: int | None = None) -> bytes:
    """One server-sent event. Its data is one line, since JSON escapes line breaks."""
    head = f"id: {seq}\n" if seq is not None else ""
    return f"{head}event: {kind}\ndata: {to_json(data)}\n\n".encode()


# Made once: `json.dumps` makes an encoder for each call that asks for anything of its own.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(data: object) -> str:
    """Compact JSON, Chinese left readable."""
    return _ENCODER.encode(data)


def _add_fields(data: EventFields, event: e.Event, views: Views) -> None:
    """Put in what the event itself has to tell, as `CARRIED` says of its type."""
    match event:
        case e.ServiceClosed():
            data["service"], data["reason"] = event.service, event.reason
        case e.ServiceReopened():
            data["service"] = event.service
        case e.ActionUndone():
            data["action"] = event.action
        case e.StepTicked():
            data["step"], data["done"] = event.step, event.done
        case e.TicketPrinted():
            data["ok"], data["reason"] = event.ok, event.reason
        case e.TicketReprinted():
            data["by"], data["kiosk"] = event.by, event.kiosk
        case e.TicketRated():
            data["rating"] = {"score": event.score, "tags": list(event.tags), "source": event.source}
            data["at_counter"] = event.counter
        case e.RatingNotGiven():
            data["source"], data["at_counter"] = event.source, event.counter
        case e.NumbersReserved():
            data["service"], data["holder"] = event.service, event.holder
            data["first"], data["last"] = event.first, event.last
        case (
            e.AppointmentBooked() | e.AppointmentChanged() | e.AppointmentCancelled() | e.AppointmentExpired()
        ):
            data["appointment"], data["service"] = event.appointment, event.service
        case e.AlertRaised():
            raised: Alert = {**_alert(event), "detail": event.detail, "raised_at": views.time(event.at)}
            data["alert"] = raised
        case e.AlertTaken():
            data["by"] = event.by
            data["alert"] = {**_alert(event), "taken_by": event.by, "taken_at": views.time(event.at)}
        case e.AlertReturned():
            data["by"] = event.by
            data["alert"] = {
                **_alert(event),
                "detail": event.detail,
                "raised_at": views.time(event.raised_at),
            }
        case e.AlertCleared():
            data["by"] = event.by
            data["alert"] = {**_alert(event), "cleared_at": views.time(event.at)}
        case e.NoticePosted():
            data["notice"] = views.notice(
                Notice(event.notice, event.since, **details_of(NoticeDetails, event))
            )
        case e.NoticeEnded():
            data["ended"] = event.notice
        case _:
            pass


AlertEvent = e.AlertRaised | e.AlertTaken | e.AlertReturned | e.AlertCleared


def _alert(event: AlertEvent) -> Alert:
    """What each event about an alert names of it; by whom it happened is told with the event."""
    return {
        "id": event.alert,
        "kind": event.kind,
        "source": event.source,
        "counter": event.at_counter,
        "detail": None,
        "raised_at": None,
        "taken_by": None,
        "taken_at": None,
        "cleared_at": None,
    }
