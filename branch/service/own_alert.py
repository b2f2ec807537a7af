"""An alert that the service raises by itself, as long as something it looks at is wrong."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod

from branch.domain.kernel.refusals import Refusal
from branch.service.core.async_writer import AsyncWriter
from branch.service.use_cases.actor import ITSELF
from branch.service.use_cases.staff_use_cases import tell_trouble

SOURCE = "service"


class OwnAlert(ABC):
    """Looks from time to time, on the event loop, in `_look`, which never ends."""

    def __init__(self, kind: str, writer: AsyncWriter) -> None:
        self._kind, self._writer = kind, writer
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._task = asyncio.get_running_loop().create_task(self._look())

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    @abstractmethod
    async def _look(self) -> None: ...

    async def _tell(self, detail: str | None) -> None:
        """Have an alert about ``detail``, or none. Raises what `AsyncWriter.submit` does."""

        def refused(_: Refusal) -> tuple[int, bytes]:
            return 409, b""

        command = tell_trouble(self._kind, SOURCE, detail)
        await self._writer.submit(command, lambda *_: (200, b""), refused, actor=ITSELF)
