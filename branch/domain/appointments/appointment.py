"""A promised time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
