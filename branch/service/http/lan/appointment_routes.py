"""Routes of appointments, as far as checking in issues a ticket."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from branch.contract import booking_codes as booking
from branch.contract.answers.appointment_answers import Appointments, KnownAppointments
from branch.contract.appointment_qr import Promise, check, sign
from branch.contract.refusals import Refusal as BadCode
from branch.contract.requests.appointment_requests import AppointmentRequest, CheckInRequest
from branch.contract.times import ms_of
from branch.domain import commands
from branch.domain.appointments.appointment import Appointment
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.kernel.refusals import refusal
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.appointment_views import appointment_view, booked_appointment, known_appointment
from branch.service.http.context import Edge, EdgeDep, allow, answer, answered
from branch.service.http.lan.appointment_lookup import by_phone
from branch.service.http.lan.ticket_routes import new_id, ticket_answer

router = APIRouter(prefix="/v1/appointments", tags=["appointments"])


def new_code() -> str:
    """A booking code of our own."""
    return "".join(secrets.choice(booking.ALPHABET) for _ in range(8))


@router.post("", status_code=201, dependencies=[Depends(allow("integration", "manager"))])
async def book(request: Request, edge: EdgeDep, body: AppointmentRequest) -> Response:
    """Promise a time."""
    appointment = new_id()
    code = body.code or new_code()
    starts_at = ms_of(body.starts_at)
    command = commands.BookAppointment(
        appointment, code, body.service, starts_at, body.phone, body.name, body.segment, body.note
    )

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        booked = hall.appointments[appointment]
        qr = sign(edge.signing.private, booked.code, booked.starts_at)
        return answered(booked_appointment(hall, booked, edge.views, qr), 201)

    return await edge.ask(request, command, render)


@router.get("")
async def find(
    edge: EdgeDep,
    asker: Annotated[TokenInfo, Depends(allow("kiosk", "counter", "integration", "manager"))],
    code: Annotated[str | None, Query(max_length=64)] = None,
    phone: Annotated[str | None, Query(max_length=20)] = None,
    appointment: Annotated[str | None, Query(alias="id", max_length=64)] = None,
) -> Response:
    """The appointments under a code, today's under a phone number, or the one of that id; no names, no other
    phone numbers. By its id a kiosk is not told the code: it has it from somebody who has shown none."""
    if code is None and phone is None and appointment is None:
        raise refusal("invalid", "code, phone or id is needed")
    if phone is not None and asker.role == "kiosk":
        raise refusal("not-allowed", "a kiosk asks POST /v1/appointments/find")

    def views(hall: Hall, _: int) -> Appointments | KnownAppointments:
        found = _found(edge, hall, code, phone, every_day=phone is None)
        named = [a for a in found if appointment in (None, a.id)]
        if code is None and asker.role == "kiosk":
            return {"appointments": [known_appointment(hall, a, edge.views) for a in named]}
        return {"appointments": [appointment_view(hall, a, edge.views) for a in named]}

    return answer(await edge.look(views))


@router.post("/check-in", status_code=201, dependencies=[Depends(allow("kiosk", "counter", "manager"))])
async def check_in(request: Request, edge: EdgeDep, body: CheckInRequest) -> Response:
    """A ticket for the customer who is here."""
    ticket = new_id()
    if body.qr is not None:
        promise = _genuine(edge, body.qr)
        return await edge.ask(
            request,
            _by_qr(edge, promise, ticket, body.language),
            ticket_answer(edge, ticket, 201, role=request.state.role),
        )
    if body.code is None and (body.phone is None or body.id is None):
        raise refusal("invalid", "code, qr, or phone and id, is needed")

    def command(hall: Hall) -> commands.CheckIn:
        found = _found(edge, hall, body.code, body.phone, every_day=True)
        chosen = [a for a in found if body.id in (None, a.id)]
        if not chosen:
            raise refusal("unknown-appointment", "there is no such appointment")
        return commands.CheckIn(chosen[-1].id, ticket, body.language)

    return await edge.ask(request, command, ticket_answer(edge, ticket, 201, role=request.state.role))


@router.post("/{appointment}/cancel", dependencies=[Depends(allow("integration", "manager"))])
async def cancel(request: Request, edge: EdgeDep, appointment: str) -> Response:
    """Nobody will come for it."""

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        return answered(appointment_view(hall, hall.appointment(appointment), edge.views))

    return await edge.ask(request, commands.CancelAppointment(appointment), render)


def _genuine(edge: Edge, qr: str) -> Promise:
    """What a QR code promises; raises appointment-wrong-branch, appointment-forged."""
    try:
        return check(edge.signing.public, qr)
    except BadCode as error:
        raise refusal(error.code, error.detail) from None


def _by_qr(
    edge: Edge, promise: Promise, ticket: str, language: str | None
) -> Callable[[Hall], commands.CheckIn]:
    """The check-in of a code that is genuine. Its time must be the booking's too: a booking code may be given
    to somebody else once it is used."""

    def command(hall: Hall) -> commands.CheckIn:
        found = _found(edge, hall, promise.code, None, every_day=True)
        same = [a for a in found if a.starts_at // 1000 == promise.starts_at // 1000]
        if same:
            return commands.CheckIn(same[-1].id, ticket, language)
        if hall.plan.schedule.day_of(promise.starts_at) < (hall.day or ""):
            raise refusal(
                "appointment-expired",
                "this appointment was on an earlier day",
                service=None,
                starts_at=promise.starts_at,
            )
        raise refusal("unknown-appointment", "there is no such appointment")

    return command


def _found(
    edge: Edge, hall: Hall, code: str | None, phone: str | None, *, every_day: bool = False
) -> list[Appointment]:
    day_of = hall.plan.schedule.day_of
    known = hall.appointments.values() if phone is None else by_phone(hall, phone, edge.country)
    return [
        a
        for a in known
        if (code is None or a.code.upper() == code.upper()) and (every_day or day_of(a.starts_at) == hall.day)
    ]
