"""The alert that the machine's clock is not believed, raised while that is so."""

from __future__ import annotations

import asyncio
import logging

from branch.domain.kernel.messages import Command
from branch.domain.kernel.refusals import Refusal
from branch.service.core.async_writer import AsyncWriter
from branch.service.core.trusted_clock import TrustedClock
from branch.service.core.writer_inbox import Ask, WriterEnded
from branch.service.journal.storage_errors import StorageError
from branch.service.use_cases.actor import ITSELF
from branch.service.use_cases.staff_use_cases import end_own_alert, raise_alert

log = logging.getLogger(__name__)

KIND, SOURCE = "clock", "service"
LOOKS_EVERY_S = 2.0


class ClockAlert:
    """Looks at the clock from time to time, on the event loop."""

    def __init__(self, clock: TrustedClock, writer: AsyncWriter, every: float = LOOKS_EVERY_S) -> None:
        self._clock, self._writer, self._every = clock, writer, every
        self._task: asyncio.Task[None] | None = None
        self._told: bool | None = None  # a run before us may have raised it

    def start(self) -> None:
        """Begin to look."""
        self._task = asyncio.get_running_loop().create_task(self._look())

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _look(self) -> None:
        while True:
            try:
                # Read where everybody's time is read: in the writer's thread.
                off_ms = await self._writer.look(lambda *_: self._clock.off_ms)
                if (off_ms != 0) != self._told:
                    await self._tell(off_ms)
                    self._told = off_ms != 0
            except (StorageError, WriterEnded) as error:
                log.error("no alert about the clock: %s", error)  # noqa: TRY400 - one line
            await asyncio.sleep(self._every)

    async def _tell(self, off_ms: int) -> None:
        if off_ms:
            seconds = off_ms / 1000
            # At a start nothing has jumped that anybody saw: it may well be the next morning.
            log.log(
                logging.INFO if self._told is None else logging.WARNING,
                "the machine's clock has jumped by %+.0f s and is not followed; "
                "set it right, or start the service again, once with --accept-clock, if it is right now",
                seconds,
            )
            await self._ask(raise_alert(KIND, SOURCE, detail=f"{seconds:+.0f} s"))
        else:
            await self._ask(end_own_alert(KIND, SOURCE))  # refused as unknown where there is none

    async def _ask(self, command: Command | Ask) -> None:
        def refused(_: Refusal) -> tuple[int, bytes]:
            return 409, b""

        await self._writer.submit(command, lambda *_: (200, b""), refused, actor=ITSELF)
