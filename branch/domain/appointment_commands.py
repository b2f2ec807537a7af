"""What may be asked about appointments, and the base of all commands; seen as `branch.domain.commands`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands."""


@dataclass(frozen=True, slots=True)
class BookAppointment(Command):
    """Promise a time. Its ticket will be of ``segment`` (None: as without an appointment); ``note`` is for
    the teller."""

    appointment: str
    code: str
    service: str
    starts_at: int
    phone: str | None = None
    name: str | None = None
    segment: str | None = None
    note: str | None = None


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
class TakeBooking(Command):
    """Have an appointment as head office's list has it; ``ref`` is its name there. ``appointment`` and
    ``spare_code`` are for a new one, the latter if the list gives it no ``code``."""

    ref: str
    appointment: str
    spare_code: str
    service: str
    starts_at: int
    code: str | None = None
    phone: str | None = None
    name: str | None = None
    segment: str | None = None
    note: str | None = None
    cancelled: bool = False
