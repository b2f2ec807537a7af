"""Decisions about appointments that head office keeps: taken, changed, cancelled as its list says."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.deciding_appointments import booked, check_booking, last_moment
from branch.domain.hall import Hall
from branch.domain.model import Appointment


def take(hall: Hall, command: c.TakeBooking, now: int) -> tuple[e.Event, ...]:
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
        return (e.AppointmentCancelled(at=now, appointment=known.id, service=known.service),)
    wanted = _wanted(command, known)
    if wanted == known or now > last_moment(hall.plan, wanted):
        return ()
    check_booking(hall, wanted)
    if known is None:
        return (booked(wanted, now),)
    return (
        e.AppointmentChanged(
            at=now,
            appointment=wanted.id,
            code=wanted.code,
            service=wanted.service,
            starts_at=wanted.starts_at,
            phone=wanted.phone,
            name=wanted.name,
            segment=wanted.segment,
            note=wanted.note,
        ),
    )


def _wanted(command: c.TakeBooking, known: Appointment | None) -> Appointment:
    return Appointment(
        id=known.id if known else command.appointment,
        code=command.code or (known.code if known else command.spare_code),
        service=command.service,
        starts_at=command.starts_at,
        phone=command.phone,
        name=command.name,
        status=known.status if known else "booked",
        segment=command.segment,
        note=command.note,
        ref=command.ref,
    )
