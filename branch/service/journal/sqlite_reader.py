"""Reading journal.db on a connection that cannot write, beside the writer or from another program."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import starmap
from pathlib import Path
from typing import Any

from branch.service.journal.journal_database import journal_path, open_reader
from branch.service.journal.journal_port import Answer, Row
from branch.service.journal.storage_errors import storage_errors

# Rows a read of a day takes at once. Between two pages no transaction is open, so a slow reader never keeps
# the log from being moved into the file.
PAGE = 1000
_NO_END = 2**63 - 1


class SqliteReader:
    """A JournalReader over a data folder; sees what is committed, and only that."""

    def __init__(self, folder: Path) -> None:
        """Raises StorageError; StorageFailed when there is no journal in the folder."""
        path = journal_path(folder)
        self._errors = storage_errors(path)
        self._lock = threading.Lock()
        self._connection = open_reader(path)
        try:
            self._id = str(self._one("SELECT value FROM meta WHERE key = 'id'"))
        except BaseException:
            self._connection.close()
            raise

    @property
    def id(self) -> str:
        return self._id

    def last_seq(self) -> int:
        seq = self._one("SELECT max(seq) FROM events")
        return seq if isinstance(seq, int) else 0

    def answer(self, key: str) -> Answer | None:
        rows = self._all("SELECT key, fingerprint, status, body, at FROM answers WHERE key = ?", (key,))
        return Answer(*rows[0]) if rows else None

    def latest_day(self) -> str | None:
        day = self._one("SELECT day FROM days ORDER BY first_seq DESC LIMIT 1")
        return day if isinstance(day, str) else None

    def head(self, day: str) -> tuple[str, int, str] | None:
        """The id that the chain starts from, and number and hash (hex) of the last row of that day."""
        after, end = self._bounds(day)
        rows = self._all(
            "SELECT (SELECT value FROM meta WHERE key = 'genesis'), seq, hash FROM events"
            " WHERE seq > ? AND seq < ? ORDER BY seq DESC LIMIT 1",
            (after, end),
        )
        return None if not rows else (str(rows[0][0]), int(rows[0][1]), bytes(rows[0][2]).hex())

    def days(self) -> list[str]:
        return [day for (day,) in self._all("SELECT day FROM days ORDER BY day")]

    def read_day(self, day: str) -> Iterator[Row]:
        after, end = self._bounds(day)
        while page := self._rows(after, end, PAGE):
            yield from page
            after = page[-1].seq

    def types(self, day: str) -> set[str]:
        found = self._all("SELECT DISTINCT type FROM events WHERE seq > ? AND seq < ?", self._bounds(day))
        return {kind for (kind,) in found}

    def read(self, after: int, limit: int) -> list[Row]:
        return self._rows(after, _NO_END, limit)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _bounds(self, day: str) -> tuple[int, int]:
        """The numbers of the rows before that day's first and after its last."""
        first = self._one("SELECT first_seq FROM days WHERE day = ?", (day,))
        if not isinstance(first, int):
            return _NO_END, _NO_END
        end = self._one("SELECT min(first_seq) FROM days WHERE first_seq > ?", (first,))
        return first - 1, end if isinstance(end, int) else _NO_END

    def _rows(self, after: int, end: int, limit: int) -> list[Row]:
        rows = self._all(
            "SELECT seq, day, at, type, data FROM events WHERE seq > ? AND seq < ? ORDER BY seq LIMIT ?",
            (after, end, limit),
        )
        return list(starmap(Row, rows))

    def _one(self, statement: str, values: tuple[object, ...] = ()) -> object:
        rows = self._all(statement, values)
        return rows[0][0] if rows else None

    def _all(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock, self._errors:
            return self._connection.execute(statement, values).fetchall()
