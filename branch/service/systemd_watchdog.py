"""Tells systemd that the service lives: its loop turns, its writer answers. A hanging one is started anew."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Mapping

from branch.service.core.writer_inbox import WriterEnded
from branch.service.journal.storage_errors import StorageError
from branch.supervisor import notify, watchdog_s

log = logging.getLogger(__name__)


class Watchdog:
    """Asks at a third of the supervisor's patience, and says so only when there was an answer."""

    def __init__(
        self, answer: Callable[[], Awaitable[object]], surroundings: Mapping[str, str] = os.environ
    ) -> None:
        """``answer`` waits for the part that may hang."""
        self._answer = answer
        self._surroundings = surroundings
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """The port is about to be answered: from now on our life is told. To be called on the loop."""
        if not self._ours():
            return
        notify("READY=1", self._surroundings)
        patience = watchdog_s(self._surroundings)
        if patience > 0:
            self._task = asyncio.get_running_loop().create_task(self._tell(patience / 3))

    async def stop(self) -> None:
        """We are leaving in good order."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._ours():
            notify("STOPPING=1", self._surroundings)

    def _ours(self) -> bool:
        """Whether it watches us: a kiosk hands its surroundings on to the service under its care."""
        return self._surroundings.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())

    async def _tell(self, every: float) -> None:
        while True:
            try:
                async with asyncio.timeout(every):
                    await self._answer()
            except (TimeoutError, WriterEnded, StorageError) as error:
                log.error("not well, and the supervisor is not told otherwise: %r", error)  # noqa: TRY400 - one line
            else:
                notify("WATCHDOG=1", self._surroundings)
            await asyncio.sleep(every)
