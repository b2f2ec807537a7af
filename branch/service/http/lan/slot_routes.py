"""The route of the branch's own slots: which times can still be booked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from branch.domain.appointments.slots import by_slot, free_places
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.service.http.context import EdgeDep, allow

router = APIRouter(prefix="/v1/slots", tags=["appointments"])

_YEARS = range(2000, 3000)
"""For which there is a calendar, and as far as appointments are booked."""


@router.get("", dependencies=[Depends(allow("kiosk", "counter", "integration", "manager"))])
async def slots(
    edge: EdgeDep,
    service: Annotated[str, Query(max_length=64)],
    day: Annotated[str | None, Query(max_length=10)] = None,
) -> dict[str, Any]:
    """The slots of a day that have not begun, with the places left; today's if no day is named."""
    wanted = None if day is None else _day(day)

    def view(hall: Hall, now: int) -> dict[str, Any]:
        on = wanted or hall.plan.schedule.day_of(now)
        return {
            "service": service,
            "day": on,
            "by_slot": by_slot(hall.plan, service),
            "slots": [
                {
                    "starts_at": edge.views.time(slot.starts_at),
                    "ends_at": edge.views.time(slot.ends_at),
                    "capacity": slot.capacity,
                    "free": free,
                }
                for slot, free in free_places(hall, service, on, now)
            ],
        }

    return await edge.look(view)


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise refusal("invalid", f"{text!r} is not a day such as 2026-11-21") from None
    if day.year not in _YEARS:
        raise refusal("invalid", f"{text} is too far away")
    return day.isoformat()
