"""Appointments as whoever asks for them may see them, and what became of a day's, counted."""

from __future__ import annotations

from branch.contract.answers.appointment_answers import Appointment as AppointmentView
from branch.contract.answers.appointment_answers import (
    AppointmentCounts,
    BookedAppointment,
    FoundAppointment,
    KnownAppointment,
    ServiceAppointments,
    Slots,
)
from branch.domain.appointments.appointment import Appointment
from branch.domain.appointments.check_in_rules import last_moment, place_kept_until
from branch.domain.appointments.slots import by_slot, free_places
from branch.domain.kernel.hall import Hall
from branch.service.feed.hall_views import Views


def found_appointment(appointment: Appointment, views: Views) -> FoundAppointment:
    """For a kiosk at which somebody typed a phone number."""
    return {
        "id": appointment.id,
        "service": appointment.service,
        "starts_at": views.time(appointment.starts_at),
    }


def known_appointment(hall: Hall, appointment: Appointment, views: Views) -> KnownAppointment:
    """For a kiosk that names its id: without the code, since it has the id from somebody who has shown
    none."""
    plan, starts_at = hall.plan, appointment.starts_at
    return {
        "id": appointment.id,
        "service": appointment.service,
        "segment": appointment.segment,
        "starts_at": views.time(starts_at),
        "check_in_from": views.time(starts_at - plan.appointment_early),
        "place_kept_until": views.time(place_kept_until(plan, appointment)),
        "check_in_until": views.time(last_moment(plan, appointment)),
        "status": appointment.status,
        "ticket": _number(hall, appointment),
    }


def appointment_view(hall: Hall, appointment: Appointment, views: Views) -> AppointmentView:
    """For whoever knows the code, or is not a kiosk."""
    known = known_appointment(hall, appointment, views)
    return {"id": appointment.id, "code": appointment.code, **known}


def booked_appointment(hall: Hall, appointment: Appointment, views: Views, qr: str) -> BookedAppointment:
    """For whoever has just booked it; ``qr`` is the signed text of its QR code."""
    return {**appointment_view(hall, appointment, views), "qr": qr}


def _number(hall: Hall, appointment: Appointment) -> str | None:
    ticket = hall.tickets.get(appointment.ticket) if appointment.ticket else None
    return ticket.number if ticket else None


def slots_view(hall: Hall, service: str, day: str, now: int, views: Views) -> Slots:
    """The slots of a day that have not begun, with the places left."""
    return {
        "service": service,
        "day": day,
        "by_slot": by_slot(hall.plan, service),
        "slots": [
            {
                "starts_at": views.time(slot.starts_at),
                "ends_at": views.time(slot.ends_at),
                "capacity": slot.capacity,
                "free": free,
            }
            for slot, free in free_places(hall, service, day, now)
        ],
    }


def appointments_summary(hall: Hall) -> AppointmentCounts:
    """Of the hall's day: how many were promised, came, came late (of those), were cancelled, and were
    unclaimed, that is expired with nobody coming; in all and by service. What is left is still expected."""
    day_of = hall.plan.schedule.day_of
    of_the_day = [a for a in hall.appointments.values() if day_of(a.starts_at) == hall.day]
    services = {a.service: None for a in of_the_day}
    return {
        **_counts(hall, of_the_day),
        "services": {
            service: _counts(hall, [a for a in of_the_day if a.service == service])
            for service in sorted(services)
        },
    }


def _counts(hall: Hall, appointments: list[Appointment]) -> ServiceAppointments:
    tickets = [hall.tickets.get(a.ticket or "") for a in appointments]
    return {
        "booked": len(appointments),
        "came": sum(a.status == "checked-in" for a in appointments),
        "late": sum(ticket is not None and ticket.came_late for ticket in tickets),
        "cancelled": sum(a.status == "cancelled" for a in appointments),
        "unclaimed": sum(a.status == "expired" for a in appointments),
    }
