"""The server that carries requests: its port, how it starts, and how it leaves."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import cast

import uvicorn
from starlette.types import ASGIApp

from branch.service.http.guarded_protocol import USUAL_LIMITS, ConnectionGuard, ConnectionLimits

_TURN_S = 0.001
"""So long a thread that has much to do keeps the interpreter from the others (Python's own: 5 ms)."""

_PATIENCE_S = 1.0
"""What connections get to take their last words when the service leaves."""


_LOOK_AGAIN_S = 0.02


class PortInUse(Exception):  # noqa: N818 - said as it is
    """Somebody else listens there; the message is one line."""


class HttpServer(uvicorn.Server):
    """A server that says when it has started, and ends the open feeds before it waits for its connections."""

    on_started: Callable[[], None] | None = None
    before_shutdown: Callable[[], Awaitable[None]] | None = None

    def __init__(
        self, app: ASGIApp, limits: ConnectionLimits = USUAL_LIMITS, tls: ssl.SSLContext | None = None
    ) -> None:
        """``app`` is what answers; ``limits`` hold for every connection, and so does ``tls``."""
        guard = ConnectionGuard(limits, tls)
        super().__init__(
            uvicorn.Config(
                app,
                http=cast("type[asyncio.Protocol]", guard.protocol),
                log_config=None,
                access_log=False,
                proxy_headers=False,
                timeout_graceful_shutdown=3,
                timeout_keep_alive=75,
                lifespan="on",
                ws="none",
            )
        )

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take SIGINT and SIGTERM as a wish to leave in good order.

        Uvicorn's own raises the signal again at the end; to be asked to stop and to have stopped is no
        failure, so the exit code is 0.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {
            number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        alone = threading.current_thread() is threading.main_thread()
        if alone:
            # What is loaded and folded stays: collections would look through all of it for nothing.
            gc.disable()
        await super().startup(sockets)
        if alone:
            gc.freeze()
            gc.enable()
            sys.setswitchinterval(_TURN_S)
        if self.started and self.on_started is not None:
            self.on_started()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self.before_shutdown is not None:
            await self.before_shutdown()
        asyncio.get_running_loop().call_later(_PATIENCE_S, self._cut_off)
        latecomers = asyncio.create_task(self._see_off())
        try:
            await super().shutdown(sockets)
        finally:
            latecomers.cancel()

    async def _see_off(self) -> None:
        """Ask connections to close that come in while we leave: Uvicorn asks only those that it had, and one
        that is left idle would keep us waiting, and the loop from closing."""
        while True:
            for connection in list(self.server_state.connections):
                connection.shutdown()
            await asyncio.sleep(_LOOK_AGAIN_S)

    def _cut_off(self) -> None:
        """Nobody who has stopped reading can be told that we leave, so they are not waited for."""
        for connection in list(self.server_state.connections):
            flow = getattr(connection, "flow", None)
            if flow is not None and flow.write_paused:
                connection.transport.abort()


def listen(host: str, port: int) -> socket.socket:
    """A bound socket; raises PortInUse in one line."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With TCP named, asyncio sets TCP_NODELAY on what it accepts; otherwise every answer may wait 40 ms.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name != "nt":  # there it would let a second service take the same port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except (OSError, TypeError, UnicodeError) as error:  # of these the last two: no name of a host at all
        bound.close()
        reason = getattr(error, "strerror", None) or error
        raise PortInUse(f"cannot listen on {host}:{port}: {reason}") from error
    return bound
