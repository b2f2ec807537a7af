"""Promised times: booked here or at head office, found again, and kept."""

from __future__ import annotations

from collections.abc import Callable

from branch.contract.appointment_qr import Promise
from branch.contract.phone_numbers import national
from branch.contract.requests.ticket_requests import AppointmentRequest, CheckInRequest
from branch.contract.times import ms_of
from branch.domain import commands
from branch.domain.appointments.appointment import Appointment
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.service.use_cases.ticket_use_cases import new_code, new_id


def book(asked: AppointmentRequest) -> commands.BookAppointment:
    """Promise a time, under the code that was asked for or one of our own."""
    return commands.BookAppointment(
        appointment=new_id(),
        code=asked.code or new_code(),
        service=asked.service,
        starts_at=ms_of(asked.starts_at),
        phone=asked.phone,
        name=asked.name,
        segment=asked.segment,
        note=asked.note,
    )


def take(asked: AppointmentRequest, *, ref: str, cancelled: bool) -> commands.TakeBooking:
    """Have what head office calls ``ref`` as it says, with an id and a code for the case that it is new."""
    return commands.TakeBooking(
        ref=ref,
        appointment=new_id(),
        spare_code=new_code(),
        service=asked.service,
        starts_at=ms_of(asked.starts_at),
        code=asked.code,
        phone=asked.phone,
        name=asked.name,
        segment=asked.segment,
        note=asked.note,
        cancelled=cancelled,
    )


def check_in(asked: CheckInRequest, ticket: str, country: str) -> Callable[[Hall], commands.CheckIn]:
    """A ticket for whoever shows a code, or a phone number with an appointment's id."""

    def command(hall: Hall) -> commands.CheckIn:
        known = found(hall, code=asked.code, phone=asked.phone, country=country, every_day=True)
        chosen = [a for a in known if asked.id in (None, a.id)]
        if not chosen:
            raise refusal("unknown-appointment", "there is no such appointment")
        return commands.CheckIn(appointment=chosen[-1].id, ticket=ticket, language=asked.language)

    return command


def check_in_promise(
    promise: Promise, ticket: str, language: str | None
) -> Callable[[Hall], commands.CheckIn]:
    """The check-in of a QR code that is genuine. Its time must be the booking's too: a booking code may be
    given to somebody else once it is used."""

    def command(hall: Hall) -> commands.CheckIn:
        known = found(hall, code=promise.code, every_day=True)
        same = [a for a in known if a.starts_at // 1000 == promise.starts_at // 1000]
        if same:
            return commands.CheckIn(appointment=same[-1].id, ticket=ticket, language=language)
        if hall.plan.schedule.day_of(promise.starts_at) < (hall.day or ""):
            raise refusal(
                "appointment-expired",
                "this appointment was on an earlier day",
                service=None,
                starts_at=promise.starts_at,
            )
        raise refusal("unknown-appointment", "there is no such appointment")

    return command


def found(
    hall: Hall, *, code: str | None = None, phone: str | None = None, country: str = "", every_day: bool
) -> list[Appointment]:
    """The appointments under a code and a phone number, however either is written; today's or every day's."""
    day_of = hall.plan.schedule.day_of
    known = list(hall.appointments.values())
    if phone is not None:
        wanted = national(phone, country)
        known = [a for a in known if a.phone is not None and national(a.phone, country) == wanted]
    return [
        a
        for a in known
        if (code is None or a.code.upper() == code.upper()) and (every_day or day_of(a.starts_at) == hall.day)
    ]
