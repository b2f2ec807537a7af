"""Routes of appointments: the slots of a day, booking, finding one again, checking in.

A kiosk finds by phone number with a POST that changes nothing: a number in an address would end up in logs on
the way; and anybody may stand there and type any number."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from starlette.responses import Response

from branch.contract.answers.appointment_answers import (
    Appointments,
    FoundAppointments,
    KnownAppointments,
    Slots,
)
from branch.contract.appointment_qr import Promise, check, sign
from branch.contract.phone_numbers import national
from branch.contract.refusals import Refusal as BadCode
from branch.contract.requests.ticket_requests import AppointmentRequest, CheckInRequest, FindRequest
from branch.contract.times import date_from_text
from branch.domain import commands
from branch.domain.appointments.appointment import Appointment
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.kernel.refusals import refusal
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.appointment_views import (
    appointment_view,
    booked_appointment,
    found_appointment,
    known_appointment,
    slots_view,
)
from branch.service.http.context import Asked, Context, ServiceContext, answer, answered, device_of
from branch.service.http.lan.ticket_routes import ticket_answer
from branch.service.http.route_table import Routes
from branch.service.use_cases import appointment_use_cases as use_cases
from branch.service.use_cases.appointment_use_cases import found as found_appointments
from branch.service.use_cases.ticket_use_cases import new_id

appointments = Routes("/v1/appointments", "appointments")
slots = Routes("/v1/slots", "appointments", ("kiosk", "counter", "integration", "manager"))


@appointments.post("", 201, roles=("integration", "manager"))
async def book(request: Asked, context: Context, body: AppointmentRequest) -> Response:
    """Promise a time."""
    command = use_cases.book(body)

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        booked = hall.appointments[command.appointment]
        qr = sign(context.signing.private, booked.code, booked.starts_at)
        return answered(booked_appointment(hall, booked, context.views, qr), 201)

    return await context.ask(request, command, render)


@appointments.get("", roles=("kiosk", "counter", "integration", "manager"))
async def find(
    request: Asked,
    context: Context,
    asker: TokenInfo,
    code: Annotated[str | None, Field(max_length=64)] = None,
    phone: Annotated[str | None, Field(max_length=20)] = None,
    appointment: Annotated[str | None, Field(alias="id", max_length=64)] = None,
) -> Response:
    """The appointments under a code, today's under a phone number, or the one of that id; no names, no other
    phone numbers. By its id a kiosk is not told the code: it has it from somebody who has shown none."""
    if code is None and phone is None and appointment is None:
        raise refusal("invalid", "code, phone or id is needed")
    if phone is not None and asker.role == "kiosk":
        raise refusal("not-allowed", "a kiosk asks POST /v1/appointments/find")

    def views(hall: Hall, _: int) -> Appointments | KnownAppointments:
        found = use_cases.found(
            hall, code=code, phone=phone, country=context.country, every_day=phone is None
        )
        named = [a for a in found if appointment in (None, a.id)]
        if code is None and asker.role == "kiosk":
            return {"appointments": [known_appointment(hall, a, context.views) for a in named]}
        return {"appointments": [appointment_view(hall, a, context.views) for a in named]}

    if code is None or asker.role != "kiosk":
        return answer(await context.look(views))
    context.codes.begin(device_of(request), code.upper())
    view = await context.look(views)
    if view["appointments"]:
        context.codes.found(device_of(request), code.upper())
    return answer(view)


@appointments.post("/check-in", 201, roles=("kiosk", "counter", "manager"))
async def check_in(request: Asked, context: Context, token: TokenInfo, body: CheckInRequest) -> Response:
    """A ticket for the customer who is here."""
    ticket = new_id()
    if body.qr is not None:
        promise = _genuine(context, body.qr)
        return await context.ask(
            request,
            use_cases.check_in_promise(promise, ticket, body.language),
            ticket_answer(context, ticket, 201, role=token.role),
        )
    if body.code is None and (body.phone is None or body.id is None):
        raise refusal("invalid", "code, qr, or phone and id, is needed")

    command = use_cases.check_in(body, ticket, context.country)
    told = ticket_answer(context, ticket, 201, role=token.role)
    if body.code is None or token.role != "kiosk":
        return await context.ask(request, command, told)
    code = body.code.upper()
    context.codes.begin(device_of(request), code)
    answered_with = await context.ask(request, command, told)
    if answered_with.status_code != _UNKNOWN:
        context.codes.found(device_of(request), code)
    return answered_with


@appointments.post("/{appointment}/cancel", roles=("integration", "manager"))
async def cancel(request: Asked, context: Context, appointment: str) -> Response:
    """Nobody will come for it."""

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return answered(appointment_view(hall, hall.appointment(appointment), context.views))

    return await context.ask(request, commands.CancelAppointment(appointment), render)


def _genuine(context: ServiceContext, qr: str) -> Promise:
    """What a QR code promises; raises appointment-wrong-branch, appointment-forged."""
    try:
        return check(context.signing.public, qr)
    except BadCode as error:
        raise refusal(error.code, error.detail) from None


_UNKNOWN = 404

_YEARS = range(2000, 3000)
"""For which there is a calendar, and as far as appointments are booked."""


@slots.get("", name="slots")
async def slots_of_day(
    context: Context,
    service: Annotated[str, Field(max_length=64)],
    day: Annotated[str | None, Field(max_length=10)] = None,
) -> Response:
    """The slots of a day that have not begun, with the places left; today's if no day is named."""
    wanted = None if day is None else _day(day)

    def view(hall: Hall, now: int) -> Slots:
        on = wanted or hall.plan.schedule.day_of(now)
        return slots_view(hall, service, on, now, context.views)

    return answer(await context.look(view))


def _day(text: str) -> str:
    try:
        day = date_from_text(text)
    except ValueError:
        raise refusal("invalid", f"{text!r} is not a day such as 2026-11-21") from None
    if day.year not in _YEARS:
        raise refusal("invalid", f"{text} is too far away")
    return day.isoformat()


@appointments.post("/find", roles=("kiosk",), name="find")
async def find_by_phone(request: Asked, context: Context, body: FindRequest) -> Response:
    """Today's appointments under a number: enough to know one's own again, and to nobody else of any use.

    A number that is not known and one without an appointment today are the same. Raises too-many-tries.
    """
    device = device_of(request)
    context.lookups.begin(device, national(body.phone, context.country))

    def look(hall: Hall, _: int) -> list[Appointment]:
        today = found_appointments(hall, phone=body.phone, country=context.country, every_day=False)
        # One that can still be used is the one that is meant; else each of the others says why it cannot.
        return [a for a in today if a.status == "booked"] or today

    found = sorted(await context.look(look), key=lambda a: a.starts_at)
    if found:
        context.lookups.found(device, national(body.phone, context.country))
    view: FoundAppointments = {"appointments": [found_appointment(a, context.views) for a in found]}
    return answer(view)
