"""A writer without a service around it: a journal in memory, a clock by hand, answers as futures."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, TypeVar

from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.tickets.ticket_messages import IssueTicket
from branch.service.core.event_rows import Entry
from branch.service.core.writer import IDLE_S, Writer
from branch.service.core.writer_inbox import Answered, Ask
from branch.service.journal.journal_port import Answer, Draft, Journal, MemoryJournal, Row
from branch.service.journal.storage_errors import StorageFailed, StorageFull
from tests.harness.branch import sample_config
from tests.harness.clocks import HandClock

T = TypeVar("T")

PLAN = sample_config().plan()


class Disk(MemoryJournal):
    """A journal whose appends can be held up, refused, or done and yet refused."""

    def __init__(self) -> None:
        super().__init__()
        self.appends: list[int] = []
        """Rows of each append."""
        self.free = threading.Event()
        self.free.set()
        self.waiting = threading.Event()
        self.full = False
        self.lies = False

    def append(self, drafts: Sequence[Draft], answers: Sequence[Answer] = ()) -> list[Row]:
        self.waiting.set()
        assert self.free.wait(10)
        self.waiting.clear()
        if self.full:
            raise StorageFull("disk: the disk is full")
        rows = super().append(drafts, answers)
        self.appends.append(len(rows))
        if self.lies:
            raise StorageFailed("disk: reports an error")
        return rows


class Desk:
    """Asks a writer and keeps what it publishes."""

    def __init__(self, journal: Journal, clock: HandClock, idle: float, plan: Plan) -> None:
        self.published: list[Entry] = []
        self.clock = clock
        self._count = 0
        self.writer = Writer(
            journal, plan, clock, publish=self.published.extend, deliver=self._deliver, idle=idle
        )

    def ask(self, command: Ask, key: str | None = None, mark: bytes = b"") -> Future[Answered]:
        """Ask for a command; its answer is the events' types, or the refusal's code."""
        future: Future[Answered] = Future()

        def render(_: Hall, events: tuple[Any, ...], now: int) -> tuple[int, bytes]:
            return 200, " ".join([*(type(event).__name__ for event in events), str(now)]).encode()

        self.writer.submit(
            command, render, _refused, future.set_result, future.set_exception, key=key, fingerprint=mark
        )
        return future

    def issue(self, service: str = "A", key: str | None = None) -> Future[Answered]:
        """Ask for a ticket."""
        self._count += 1
        return self.ask(IssueTicket(f"ticket {self._count}", service), key)

    def look(self, reading: Callable[[Hall, int], T]) -> Future[T]:
        """Read the hall."""
        future: Future[T] = Future()
        self.writer.read(reading, future.set_result, future.set_exception)
        return future

    def hall(self) -> dict[str, Any]:
        """The parts of the hall that tell one state from another."""
        return self.look(lambda hall, _: state(hall)).result(5)

    def _deliver(self, callbacks: Sequence[Callable[[], None]]) -> None:
        for callback in callbacks:
            callback()


def _refused(refusal: Refusal) -> tuple[int, bytes]:
    return 409, refusal.code.encode()


def state(hall: Hall) -> dict[str, Any]:
    """A copy of what a hall knows."""
    return {
        "day": hall.day,
        "tickets": dict(hall.tickets),
        "counters": dict(hall.counters),
        "given": dict(hall.numbers_issued),
        "appointments": dict(hall.appointments),
        "paces": dict(hall.service_times),
    }


@contextmanager
def desk(
    journal: Journal | None = None,
    clock: HandClock | None = None,
    *,
    idle: float = IDLE_S,
    plan: Plan = PLAN,
) -> Iterator[Desk]:
    """A writer at work."""
    desk = Desk(journal or MemoryJournal(), clock or HandClock(standing=True), idle, plan)
    desk.writer.start()
    try:
        yield desk
    finally:
        desk.writer.stop()
