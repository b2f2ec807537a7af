"""Decisions about appointments: promised, checked in, cancelled, expired."""

from __future__ import annotations

from collections.abc import Iterator

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.deciding_tickets import issued
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import Appointment
from branch.domain.plan import Plan
from branch.domain.slots import claim

Events = tuple[e.Event, ...]


def book(hall: Hall, command: c.BookAppointment, now: int) -> Events:
    """Promise a time that is not past."""
    if command.starts_at < now:
        raise refusal("invalid", "starts_at is in the past")
    wanted = Appointment(
        id=command.appointment,
        code=command.code,
        service=command.service,
        starts_at=command.starts_at,
        phone=command.phone,
        name=command.name,
        segment=command.segment,
        note=command.note,
    )
    check_booking(hall, wanted)
    return (booked(wanted, now),)


def check_booking(hall: Hall, wanted: Appointment) -> None:
    """Raise a refusal unless it can be promised so: service and segment are the branch's, its time has a
    place left, and no other one that is booked has its code."""
    hall.plan.service(wanted.service)
    if wanted.segment is not None:
        hall.plan.segment(wanted.segment)
    claim(hall, wanted.service, wanted.starts_at, wanted.phone, own=wanted.id)
    others = (a for a in hall.appointments.values() if a.id != wanted.id and a.status == "booked")
    if any(other.code == wanted.code for other in others):
        raise refusal("code-taken", f"code {wanted.code} is in use")


def booked(wanted: Appointment, now: int) -> e.AppointmentBooked:
    """The event of a new appointment."""
    return e.AppointmentBooked(
        at=now,
        appointment=wanted.id,
        code=wanted.code,
        service=wanted.service,
        starts_at=wanted.starts_at,
        phone=wanted.phone,
        name=wanted.name,
        segment=wanted.segment,
        note=wanted.note,
        ref=wanted.ref,
    )


def check_in(hall: Hall, command: c.CheckIn, now: int) -> Events:
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
    return (ticket, e.AppointmentCheckedIn(at=now, appointment=appointment.id, ticket=command.ticket))


def cancel(hall: Hall, command: c.CancelAppointment, now: int) -> Events:
    """Nobody will come for it; asked twice it is cancelled once. Its time and its code are free again."""
    appointment = hall.appointment(command.appointment)
    if appointment.status == "cancelled":
        return ()
    if appointment.status == "checked-in":
        raise refusal("appointment-used", "this appointment has been checked in")
    if appointment.status == "expired":
        raise refusal("appointment-expired", "nobody has come for this appointment")
    return (e.AppointmentCancelled(at=now, appointment=appointment.id, service=appointment.service),)


def place_kept_until(plan: Plan, appointment: Appointment) -> int:
    """Until when (ms) the customer finds the promised place."""
    return appointment.starts_at + plan.appointment_late


def last_moment(plan: Plan, appointment: Appointment) -> int:
    """Until when (ms) it gives a ticket at all."""
    return place_kept_until(plan, appointment) + plan.appointment_walk_in


def expired(hall: Hall, now: int) -> Iterator[e.Event]:
    """The appointments that nobody has come for, and for which it is too late now."""
    for appointment in hall.appointments.values():
        if appointment.status == "booked" and now > last_moment(hall.plan, appointment):
            yield e.AppointmentExpired(at=now, appointment=appointment.id, service=appointment.service)


def unclaimed(hall: Hall, now: int) -> Iterator[e.Event]:
    """The appointments of the day that ends, whatever is left of their time: they are for no other day."""
    for appointment in hall.appointments.values():
        if appointment.status == "booked" and hall.plan.schedule.day_of(appointment.starts_at) == hall.day:
            yield e.AppointmentExpired(at=now, appointment=appointment.id, service=appointment.service)
