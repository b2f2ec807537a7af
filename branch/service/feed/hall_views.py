"""What each role sees of the hall. A view is made for a role, so personal data has no way out by accident.

Roles: kiosk, display, counter, manager, integration. Phone numbers and names are in no view at all; ticket
ids, which open the customer's page, are not shown to kiosk and display; staff ids only to counter, manager.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from branch.contract.times import optional_text, to_text
from branch.domain.alerts.alert import Alert
from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.notices.notice import Notice
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing import discipline
from branch.domain.queueing.admission import availability
from branch.domain.queueing.closing_time import closing_risk
from branch.domain.queueing.estimate import Band, Forecast
from branch.domain.tickets.ticket import CounterStay, Ticket, TicketStatus

View = dict[str, Any]

ROLES = ("kiosk", "display", "counter", "manager", "integration")

_PUBLIC = (
    "number",
    "service",
    "segment",
    "language",
    "status",
    "counter",
    "called_at",
    "recalls",
    "appointment",
    "came_late",
)
_TICKET_FIELDS: Mapping[str, tuple[str, ...]] = {"display": _PUBLIC, "kiosk": (*_PUBLIC, "printed")}
STAFF_ROLES = frozenset({"counter", "manager"})
"""Who sees staff numbers and the queue of a counter, whose rows carry ticket ids."""

_MANAGERS_ALERTS = frozenset({"silent-alarm", "feedback", "feedback-late", "appointments"})
"""Alerts that are for the manager alone: a colleague's screen may be in the customer's sight."""

_QUEUE_SHOWN = 30
_CALLS_SHOWN = 12
_NEXT_SHOWN = 3


class Views:
    """Makes the views of one branch. ``base_url`` is where phones reach the service."""

    def __init__(self, plan: Plan, base_url: str) -> None:
        self.plan = plan
        self.zone = ZoneInfo(plan.schedule.zone)
        self._base_url = base_url.rstrip("/")

    def time(self, at: int) -> str:
        """An instant in the branch's own offset."""
        return to_text(at, self.zone)

    def ticket_url(self, ticket_id: str) -> str:
        """Where the customer's phone follows a ticket."""
        return f"{self._base_url}/t/{ticket_id}"

    def ticket(self, ticket: Ticket, role: str = "counter") -> View:
        """A ticket as events carry it: all that does not change by itself."""
        zone = self.zone
        view: View = {
            "id": ticket.id,
            "number": ticket.number,
            "service": ticket.service,
            "segment": ticket.segment,
            "language": ticket.language,
            "status": ticket.status.value,
            "channel": ticket.channel,
            "issued_at": to_text(ticket.issued_at, zone),
            "counter": ticket.counter,
            "for_counter": ticket.for_counter,
            "then": list(ticket.then),
            "called_at": optional_text(ticket.called_at, zone),
            "started_at": optional_text(ticket.started_at, zone),
            "finished_at": optional_text(ticket.finished_at, zone),
            "recalls": ticket.recalls,
            "transfers": ticket.transfers,
            "printed": ticket.printed,
            "note": ticket.note,
            "doubtful": ticket.doubtful,
            "url": self.ticket_url(ticket.id),
            "appointment": None if ticket.appointment is None else optional_text(ticket.promised_at, zone),
            "came_late": ticket.came_late,
        }
        if role in STAFF_ROLES:
            view["for_staff"] = ticket.for_staff
            # What is said of the customer may be about their health.
            view["segment_reason"] = ticket.segment_reason
            view["out_of_turn"], view["call_reason"] = _out_of_turn(ticket), call_reason(ticket)
            view["steps_done"] = list(ticket.steps_done)
            view["stops"] = [self._stop(stop) for stop in ticket.stops]
        allowed = _TICKET_FIELDS.get(role)
        return view if allowed is None else {name: view[name] for name in allowed}

    def _stop(self, stop: CounterStay) -> View:
        return {
            "at": self.time(stop.at),
            "service": stop.service,
            "counter": stop.counter,
            "ended": stop.ended,
            "took_s": stop.took / 1000,
            "note": stop.note,
        }

    def ticket_now(
        self,
        hall: Hall,
        ticket: Ticket,
        now: int,
        forecast: Forecast | None = None,
        role: str = "integration",
    ) -> View:
        """A ticket as it stands now, with who is ahead and how long it will take (while it waits)."""
        view = self.ticket(ticket, role)
        waits = ticket.status is TicketStatus.WAITING
        view["ahead"] = discipline.ahead(hall, ticket) if waits else 0
        band = (forecast or Forecast(hall, now)).for_ticket(ticket) if waits else None
        view["estimate"] = _band(band)
        return view

    def counter(self, hall: Hall, counter: Counter, role: str) -> View:
        """A counter and the ticket at it."""
        held = hall.tickets[counter.ticket] if counter.ticket else None
        return self.counter_with(counter, held, role)

    def counter_with(self, counter: Counter, held: Ticket | None, role: str) -> View:
        """A counter holding that ticket."""
        view: View = {
            "number": counter.number,
            "state": counter.state,
            "reason": counter.reason,
            "services": list(counter.services),
            "since": self.time(counter.since),
            "back_at": optional_text(counter.back_at, self.zone),
            "ticket": self.ticket(held, role) if held else None,
            "public_name": self.public_name(counter.staff),
        }
        if role in STAFF_ROLES:
            view["staff"] = counter.staff
            view["undo"] = counter.undo.action if counter.undo else None
        return view

    def public_name(self, staff: str | None) -> dict[str, str] | None:
        """What customers may read of one of the staff, by language; None where the branch names nobody."""
        person = self.plan.staff.get(staff) if staff is not None else None
        return dict(person.public_name) if person is not None and person.public_name else None

    def queues(self, hall: Hall, now: int, counters: tuple[int, ...] = ()) -> View:
        """Counts and waits of every service, the phase of the day, and the queues of those counters."""
        forecast = Forecast(hall, now)
        schedule = self.plan.schedule
        bands = {service: forecast.for_newcomer(service) for service in self.plan.services}
        doors = {service: availability(hall, service, now) for service in self.plan.services}
        return {
            "at": self.time(now),
            "phase": self.plan.phase(now),
            "opens_at": optional_text(schedule.opens_at(now), self.zone),
            "closes_at": optional_text(schedule.closes_at(now), self.zone),
            "services": [
                {
                    "id": service,
                    "open": doors[service].closed_by is None,
                    "closed_by": doors[service].closed_by,
                    "opens_at": optional_text(doors[service].opens_at, self.zone),
                    "reason": hall.closed_services.get(service),
                    "waiting": hall.room.waiting(service),
                    "counters": forecast.counters(service),
                    "estimate": _band(bands[service]),
                    "next": self._next(hall, service),
                    "closing": closing_risk(self.plan, bands[service], now),
                }
                for service in self.plan.services
            ],
            "queues": {str(number): self.queue(hall, number, now) for number in counters},
        }

    def _next(self, hall: Hall, service: str) -> list[str]:
        tickets = discipline.first_of(hall.room, self.plan, service)
        return [hall.tickets[ticket].number for ticket in tickets[:_NEXT_SHOWN]]

    def queue(self, hall: Hall, number: int, now: int) -> View:
        """Who waits for a counter, next first, and who stands aside; at most 30 of each are listed."""
        counter = hall.counters.get(number)
        if counter is None:
            return {"waiting": 0, "tickets": [], "held": []}
        ids = islice(discipline.queue_of(hall.room, self.plan, counter), _QUEUE_SHOWN)
        on_hold = [hall.tickets[ticket] for ticket in hall.on_hold]
        held = [t for t in on_hold if t.counter == number or t.service in counter.services]
        due = [ticket for ticket in held if ticket.reminded]
        held = [ticket for ticket in held if not ticket.reminded][-(_QUEUE_SHOWN - len(due)) :]
        held.sort(key=lambda ticket: ticket.status is TicketStatus.MISSED)  # parked ones are still here
        return {
            "waiting": sum(hall.room.waiting(service) for service in counter.services),
            "tickets": [self._row(hall.tickets[ticket], now) for ticket in ids],
            "held": [self._row(ticket, now) for ticket in due + held],
        }

    def hall(self, hall: Hall, role: str, now: int, counter: int | None = None) -> View:
        """The whole view of a role, as a snapshot carries it."""
        view = self.queues(hall, now)
        view.pop("queues")
        calls = [hall.tickets[t] for t in islice(reversed(hall.called), _CALLS_SHOWN)]
        return {
            "day": hall.day,
            **view,
            "counters": [self.counter(hall, c, role) for c in hall.counters.values()],
            "calls": [self.ticket(t, role) for t in calls],
            "queue": self.queue(hall, counter, now) if counter and role in STAFF_ROLES else None,
            "alerts": [self.alert(a) for a in hall.alerts.values() if sees_alert(role, a.kind)],
            "notices": [self.notice(notice) for notice in hall.notices.values()],
        }

    def alert(self, alert: Alert) -> View:
        """An open alert."""
        return {
            "id": alert.id,
            "kind": alert.kind,
            "source": alert.source,
            "counter": alert.counter,
            "detail": alert.detail,
            "raised_at": self.time(alert.raised_at),
            "cleared_at": None,
        }

    def notice(self, notice: Notice) -> View:
        """What the hall is told; who posted it is nobody's business there."""
        return {
            "id": notice.id,
            "level": notice.level,
            "text": dict(notice.text),
            "from": self.time(notice.since),
            "until": optional_text(notice.until, self.zone),
        }

    def _row(self, ticket: Ticket, now: int) -> View:
        service = self.plan.services.get(ticket.service)
        waited = max(0, now - ticket.issued_at)
        return {
            **self.ticket(ticket),
            "waited_s": waited // 1000,
            "late": service is not None and waited > service.wait_standard,
            "remind_at": optional_text(ticket.remind_at, self.zone),
            "due": ticket.reminded,
        }


def call_reason(ticket: Ticket) -> str | None:
    """Why a teller chose it, if one did and said so."""
    why = ticket.why or {}
    return why.get("note") if why.get("reason") == "chosen" else None


def _out_of_turn(ticket: Ticket) -> bool:
    """Whether its last call was before its turn; who was missed or parked had theirs."""
    why = ticket.why or {}
    return why.get("reason") == "chosen" and why.get("was") == "waiting" and why.get("turn") != ticket.number


def sees_alert(role: str, kind: str) -> bool:
    """Whether a role is told of alerts of that kind; the customers' side never is."""
    return role == "manager" or (role == "counter" and kind not in _MANAGERS_ALERTS)


def _band(band: Band | None) -> View | None:
    return None if band is None else {"low_s": round(band.low / 1000), "high_s": round(band.high / 1000)}
