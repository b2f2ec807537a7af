"""The journal on disk: journal.db in the data folder, written by one service."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock

from branch.service.journal import hash_chain as chain
from branch.service.journal.branch_traces import traces
from branch.service.journal.day_check import check_newest_day
from branch.service.journal.journal_database import (
    journal_path,
    lock_folder,
    make_folder,
    open_writer,
    roll_back,
)
from branch.service.journal.journal_port import Answer, Draft, NumberGap, Row, check_days
from branch.service.journal.number_gaps import forget_noted, note_gap, noted_gap
from branch.service.journal.open_files import OpenFiles
from branch.service.journal.sqlite_reader import SqliteReader
from branch.service.journal.storage_errors import storage_errors

# Answers forgotten in one transaction, so that an append never waits long for a clean-up.
_FORGET_AT_ONCE = 1000
_EVENT = "INSERT INTO events (seq, day, at, type, data, hash) VALUES (?, ?, ?, ?, ?, ?)"
_DAY = "INSERT OR REPLACE INTO days (day, first_seq) VALUES (?, ?)"
_ANSWER = "INSERT INTO answers (key, fingerprint, status, body, at) VALUES (?, ?, ?, ?, ?)"
_FORGET = "DELETE FROM answers WHERE key IN (SELECT key FROM answers WHERE at < ? LIMIT ?)"
_HEAD = "SELECT seq, day, hash FROM events ORDER BY seq DESC LIMIT 1"


class _Head(NamedTuple):
    """The newest row, as far as the next one depends on it."""

    seq: int
    day: str | None
    hash: bytes


class SqliteJournal:
    """A Journal in a data folder. Made by `open`.

    It writes on one connection and reads on another, so that what a reader in another thread sees is
    committed. The newest row's number and hash are kept in memory; after a failed append they are read anew
    before the next one, since a failed commit does not say what reached the disk. So are the keys that have
    an answer: nearly every key is new, and to learn that from the disk would cost every request a read.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, lock: FileLock | None) -> None:
        self._errors = storage_errors(journal_path(folder))
        self._files = OpenFiles(journal_path(folder))
        self._connection = connection
        self._cursor = connection.cursor()  # one for all appends: a new one for each statement is felt
        self._folder_lock = lock
        self._lock = threading.Lock()
        self._genesis = self._read_genesis()
        self._head = self._read_head()
        self._head_is_known = True
        self._keys = self._read_keys()
        self._reader = SqliteReader(folder)  # last: nothing after it can fail and leave it open

    @classmethod
    def open(cls, folder: Path, *, exclusive: bool = True, begin_anew: bool = False) -> SqliteJournal:
        """Open the journal of a data folder, creating both when they are not there; where a branch was the
        journal is made only to `begin_anew`.

        `exclusive` takes the folder for this service; without it, other writers are allowed for and every
        append looks at the disk first. Raises StorageBusy when another service has the folder, StorageNewer
        when a newer version wrote it, StorageMissing when it is gone, StorageDamaged when what the newest day
        is folded from is not as it was written, or another StorageError.
        """
        make_folder(folder)
        lock = lock_folder(folder) if exclusive else None
        try:
            lost = begin_anew and bool(traces(journal_path(folder)))
            connection = open_writer(folder, checkpoints=True, begin_anew=begin_anew)
            try:
                if lost and connection.execute(_HEAD).fetchone() is None:
                    note_gap(connection, NumberGap(time.time_ns() // 1_000_000))
                if exclusive:
                    check_newest_day(connection, journal_path(folder))
                return cls(folder, connection, lock)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @property
    def id(self) -> str:
        return self._reader.id

    def last_seq(self) -> int:
        return self._head.seq if self._is_alone() else self._reader.last_seq()

    def append(self, drafts: Sequence[Draft], answers: Sequence[Answer] = ()) -> list[Row]:
        if not drafts and not answers:
            return []
        with self._lock, self._errors:
            try:
                self._files.check()
                self._cursor.execute("BEGIN IMMEDIATE")
                if not self._is_alone():
                    self._head = self._read_head()
                    if self._folder_lock is not None:
                        self._keys = self._read_keys()
                rows, head = self._write(drafts)
                if answers:
                    self._write_answers(answers)
                self._cursor.execute("COMMIT")
                self._files.check()
            except BaseException:
                self._head_is_known = False
                roll_back(self._connection)
                raise
            self._head, self._head_is_known = head, True
            return rows

    def answer(self, key: str) -> Answer | None:
        if self._is_alone() and key not in self._keys:
            return None
        return self._reader.answer(key)

    def forget_answers(self, before: int) -> int:
        forgotten = 0
        while True:
            with self._lock, self._errors:
                count = self._connection.execute(_FORGET, (before, _FORGET_AT_ONCE)).rowcount
            forgotten += count
            if count < _FORGET_AT_ONCE:
                break
        with self._lock:
            self._keys = self._read_keys()
        return forgotten

    def gap(self) -> NumberGap | None:
        with self._lock, self._errors:
            return noted_gap(self._connection)

    def forget_gap(self) -> None:
        with self._lock, self._errors:
            forget_noted(self._connection)

    def latest_day(self) -> str | None:
        if not self._head_is_known:
            self._files.check()  # a hall must not be folded anew from a file that nobody will find again
        return self._head.day if self._is_alone() else self._reader.latest_day()

    def days(self) -> list[str]:
        return self._reader.days()

    def read_day(self, day: str) -> Iterator[Row]:
        return self._reader.read_day(day)

    def types(self, day: str) -> set[str]:
        return self._reader.types(day)

    def read(self, after: int, limit: int) -> list[Row]:
        return self._reader.read(after, limit)

    def close(self) -> None:
        """Let go of the file and of the folder; may be called again."""
        with self._lock:
            self._reader.close()  # first: the last connection to go tidies the log away, and must be a writer
            self._connection.close()
            if self._folder_lock is not None:
                self._folder_lock.release()

    def _is_alone(self) -> bool:
        """Whether the head in memory is the one on disk."""
        return self._head_is_known and self._folder_lock is not None

    def _write(self, drafts: Sequence[Draft]) -> tuple[list[Row], _Head]:
        seq, day, hash_ = self._head
        begun = check_days(day, drafts)
        days = [(begin, seq + 1 + index) for begin, index in begun]
        rows = []
        values = []
        for draft in drafts:
            seq, day, at, type_, data = seq + 1, draft.day, draft.at, draft.type, draft.data
            hash_ = chain.link(hash_, seq, at, day.encode(), type_.encode(), data.encode())
            rows.append(Row(seq, day, at, type_, data))
            values.append((seq, day, at, type_, data, hash_))
        if values:
            self._cursor.executemany(_EVENT, values)
        if days:
            self._cursor.executemany(_DAY, days)
        return rows, _Head(seq, day, hash_)

    def _write_answers(self, answers: Sequence[Answer]) -> None:
        values = [(a.key, a.fingerprint, a.status, a.body, a.at) for a in answers]
        self._keys.update(a.key for a in answers)  # one too many does no harm
        try:
            self._cursor.executemany(_ANSWER, values)
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
                raise
            raise ValueError("an idempotency key is answered already") from error

    def _read_genesis(self) -> bytes:
        with self._errors:
            (value,) = self._connection.execute("SELECT value FROM meta WHERE key = 'genesis'").fetchone()
        return chain.genesis(value)

    def _read_keys(self) -> set[str]:
        with self._errors:
            return {key for (key,) in self._connection.execute("SELECT key FROM answers")}

    def _read_head(self) -> _Head:
        with self._errors:
            row = self._connection.execute(_HEAD).fetchone()
        return _Head(*row) if row else _Head(0, None, self._genesis)


def open_reader(folder: Path) -> SqliteReader:
    """Read the journal of a data folder while a service may be writing it. Raises StorageError."""
    return SqliteReader(folder)
