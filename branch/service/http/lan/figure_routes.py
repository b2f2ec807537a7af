"""The route of a teller's own figures."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from branch.contract.answers.counter_answers import StaffFigures
from branch.domain.counters.guards import staffed
from branch.domain.kernel.hall import Hall
from branch.service.feed.staff_figures import figures_view
from branch.service.http.context import EdgeDep, allow, answer
from branch.service.http.lan.counter_routes import Number

router = APIRouter(
    prefix="/v1/counters", tags=["counters"], dependencies=[Depends(allow("counter", "manager"))]
)


@router.get("/{n}/figures")
async def own_figures(edge: EdgeDep, n: Number) -> Response:
    """What whoever is signed in there has done today; totals only."""

    def look(hall: Hall, now: int) -> StaffFigures:
        counter = staffed(hall, n)
        return figures_view(hall, counter.staff or "", now)

    return answer(await edge.look(look))
