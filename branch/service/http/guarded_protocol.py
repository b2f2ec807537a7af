"""Connections of the LAN, which anybody may open: none may say nothing for long, send a head without an end,
or be one of too many from one address.

Uvicorn reads a request for as long as it comes; a few hundred silent sockets would keep everybody else out.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from branch.service.access.public_limits import is_this_machine
from branch.service.http.problems import body_of
from branch.service.http.tls_gate import TlsGate

log = logging.getLogger(__name__)

_NO_DEADLINE = float("inf")


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """What one connection, and one address, may take.

    Attributes:
        head_s: seconds from the first byte of a head, or from the beginning of the connection, to its end.
        body_s: seconds from the end of a head to that of the body.
        head_bytes: bytes of a head.
        of_one_address: connections that may be open at once; none is refused from this machine itself, where
            a proxy may stand for the whole branch.
        look_every_s: how often it is looked whose time is up.
        tell_every_s: at most so often the log says how many were refused.
    """

    head_s: float = 10.0
    body_s: float = 20.0
    head_bytes: int = 64 * 1024
    of_one_address: int = 256
    look_every_s: float = 1.0
    tell_every_s: float = 60.0


USUAL_LIMITS = ConnectionLimits()


class ConnectionGuard:
    """Knows the open connections of a server, and closes those that take more than their limits."""

    def __init__(self, limits: ConnectionLimits, tls: ssl.SSLContext | None = None) -> None:
        """With ``tls`` every connection speaks that."""
        self.limits = limits
        self._tls = tls
        self._open: set[GuardedProtocol | TlsGate] = set()
        self._of_address: Counter[str] = Counter()
        self._closed: Counter[str] = Counter()
        self._told_at = -_NO_DEADLINE
        self._looks: asyncio.TimerHandle | None = None

    def protocol(self, **made_with: Any) -> asyncio.Protocol:
        """A connection under this guard, as uvicorn asks for one."""
        if self._tls is None:
            return GuardedProtocol(self, **made_with)
        return TlsGate(self, self._tls, lambda: GuardedProtocol(self, **made_with))

    def comes(self, connection: GuardedProtocol | TlsGate, address: str) -> bool:
        """Whether one more connection of that address may stay."""
        if self._of_address[address] >= self.limits.of_one_address and not is_this_machine(address):
            self.count(f"more than {self.limits.of_one_address} from {address}")
            return False
        self._of_address[address] += 1
        self._open.add(connection)
        if self._looks is None:
            self._look_later()
        return True

    def goes(self, connection: GuardedProtocol | TlsGate, address: str) -> None:
        """A connection that stayed is gone."""
        self._open.discard(connection)
        self._of_address[address] -= 1
        if self._of_address[address] <= 0:
            del self._of_address[address]

    def count(self, reason: str) -> None:
        """Note that a connection was closed, and say so, but not too often: whoever floods the service must
        not flood its log."""
        self._closed[reason] += 1
        now = asyncio.get_running_loop().time()
        if now - self._told_at >= self.limits.tell_every_s:
            self._told_at = now
            closed = ", ".join(f"{count} {why}" for why, count in self._closed.most_common(5))
            self._closed.clear()
            log.warning("connections closed: %s", closed)

    def _look_later(self) -> None:
        loop = asyncio.get_running_loop()
        self._looks = loop.call_later(self.limits.look_every_s, self._look, loop.time)

    def _look(self, clock: Callable[[], float]) -> None:
        now = clock()
        for connection in [one for one in self._open if one.deadline <= now]:
            self.count(connection.waited_for)
            connection.deadline = _NO_DEADLINE
            connection.transport.abort()
        if self._open:
            self._look_later()
        else:
            self._looks = None


class GuardedProtocol(HttpToolsProtocol):
    """One connection, with a deadline while something is waited for.

    Attributes:
        deadline: when it is closed (the loop's time).
        waited_for: what it has not sent by then.
    """

    def __init__(self, guard: ConnectionGuard, **made_with: Any) -> None:
        super().__init__(**made_with)
        self._guard = guard
        self._address: str | None = None
        self._head = 0
        self.deadline = _NO_DEADLINE
        self.waited_for = ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Take the connection, or end it at once."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        if not self._guard.comes(self, address):
            transport.abort()
            return
        self._address = address
        self._expect("silent ones", self._guard.limits.head_s)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        if self._address is not None:
            self._guard.goes(self, self._address)
            self._address = None
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, unless the head has no end."""
        self._head += len(data)
        super().data_received(data)
        if self._head > self._guard.limits.head_bytes and not self.transport.is_closing():
            self._guard.count("with an endless head")
            self.transport.write(_TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        """A head begins."""
        super().on_message_begin()
        self._expect("with half a head", self._guard.limits.head_s)

    def on_headers_complete(self) -> None:
        """The head has ended: its bytes are not counted any more."""
        self._head = -_NEVER
        self._expect("with half a body", self._guard.limits.body_s)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Nothing is waited for until the next head begins."""
        self._head = 0
        self.deadline = _NO_DEADLINE
        super().on_message_complete()

    def _expect(self, what: str, seconds: float) -> None:
        self.waited_for, self.deadline = what, self.loop.time() + seconds


_NEVER = 1 << 62


def _too_large() -> bytes:
    body = body_of(431, "too-large", "the head of a request may have 64 KiB")
    head = (
        b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: application/problem+json\r\n"
        b"content-length: %d\r\nconnection: close\r\n\r\n"
    )
    return head % len(body) + body


_TOO_LARGE = _too_large()
