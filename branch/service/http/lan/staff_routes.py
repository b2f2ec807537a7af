"""Routes about the staff: whether somebody is, and what a teller has done today."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from branch.contract.answers.counter_answers import StaffChecked, StaffFigures
from branch.contract.requests.hall_requests import StaffRequest
from branch.domain.counters.guards import staffed
from branch.domain.kernel.hall import Hall
from branch.service.access.device_tokens import TokenInfo
from branch.service.feed.counter_views import figures_view
from branch.service.http.context import Asked, Context, actor_of, answer, device_of
from branch.service.http.lan.counter_routes import Number
from branch.service.http.route_table import Routes
from branch.service.use_cases.counter_use_cases import own_counter

staff = Routes("/v1/staff", "staff", ("kiosk", "counter", "manager"))


@staff.post("/check")
async def check(request: Asked, context: Context, token: TokenInfo, body: StaffRequest) -> Response:
    """Answers for the right PIN; five wrong ones lock the number at this device for a minute, and longer the
    next time. Changes nothing else."""
    await run_in_threadpool(context.pins.check, body.staff, body.pin, device_of(request), token.name)
    view: StaffChecked = {"staff": body.staff}
    return answer(view)


figures = Routes("/v1/counters", "counters", ("counter", "manager"))


@figures.get("/{n}/figures")
async def own_figures(request: Asked, context: Context, n: Number) -> Response:
    """What whoever is signed in there has done today; totals only."""

    def look(hall: Hall, now: int) -> StaffFigures:
        own_counter(hall, n, actor_of(request.asker))
        counter = staffed(hall, n)
        return figures_view(hall, counter.staff or "", now)

    return answer(await context.look(look))
