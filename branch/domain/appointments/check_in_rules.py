"""How an appointment becomes a ticket, or expires."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from branch.domain.appointments.appointment import (
    Appointment,
    AppointmentCheckedIn,
    AppointmentExpired,
    CheckIn,
    appointment_refusal,
)
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.tickets.ticket_messages import IssueTicket
from branch.domain.tickets.ticket_rules import issued


def check_in(hall: Hall, command: CheckIn, now: int) -> Events:
    """A ticket for the customer who has an appointment and is here.

    Up to `Plan.appointment_late` after its start the place is kept; for `Plan.appointment_walk_in` longer the
    ticket is a walk-in's with the credit of those who came late; then there is none.
    """
    plan = hall.plan
    appointment = hall.appointment(command.appointment)
    opens, until = check_in_opens(plan, appointment), last_moment(plan, appointment)
    if appointment.status == "checked-in":
        raise used(hall, appointment)
    if appointment.status == "cancelled":
        raise appointment_refusal("appointment-cancelled", appointment, "this appointment was cancelled")
    if plan.schedule.day_of(appointment.starts_at) != hall.day and not opens <= now <= until:
        raise appointment_refusal(
            "appointment-wrong-day", appointment, "this appointment is for another day", check_in_from=opens
        )
    if now < opens:
        raise appointment_refusal(
            "appointment-too-early", appointment, "the appointment is later today", check_in_from=opens
        )
    if now > until:
        raise appointment_refusal(
            "appointment-too-late", appointment, "the appointment was earlier today", check_in_until=until
        )
    ticket = issued(
        hall,
        now,
        IssueTicket(
            command.ticket,
            appointment.service,
            command.language,
            # What has been promised outlives a segment that the branch has given up.
            appointment.segment if appointment.segment in plan.segments else None,
            channel="appointment",
            phone=appointment.phone,
            kiosk=command.kiosk,
        ),
        appointment=appointment,
        came_late=now > place_kept_until(plan, appointment),
    )
    return (ticket, AppointmentCheckedIn(at=now, appointment=appointment.id, ticket=command.ticket))


def used(hall: Hall, appointment: Appointment) -> Refusal:
    """Make the refusal of an appointment that has been checked in, with its ticket's number if known."""
    ticket = hall.tickets.get(appointment.ticket or "")
    number = ticket.number if ticket else None
    return appointment_refusal(
        "appointment-used", appointment, "this appointment has been checked in", number=number
    )


def check_in_opens(plan: Plan, appointment: Appointment) -> int:
    """From when (ms) it gives a ticket."""
    return appointment.starts_at - plan.appointment_early


def place_kept_until(plan: Plan, appointment: Appointment) -> int:
    """Until when (ms) the customer finds the promised place."""
    return appointment.starts_at + plan.appointment_late


def last_moment(plan: Plan, appointment: Appointment) -> int:
    """Until when (ms) it gives a ticket at all."""
    return place_kept_until(plan, appointment) + plan.appointment_walk_in


def expired(hall: Hall, now: int) -> Iterator[Event]:
    """The appointments that nobody has come for, and for which it is too late now."""
    for appointment in hall.appointments.values():
        if appointment.status == "booked" and now > last_moment(hall.plan, appointment):
            yield AppointmentExpired(at=now, appointment=appointment.id, service=appointment.service)


def unclaimed(hall: Hall, now: int) -> Iterator[AppointmentExpired]:
    """The appointments of the day that ends, whatever is left of their time: they are for no other day."""
    for appointment in hall.appointments.values():
        if appointment.status == "booked" and hall.plan.schedule.day_of(appointment.starts_at) == hall.day:
            yield AppointmentExpired(at=now, appointment=appointment.id, service=appointment.service)


def _checked_in(hall: Hall, event: AppointmentCheckedIn) -> None:
    appointment = hall.appointments[event.appointment]
    hall.appointments[event.appointment] = replace(appointment, status="checked-in", ticket=event.ticket)


def _unclaimed(hall: Hall, event: AppointmentExpired) -> None:
    appointment = hall.appointments[event.appointment]
    hall.appointments[event.appointment] = replace(appointment, status="expired")


DECIDERS: Mapping[type[Command], Decider] = {
    CheckIn: check_in,
}

FOLDS: Mapping[type[Event], Fold] = {
    AppointmentCheckedIn: _checked_in,
    AppointmentExpired: _unclaimed,
}
