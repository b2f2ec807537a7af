"""The live feed: a snapshot, then every event after it, once and in order, across every cut of the line."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from typing import Literal, cast

from branch.backoff import pause
from branch.client.feed_stream import FeedSource, SseEvent
from branch.client.responses import BadAnswer, ServiceError, Unauthorized
from branch.contract.answers.feed_events import RESET, BoardEvent
from branch.contract.answers.hall_answers import BoardSnapshot
from branch.contract.refusals import Refusal

State = Literal["connecting", "live", "lost", "refused"]
"""Never been live yet; following; was live and is not; our token (or counter) is not accepted."""

FIRST_PAUSE = 0.25
MOST_PAUSE = 5.0
REFUSED_PAUSE = 30.0
"""Seconds between tries while we are refused: somebody has to make us a token first."""

_STOP_WAIT_S = 0.04

_log = logging.getLogger(__name__)
_Call = Callable[[], None]


class FeedReader:
    """Reads the feed in a thread of its own, in which all callbacks run.

    ``on_snapshot`` gets a snapshot at first and whenever what was missed cannot be given, ``on_event`` each
    event after it. ``on_state`` gets a `State` once per change, and since when, in ms since the epoch; for
    "lost" that is when the service was last heard of. What a callback raises is a bug: it ends the thread
    and goes to ``threading.excepthook``.
    """

    def __init__(
        self,
        url: str,
        token: str,
        *,
        on_snapshot: Callable[[BoardSnapshot], None],
        on_event: Callable[[BoardEvent], None],
        on_state: Callable[[State, int], None],
        counter: int | None = None,
        prints: bool = False,
        heartbeat: float = 5.0,
        refused_pause: float = REFUSED_PAUSE,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """``counter`` asks for that counter's queue too; ``prints`` says that we are a kiosk with a printer.
        ``heartbeat`` is the service's, in seconds: after three without a sign the line is taken for dead.
        Raises ValueError for what is no address."""
        self._source = FeedSource(url, token, counter, 3 * heartbeat, prints=prints)
        self._on_snapshot = on_snapshot
        self._on_event = on_event
        self._on_state = on_state
        self._proven = heartbeat
        self._refused_pause = refused_pause
        self._clock = clock
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feed", daemon=True)
        self._state: State | None = None
        self._journal: str | None = None
        self._last: int | None = None  # None: a snapshot is needed
        self._heard: int | None = None
        self._went_well = False
        self.trouble: Exception | None = None
        """Why we are not live, for logs and for whoever sets the app up."""

    def start(self) -> None:
        """Begin, once."""
        self._thread.start()

    def stop(self) -> None:
        """End, once and for all; returns within 50 ms, also while the thread connects or reads.

        No callback begins after that. The thread is then gone, unless a callback still runs or the system
        looks up a host name (which cannot be cut); `join` waits for it.
        """
        self._stop.set()
        self._source.cut()
        self.join(_STOP_WAIT_S)

    def join(self, timeout: float | None = None) -> bool:
        """Wait at most so many seconds for the thread to end; whether it has."""
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        # Callbacks are made out here, outside everything that handles trouble with the line: what they
        # raise must not be taken for it.
        with closing(self._source), closing(self._calls()) as calls:
            for call in calls:
                if self._stop.is_set():
                    return
                call()

    def _calls(self) -> Generator[_Call, None, None]:
        """All callbacks to make, from the first to the last."""
        failures = 0
        yield from self._enter("connecting")
        while not self._stop.is_set():
            self._went_well = False
            refused = False
            try:
                yield from self._follow()
            except (Unauthorized, Refusal) as error:
                self._note(error)
                refused = True
                yield from self._enter("refused")
            except ServiceError as error:
                self._note(error)
                if isinstance(error, BadAnswer):
                    self._last = None  # it would make no sense a second time either: skip it by a snapshot
                yield from self._enter("connecting" if self._heard is None else "lost", self._heard)
            failures = 0 if self._went_well else failures
            self._stop.wait(self._refused_pause if refused else _pause(failures))
            failures += 1

    def _follow(self) -> Iterator[_Call]:
        """One connection, until the service asks us to take a new snapshot; raises ServiceError, Refusal."""
        resumes = self._last is not None
        if self._last is None:
            snapshot = self._source.snapshot()
            self._last, self._journal = snapshot["seq"], snapshot.get("journal")
            yield partial(self._on_snapshot, snapshot)
        with self._source.events(self._last) as events:
            # Asked only now: a service that is replaced from here on cuts the stream.
            if resumes and self._source.journal() != self._journal:
                self._last = None
                return
            began = time.monotonic()
            self._heard = self._now()
            self.trouble = None
            yield from self._enter("live")
            for event in events:
                self._heard = self._now()
                self._went_well |= time.monotonic() - began > self._proven
                if event is not None and event.type == RESET:
                    self._last = None
                    return
                data = self._take(event, self._last) if event is not None else None
                if data is not None:
                    yield partial(self._on_event, data)

    def _take(self, event: SseEvent, last: int) -> BoardEvent | None:
        """The event's data, or None if we have it already; raises BadAnswer."""
        if event.id is not None:
            if not event.id.isdecimal():
                raise BadAnswer(f"{event.id!r} is no number of an event")
            if int(event.id) <= last:
                return None
            self._last = int(event.id)
            self._went_well = True
        try:
            data: object = json.loads(event.data)
        except ValueError as error:
            raise BadAnswer(f"an event {event.type!r} is not JSON") from error
        if not isinstance(data, dict):
            raise BadAnswer(f"an event {event.type!r} is not an object")
        return cast(BoardEvent, data)

    def _enter(self, state: State, since: int | None = None) -> Iterator[_Call]:
        if state != self._state:
            self._state = state
            yield partial(self._on_state, state, self._now() if since is None else since)

    def _note(self, error: Exception) -> None:
        if type(error) is not type(self.trouble):
            _log.info("the feed of %s: %s", self._source.url, error)
        self.trouble = error

    def _now(self) -> int:
        return round(self._clock() * 1000)


def _pause(failures: int) -> float:
    """Seconds before the next try: none after the first failure, so that a mere hiccup is not seen."""
    return pause(failures, first=FIRST_PAUSE, most=MOST_PAUSE) if failures else 0.0
