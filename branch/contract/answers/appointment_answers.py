"""Appointments, the slots for them, and what became of a day's."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

AppointmentStatus = Literal["booked", "checked-in", "cancelled", "expired"]


class FoundAppointment(TypedDict):
    """As much as a kiosk learns of an appointment from a phone number: enough to know one's own again."""

    id: str
    service: str
    starts_at: str


class KnownAppointment(FoundAppointment):
    """A promised time without its code; ``ticket`` is the number it became. So a kiosk sees one that it asks
    for by its id, which it has from somebody who has shown no code."""

    segment: str | None
    check_in_from: str
    place_kept_until: str
    check_in_until: str
    status: AppointmentStatus
    ticket: str | None


class Appointment(KnownAppointment):
    """A promised time with the code that its customer types or scans."""

    code: str


class BookedAppointment(Appointment):
    """One that has just been booked, with the signed text of its QR code."""

    qr: str


class FoundAppointments(TypedDict):
    """Today's appointments under a phone number that was typed at a kiosk."""

    appointments: list[FoundAppointment]


class KnownAppointments(TypedDict):
    """The appointment of an id, as a kiosk sees it."""

    appointments: list[KnownAppointment]


class Appointments(TypedDict):
    """The appointments under a code, today's under a phone number, or the one of an id."""

    appointments: list[Appointment]


class Slot(TypedDict):
    """One time for appointments, and how many places it has left."""

    starts_at: str
    ends_at: str
    capacity: int
    free: int


class Slots(TypedDict):
    """The slots of a day; without ``by_slot`` the service is booked for any time."""

    service: str
    day: str
    by_slot: bool
    slots: list[Slot]


class ServiceAppointments(TypedDict):
    """Appointments of a day: promised, came, late of those, cancelled, and unclaimed (nobody came)."""

    booked: int
    came: int
    late: int
    cancelled: int
    unclaimed: int


class AppointmentCounts(ServiceAppointments):
    """The same in all, and by service."""

    services: dict[str, ServiceAppointments]
