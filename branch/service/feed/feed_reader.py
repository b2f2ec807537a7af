"""One open feed: what waits for it, and its heartbeat. On the event loop's thread."""

from __future__ import annotations

import asyncio

from branch.contract.basics import STAFF_ROLES

HEARTBEAT = b": heartbeat\n\n"


class Reader:
    """Who follows, and what it has not been sent yet.

    Attributes:
        counter: the counter whose queue it is told, if it may be.
        printer: the name of a kiosk that can print.
        dropped: it is sent nothing more.
    """

    def __init__(
        self, role: str, counter: int | None, *, backlog: int, heartbeat: float, printer: str | None = None
    ) -> None:
        """``backlog`` is how many messages may wait; ``heartbeat`` how long it may be quiet (seconds)."""
        self.role = role
        self.printer = printer
        self.counter = counter if role in STAFF_ROLES else None
        self.dropped = False
        self._backlog = backlog
        self._heartbeat = heartbeat
        self._waiting: list[bytes] = []
        self._woken: asyncio.Future[None] | None = None

    def offer(self, message: bytes) -> None:
        """Hand over a message, or drop the reader when too many wait for it already."""
        if self.dropped:
            return
        if len(self._waiting) >= self._backlog:
            self._waiting.clear()  # what it did not read is not kept for it
            self.drop()
            return
        self._waiting.append(message)
        self._wake()

    def drop(self) -> None:
        """Send it nothing more than what waits."""
        self.dropped = True
        self._wake()

    async def next(self) -> bytes:
        """All that waits, as one; a heartbeat when nothing comes for so long; nothing once it is dropped."""
        if not self._waiting and not self.dropped:
            loop = asyncio.get_running_loop()
            self._woken = loop.create_future()
            beat = loop.call_later(self._heartbeat, self.offer, HEARTBEAT)
            try:
                await self._woken
            finally:
                beat.cancel()
                self._woken = None
        waiting, self._waiting = self._waiting, []
        return b"".join(waiting)

    def _wake(self) -> None:
        if self._woken is not None and not self._woken.done():
            self._woken.set_result(None)
