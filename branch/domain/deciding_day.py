"""Decisions about the day and the services."""

from __future__ import annotations

from dataclasses import asdict

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.deciding_appointments import unclaimed
from branch.domain.deciding_cases import carried as carried_cases
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import Pace, TicketStatus

Events = tuple[e.Event, ...]

PACE_MEMORY = 200
"""A pace carried to the next day counts for at most so many services, so that a change of habit shows."""


def turn_day(hall: Hall, command: c.TurnDay, now: int) -> Events:
    """End the day before, if one is open, and begin the next."""
    if hall.day == command.day:
        return ()
    events: list[e.Event] = []
    if hall.day is not None:
        if command.day < hall.day:
            raise refusal("invalid", f"day {command.day} is before {hall.day}")
        events += _ended(hall, now)
        events.append(e.DayClosed(at=now, day=hall.day))
    start_of_day = hall.plan.schedule.day_of
    carried = [
        asdict(appointment)
        for appointment in hall.appointments.values()
        if start_of_day(appointment.starts_at) >= command.day
    ]
    paces = {service: _faded(pace) for service, pace in hall.paces.items()}
    events.append(
        e.DayOpened(
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


def close_service(hall: Hall, command: c.CloseService, now: int) -> Events:
    """Those who wait are still served."""
    hall.plan.service(command.service)
    if command.service in hall.closed_services and hall.closed_services[command.service] == command.reason:
        return ()
    return (e.ServiceClosed(at=now, service=command.service, reason=command.reason),)


def reopen_service(hall: Hall, command: c.ReopenService, now: int) -> Events:
    """Take customers for it again."""
    hall.plan.service(command.service)
    if command.service not in hall.closed_services:
        return ()
    return (e.ServiceReopened(at=now, service=command.service),)


def _ended(hall: Hall, now: int) -> list[e.Event]:
    """What the end of the day does to those who are still here: nobody is lost without a word."""
    events: list[e.Event] = []
    for ticket in hall.tickets.values():
        if ticket.status is TicketStatus.SERVING and ticket.counter is not None:
            events.append(e.ServingFinished(at=now, ticket=ticket.id, counter=ticket.counter, by="day-end"))
        elif ticket.status in (TicketStatus.WAITING, TicketStatus.CALLED, TicketStatus.PARKED):
            events.append(e.TicketExpired(at=now, ticket=ticket.id))
    events += unclaimed(hall, now)
    events += [
        e.CounterClosed(at=now, counter=counter.number)
        for counter in hall.counters.values()
        if counter.state != "closed"
    ]
    return events


def _faded(pace: Pace) -> tuple[int, float, float]:
    if pace.n <= PACE_MEMORY:
        return pace.n, pace.mean, pace.m2
    return PACE_MEMORY, pace.mean, pace.m2 * PACE_MEMORY / pace.n
