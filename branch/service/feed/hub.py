"""The live feed: one hub, many readers, each with a short queue of its own.

A reader that cannot keep up is told `reset` and dropped; nobody waits for it. Everything here runs on the
event loop's thread.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence

from branch.contract.answers.feed_events import QUEUES_CHANGED, RESET, EventFields
from branch.contract.answers.hall_answers import QueueCounts
from branch.contract.basics import STAFF_ROLES
from branch.service.core.event_rows import Entry
from branch.service.core.writer_inbox import WriterEnded
from branch.service.feed.feed_entries import entry_data, to_sse
from branch.service.feed.hall_views import Views
from branch.service.journal.storage_errors import StorageError

log = logging.getLogger(__name__)

KEPT = 20_000
"""Entries that readers may resume from; a busy branch writes some 3,000 a day."""

BACKLOG = 500
"""Messages that may wait for one reader before it is dropped."""

HEARTBEAT_S = 5.0
_GATHER_S = 0.2
"""Counts and waits are told at most five times a second, however much happens."""

Summary = Callable[[tuple[int, ...]], Awaitable[QueueCounts]]


class Reader:
    """One open feed."""

    def __init__(self, role: str, counter: int | None, backlog: int, printer: str | None = None) -> None:
        """``printer`` is the name of a kiosk that can print."""
        self.role = role
        self.printer = printer
        self.counter = counter if role in STAFF_ROLES else None
        self.queue: asyncio.Queue[bytes] = asyncio.Queue(backlog)
        self.dropped = False

    def offer(self, message: bytes) -> None:
        """Hand over a message, or drop the reader when too many wait for it already."""
        if self.dropped:
            return
        try:
            self.queue.put_nowait(message)
        except asyncio.QueueFull:
            self.dropped = True
            self.queue = asyncio.Queue()  # what it did not read is not kept for it


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
        self._views = views
        self._entries: deque[Entry] = deque(replayed, maxlen=kept)
        self._seq = last_seq
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
        return self._seq

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
            reader.dropped = True
            if reader.queue.empty():
                reader.queue.put_nowait(b"")
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def publish(self, entries: Sequence[Entry]) -> None:
        """Tell everybody what has been committed."""
        self._entries.extend(entries)
        self._seq = entries[-1].seq
        for entry in entries:
            rendered: dict[str, bytes | None] = {}
            for reader in self._readers:
                if reader.role not in rendered:
                    rendered[reader.role] = self._render(entry, reader.role)
                message = rendered[reader.role]
                if message is not None:
                    reader.offer(message)
        self._forget_dropped()
        self._dirty.set()

    async def read(
        self, role: str, after: int, counter: int | None, printer: str | None = None
    ) -> AsyncIterator[bytes]:
        """Every entry after ``after`` in order, once, then live, with heartbeats while it is quiet."""
        if self._closing:
            return
        first = self._entries[0].seq if self._entries else self._seq + 1
        if after > self._seq or after < first - 1:
            yield self._reset()
            return
        reader = Reader(role, counter, self._backlog, printer)
        missed = [entry for entry in self._entries if entry.seq > after]
        self._readers.add(reader)
        try:
            yield b": welcome\n\n"
            for entry in missed:
                message = self._render(entry, role)
                if message is not None:
                    yield message
            self._dirty.set()
            while not reader.dropped:
                try:
                    async with asyncio.timeout(self._heartbeat):
                        message = await reader.queue.get()
                except TimeoutError:
                    message = b": heartbeat\n\n"
                yield message
            if not self._closing:
                yield self._reset()
        finally:
            self._readers.discard(reader)

    def _render(self, entry: Entry, role: str) -> bytes | None:
        data = entry_data(entry, self._views, role)
        return None if data is None else to_sse(data["type"], data, entry.seq)

    def _reset(self) -> bytes:
        return to_sse(RESET, {"type": RESET, "seq": self._seq})

    async def _tell_queues(self) -> None:
        """Counts and waits, soon after something happened and with every heartbeat: they change by
        themselves as time passes."""
        while True:
            try:
                async with asyncio.timeout(self._heartbeat):
                    await self._dirty.wait()
            except TimeoutError:
                pass
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
            "seq": self._seq,
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
                own: EventFields = {**data, "queues": {str(reader.counter): queues[str(reader.counter)]}}
                reader.offer(to_sse(QUEUES_CHANGED, own))
        self._forget_dropped()

    def _forget_dropped(self) -> None:
        """One that hangs in the middle of a message may never come back to say goodbye."""
        self._readers -= {reader for reader in self._readers if reader.dropped}
