"""How appointments are booked, changed and cancelled, here or by head office's list."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.appointments.appointment import (
    Appointment,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentChanged,
    AppointmentDetails,
    BookAppointment,
    CancelAppointment,
    TakeBooking,
    appointment_refusal,
)
from branch.domain.appointments.check_in_rules import last_moment, used
from branch.domain.appointments.slots import claim
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events, details_of
from branch.domain.kernel.refusals import refusal


def book(hall: Hall, command: BookAppointment, now: int) -> Events:
    """Promise a time that is not past."""
    if command.starts_at < now:
        raise refusal("invalid", "starts_at is in the past")
    wanted = Appointment(
        id=command.appointment,
        code=command.code,
        service=command.service,
        starts_at=command.starts_at,
        **details_of(AppointmentDetails, command),
    )
    check_booking(hall, wanted)
    return (booked(wanted, now),)


def check_booking(hall: Hall, wanted: Appointment) -> None:
    """Raise a refusal unless it can be promised so: service and segment are the branch's, its time has a
    place left, and no other one that is booked has its code."""
    before = hall.appointments.get(wanted.id)
    if before is None or before.service != wanted.service:
        hall.plan.offered(wanted.service)
    if wanted.segment is not None and (before is None or before.segment != wanted.segment):
        hall.plan.offered_segment(wanted.segment)
    claim(hall, wanted.service, wanted.starts_at, wanted.phone, own=wanted.id)
    others = (a for a in hall.appointments.values() if a.id != wanted.id and a.status == "booked")
    if any(other.code == wanted.code for other in others):
        raise refusal("code-taken", f"code {wanted.code} is in use")


def booked(wanted: Appointment, now: int) -> AppointmentBooked:
    """The event of a new appointment."""
    return AppointmentBooked(
        at=now,
        appointment=wanted.id,
        code=wanted.code,
        service=wanted.service,
        starts_at=wanted.starts_at,
        **details_of(AppointmentDetails, wanted),
        ref=wanted.ref,
    )


def cancel(hall: Hall, command: CancelAppointment, now: int) -> Events:
    """Nobody will come for it; asked twice it is cancelled once. Its time and its code are free again."""
    appointment = hall.appointment(command.appointment)
    if appointment.status == "cancelled":
        return ()
    if appointment.status == "checked-in":
        raise used(hall, appointment)
    if appointment.status == "expired":
        raise appointment_refusal("appointment-expired", appointment, "nobody has come for this appointment")
    return (AppointmentCancelled(at=now, appointment=appointment.id, service=appointment.service),)


def take(hall: Hall, command: TakeBooking, now: int) -> Events:
    """Have it as the list has it; nothing if it is so already.

    Whoever is here already stays, and what was cancelled stays cancelled, here or there. One that comes too
    late to give a ticket is nothing.
    """
    known = next((a for a in hall.appointments.values() if a.ref == command.ref), None)
    if known is not None and known.status in ("checked-in", "cancelled"):
        return ()
    if command.cancelled:
        if known is None or known.status == "expired":
            return ()
        return (AppointmentCancelled(at=now, appointment=known.id, service=known.service),)
    wanted = _wanted(command, known)
    if wanted == known or now > last_moment(hall.plan, wanted):
        return ()
    check_booking(hall, wanted)
    if known is None:
        return (booked(wanted, now),)
    return (
        AppointmentChanged(
            at=now,
            appointment=wanted.id,
            code=wanted.code,
            service=wanted.service,
            starts_at=wanted.starts_at,
            **details_of(AppointmentDetails, wanted),
        ),
    )


def _wanted(command: TakeBooking, known: Appointment | None) -> Appointment:
    return Appointment(
        id=known.id if known else command.appointment,
        code=command.code or (known.code if known else command.spare_code),
        service=command.service,
        starts_at=command.starts_at,
        **details_of(AppointmentDetails, command),
        status=known.status if known else "booked",
        ref=command.ref,
    )


def _booked(hall: Hall, event: AppointmentBooked) -> None:
    hall.appointments[event.appointment] = Appointment(
        event.appointment,
        event.code,
        event.service,
        event.starts_at,
        ref=event.ref,
        **details_of(AppointmentDetails, event),
    )


def _changed(hall: Hall, event: AppointmentChanged) -> None:
    hall.appointments[event.appointment] = replace(
        hall.appointments[event.appointment],
        code=event.code,
        service=event.service,
        starts_at=event.starts_at,
        **details_of(AppointmentDetails, event),
        status="booked",
    )


def _called_off(hall: Hall, event: AppointmentCancelled) -> None:
    appointment = hall.appointments[event.appointment]
    hall.appointments[event.appointment] = replace(appointment, status="cancelled")


DECIDERS: Mapping[type[Command], Decider] = {
    BookAppointment: book,
    CancelAppointment: cancel,
    TakeBooking: take,
}

FOLDS: Mapping[type[Event], Fold] = {
    AppointmentBooked: _booked,
    AppointmentChanged: _changed,
    AppointmentCancelled: _called_off,
}
