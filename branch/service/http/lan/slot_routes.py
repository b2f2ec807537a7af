"""The route of the branch's own slots: which times can still be booked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from branch.contract.answers.appointment_answers import Slots
from branch.contract.times import date_from_text
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.service.feed.appointment_views import slots_view
from branch.service.http.context import EdgeDep, allow, answer

router = APIRouter(prefix="/v1/slots", tags=["appointments"])

_YEARS = range(2000, 3000)
"""For which there is a calendar, and as far as appointments are booked."""


@router.get("", dependencies=[Depends(allow("kiosk", "counter", "integration", "manager"))])
async def slots(
    edge: EdgeDep,
    service: Annotated[str, Query(max_length=64)],
    day: Annotated[str | None, Query(max_length=10)] = None,
) -> Response:
    """The slots of a day that have not begun, with the places left; today's if no day is named."""
    wanted = None if day is None else _day(day)

    def view(hall: Hall, now: int) -> Slots:
        on = wanted or hall.plan.schedule.day_of(now)
        return slots_view(hall, service, on, now, edge.views)

    return answer(await edge.look(view))


def _day(text: str) -> str:
    try:
        day = date_from_text(text)
    except ValueError:
        raise refusal("invalid", f"{text!r} is not a day such as 2026-11-21") from None
    if day.year not in _YEARS:
        raise refusal("invalid", f"{text} is too far away")
    return day.isoformat()
