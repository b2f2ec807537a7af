"""How a business day begins and ends, and how a service is closed and opened again in it."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.alerts.alert import AlertReturned
from branch.domain.alerts.alert_rules import carried_alerts, given_back
from branch.domain.appointments.check_in_rules import unclaimed
from branch.domain.counters.counter import CounterClosed
from branch.domain.counters.serving_messages import ServingFinished
from branch.domain.day.day_messages import (
    AdoptPlan,
    CloseService,
    DayClosed,
    DayOpened,
    PlanAdopted,
    ReopenService,
    ServiceClosed,
    ServiceReopened,
    TurnDay,
)
from branch.domain.day.kept_rules import needs_of, plan_of_day
from branch.domain.feedback.case_rules import carried_cases
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.plan.kept_plan import with_kept, without_kept
from branch.domain.queueing.wait_learning import WaitLearning
from branch.domain.tickets.ticket import TicketStatus
from branch.domain.tickets.ticket_messages import TicketExpired


def turn_day(hall: Hall, command: TurnDay, now: int) -> Events:
    """End the day before, if one is open, and begin the next."""
    if hall.day == command.day:
        return ()
    events: list[Event] = []
    returned: tuple[AlertReturned, ...] = ()
    if hall.day is not None:
        if command.day < hall.day:
            raise refusal("invalid", f"day {command.day} is before {hall.day}")
        events += _ended(hall, now)
        closed = {event.counter for event in events if isinstance(event, CounterClosed)}
        returned = given_back(hall, {hall.counters[number].staff for number in closed}, now)
        events += returned
        events.append(DayClosed(at=now, day=hall.day))
    plan = command.plan or without_kept(hall.plan)
    appointments = tuple(
        appointment
        for appointment in hall.appointments.values()
        if hall.plan.schedule.day_of(appointment.starts_at) >= command.day
    )
    events.append(
        DayOpened(
            at=now,
            day=command.day,
            appointments=appointments,
            alerts=carried_alerts(hall, {event.alert for event in returned}),
            cases=tuple(carried_cases(hall, now)),
            notices=tuple(hall.notices.values()),
            waits=hall.waits.learnt() if hall.day is not None else None,
        )
    )
    in_force = with_kept(hall.plan, plan, needs_of(appointments=appointments))
    events.append(PlanAdopted(at=now, plan_hash=plan.hash, plan=in_force))
    return tuple(events)


def adopt_plan(hall: Hall, command: AdoptPlan, now: int) -> Events:
    """Write down another plan, if it is another and there is a day to go by it."""
    plan = command.plan
    if hall.day is None or hall.plan_hash == plan.hash:
        return ()
    return (PlanAdopted(at=now, plan_hash=plan.hash, plan=plan_of_day(hall, plan)),)


def close_service(hall: Hall, command: CloseService, now: int) -> Events:
    """Those who wait are still served."""
    hall.plan.offered(command.service)
    if command.service in hall.closed_services and hall.closed_services[command.service] == command.reason:
        return ()
    return (ServiceClosed(at=now, service=command.service, reason=command.reason),)


def reopen_service(hall: Hall, command: ReopenService, now: int) -> Events:
    """Take customers for it again."""
    hall.plan.offered(command.service)
    if command.service not in hall.closed_services:
        return ()
    return (ServiceReopened(at=now, service=command.service),)


def _ended(hall: Hall, now: int) -> list[Event]:
    """What the end of the day does to those who are still here: nobody is lost without a word."""
    events: list[Event] = []
    for ticket in hall.tickets.values():
        if ticket.status is TicketStatus.SERVING and ticket.stay.counter is not None:
            events.append(
                ServingFinished(at=now, ticket=ticket.id, counter=ticket.stay.counter, by="day-end")
            )
        elif ticket.status in (TicketStatus.WAITING, TicketStatus.CALLED, TicketStatus.PARKED):
            events.append(TicketExpired(at=now, ticket=ticket.id))
    events += unclaimed(hall, now)
    events += [
        CounterClosed(at=now, counter=counter.number)
        for counter in hall.counters.values()
        if counter.state != "closed"
    ]
    return events


def _day_opened(hall: Hall, event: DayOpened) -> None:
    hall.reset_day(event.day)
    hall.appointments = {one.id: one for one in event.appointments}
    hall.alerts = {one.id: one for one in event.alerts}
    hall.cases = {one.id: one for one in event.cases}
    hall.notices = {one.id: one for one in event.notices}
    hall.waits = WaitLearning(event.waits)


def _plan_adopted(hall: Hall, event: PlanAdopted) -> None:
    hall.adopt(event.plan)
    hall.plan_hash = event.plan_hash


def _day_closed(hall: Hall, event: DayClosed) -> None:
    """The next DayOpened clears; until then the day that ended can still be looked at."""


def _service_closed(hall: Hall, event: ServiceClosed) -> None:
    hall.closed_services[event.service] = event.reason


def _service_reopened(hall: Hall, event: ServiceReopened) -> None:
    hall.closed_services.pop(event.service, None)


DECIDERS: Mapping[type[Command], Decider] = {
    TurnDay: turn_day,
    AdoptPlan: adopt_plan,
    CloseService: close_service,
    ReopenService: reopen_service,
}

FOLDS: Mapping[type[Event], Fold] = {
    DayOpened: _day_opened,
    PlanAdopted: _plan_adopted,
    DayClosed: _day_closed,
    ServiceClosed: _service_closed,
    ServiceReopened: _service_reopened,
}
