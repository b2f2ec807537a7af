"""The append-only journal: its rows, its protocol, and the one kept in memory.

The journal knows nothing of the queue: a row is a business day, a time, a type and a text. `MemoryJournal`
here and `SqliteJournal` in sqlite_journal.py behave alike; one contract test class holds them to it.
Journals may be used from several threads. Using one after `close` is a bug.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Draft:
    """A row to be: `day` is YYYY-MM-DD, `at` is ms since the epoch (UTC), `data` is compact JSON text."""

    day: str
    at: int
    type: str
    data: str


class Row(NamedTuple):
    """A row on disk; `seq` counts from 1 without gaps, the other fields are the draft's."""

    seq: int
    day: str
    at: int
    type: str
    data: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an idempotency key was answered, and the fingerprint of what was asked; `at` is ms (UTC)."""

    key: str
    fingerprint: bytes
    status: int
    body: bytes
    at: int


@dataclass(frozen=True, slots=True)
class NumberGap:
    """That numbers may have been given of which the journal does not tell, since it goes on from a backup or
    was begun anew at ``at`` (ms).

    ``given`` and ``set_aside`` tell by service the last number given and the first one set aside, on ``day``
    and as far as known; with ``exact`` that is all there was.
    """

    at: int
    day: str | None = None
    given: Mapping[str, int] = field(default_factory=dict)
    set_aside: Mapping[str, int] = field(default_factory=dict)
    exact: bool = False


class JournalReader(Protocol):
    """What can be read from a journal. Every call may raise a StorageError."""

    @property
    def id(self) -> str:
        """Names this journal; a sequence number means something together with it only."""
        ...

    def last_seq(self) -> int:
        """The sequence number of the newest row, 0 when there is none."""
        ...

    def answer(self, key: str) -> Answer | None:
        """What `key` was answered, None when it was not or the answer was forgotten."""
        ...

    def latest_day(self) -> str | None:
        """The newest day with a row, None when there is none."""
        ...

    def days(self) -> list[str]:
        """The days with rows, oldest first."""
        ...

    def read_day(self, day: str) -> Iterator[Row]:
        """The rows of `day` in seq order; rows appended meanwhile may or may not be among them."""
        ...

    def types(self, day: str) -> set[str]:
        """The types of the rows of `day`."""
        ...

    def read(self, after: int, limit: int) -> list[Row]:
        """At most `limit` rows whose seq is greater than `after`, in seq order."""
        ...

    def close(self) -> None:
        """Let go of everything; may be called again."""
        ...


class Journal(JournalReader, Protocol):
    """A journal that can also be written."""

    def append(self, drafts: Sequence[Draft], answers: Sequence[Answer] = ()) -> list[Row]:
        """Store all of it in one transaction, or nothing; return the rows when they are safe on disk.

        Raises StorageError when the disk does not take it. Raises ValueError for our own mistakes: a draft
        with an older day than the newest row, a key that is answered already, text that is not Unicode.
        """
        ...

    def forget_answers(self, before: int) -> int:
        """Forget answers given before this time (ms, UTC); return how many there were."""
        ...

    def gap(self) -> NumberGap | None:
        """What is to be left out before the next number is given; None for nothing."""
        ...

    def forget_gap(self) -> None:
        """It was left out."""
        ...


_BEGINS = "DayOpened"
"""The type of the row that says what a day begins with."""


def check_days(latest: str | None, drafts: Sequence[Draft]) -> list[tuple[str, int]]:
    """The days that begin with `drafts`, each with the index of its first draft.

    A day may be older than the one before it only where it is begun again, under a date that has been put
    right; what was journaled of it before has gone along into that one. Raises ValueError for an older day
    in between: days never go backwards.
    """
    begun: list[tuple[str, int]] = []
    for index, draft in enumerate(drafts):
        if draft.day == latest:
            continue
        if latest is not None and draft.day < latest and draft.type != _BEGINS:
            raise ValueError(f"a row of {draft.day} cannot follow one of {latest}")
        latest = draft.day
        begun.append((latest, index))
    return begun


class MemoryJournal:
    """A journal that lives as long as the process: for tests and for simulated days."""

    def __init__(self) -> None:
        self._id = uuid.uuid4().hex
        self._rows: list[Row] = []
        self._first: dict[str, int] = {}  # day -> index of its first row
        self._answers: dict[str, Answer] = {}
        self._lock = threading.Lock()

    @property
    def id(self) -> str:
        return self._id

    def last_seq(self) -> int:
        return len(self._rows)

    def append(self, drafts: Sequence[Draft], answers: Sequence[Answer] = ()) -> list[Row]:
        with self._lock:
            begun = check_days(self.latest_day(), drafts)
            for draft in drafts:
                f"{draft.day}{draft.type}{draft.data}".encode()  # a lone surrogate is refused, as on disk
            keys = {answer.key for answer in answers}
            if len(keys) < len(answers) or not keys.isdisjoint(self._answers):
                raise ValueError("an idempotency key is answered already")
            done = len(self._rows)
            rows = [Row(done + n, d.day, d.at, d.type, d.data) for n, d in enumerate(drafts, 1)]
            self._rows.extend(rows)
            self._first.update((day, done + index) for day, index in begun)
            self._answers.update((answer.key, answer) for answer in answers)
            return rows

    def answer(self, key: str) -> Answer | None:
        return self._answers.get(key)

    def forget_answers(self, before: int) -> int:
        with self._lock:
            kept = {key: answer for key, answer in self._answers.items() if answer.at >= before}
            forgotten = len(self._answers) - len(kept)
            self._answers = kept
            return forgotten

    def gap(self) -> NumberGap | None:
        return None

    def forget_gap(self) -> None:
        """There is none."""

    def latest_day(self) -> str | None:
        return self._rows[-1].day if self._rows else None

    def days(self) -> list[str]:
        with self._lock:
            return sorted(self._first)

    def read_day(self, day: str) -> Iterator[Row]:
        with self._lock:
            start = self._first.get(day, len(self._rows))
            rows = self._rows[start:]
        for row in rows:
            if row.day != day:
                return
            yield row

    def types(self, day: str) -> set[str]:
        return {row.type for row in self.read_day(day)}

    def read(self, after: int, limit: int) -> list[Row]:
        with self._lock:
            start = max(after, 0)
            return self._rows[start : start + limit]

    def close(self) -> None:
        """Nothing to let go of."""
