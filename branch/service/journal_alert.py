"""The alert that the journal is not as it was written, looked for once a day while the branch is closed.

What the newest day is folded from is checked at the start; this is all of it, which takes some seconds after
years. A backup is checked too, but nobody looks at what a timer says.
"""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from branch.opening_hours import HOUR, Schedule
from branch.service.core.async_writer import AsyncWriter, CommandFailed
from branch.service.core.service_clock import Clock
from branch.service.core.writer_inbox import WriterEnded
from branch.service.journal.storage_errors import StorageError
from branch.service.maintenance import verify
from branch.service.own_alert import OwnAlert

log = logging.getLogger(__name__)

LOOKS_EVERY_S = 60.0

AGAIN_MS = 20 * HOUR
"""Between two checks (ms): one each night, however long that night is."""


class JournalAlert(OwnAlert):
    """Checks the journal of a data folder in a thread of its own, on a connection of its own."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        schedule: Schedule,
        writer: AsyncWriter,
        every: float = LOOKS_EVERY_S,
    ) -> None:
        super().__init__("journal", writer)
        self._folder, self._clock, self._schedule, self._every = folder, clock, schedule, every
        self._checked_at: int | None = None

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(self._every)
            now = self._clock.now()
            waited = self._checked_at is None or now - self._checked_at >= AGAIN_MS
            if waited and self._schedule.phase(now) != "open":
                try:
                    await self._check()
                    self._checked_at = now
                except (StorageError, WriterEnded, CommandFailed) as error:
                    log.error("the journal could not be checked: %s", error)  # noqa: TRY400 - one line

    async def _check(self) -> None:
        report = await asyncio.to_thread(verify, self._folder)
        bad = report.first_bad
        if bad is None:
            log.info("the journal is whole: %d rows, %s", report.rows, report.hash)
            await self._tell(None)
        else:
            detail = f"row {bad.seq}: {bad.reason}"
            log.error("the journal is damaged: %s; see branchline repair", detail)
            await self._tell(detail)
