"""The writer as code on the event loop uses it: ask, and await the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from branch.domain.kernel.hall import Hall
from branch.service.core.writer import Writer
from branch.service.core.writer_inbox import Answered, Ask, Render, RenderRefusal

T = TypeVar("T")


class AsyncWriter:
    """Asks one writer from one event loop; its answers come back by `deliver_on` that loop."""

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
        fingerprint: bytes = b"",
    ) -> Answered:
        """Have a command carried out, once for each key. Raises StorageError or WriterEnded."""
        answered: asyncio.Future[Answered] = asyncio.get_running_loop().create_future()
        self._writer.submit(
            ask, render, refused, _setter(answered), _failer(answered), key=key, fingerprint=fingerprint
        )
        return await answered

    async def look(self, reading: Callable[[Hall, int], T]) -> T:
        """Read the hall between two commits; ``reading`` gets the hall and the instant."""
        seen: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._writer.read(reading, _setter(seen), _failer(seen))
        return await seen


def deliver_on(loop: asyncio.AbstractEventLoop) -> Callable[[Sequence[Callable[[], None]]], None]:
    """The way back from the writer's thread: one wake-up of the loop for a whole batch."""

    def run(callbacks: Sequence[Callable[[], None]]) -> None:
        for callback in callbacks:
            callback()

    def deliver(callbacks: Sequence[Callable[[], None]]) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(run, callbacks)

    return deliver


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
