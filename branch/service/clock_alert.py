"""The alert that the machine's clock is not believed, raised while that is so."""

from __future__ import annotations

import asyncio
import logging

from branch.service.core.async_writer import AsyncWriter, CommandFailed
from branch.service.core.trusted_clock import TrustedClock
from branch.service.core.writer_inbox import WriterEnded
from branch.service.journal.storage_errors import StorageError
from branch.service.own_alert import OwnAlert

log = logging.getLogger(__name__)

LOOKS_EVERY_S = 2.0


class ClockAlert(OwnAlert):
    """Looks at the clock from time to time, on the event loop."""

    def __init__(self, clock: TrustedClock, writer: AsyncWriter, every: float = LOOKS_EVERY_S) -> None:
        super().__init__("clock", writer)
        self._clock, self._every = clock, every
        self._told: bool | None = None  # a run before us may have raised it

    async def _look(self) -> None:
        while True:
            try:
                # Read where everybody's time is read: in the writer's thread.
                off_ms = await self._writer.look(lambda *_: self._clock.off_ms)
                if (off_ms != 0) != self._told:
                    await self._tell_of(off_ms)
                    self._told = off_ms != 0
            except (StorageError, WriterEnded, CommandFailed) as error:
                log.error("no alert about the clock: %s", error)  # noqa: TRY400 - one line
            await asyncio.sleep(self._every)

    async def _tell_of(self, off_ms: int) -> None:
        if off_ms:
            seconds = off_ms / 1000
            # At a start nothing has jumped that anybody saw: it may well be the next morning.
            log.log(
                logging.INFO if self._told is None else logging.WARNING,
                "the machine's clock has jumped by %+.0f s and is not followed; "
                "set it right, or start the service again, once with --accept-clock, if it is right now",
                seconds,
            )
            await self._tell(f"{seconds:+.0f} s")
        else:
            await self._tell(None)
