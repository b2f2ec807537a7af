"""The live feed: one hub, many readers, each with a short queue of its own.

A reader that cannot keep up is told `reset` and dropped; nobody waits for it. Everything here runs on the
event loop's thread.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Sequence

from branch.contract.answers.feed_events import QUEUES_CHANGED, RESET, EventFields
from branch.contract.answers.hall_answers import QueueCounts
from branch.service.core.event_rows import Entry
from branch.service.core.writer_inbox import WriterEnded
from branch.service.feed.feed_entries import to_json, to_sse
from branch.service.feed.feed_reader import Reader
from branch.service.feed.hall_views import Views
from branch.service.feed.kept_entries import KeptEntries
from branch.service.journal.storage_errors import StorageError

log = logging.getLogger(__name__)

KEPT = 20_000
"""Entries that readers may resume from; a busy branch writes some 3,000 a day."""

BACKLOG = 500
"""Messages that may wait for one reader before it is dropped."""

HEARTBEAT_S = 5.0
_GATHER_S = 0.2
"""Counts and waits are told at most five times a second, however much happens."""

_SOON_S = 0.02
"""So long after something happened they are reckoned: first everybody is to hear of it."""

Summary = Callable[[tuple[int, ...]], Awaitable[QueueCounts]]


class Hub:
    """Keeps the newest entries and hands them to every reader, as its role may see them."""

    def __init__(
        self,
        views: Views,
        replayed: Iterable[Entry],
        last_seq: int,
        summary: Summary,
        *,
        kept: int = KEPT,
        backlog: int = BACKLOG,
        heartbeat: float = HEARTBEAT_S,
    ) -> None:
        self._kept = KeptEntries(views, replayed, last_seq, kept)
        self._resuming = asyncio.Lock()
        self._summary = summary
        self._backlog = backlog
        self._heartbeat = heartbeat
        self._readers: set[Reader] = set()
        self._dirty = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closing = False

    @property
    def seq(self) -> int:
        """The newest number that readers have been told of."""
        return self._kept.seq

    @property
    def readers(self) -> int:
        """How many feeds are open."""
        return len(self._readers)

    @property
    def printers(self) -> tuple[str, ...]:
        """The names of the kiosks that follow and can print."""
        return tuple(sorted({r.printer for r in self._readers if r.printer and not r.dropped}))

    def start(self) -> None:
        """Begin to tell counts and waits."""
        self._task = asyncio.get_running_loop().create_task(self._tell_queues())

    async def stop(self) -> None:
        """End every feed, so that the server can leave."""
        self._closing = True
        for reader in self._readers:
            reader.drop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def publish(self, entries: Sequence[Entry]) -> None:
        """Tell everybody what has been committed."""
        self._kept.extend(entries)
        if not self._readers:
            return
        for entry in entries:
            rendered: dict[str, bytes | None] = {}
            for reader in self._readers:
                if reader.role not in rendered:
                    rendered[reader.role] = self._kept.render(entry, reader.role)
                message = rendered[reader.role]
                if message is not None:
                    reader.offer(message)
        self._forget_dropped()
        self._dirty.set()

    async def read(
        self,
        role: str,
        after: int,
        counter: int | None,
        gone: asyncio.Future[None],
        printer: str | None = None,
    ) -> AsyncGenerator[bytes, None]:
        """Every entry after ``after`` in order, once, then live, with heartbeats while it is quiet; until
        ``gone`` is done."""
        if self._closing:
            return
        if not self._kept.reach(after):
            yield self._reset()
            return
        yield b": welcome\n\n"
        while after < self.seq and not gone.done():
            async with self._resuming:  # however many screens come back, one block in each turn of the loop
                await asyncio.sleep(0)
                if not self._kept.reach(after):  # it reads more slowly than things happen
                    yield self._reset()
                    return
                message, after = self._kept.rendered(after, role)
            if message:
                yield message
        # Nothing is awaited from here to the set, so that nothing can be missed.
        reader = Reader(role, counter, backlog=self._backlog, heartbeat=self._heartbeat, printer=printer)
        gone.add_done_callback(lambda _: reader.drop())
        self._readers.add(reader)
        try:
            self._dirty.set()
            while not reader.dropped:
                message = await reader.next()
                if message:
                    yield message
            if not self._closing:
                yield self._reset()
        finally:
            self._readers.discard(reader)

    def _reset(self) -> bytes:
        return to_sse(RESET, {"type": RESET, "seq": self.seq})

    async def _tell_queues(self) -> None:
        """Counts and waits, soon after something happened and with every heartbeat: they change by
        themselves as time passes."""
        while True:
            try:
                async with asyncio.timeout(self._heartbeat):
                    await self._dirty.wait()
            except TimeoutError:
                pass
            await asyncio.sleep(_SOON_S)
            self._dirty.clear()
            counters = tuple(sorted({r.counter for r in self._readers if r.counter is not None}))
            try:
                if self._readers:
                    self._offer_queues(await self._summary(counters))
            except (StorageError, WriterEnded) as error:
                log.error("counts and waits are not known: %s", error)  # noqa: TRY400 - the line says it all
            except Exception:
                # The feed goes on without them; the next change tries again.
                log.exception("counts and waits could not be told")
            await asyncio.sleep(_GATHER_S)

    def _offer_queues(self, view: QueueCounts) -> None:
        queues = view["queues"]
        data: EventFields = {
            "seq": self.seq,
            "type": QUEUES_CHANGED,
            "at": view["at"],
            "phase": view["phase"],
            "opens_at": view["opens_at"],
            "closes_at": view["closes_at"],
            "services": view["services"],
        }
        plain = to_sse(QUEUES_CHANGED, data)
        for reader in self._readers:
            if reader.counter is None:
                reader.offer(plain)
            elif str(reader.counter) in queues:  # one that came after the question is told next time
                own = to_json({str(reader.counter): queues[str(reader.counter)]})
                reader.offer(plain.removesuffix(b"}\n\n") + f',"queues":{own}}}\n\n'.encode())
        self._forget_dropped()

    def _forget_dropped(self) -> None:
        """One that hangs in the middle of a message may never come back to say goodbye."""
        self._readers -= {reader for reader in self._readers if reader.dropped}
