"""A promised time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from branch.domain.kernel.refusals import Fact, Refusal, refusal

AppointmentStatus = Literal["booked", "checked-in", "cancelled", "expired"]


@dataclass(frozen=True, slots=True)
class Appointment:
    """A promised time. ``code`` is what the customer types or scans; its ticket is of ``segment`` (None: as
    without an appointment) and carries ``note`` to the teller. ``ref`` is head office's name for it."""

    id: str
    code: str
    service: str
    starts_at: int
    phone: str | None = None
    name: str | None = None
    status: AppointmentStatus = "booked"
    ticket: str | None = None
    segment: str | None = None
    note: str | None = None
    ref: str | None = None


def appointment_refusal(code: str, appointment: Appointment, detail: str, **more: Fact) -> Refusal:
    """Make a refusal about that appointment, with what it is for as facts."""
    return refusal(code, detail, None, service=appointment.service, starts_at=appointment.starts_at, **more)
