"""The ASGI app: routes, error shapes, and the life of the parts behind them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import chain

from starlette.responses import Response
from starlette.routing import Router
from starlette.types import Message, Receive, Scope, Send

from branch.domain.kernel.refusals import Unknown
from branch.service.access.public_limits import PublicLimits, TooManyRequests
from branch.service.http.context import ServiceContext
from branch.service.http.description import DESCRIPTION_PATH, Description
from branch.service.http.lan.appointment_routes import appointments, slots
from branch.service.http.lan.case_routes import cases
from branch.service.http.lan.counter_routes import counters, services
from branch.service.http.lan.hall_routes import alerts, notices
from branch.service.http.lan.pairing_routes import pairing
from branch.service.http.lan.paper_routes import blocks, reprints
from branch.service.http.lan.reading_routes import reading
from branch.service.http.lan.staff_routes import figures, staff
from branch.service.http.lan.ticket_routes import tickets
from branch.service.http.problems import Problem, answer_to, is_bug
from branch.service.http.public.ticket_page import phone
from branch.service.http.route_table import EVERYBODY, Route, RouteTable
from branch.service.systemd_watchdog import Watchdog

FEED_PATH = "/v1/events"

Open = Callable[[asyncio.AbstractEventLoop], ServiceContext]


class Application:
    """Answers what `uvicorn` hands it. ``open_context`` builds and starts the parts on the running loop,
    ``close`` ends them.

    Attributes:
        context: the running service's parts, once it has begun.
        table: what it answers.
    """

    context: ServiceContext

    def __init__(
        self, open_context: Open, close: Callable[[], None], public: PublicLimits | None = None
    ) -> None:
        """``public`` are the limits of routes that need no token, the usual ones if none are named."""
        self._open, self._close = open_context, close
        self._life = Router(lifespan=self._lifespan)
        self.table = RouteTable(
            chain(
                *(reading, tickets, reprints, blocks, counters, services, figures, staff),
                *(appointments, slots, alerts, cases, notices, pairing, phone),
            )
        )
        self._description = Description(self.table)
        self._public = public or PublicLimits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or begin and end with the server."""
        if scope["type"] == "lifespan":
            await self._life.lifespan(scope, receive, send)
            return
        begun = False

        async def telling(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            if scope["method"] == "OPTIONS":
                await self._options(scope, receive, telling)
                return
            if scope["path"] == DESCRIPTION_PATH:
                await self._description(scope, receive, telling)
                return
            # A HEAD is answered as a GET is, the server leaves out the body; a feed has no end to leave out.
            asked = "GET" if scope["method"] == "HEAD" and scope["path"] != FEED_PATH else scope["method"]
            route, values = self.table.find(asked, scope["path"])
            if route.roles == EVERYBODY:
                await self._answer_anybody(route, values, scope, receive, telling)
            else:
                await route.answer(self.context, values, scope, receive, telling)
        except Exception as error:
            if begun:  # half an answer cannot be taken back; the server cuts the line and logs why
                raise
            await answer_to(error, self._time)(scope, receive, send)
            if is_bug(error):
                raise

    async def _options(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Tell what may be asked there; raises Problem for a path that leads nowhere."""
        allowed = "GET, HEAD, OPTIONS"
        if scope["path"] not in ("*", "/", DESCRIPTION_PATH):
            methods = self.table.methods(scope["path"])
            head = {"HEAD"} if "GET" in methods and scope["path"] != FEED_PATH else set[str]()
            allowed = ", ".join(sorted({*methods, *head, "OPTIONS"}))
        await Response(status_code=204, headers={"Allow": allowed})(scope, receive, send)

    def _time(self, at: int) -> str:
        return self.context.views.time(at)

    async def _answer_anybody(
        self, route: Route, values: dict[str, str], scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Answer whoever needs no token, as much as their address may ask."""
        address = scope["client"][0] if scope.get("client") else ""

        async def counting(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 404:
                self._public.missed(address)  # a page that says so in words
            await send(message)

        try:
            self._public.begin(address)
            await route.answer(self.context, values, scope, receive, counting)
        except TooManyRequests as error:
            wait = str(error.wait_s).encode()
            raise Problem(429, str(error), headers=((b"retry-after", wait),)) from None
        except Unknown:
            self._public.missed(address)
            raise

    @asynccontextmanager
    async def _lifespan(self, _: Router) -> AsyncIterator[None]:
        context = self.context = self._open(asyncio.get_running_loop())
        context.hub.start()
        watchdog = Watchdog(lambda: context.look(lambda _, now: now))
        watchdog.start()
        try:
            yield
        finally:
            await watchdog.stop()
            await context.hub.stop()
            self._close()
