"""The FastAPI app: routes, error shapes, limits, and the life of the parts behind them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from branch import VERSION
from branch.service.http import problems
from branch.service.http.context import BodyLimit, Edge
from branch.service.http.lan import alert_routes as alerts
from branch.service.http.lan import appointment_lookup as finding
from branch.service.http.lan import appointment_routes as appointments
from branch.service.http.lan import block_routes as blocks
from branch.service.http.lan import case_routes as cases
from branch.service.http.lan import counter_routes as counters
from branch.service.http.lan import figure_routes as figures
from branch.service.http.lan import notice_routes as notices
from branch.service.http.lan import reading_routes as reading
from branch.service.http.lan import reprint_routes as reprints
from branch.service.http.lan import slot_routes as slots
from branch.service.http.lan import staff_routes as staff
from branch.service.http.lan import ticket_routes as tickets
from branch.service.http.openapi import describe
from branch.service.http.public import ticket_page as phone
from branch.service.systemd_watchdog import Watchdog

Open = Callable[[asyncio.AbstractEventLoop], Edge]


def make_app(open_edge: Open, close: Callable[[], None]) -> FastAPI:
    """The app; ``open_edge`` builds and starts the parts on the running loop, ``close`` ends them."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        edge = open_edge(asyncio.get_running_loop())
        app.state.edge = edge
        edge.hub.start()
        watchdog = Watchdog(lambda: edge.look(lambda _, now: now))
        watchdog.start()
        try:
            yield
        finally:
            await watchdog.stop()
            await edge.hub.stop()
            close()

    app = FastAPI(
        title="Branchline",
        version=VERSION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # a wrong path is told so, not sent elsewhere with an empty answer
    )
    problems.install(app)
    app.add_middleware(BodyLimit)
    for router in (
        reading.router,
        tickets.router,
        reprints.router,
        blocks.router,
        counters.router,
        counters.services,
        figures.router,
        staff.router,
        appointments.router,
        slots.router,
        finding.router,
        alerts.router,
        cases.router,
        notices.router,
        phone.router,
    ):
        # Not `include_router`: its nested matching costs each request more than the rest of the routing.
        app.router.routes.extend(router.routes)
    describe(app)
    return app
