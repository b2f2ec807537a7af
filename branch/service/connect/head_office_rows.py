"""A row of head office's list, and what it asks of the queue."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict

from branch.contract.requests.request_base import Short
from branch.contract.requests.ticket_requests import AppointmentRequest
from branch.domain.appointments.appointment import TakeBooking
from branch.service.use_cases.appointment_use_cases import take


class BookingRow(AppointmentRequest):
    """One appointment. ``ref`` is head office's name for it; keys that we do not know are its own affair."""

    model_config = ConfigDict(extra="ignore")

    ref: Short
    status: Literal["booked", "cancelled"] = "booked"


def command_of(row: BookingRow) -> TakeBooking:
    """What the row asks of the queue."""
    return take(row, ref=row.ref, cancelled=row.status == "cancelled")
