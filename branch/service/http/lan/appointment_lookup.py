"""The way to an appointment by phone number for a kiosk: anybody may stand there, and type any number.

A POST that changes nothing: a number in an address would end up in logs on the way.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from branch.contract.answers.appointment_answers import FoundAppointments
from branch.contract.phone_numbers import national
from branch.contract.requests.appointment_requests import FindRequest
from branch.domain.appointments.appointment import Appointment
from branch.domain.kernel.hall import Hall
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.appointment_views import found_appointment
from branch.service.http.context import EdgeDep, allow, answer, device_of

router = APIRouter(prefix="/v1/appointments", tags=["appointments"])


@router.post("/find")
async def find(
    request: Request, edge: EdgeDep, body: FindRequest, _: Annotated[TokenInfo, Depends(allow("kiosk"))]
) -> Response:
    """Today's appointments under a number: enough to know one's own again, and to nobody else of any use.

    A number that is not known and one without an appointment today are the same. Raises too-many-tries.
    """
    device = device_of(request)
    edge.lookups.begin(device, national(body.phone, edge.country))

    def look(hall: Hall, _: int) -> list[Appointment]:
        day_of = hall.plan.schedule.day_of
        today = [a for a in by_phone(hall, body.phone, edge.country) if day_of(a.starts_at) == hall.day]
        # One that can still be used is the one that is meant; else each of the others says why it cannot.
        return [a for a in today if a.status == "booked"] or today

    found = sorted(await edge.look(look), key=lambda a: a.starts_at)
    if found:
        edge.lookups.found(device, national(body.phone, edge.country))
    view: FoundAppointments = {"appointments": [found_appointment(a, edge.views) for a in found]}
    return answer(view)


def by_phone(hall: Hall, phone: str, country: str) -> list[Appointment]:
    """Those that were booked under that number, however either of them is written."""
    wanted = national(phone, country)
    return [
        a for a in hall.appointments.values() if a.phone is not None and national(a.phone, country) == wanted
    ]
