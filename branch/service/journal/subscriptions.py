"""Who follows the journal, and how far each has got.

Two kinds hear of a commit. A *hearer* is told the entries at once, in the writer's thread, and keeps nothing:
the live feed, whose screens hold their own place by the number of the last event. A *subscriber* has a name
and a cursor on disk; it is handed every row from there on, in order, at least once, in a thread of its own.
What a subscriber makes of rows is stored with its cursor or told apart by a row's number, so that a power cut
between the two does no harm.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from branch.backoff import pause
from branch.service.journal.journal_port import JournalReader, Row
from branch.service.journal.storage_errors import StorageError

log = logging.getLogger(__name__)

PAGE = 1_000
"""Rows that a subscriber is handed at once."""

_FIRST_S, _MOST_S = 1.0, 60.0
"""How soon a subscriber that failed is tried again (seconds), and how late at most."""


class Subscriber(Protocol):
    """What is made of the journal elsewhere."""

    @property
    def name(self) -> str:
        """Tells it from the others, in the log and on disk."""
        ...

    def cursor(self) -> int:
        """The number of the last row that was taken, 0 for none. Raises StorageError."""
        ...

    def take(self, rows: Sequence[Row]) -> None:
        """Take the next rows and remember the last one's number. Raises StorageError when it could not."""
        ...

    def wants(self, row_type: str) -> bool:
        """Whether a row of that type is worth being woken for; the others are handed over with the next."""
        ...


class Subscription:
    """Hands the journal's rows to one subscriber, from `start` to `stop` whenever it is woken."""

    def __init__(self, subscriber: Subscriber, reader: JournalReader) -> None:
        self.subscriber = subscriber
        self._reader = reader
        self._turn = threading.Lock()
        self._woken = threading.Event()
        self._stopping = threading.Event()
        self._failures = 0
        self._thread = threading.Thread(target=self._run, name=f"follows: {subscriber.name}", daemon=True)

    def start(self) -> None:
        """Begin with what was committed while nobody followed."""
        self._woken.set()
        self._thread.start()

    def wake(self) -> None:
        """There are new rows."""
        self._woken.set()

    def stop(self) -> None:
        """End after the page at hand; may be called again."""
        self._stopping.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()

    def catch_up(self) -> None:
        """Hand over all that is committed now, in the caller's thread; raises what the subscriber raises."""
        with self._turn:
            after, last = self.subscriber.cursor(), self._reader.last_seq()
            while after < last and not self._stopping.is_set():
                rows = self._reader.read(after, PAGE)
                if not rows:
                    return
                self.subscriber.take(rows)
                after = rows[-1].seq

    def _run(self) -> None:
        while True:
            self._woken.wait()
            self._woken.clear()
            if self._stopping.is_set():
                return
            try:
                self.catch_up()
                self._failures = 0
            except StorageError as error:
                self._failed(str(error))
            except Exception:
                log.exception("%s cannot follow the journal", self.subscriber.name)
                self._failed(None)

    def _failed(self, why: str | None) -> None:
        """Try again later by itself; one line for a whole row of failures."""
        self._failures += 1
        if why is not None and self._failures == 1:
            log.warning("%s is behind the journal: %s", self.subscriber.name, why)
        if not self._stopping.wait(pause(self._failures, first=_FIRST_S, most=_MOST_S)):
            self._woken.set()


class Committed(Protocol):
    """What subscriptions must know of an entry of the feed."""

    @property
    def type(self) -> str:
        """The type of its row."""
        ...


E = TypeVar("E", bound=Committed)


class Subscriptions(Generic[E]):
    """Everybody who follows one journal. `publish` is for the writer, whose thread only hands over."""

    def __init__(self) -> None:
        self._hearers: list[Callable[[Sequence[E]], None]] = []
        self._subscriptions: list[Subscription] = []

    def hear(self, hearer: Callable[[Sequence[E]], None]) -> None:
        """Have ``hearer`` told what is committed from now on."""
        self._hearers.append(hearer)

    def follow(self, subscriber: Subscriber, reader: JournalReader) -> Subscription:
        """Have ``subscriber`` handed every row after its cursor, once `start` is called."""
        subscription = Subscription(subscriber, reader)
        self._subscriptions.append(subscription)
        return subscription

    def publish(self, entries: Sequence[E]) -> None:
        """Tell everybody what is on disk now."""
        for hearer in self._hearers:
            hearer(entries)
        for subscription in self._subscriptions:
            if any(subscription.subscriber.wants(entry.type) for entry in entries):
                subscription.wake()

    def start(self) -> None:
        """Let the subscribers catch up and follow."""
        for subscription in self._subscriptions:
            subscription.start()

    def stop(self) -> None:
        """Let them end; their cursors stay."""
        for subscription in self._subscriptions:
            subscription.stop()
