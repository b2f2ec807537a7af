"""What each role sees of the hall. Every role has an audience, whose types say what it is told.

A role that has none is told nothing. Ticket ids, which open the customer's page, are not in the types of
kiosk and display; staff ids only in those of counter and manager.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from branch.contract.alert_kinds import is_told
from branch.contract.answers.counter_answers import (
    BoardCounter,
    CounterQueue,
    IntegrationCounter,
    KioskCounter,
    StaffCounter,
)
from branch.contract.answers.feed_events import FeedEvent
from branch.contract.answers.hall_answers import Alert as AlertView
from branch.contract.answers.hall_answers import (
    BoardHall,
    BoardSnapshot,
    HallCounts,
    IntegrationHall,
    IntegrationSnapshot,
    KioskHall,
    KioskSnapshot,
    NewcomerWait,
    NoticeLevel,
    QueueCounts,
    ServiceState,
    Snapshot,
    StaffHall,
    StaffSnapshot,
)
from branch.contract.answers.hall_answers import Hall as HallView
from branch.contract.answers.hall_answers import Notice as NoticeView
from branch.contract.answers.ticket_answers import BoardTicket, IntegrationTicket, KioskTicket, StaffTicket
from branch.contract.basics import STAFF_ROLES
from branch.contract.times import optional_text
from branch.domain.alerts.alert import Alert
from branch.domain.counters.counter import Counter
from branch.domain.day.kept_rules import dependents
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.domain.notices.notice import Notice
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing import discipline
from branch.domain.queueing.admission import availability, closing_risk
from branch.domain.queueing.estimate import Forecast
from branch.domain.tickets.ticket import Ticket
from branch.service.core.event_rows import Beginning
from branch.service.feed.counter_views import CounterViews, held_by
from branch.service.feed.ticket_views import wait_band

_LEVELS: Mapping[str, NoticeLevel] = {"info": "info", "emergency": "emergency"}

_CALLS_SHOWN = 12
_NEXT_SHOWN = 3

TicketT = TypeVar("TicketT")
CounterT = TypeVar("CounterT")


@dataclass(frozen=True, slots=True)
class Audience(Generic[TicketT, CounterT]):
    """What one role is told: how it sees a ticket, and a counter with the ticket at it."""

    role: str
    ticket: Callable[[Ticket], TicketT]
    counter: Callable[[Counter, Ticket | None], CounterT]

    def hall(
        self, hall: Hall, views: Views, counts: HallCounts, queue: CounterQueue | None
    ) -> HallView[TicketT, CounterT]:
        """The whole view of the hall."""
        calls = [hall.tickets[t] for t in islice(reversed(hall.called), _CALLS_SHOWN)]
        return {
            "day": hall.day,
            **counts,
            "counters": [self.counter(c, held_by(hall, c)) for c in hall.counters.values()],
            "calls": [self.ticket(t) for t in calls],
            "queue": queue,
            "alerts": [views.alert(a) for a in hall.alerts.values() if is_told(self.role, a.kind)],
            "notices": [views.notice(notice) for notice in hall.notices.values()],
        }

    def snapshot(
        self,
        place: tuple[int, str, str],
        hall: Hall,
        views: Views,
        counts: HallCounts,
        queue: CounterQueue | None,
    ) -> Snapshot[TicketT, CounterT]:
        """The hall at a ``place`` of the journal: the number of its last row, the time, the journal's id."""
        seq, at, journal = place
        return {"seq": seq, "at": at, "journal": journal, "hall": self.hall(hall, views, counts, queue)}

    def event(
        self,
        head: tuple[int, str, str, str],
        ticket: Ticket | None,
        counter: Counter | None,
        held: Ticket | None,
        beginning: Beginning | None = None,
    ) -> FeedEvent[TicketT, CounterT]:
        """An event of the feed with its number, time, type and day, the ticket, the counter, and what a day
        begins with."""
        seq, at, kind, day = head
        data: FeedEvent[TicketT, CounterT] = {"seq": seq, "at": at, "type": kind, "day": day}
        if ticket is not None:
            data["ticket"] = self.ticket(ticket)
        if counter is not None:
            data["counter"] = self.counter(counter, held)
        if beginning is not None:
            data["calls"] = [self.ticket(call) for call in beginning.calls[:_CALLS_SHOWN]]
            data["counters"] = [self.counter(one, there) for one, there in beginning.counters]
        return data


AnyAudience = (
    Audience[BoardTicket, BoardCounter]
    | Audience[KioskTicket, KioskCounter]
    | Audience[IntegrationTicket, IntegrationCounter]
    | Audience[StaffTicket, StaffCounter]
)
AnyHall = BoardHall | KioskHall | IntegrationHall | StaffHall
AnySnapshot = BoardSnapshot | KioskSnapshot | IntegrationSnapshot | StaffSnapshot


class Views(CounterViews):
    """Makes the views of one branch. ``base_url`` is where phones reach the service.

    Attributes:
        audiences: by role; a role that is not in it is told nothing.
    """

    def __init__(self, plan: Plan, base_url: str) -> None:
        super().__init__(plan, base_url)
        self.audiences: Mapping[str, AnyAudience] = {
            "display": Audience("display", self.board_ticket, self.board_counter),
            "kiosk": Audience("kiosk", self.kiosk_ticket, self.kiosk_counter),
            "integration": Audience("integration", self.integration_ticket, self.integration_counter),
            "counter": Audience("counter", self.staff_ticket, self.staff_counter),
            "manager": Audience("manager", self.staff_ticket, self.staff_counter),
        }

    def audience(self, role: str) -> AnyAudience:
        """That of a role; raises not-allowed where there is none."""
        found = self.audiences.get(role)
        if found is None:
            raise refusal("not-allowed", f"role {role} is told nothing of the hall")
        return found

    def hall(self, hall: Hall, role: str, now: int, counter: int | None = None) -> AnyHall:
        """The whole view of a role, as a snapshot carries it; ``counter`` is the one whose queue is asked
        for."""
        return self.audience(role).hall(
            hall, self, self.counts(hall, now), self._own(hall, role, now, counter)
        )

    def snapshot(
        self, hall: Hall, role: str, now: int, counter: int | None, seq: int, journal: str
    ) -> AnySnapshot:
        """The same with the number and the journal from which to follow the feed."""
        place, queue = (seq, self.time(now), journal), self._own(hall, role, now, counter)
        return self.audience(role).snapshot(place, hall, self, self.counts(hall, now), queue)

    def _own(self, hall: Hall, role: str, now: int, counter: int | None) -> CounterQueue | None:
        return self.queue(hall, counter, now) if counter and role in STAFF_ROLES else None

    def counts(self, hall: Hall, now: int) -> HallCounts:
        """Counts and waits of every service, and the phase of the day."""
        forecast = Forecast(hall, now)
        schedule = self.plan.schedule
        needed = {one.id for one in dependents(hall) if one.part == "service"}
        over = set(hall.plan.kept.services) - needed
        return {
            "at": self.time(now),
            "phase": self.plan.phase(now),
            "opens_at": optional_text(schedule.opens_at(now), self.zone),
            "closes_at": optional_text(schedule.closes_at(now), self.zone),
            "services": [
                self._service(hall, service, now, forecast)
                for service in hall.plan.services
                if service not in over  # one that has left branch.toml is shown while somebody waits for it
            ],
        }

    def queues(self, hall: Hall, now: int, counters: tuple[int, ...] = ()) -> QueueCounts:
        """The same with the queues of those counters."""
        queues = {str(number): self.queue(hall, number, now) for number in counters}
        return {**self.counts(hall, now), "queues": queues}

    def _service(self, hall: Hall, service: str, now: int, forecast: Forecast) -> ServiceState:
        estimate = forecast.for_newcomer(service)
        usual = hall.plan.services[service].segment or hall.plan.default_segment
        stands = availability(hall, service, now)
        waiting = hall.waiting.waiting(service)
        return {
            "id": service,
            "open": stands.closed_by is None,
            "closed_by": stands.closed_by,
            "opens_at": optional_text(stands.opens_at, self.zone),
            "reason": hall.closed_services.get(service),
            "waiting": waiting,
            **_newcomers_wait(forecast, service, usual),
            "segments": {
                segment: _newcomers_wait(forecast, service, segment)
                for segment in hall.plan.segments
                if segment != usual and segment not in hall.plan.kept.segments
            },
            "counters": forecast.counters(service),
            "next": self._next(hall, service, now),
            "closing": closing_risk(self.plan, estimate, now),
        }

    def _next(self, hall: Hall, service: str, now: int) -> list[str]:
        tickets = discipline.first_of(hall, service, now)
        return [hall.tickets[ticket].number for ticket in tickets[:_NEXT_SHOWN]]

    def alert(self, alert: Alert) -> AlertView:
        """An open alert."""
        return {
            "id": alert.id,
            "kind": alert.kind,
            "source": alert.source,
            "counter": alert.counter,
            "detail": alert.detail,
            "raised_at": self.time(alert.raised_at),
            "taken_by": alert.taken_by,
            "taken_at": optional_text(alert.taken_at, self.zone),
            "cleared_at": None,
        }

    def notice(self, notice: Notice) -> NoticeView:
        """What the hall is told; who posted it is nobody's business there."""
        return {
            "id": notice.id,
            "level": _LEVELS[notice.level],
            "text": dict(notice.text),
            "from": self.time(notice.since),
            "until": optional_text(notice.until, self.zone),
        }


def _newcomers_wait(forecast: Forecast, service: str, segment: str) -> NewcomerWait:
    estimate = forecast.for_newcomer(service, segment)
    return {
        "ahead": forecast.ahead_of_newcomer(service, segment),
        "estimate": None if estimate is None else wait_band(estimate),
    }
