"""What became of a day's appointments, counted."""

from __future__ import annotations

from branch.domain.appointments.appointment import Appointment
from branch.domain.kernel.hall import Hall
from branch.service.feed.hall_views import View

_COUNTED = {"checked-in": "came", "cancelled": "cancelled", "expired": "unclaimed"}


def appointments_summary(hall: Hall) -> View:
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


def _counts(hall: Hall, appointments: list[Appointment]) -> View:
    counts = {"booked": len(appointments), "came": 0, "late": 0, "cancelled": 0, "unclaimed": 0}
    for appointment in appointments:
        if appointment.status in _COUNTED:
            counts[_COUNTED[appointment.status]] += 1
        ticket = hall.tickets.get(appointment.ticket or "")
        counts["late"] += ticket is not None and ticket.came_late
    return counts
