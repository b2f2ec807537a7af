"""Events as the live feed carries them: what happened, and how the ticket and the counter stand after it.

A reader keeps its screen right by putting in what it gets; no rule of the queue is needed for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from branch.domain import events as e
from branch.domain.counters.counter import Counter
from branch.domain.feedback.case import Case
from branch.domain.kernel.hall import Hall
from branch.domain.notices.notice import Notice
from branch.domain.tickets.ticket import Ticket
from branch.service.feed.case_views import case_view
from branch.service.feed.hall_views import ROLES, Views, sees_alert


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal row, with the ticket, its counter, whom that counter holds, and the feedback case, frozen
    right after it."""

    seq: int
    at: int
    day: str
    event: e.Event
    ticket: Ticket | None
    counter: Counter | None
    held: Ticket | None
    case: Case | None = None

    @property
    def type(self) -> str:
        """The type of its row."""
        return type(self.event).__name__


def entry_after(hall: Hall, event: e.Event, seq: int, day: str) -> Entry:
    """The entry of ``event``, which the hall has just taken in."""
    ticket = hall.tickets.get(event.ticket) if isinstance(event, e.TicketEvent) else None
    number = event.counter if isinstance(event, e.CounterEvent | e.AtCounter) else None
    if number is None and isinstance(event, e.TicketExpired) and ticket is not None:
        number = ticket.counter
    if isinstance(event, e.TicketRequeued | e.ReminderMoved | e.ReminderDue):
        number = event.at_counter
    counter = hall.counters.get(number) if number is not None else None
    held = hall.tickets.get(counter.ticket) if counter is not None and counter.ticket else None
    case = hall.cases.get(event.case) if isinstance(event, e.CaseEvent) else None
    return Entry(seq, event.at, day, event, ticket, counter, held, case)


def entry_data(entry: Entry, views: Views, role: str) -> dict[str, Any] | None:
    """The JSON object of an entry for a role, or None when the role is not told of such events."""
    kind = type(entry.event)
    if role not in _READERS.get(kind, _EVERYBODY):
        return None
    if isinstance(entry.event, e.CaseEvent) and role != "manager":
        return None
    if isinstance(entry.event, e.AlertRaised | e.AlertCleared) and not sees_alert(role, entry.event.kind):
        return None
    data: dict[str, Any] = {
        "seq": entry.seq,
        "at": views.time(entry.at),
        "type": kind.__name__,
        "day": entry.day,
    }
    if entry.ticket is not None:
        data["ticket"] = views.ticket(entry.ticket, role)
    if entry.counter is not None:
        data["counter"] = views.counter_with(entry.counter, entry.held, role)
    if entry.case is not None:
        data["case"] = case_view(entry.case, views)
    more = _MORE.get(kind)
    if more is not None:
        data |= more(entry.event)
    if isinstance(entry.event, e.AlertRaised | e.AlertCleared):
        data["alert"] = _alert(entry.event, views)
    if isinstance(entry.event, e.NoticePosted):
        ev = entry.event
        data["notice"] = views.notice(Notice(ev.notice, ev.level, ev.text, ev.since, ev.until, ev.by))
    return data


def to_sse(kind: str, data: Mapping[str, Any], seq: int | None = None) -> bytes:
    """One server-sent event. Its data is one line, since JSON escapes line breaks."""
    head = f"id: {seq}\n" if seq is not None else ""
    return f"{head}event: {kind}\ndata: {to_json(data)}\n\n".encode()


# Made once: `json.dumps` makes an encoder for each call that asks for anything of its own.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(data: object) -> str:
    """Compact JSON, Chinese left readable."""
    return _ENCODER.encode(data)


def _alert(event: e.AlertRaised | e.AlertCleared, views: Views) -> dict[str, Any]:
    """The alert as it stands after the event; who cleared it is told with the event."""
    raised = isinstance(event, e.AlertRaised)
    return {
        "id": event.alert,
        "kind": event.kind,
        "source": event.source,
        "counter": event.at_counter,
        "detail": event.detail if isinstance(event, e.AlertRaised) else None,
        "raised_at": views.time(event.at) if raised else None,
        "cleared_at": None if raised else views.time(event.at),
    }


def _names(*names: str) -> Callable[[Any], dict[str, Any]]:
    return lambda event: {name: getattr(event, name) for name in names}


_EVERYBODY = frozenset(ROLES)
_MANAGEMENT = frozenset({"manager", "integration"})
_READERS: Mapping[type[e.Event], frozenset[str]] = {
    # Who gave which score is nobody's business at the counter or on the board.
    e.TicketRated: _MANAGEMENT,
    e.RatingNotGiven: _MANAGEMENT,
    e.AppointmentBooked: _MANAGEMENT,
    e.NumbersReserved: _MANAGEMENT,
    e.AppointmentChanged: _MANAGEMENT,
    e.AppointmentCancelled: _MANAGEMENT,
    e.AppointmentExpired: _MANAGEMENT,
    e.AppointmentCheckedIn: _MANAGEMENT | {"counter"},
    e.TicketPrinted: _MANAGEMENT | {"counter", "kiosk"},
    e.TicketReprinted: _MANAGEMENT | {"counter", "kiosk"},
    e.StepTicked: _MANAGEMENT | {"counter"},
    e.ReminderMoved: _MANAGEMENT | {"counter"},
    e.ReminderDue: _MANAGEMENT | {"counter"},
}
_MORE: Mapping[type[e.Event], Callable[[Any], dict[str, Any]]] = {
    e.ServiceClosed: _names("service", "reason"),
    e.ServiceReopened: _names("service"),
    e.ActionUndone: _names("action"),
    e.StepTicked: _names("step", "done"),
    e.TicketPrinted: _names("ok", "reason"),
    e.TicketReprinted: _names("by", "kiosk"),
    e.AlertCleared: _names("by"),
    e.NoticeEnded: lambda event: {"ended": event.notice},
    e.NumbersReserved: _names("service", "holder", "first", "last"),
    e.TicketRated: lambda event: {
        "rating": {"score": event.score, "tags": list(event.tags), "source": event.source},
        "at_counter": event.counter,
    },
    e.RatingNotGiven: lambda event: {"source": event.source, "at_counter": event.counter},
    e.AppointmentBooked: _names("appointment", "service"),
    e.AppointmentChanged: _names("appointment", "service"),
    e.AppointmentCancelled: _names("appointment", "service"),
    e.AppointmentExpired: _names("appointment", "service"),
}
