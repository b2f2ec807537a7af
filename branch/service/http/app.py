"""The FastAPI app: routes, error shapes, limits, and the life of the parts behind them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from branch import VERSION
from branch.service.http import (
    alerts,
    appointments,
    blocks,
    cases,
    counters,
    figures,
    finding,
    notices,
    phone,
    problems,
    reading,
    reprints,
    slots,
    staff,
    tickets,
)
from branch.service.http.description import describe
from branch.service.http.edge import BodyLimit, Edge
from branch.service.watchdog import Watchdog

Open = Callable[[asyncio.AbstractEventLoop], Edge]


def make_app(open_edge: Open, close_edge: Callable[[Edge], None]) -> FastAPI:
    """The app; ``open_edge`` builds the parts on the running loop, ``close_edge`` ends them."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        edge = open_edge(asyncio.get_running_loop())
        app.state.edge = edge
        edge.writer.start()
        edge.hub.start()
        watchdog = Watchdog(lambda: edge.look(lambda _, now: now))
        watchdog.start()
        try:
            yield
        finally:
            await watchdog.stop()
            await edge.hub.stop()
            close_edge(edge)

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
