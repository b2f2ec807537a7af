"""TLS before anything is read: hands are shaken under the guard's limits, then all is as without it.

Uvicorn's own would let a silent connection wait for a minute, unseen by the guard.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Coroutine, Generator
from functools import partial
from typing import Protocol, cast


class HandshakeLimits(Protocol):
    """How long it may take."""

    @property
    def head_s(self) -> float: ...


class ConnectionCounter(Protocol):
    """Who counts connections."""

    @property
    def limits(self) -> HandshakeLimits: ...

    def comes(self, connection: TlsGate, address: str) -> bool: ...

    def goes(self, connection: TlsGate, address: str) -> None: ...


class TlsGate(asyncio.Protocol):
    """One connection until its hands are shaken.

    Attributes:
        deadline: when it is closed (the loop's time).
        waited_for: what it has not sent by then.
        transport: the line as it came.
    """

    transport: asyncio.Transport

    def __init__(
        self, guard: ConnectionCounter, context: ssl.SSLContext, make: Callable[[], asyncio.Protocol]
    ) -> None:
        """``make`` gives the protocol for what comes inside TLS."""
        self._guard, self._context, self._make = guard, context, make
        self._address: str | None = None
        self._early = bytearray()
        self._task: asyncio.Task[None] | None = None
        self.deadline, self.waited_for = float("inf"), "without TLS"

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to shake hands, or end it at once."""
        self.transport = cast(asyncio.Transport, transport)
        loop = asyncio.get_running_loop()
        address = str((transport.get_extra_info("peername") or ("",))[0])
        if not self._guard.comes(self, address):
            self.transport.abort()
            return
        self._address = address
        self.deadline = loop.time() + self._guard.limits.head_s
        begun = _Begun(
            loop.start_tls(
                self.transport,
                self,
                self._context,
                server_side=True,
                ssl_handshake_timeout=2 * self._guard.limits.head_s,  # the guard is the one who counts
            )
        )
        self._task = loop.create_task(self._shake_hands(begun))

    def data_received(self, data: bytes) -> None:
        """Keep what comes inside TLS before its protocol is there."""
        self._early += data

    def connection_lost(self, _: Exception | None) -> None:
        """Forget it."""
        self._leave()

    def _leave(self) -> None:
        if self._address is not None:
            self._guard.goes(self, self._address)
            self._address = None

    async def _shake_hands(self, begun: _Begun) -> None:
        try:
            secure = await begun
        except (OSError, EOFError, asyncio.CancelledError):  # no TLS, not ours, too slow, or gone
            self._leave()
            self.transport.abort()
            return
        self._leave()
        if secure is None or secure.is_closing():
            return
        inner = self._make()
        secure.set_protocol(inner)
        inner.connection_made(secure)
        if self._early:
            inner.data_received(bytes(self._early))


class _Begun:
    """A coroutine whose first step has been taken at once, not in a task's turn: until TLS has the line, what
    comes would be lost to it."""

    def __init__(self, coroutine: Coroutine[object, None, asyncio.Transport | None]) -> None:
        self._coroutine = coroutine
        self._waits_for = coroutine.send(None)

    def __await__(self) -> Generator[object, None, asyncio.Transport | None]:
        waits_for = self._waits_for
        while True:
            try:
                yield waits_for
            except BaseException as error:  # noqa: BLE001 - it is the coroutine's, also when it is cancelled
                go_on = partial(self._coroutine.throw, error)
            else:
                go_on = partial(self._coroutine.send, None)
            try:
                waits_for = go_on()
            except StopIteration as done:
                found: asyncio.Transport | None = done.value
                return found
