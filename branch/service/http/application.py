"""The FastAPI app: routes, error shapes, limits, and the life of the parts behind them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from branch import VERSION
from branch.service.http import problems
from branch.service.http.context import BodyLimit, ServiceContext
from branch.service.http.lan.appointment_routes import appointments, lookup, slots_router
from branch.service.http.lan.case_routes import router as cases
from branch.service.http.lan.counter_routes import router as counters
from branch.service.http.lan.counter_routes import services
from branch.service.http.lan.hall_routes import alerts, notices
from branch.service.http.lan.paper_routes import blocks, reprints_router
from branch.service.http.lan.reading_routes import router as reading
from branch.service.http.lan.staff_routes import figures, staff
from branch.service.http.lan.ticket_routes import router as tickets
from branch.service.http.openapi import describe
from branch.service.http.public.ticket_page import router as phone
from branch.service.systemd_watchdog import Watchdog

Open = Callable[[asyncio.AbstractEventLoop], ServiceContext]


def make_app(open_context: Open, close: Callable[[], None]) -> FastAPI:
    """The app; ``open_context`` builds and starts the parts on the running loop, ``close`` ends them."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        context = open_context(asyncio.get_running_loop())
        app.state.context = context
        context.hub.start()
        watchdog = Watchdog(lambda: context.look(lambda _, now: now))
        watchdog.start()
        try:
            yield
        finally:
            await watchdog.stop()
            await context.hub.stop()
            close()

    app = FastAPI(
        title="Branchline",
        version=VERSION,
        lifespan=lifespan,
        openapi_url=None,  # see `describe`
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # a wrong path is told so, not sent elsewhere with an empty answer
    )
    problems.install(app)
    app.add_middleware(BodyLimit)
    for router in (
        reading,
        tickets,
        reprints_router,
        blocks,
        counters,
        services,
        figures,
        staff,
        appointments,
        slots_router,
        lookup,
        alerts,
        cases,
        notices,
        phone,
    ):
        # Not `include_router`: its nested matching costs each request more than the rest of the routing.
        app.router.routes.extend(router.routes)
    describe(app)
    return app
