"""How an appointment becomes a ticket, or expires."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from branch.domain.appointments.appointment import Appointment
from branch.domain.appointments.appointment_messages import AppointmentCheckedIn, AppointmentExpired, CheckIn
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.tickets.ticket_rules import issued


def check_in(hall: Hall, command: CheckIn, now: int) -> Events:
    """A ticket for the customer who has an appointment and is here.

    Up to `Plan.appointment_late` after its start the place is kept; for `Plan.appointment_walk_in` longer the
    ticket is a walk-in's with the credit of those who came late; then there is none.
    """
    plan = hall.plan
    appointment = hall.appointment(command.appointment)
    if appointment.status == "checked-in":
        raise refusal("appointment-used", "this appointment has been checked in")
    if appointment.status == "cancelled":
        raise refusal("appointment-cancelled", "this appointment was cancelled")
    if plan.schedule.day_of(appointment.starts_at) != hall.day:
        raise refusal("appointment-wrong-day", "this appointment is for another day")
    if now < appointment.starts_at - plan.appointment_early:
        raise refusal("appointment-too-early", "the appointment is later today")
    if now > last_moment(plan, appointment):
        raise refusal("appointment-too-late", "the appointment was earlier today")
    ticket = issued(
        hall,
        now,
        ticket=command.ticket,
        service=appointment.service,
        # What has been promised outlives a segment that the branch has given up.
        segment=appointment.segment if appointment.segment in plan.segments else None,
        language=command.language,
        channel="appointment",
        phone=appointment.phone,
        appointment=appointment.id,
        promised_at=appointment.starts_at,
        note=appointment.note,
        came_late=now > place_kept_until(plan, appointment),
        kiosk=command.kiosk,
    )
    return (ticket, AppointmentCheckedIn(at=now, appointment=appointment.id, ticket=command.ticket))


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


def unclaimed(hall: Hall, now: int) -> Iterator[Event]:
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
