"""The calls of an appointment: booking, finding, checking in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from branch.client.caller import Caller, part
from branch.client.responses import BadAnswer
from branch.contract.answers.appointment_answers import (
    Appointment,
    BookedAppointment,
    FoundAppointment,
    Slots,
)
from branch.contract.answers.ticket_answers import IssuedTicket


class AppointmentCalls(Caller):
    """The requests about appointments."""

    def appointments(
        self, *, code: str | None = None, phone: str | None = None, appointment: str | None = None
    ) -> list[Appointment]:
        """The appointments under a code, today's under a phone number, or the one of that id."""
        asked = {"code": code, "phone": phone, "id": appointment}
        return cast("list[Appointment]", _listed(self._get("/v1/appointments", asked)))

    def find_appointments(self, phone: str) -> list[FoundAppointment]:
        """Today's under a number that somebody typed at a kiosk; raises too-many-tries."""
        answer = self._post("/v1/appointments/find", {"phone": phone}, None)
        return cast("list[FoundAppointment]", _listed(answer))

    def book(
        self,
        service: str,
        starts_at: str,
        *,
        phone: str | None = None,
        name: str | None = None,
        code: str | None = None,
        segment: str | None = None,
        note: str | None = None,
        key: str | None = None,
    ) -> BookedAppointment:
        """Promise a time (RFC 3339 with an offset). ``segment`` is the ticket's, ``note`` the teller's."""
        body = {
            "service": service,
            "starts_at": starts_at,
            "phone": phone,
            "name": name,
            "code": code,
            "segment": segment,
            "note": note,
        }
        return cast(BookedAppointment, self._post("/v1/appointments", body, key))

    def check_in(
        self,
        *,
        code: str | None = None,
        qr: str | None = None,
        phone: str | None = None,
        appointment: str | None = None,
        language: str | None = None,
        key: str | None = None,
    ) -> IssuedTicket:
        """A ticket for the customer with the appointment: by its code, its QR text, or by phone and id."""
        body = {"code": code, "qr": qr, "phone": phone, "id": appointment, "language": language}
        return cast(IssuedTicket, self._post("/v1/appointments/check-in", body, key))

    def slots(self, service: str, day: str | None = None) -> Slots:
        """The times of ``day`` (2026-11-21, today's if none is named) that can still be booked."""
        return cast(Slots, self._get("/v1/slots", {"service": service, "day": day}))

    def cancel_appointment(self, appointment: str, *, key: str | None = None) -> Appointment:
        """Nobody will come for it; its time and its code are free again."""
        answer = self._post(f"/v1/appointments/{part(appointment)}/cancel", None, key)
        return cast(Appointment, answer)


def _listed(answer: Mapping[str, object]) -> list[object]:
    found = answer.get("appointments")
    if not isinstance(found, list):
        raise BadAnswer("the answer has no list of appointments")
    return found
