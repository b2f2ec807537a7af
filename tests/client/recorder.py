"""Keeps what a feed reader tells, and lets a test wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from branch.client.feed_reader import FeedReader, State
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.answers.hall_answers import BoardSnapshot
from tests.harness.waiting import News

TOKEN = "token"


class Recorder:
    """The callbacks of a reader."""

    def __init__(self) -> None:
        self._news = News()
        self.snapshots: list[BoardSnapshot] = []
        self.events: list[BoardEvent] = []
        self.states: list[tuple[State, int]] = []

    @property
    def callbacks(self) -> dict[str, Callable[..., None]]:
        """Arguments of a reader."""
        return {"on_snapshot": self._on_snapshot, "on_event": self._on_event, "on_state": self._on_state}

    @property
    def rows(self) -> list[int]:
        """The numbers of the events that are rows of the journal."""
        return [event["seq"] for event in self.events if event["type"] != "QueuesChanged"]

    @property
    def ways(self) -> list[State]:
        """The states without their times."""
        return [state for state, _ in self.states]

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until it is true."""
        self._news.wait_for(condition, lambda: (self.ways, self.rows, len(self.snapshots)))

    def until_live(self, times: int = 1) -> None:
        """Wait until the reader has become live so many times."""
        self.wait_for(lambda: self.ways.count("live") >= times)

    def _on_snapshot(self, snapshot: BoardSnapshot) -> None:
        with self._news.telling():
            self.snapshots.append(snapshot)

    def _on_event(self, event: BoardEvent) -> None:
        with self._news.telling():
            self.events.append(event)

    def _on_state(self, state: State, since: int) -> None:
        with self._news.telling():
            self.states.append((state, since))


@contextmanager
def reading(url: str, token: str = TOKEN, **options: Any) -> Iterator[tuple[FeedReader, Recorder]]:
    """A started reader and what it tells; stopped in the end, and its thread is gone then."""
    recorder = Recorder()
    reader = FeedReader(url, token, **{**recorder.callbacks, **options})
    reader.start()
    try:
        yield reader, recorder
    finally:
        reader.stop()
        assert reader.join(5)
