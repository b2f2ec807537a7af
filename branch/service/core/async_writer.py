"""The writer as code on the event loop uses it: ask, and await the answer."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from branch.domain.kernel.hall import Hall
from branch.service.core.writer import Writer
from branch.service.core.writer_inbox import Answered, Ask, Render, RenderRefusal, WriterEnded
from branch.service.journal.storage_errors import StorageError
from branch.service.use_cases.actor import Actor

T = TypeVar("T")


class CommandFailed(Exception):  # noqa: N818 - it says what has happened
    """A bug in one command, whose trace the writer has put into the log; nothing of it was stored."""


class AsyncWriter:
    """Asks one writer from one event loop; its answers come back by that loop's `LoopPost`."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    @property
    def seq(self) -> int:
        """The number of the newest row on disk that everybody may know of."""
        return self._writer.seq

    async def submit(
        self,
        ask: Ask,
        render: Render,
        refused: RenderRefusal,
        *,
        key: str | None = None,
        older_key: str | None = None,
        fingerprint: bytes = b"",
        actor: Actor | None = None,
        keep_refusal: bool = True,
    ) -> Answered:
        """Have a command carried out, once a key. Raises StorageError, WriterEnded or CommandFailed."""
        answered: asyncio.Future[Answered] = asyncio.get_running_loop().create_future()
        self._writer.submit(
            ask,
            render,
            refused,
            _setter(answered),
            _failer(answered),
            key=key,
            older_key=older_key,
            fingerprint=fingerprint,
            actor=actor,
            keep_refusal=keep_refusal,
        )
        try:
            return await answered
        except (StorageError, WriterEnded, asyncio.CancelledError):
            raise
        except Exception as error:
            raise CommandFailed("a command could not be carried out") from error

    async def look(self, reading: Callable[[Hall, int], T]) -> T:
        """Read the hall between two commits; ``reading`` gets the hall and the instant."""
        seen: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._writer.read(reading, _setter(seen), _failer(seen))
        return await seen


class LoopPost:
    """The way back from the writer's thread: one wake-up of the loop for all that is handed over until it
    wakes, in that order."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._callbacks: deque[Callable[[], None]] = deque()
        self._woken = False

    def hand_over(self, callbacks: Iterable[Callable[[], None]]) -> None:
        """Have them called on the loop; from any thread. Nothing happens once the loop has ended."""
        self._callbacks.extend(callbacks)
        if not self._woken and not self._loop.is_closed():
            self._woken = True
            self._loop.call_soon_threadsafe(self._run)

    def _run(self) -> None:
        self._woken = False  # first: what comes from now on is taken below or wakes again
        while self._callbacks:
            callback = self._callbacks.popleft()
            try:
                callback()
            except Exception as error:  # noqa: BLE001 - it is one callback's, and the others are waited for
                self._loop.call_exception_handler({"message": "not handed over", "exception": error})


def _setter(future: asyncio.Future[T]) -> Callable[[T], None]:
    """Fill the future unless its asker has gone away meanwhile."""

    def fill(value: T) -> None:
        if not future.done():
            future.set_result(value)

    return fill


def _failer(future: asyncio.Future[Any]) -> Callable[[Exception], None]:
    def fail(error: Exception) -> None:
        if not future.done():
            future.set_exception(error)

    return fail
