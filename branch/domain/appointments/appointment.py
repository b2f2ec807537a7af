"""A promised time, what may be asked of it, and what happens to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from branch.domain.kernel.messages import Command, Event, TicketEvent
from branch.domain.kernel.refusals import Fact, Refusal, refusal

AppointmentStatus = Literal["booked", "checked-in", "cancelled", "expired"]


@dataclass(frozen=True, kw_only=True)
class AppointmentDetails:
    """What goes with an appointment: its customer, the ``segment`` of its ticket (None: as without an
    appointment), and a ``note`` that the ticket carries to the teller."""

    __slots__ = ()

    phone: str | None = None
    name: str | None = None
    segment: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Appointment(AppointmentDetails):
    """A promised time. ``code`` is what the customer types or scans; ``ref`` is head office's name for it."""

    id: str
    code: str
    service: str
    starts_at: int
    status: AppointmentStatus = "booked"
    ticket: str | None = None
    ref: str | None = None


def appointment_refusal(code: str, appointment: Appointment, detail: str, **more: Fact) -> Refusal:
    """Make a refusal about that appointment, with what it is for as facts."""
    return refusal(code, detail, None, service=appointment.service, starts_at=appointment.starts_at, **more)


@dataclass(frozen=True, slots=True)
class BookAppointment(AppointmentDetails, Command):
    """Promise a time."""

    appointment: str
    code: str
    service: str
    starts_at: int


@dataclass(frozen=True, slots=True)
class CheckIn(Command):
    """The customer with the appointment is here and gets a ticket."""

    appointment: str
    ticket: str
    language: str | None = None
    kiosk: str | None = None


@dataclass(frozen=True, slots=True)
class CancelAppointment(Command):
    """Nobody will come for this appointment."""

    appointment: str


@dataclass(frozen=True, slots=True)
class TakeBooking(AppointmentDetails, Command):
    """Have an appointment as head office's list has it; ``ref`` is its name there. ``appointment`` and
    ``spare_code`` are for a new one, the latter if the list gives it no ``code``."""

    ref: str
    appointment: str
    spare_code: str
    service: str
    starts_at: int
    code: str | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentBooked(AppointmentDetails, Event):
    """A time was promised; by head office, which calls it ``ref``, if there is one."""

    appointment: str
    code: str
    service: str
    starts_at: int
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentCheckedIn(TicketEvent):
    """The customer with the appointment came and got a ticket."""

    appointment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentChanged(AppointmentDetails, Event):
    """Head office has changed it; this is all of it as it is now."""

    appointment: str
    code: str
    service: str
    starts_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentCancelled(Event):
    """The customer will not come, or the branch cannot keep its word."""

    appointment: str
    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentExpired(Event):
    """Nobody came for the appointment, and it is too late for it now."""

    appointment: str
    service: str
