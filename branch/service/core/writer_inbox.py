"""What the writer is asked to do: a command or a look at the hall; and where that waits for its turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Command, Event
from branch.domain.kernel.refusals import Refusal
from branch.service.use_cases.actor import Actor

Ask = Command | Callable[[Hall], Command]
"""A command, or how to make it from the hall as it stands when its turn has come."""

Render = Callable[[Hall, tuple[Event, ...], int], tuple[int, bytes]]
"""Makes the answer (HTTP status, body) right after the command's events, before any later command's."""

RenderRefusal = Callable[[Refusal], tuple[int, bytes]]


class WriterEnded(Exception):  # noqa: N818 - it says what has happened
    """Nobody is there to do the job: the service is stopping, or its writer has failed."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the asker gets."""

    status: int
    body: bytes


@dataclass(slots=True)
class Job:
    """A command (with how to answer it) or a look, whom to tell, and what came of it.

    Attributes:
        keep_refusal: a refusal too is kept under its key, and told again.
    """

    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    ask: Ask | None = None
    render: Render | None = None
    refused: RenderRefusal | None = None
    key: str | None = None
    older_key: str | None = None
    fingerprint: bytes = b""
    actor: Actor | None = None
    keep_refusal: bool = True
    read: Callable[[Hall, int], Any] | None = None
    result: Any = None
    error: Exception | None = None

    def hand_over(self) -> None:
        """Tell the asker what came of it."""
        if self.error is not None:
            self.failed(self.error)
        else:
            self.done(self.result)


class Inbox:
    """Where jobs wait. Anybody may put one in; the writer's thread takes them out.

    Attributes:
        stopped: the writer has been asked to end, and has taken all that was asked before.
    """

    def __init__(self, deliver: Callable[[Sequence[Callable[[], None]]], None]) -> None:
        self._deliver = deliver
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._closed = False
        self.stopped = False

    def put(self, job: Job) -> None:
        """Ask for something; after `close` it is turned away."""
        self._queue.put(job)
        if self._closed:  # asked after putting: whichever of the two threads is later finds the job
            self._turn_away([])

    def stop(self) -> None:
        """Ask the writer to end."""
        self._queue.put(None)

    def take(self, patience: float) -> list[Job]:
        """What has queued up; nothing if nobody asks for so many seconds."""
        try:
            jobs = [self._queue.get(timeout=patience)]
        except Empty:
            return []
        while not self._queue.empty():
            jobs.append(self._queue.get())
        self.stopped = None in jobs
        return [job for job in jobs if job is not None]

    def close(self, unfinished: list[Job]) -> None:
        """The writer has ended: leave nobody waiting for an answer that will not come."""
        self._closed = True
        self._turn_away(unfinished)

    def _turn_away(self, jobs: list[Job]) -> None:
        with suppress(Empty):
            while True:
                job = self._queue.get_nowait()
                if job is not None:
                    jobs.append(job)
        for job in jobs:
            job.error = WriterEnded("the service has stopped working")
        if jobs:
            self._deliver([job.hand_over for job in jobs])
