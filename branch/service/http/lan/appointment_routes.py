"""Routes of appointments, as far as checking in issues a ticket."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from branch.contract import booking_codes as booking
from branch.contract.appointment_qr import Promise, check, sign
from branch.domain import commands
from branch.domain.appointments.appointment import Appointment
from branch.domain.appointments.check_in_rules import last_moment, place_kept_until
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.kernel.refusals import refusal
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.feed_entries import to_json
from branch.service.http.bodies import AppointmentBody, CheckInBody
from branch.service.http.context import Edge, EdgeDep, allow
from branch.service.http.lan.appointment_lookup import by_phone
from branch.service.http.lan.ticket_routes import new_id, ticket_answer

router = APIRouter(prefix="/v1/appointments", tags=["appointments"])


def new_code() -> str:
    """A booking code of our own."""
    return "".join(secrets.choice(booking.ALPHABET) for _ in range(8))


@router.post("", status_code=201, dependencies=[Depends(allow("integration", "manager"))])
async def book(request: Request, edge: EdgeDep, body: AppointmentBody) -> Response:
    """Promise a time."""
    appointment = new_id()
    code = body.code or new_code()
    starts_at = round(body.starts_at.timestamp() * 1000)
    command = commands.BookAppointment(
        appointment, code, body.service, starts_at, body.phone, body.name, body.segment, body.note
    )

    def render(hall: Hall, _: tuple[Event, ...], __: int) -> tuple[int, bytes]:
        booked = hall.appointments[appointment]
        qr = sign(edge.signing.private, booked.code, booked.starts_at)
        return 201, to_json({**_view(edge, hall, booked), "qr": qr}).encode()

    return await edge.ask(request, command, render)


@router.get("")
async def find(
    edge: EdgeDep,
    asker: Annotated[TokenInfo, Depends(allow("kiosk", "counter", "integration", "manager"))],
    code: Annotated[str | None, Query(max_length=64)] = None,
    phone: Annotated[str | None, Query(max_length=20)] = None,
    appointment: Annotated[str | None, Query(alias="id", max_length=64)] = None,
) -> dict[str, Any]:
    """The appointments under a code, today's under a phone number, or the one of that id; no names, no other
    phone numbers. By its id a kiosk is not told the code: it has it from somebody who has shown none."""
    if code is None and phone is None and appointment is None:
        raise refusal("invalid", "code, phone or id is needed")
    if phone is not None and asker.role == "kiosk":
        raise refusal("not-allowed", "a kiosk asks POST /v1/appointments/find")

    def views(hall: Hall, _: int) -> list[dict[str, Any]]:
        found = _found(edge, hall, code, phone, every_day=phone is None)
        shown = [_view(edge, hall, a) for a in found if appointment in (None, a.id)]
        if code is None and asker.role == "kiosk":
            shown = [{name: value for name, value in view.items() if name != "code"} for view in shown]
        return shown

    return {"appointments": await edge.look(views)}


@router.post("/check-in", status_code=201, dependencies=[Depends(allow("kiosk", "counter", "manager"))])
async def check_in(request: Request, edge: EdgeDep, body: CheckInBody) -> Response:
    """A ticket for the customer who is here."""
    ticket = new_id()
    if body.qr is not None:
        promise = check(edge.signing.public, body.qr)
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
        return 200, to_json(_view(edge, hall, hall.appointment(appointment))).encode()

    return await edge.ask(request, commands.CancelAppointment(appointment), render)


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


def _view(edge: Edge, hall: Hall, appointment: Appointment) -> dict[str, Any]:
    ticket = hall.tickets.get(appointment.ticket) if appointment.ticket else None
    return {
        "id": appointment.id,
        "code": appointment.code,
        "service": appointment.service,
        "segment": appointment.segment,
        "starts_at": edge.views.time(appointment.starts_at),
        "check_in_from": edge.views.time(appointment.starts_at - hall.plan.appointment_early),
        "place_kept_until": edge.views.time(place_kept_until(hall.plan, appointment)),
        "check_in_until": edge.views.time(last_moment(hall.plan, appointment)),
        "status": appointment.status,
        "ticket": ticket.number if ticket else None,
    }
