"""The route of a teller's own figures."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends

from branch.domain.counters.guards import staffed
from branch.domain.kernel.hall import Hall
from branch.service.feed.staff_figures import figures_view
from branch.service.http.context import EdgeDep, allow
from branch.service.http.lan.counter_routes import Number

router = APIRouter(
    prefix="/v1/counters", tags=["counters"], dependencies=[Depends(allow("counter", "manager"))]
)


@router.get("/{n}/figures")
async def own_figures(edge: EdgeDep, n: Number) -> dict[str, Any]:
    """What whoever is signed in there has done today; totals only."""

    def look(hall: Hall, now: int) -> dict[str, Any]:
        counter = staffed(hall, n)
        return figures_view(hall, counter.staff or "", now)

    return await edge.look(look)
