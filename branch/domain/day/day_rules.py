"""How a business day begins and ends, and how a service is closed and opened again in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from branch.domain.alerts.alert import Alert
from branch.domain.appointments.appointment import Appointment
from branch.domain.appointments.check_in_rules import unclaimed
from branch.domain.counters.serving_messages import ServingFinished
from branch.domain.counters.session_messages import CounterClosed
from branch.domain.day.day_messages import (
    CloseService,
    DayClosed,
    DayOpened,
    ReopenService,
    ServiceClosed,
    ServiceReopened,
    TurnDay,
)
from branch.domain.feedback.case import restored
from branch.domain.feedback.case_rules import carried_cases
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.notices.notice import Notice
from branch.domain.queueing.service_times import ServiceTimes, faded
from branch.domain.tickets.ticket import TicketStatus
from branch.domain.tickets.ticket_messages import TicketExpired


def turn_day(hall: Hall, command: TurnDay, now: int) -> Events:
    """End the day before, if one is open, and begin the next."""
    if hall.day == command.day:
        return ()
    events: list[Event] = []
    if hall.day is not None:
        if command.day < hall.day:
            raise refusal("invalid", f"day {command.day} is before {hall.day}")
        events += _ended(hall, now)
        events.append(DayClosed(at=now, day=hall.day))
    start_of_day = hall.plan.schedule.day_of
    carried = [
        asdict(appointment)
        for appointment in hall.appointments.values()
        if start_of_day(appointment.starts_at) >= command.day
    ]
    paces = {service: faded(pace) for service, pace in hall.paces.items()}
    events.append(
        DayOpened(
            at=now,
            day=command.day,
            paces=paces,
            appointments=tuple(carried),
            alerts=tuple(asdict(alert) for alert in hall.alerts.values()),
            cases=tuple(asdict(case) for case in carried_cases(hall, now)),
            notices=tuple(asdict(notice) for notice in hall.notices.values()),
        )
    )
    return tuple(events)


def close_service(hall: Hall, command: CloseService, now: int) -> Events:
    """Those who wait are still served."""
    hall.plan.service(command.service)
    if command.service in hall.closed_services and hall.closed_services[command.service] == command.reason:
        return ()
    return (ServiceClosed(at=now, service=command.service, reason=command.reason),)


def reopen_service(hall: Hall, command: ReopenService, now: int) -> Events:
    """Take customers for it again."""
    hall.plan.service(command.service)
    if command.service not in hall.closed_services:
        return ()
    return (ServiceReopened(at=now, service=command.service),)


def _ended(hall: Hall, now: int) -> list[Event]:
    """What the end of the day does to those who are still here: nobody is lost without a word."""
    events: list[Event] = []
    for ticket in hall.tickets.values():
        if ticket.status is TicketStatus.SERVING and ticket.counter is not None:
            events.append(ServingFinished(at=now, ticket=ticket.id, counter=ticket.counter, by="day-end"))
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
    hall.paces = {service: ServiceTimes(*numbers) for service, numbers in event.paces.items()}
    hall.appointments = {fields["id"]: Appointment(**fields) for fields in event.appointments}
    hall.alerts = {fields["id"]: Alert(**fields) for fields in event.alerts}
    hall.cases = {fields["id"]: restored(fields) for fields in event.cases}
    hall.notices = {fields["id"]: Notice(**fields) for fields in event.notices}


def _day_closed(hall: Hall, event: DayClosed) -> None:
    """The next DayOpened clears; until then the day that ended can still be looked at."""


def _service_closed(hall: Hall, event: ServiceClosed) -> None:
    hall.closed_services[event.service] = event.reason


def _service_reopened(hall: Hall, event: ServiceReopened) -> None:
    hall.closed_services.pop(event.service, None)


DECIDERS: Mapping[type[Command], Decider] = {
    TurnDay: turn_day,
    CloseService: close_service,
    ReopenService: reopen_service,
}

FOLDS: Mapping[type[Event], Fold] = {
    DayOpened: _day_opened,
    DayClosed: _day_closed,
    ServiceClosed: _service_closed,
    ServiceReopened: _service_reopened,
}
