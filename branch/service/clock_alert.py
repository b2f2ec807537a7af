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
        self._told = True  # what a run before us has raised is ended if all is well

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
            self._clock.now()
            wrong = self._clock.off_ms != 0
            if wrong != self._told:
                try:
                    await self._tell(wrong)
                except (StorageError, WriterEnded) as error:
                    log.error("no alert about the clock: %s", error)  # noqa: TRY400 - one line
                else:
                    self._told = wrong
            await asyncio.sleep(self._every)

    async def _tell(self, wrong: bool) -> None:
        if wrong:
            seconds = self._clock.off_ms / 1000
            log.warning(
                "the machine's clock has jumped by %+.0f s and is not followed; "
                "set it right, or start the service again if it is right now",
                seconds,
            )
            await self._ask(raise_alert(KIND, SOURCE, detail=f"{seconds:+.0f} s"))
        else:
            await self._ask(end_own_alert(KIND, SOURCE))  # refused as unknown where there is none

    async def _ask(self, command: Command | Ask) -> None:
        def refused(_: Refusal) -> tuple[int, bytes]:
            return 409, b""

        await self._writer.submit(command, lambda *_: (200, b""), refused, actor=ITSELF)
