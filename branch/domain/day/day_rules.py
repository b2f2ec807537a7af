"""How a business day begins and ends, and how a service is closed and opened again in it."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.alerts.alert import AlertReturned
from branch.domain.alerts.alert_rules import carried_alerts, given_back
from branch.domain.appointments.check_in_rules import last_moment, unclaimed
from branch.domain.counters.counter import CounterClosed
from branch.domain.counters.serving_messages import ServingFinished
from branch.domain.day.carrying import Carried, over_a_correction, over_the_turn, take_over
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
    """End the day before, if one is open, and begin the next.

    Where the branch is open across the turn, or the date is only put right, those who are here go along.
    """
    if hall.day == command.day:
        return ()
    events: list[Event] = []
    carried: Carried | None = None
    returned: tuple[AlertReturned, ...] = ()
    if hall.day is not None:
        if command.corrected_by is not None:
            carried = over_a_correction(hall, command.corrected_by)
        elif command.day < hall.day:
            raise refusal("invalid", f"day {command.day} is before {hall.day}")
        elif hall.plan.schedule.is_open_across(hall.day, command.day):
            carried = over_the_turn(hall, now)
            events += (
                gone for gone in unclaimed(hall, now) if not _can_come_yet(hall, gone.appointment, now)
            )
        else:
            events += _ended(hall, now)
        closed = {event.counter for event in events if isinstance(event, CounterClosed)}
        returned = given_back(hall, {hall.counters[number].staff for number in closed}, now)
        events += returned
        goes_on_as = None if command.corrected_by is None else command.day
        events.append(DayClosed(at=now, day=hall.day, goes_on_as=goes_on_as))
    plan = command.plan or without_kept(hall.plan)
    appointments = tuple(
        appointment
        for appointment in hall.appointments.values()
        if command.corrected_by is not None
        or hall.plan.schedule.day_of(appointment.starts_at) >= command.day
        or (carried is not None and _can_come_yet(hall, appointment.id, now))
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
            carried=carried,
        )
    )
    in_force = with_kept(hall.plan, plan, needs_of(appointments=appointments))
    if carried is not None:
        in_force = plan_of_day(hall, plan)
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


def _can_come_yet(hall: Hall, appointment_id: str, now: int) -> bool:
    """Whether somebody with that appointment can still have a ticket."""
    appointment = hall.appointments[appointment_id]
    return appointment.status == "booked" and now <= last_moment(hall.plan, appointment)


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
    if event.carried is not None:
        take_over(hall, event.carried, event.at)


def _plan_adopted(hall: Hall, event: PlanAdopted) -> None:
    hall.adopt(event.plan)
    hall.plan_hash = event.plan_hash


def _day_closed(hall: Hall, event: DayClosed) -> None:
    """The next DayOpened clears; until then the day that ended can still be looked at. Who came on a day that
    goes on under another date counts there."""
    if event.goes_on_as is not None:
        hall.carried = frozenset(hall.tickets)
        hall.service_times = {}


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
