"""Decisions about appointments: promised, checked in, expired."""

from __future__ import annotations

from collections.abc import Iterator

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.deciding_tickets import issued
from branch.domain.errors import refusal
from branch.domain.hall import Hall

Events = tuple[e.Event, ...]


def book(hall: Hall, command: c.BookAppointment, now: int) -> Events:
    """Promise a time that is not past, under a code that is not in use."""
    hall.plan.service(command.service)
    if command.starts_at < now:
        raise refusal("invalid", "starts_at is in the past")
    if any(a.code == command.code and a.status == "booked" for a in hall.appointments.values()):
        raise refusal("code-taken", f"code {command.code} is in use")
    return (
        e.AppointmentBooked(
            at=now,
            appointment=command.appointment,
            code=command.code,
            service=command.service,
            starts_at=command.starts_at,
            phone=command.phone,
            name=command.name,
        ),
    )


def check_in(hall: Hall, command: c.CheckIn, now: int) -> Events:
    """A ticket for the customer who has an appointment and is here in time."""
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
    if now > appointment.starts_at + plan.appointment_late:
        raise refusal("appointment-too-late", "the appointment was earlier today")
    ticket = issued(
        hall,
        now,
        ticket=command.ticket,
        service=appointment.service,
        segment=None,
        language=command.language,
        channel="appointment",
        phone=appointment.phone,
        appointment=appointment.id,
        promised_at=appointment.starts_at,
    )
    return (ticket, e.AppointmentCheckedIn(at=now, appointment=appointment.id, ticket=command.ticket))


def expired(hall: Hall, now: int) -> Iterator[e.Event]:
    """The appointments that nobody has come for, and for which it is too late now."""
    too_late = now - hall.plan.appointment_late
    for appointment in hall.appointments.values():
        if appointment.status == "booked" and appointment.starts_at < too_late:
            yield e.AppointmentExpired(at=now, appointment=appointment.id, service=appointment.service)


def unclaimed(hall: Hall, now: int) -> Iterator[e.Event]:
    """The appointments of the day that ends, whatever is left of their time: they are for no other day."""
    for appointment in hall.appointments.values():
        if appointment.status == "booked" and hall.plan.schedule.day_of(appointment.starts_at) == hall.day:
            yield e.AppointmentExpired(at=now, appointment=appointment.id, service=appointment.service)
