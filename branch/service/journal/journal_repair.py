"""What is whole of a damaged journal: its rows up to the first bad one, in a file of their own.

The damaged file is only read. What stands after the first bad row is not taken over, since the chain does not
vouch for it; it is counted, as far as it can be read, so that people know what to look for on paper.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from branch.service.journal import migrations
from branch.service.journal.hash_chain import genesis, link
from branch.service.journal.journal_database import open_reader
from branch.service.journal.storage_errors import storage_errors

_EVENT = "INSERT INTO events (seq, day, at, type, data, hash) VALUES (?, ?, ?, ?, ?, ?)"

Record = tuple[int, str, int, str, str, bytes]
SqliteValue = int | float | str | bytes | None


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What was kept and what is lost.

    Attributes:
        rows: how many rows are whole.
        last_at: the instant of the last of them (ms), None without any.
        lost: how many rows were written after it, as far as the file tells.
        readable: the types of those of them that can still be read, with how many.
        tokens: whether the devices' tokens could be read to the last.
    """

    rows: int
    last_at: int | None
    lost: int
    readable: Mapping[str, int]
    tokens: bool


def repair_file(source: Path, target: Path) -> RepairReport:
    """Write what is whole of the journal at ``source`` to ``target``, a new file. The days are taken from the
    rows. Raises StorageError when the file is no journal any more, or the disk refuses."""
    with (
        closing(open_reader(source)) as reading,
        closing(sqlite3.connect(target, isolation_level=None)) as writing,
        storage_errors(target),
    ):
        migrations.migrate(writing, target)
        writing.execute("BEGIN")
        with storage_errors(source):
            (begun,) = reading.execute("SELECT value FROM meta WHERE key = 'genesis'").fetchone()
        writing.executemany(
            "UPDATE meta SET value = ? WHERE key = ?", [(begun, "genesis"), (uuid.uuid4().hex, "id")]
        )
        rows, last_at, newest, days = 0, None, None, dict[str, int]()
        for row in _whole(reading, begun):
            writing.execute(_EVENT, row)
            rows, last_at = row[0], row[2]
            if row[1] != newest:  # one that is begun again is found where that was
                newest, days[row[1]] = row[1], row[0]
        writing.executemany("INSERT INTO days VALUES (?, ?)", days.items())
        before = last_at or 0
        _copy(reading, writing, "answers", 5, f"WHERE at <= {before}")
        tokens = _copy(reading, writing, "tokens", 3)
        writing.execute("COMMIT")
        readable = _types_after(reading, rows)
        return RepairReport(rows, last_at, max(_given(reading) - rows, readable.total()), readable, tokens)


def _whole(reading: sqlite3.Connection, begun: str) -> Iterator[Record]:
    """The rows from the first on, as long as each is as it was written."""
    hash_ = genesis(begun)
    rows = _readable(reading, "SELECT seq, day, at, type, data, hash FROM events ORDER BY seq")
    for seq, row in enumerate(rows, 1):
        number, day, at, type_, data, row_hash = row
        if number != seq or not isinstance(at, int):
            return
        if not (isinstance(day, str) and isinstance(type_, str) and isinstance(data, str)):
            return
        hash_ = link(hash_, seq, at, day.encode(), type_.encode(), data.encode())
        if hash_ != row_hash:
            return
        yield seq, day, at, type_, data, hash_


def _copy(
    reading: sqlite3.Connection, writing: sqlite3.Connection, table: str, width: int, where: str = ""
) -> bool:
    """Take over what can be read of a table; whether that was all."""
    marks = ", ".join("?" * width)
    taken = 0
    for row in _readable(reading, f"SELECT * FROM {table} {where}"):  # noqa: S608 - our own names
        writing.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608
        taken += 1
    found = list(_readable(reading, f"SELECT count(*) FROM {table} {where}"))  # noqa: S608
    return bool(found) and found[0][0] == taken


def _types_after(reading: sqlite3.Connection, seq: int) -> Counter[str]:
    rows = _readable(reading, f"SELECT type FROM events WHERE seq > {seq} ORDER BY seq")  # noqa: S608
    return Counter(str(type_) for (type_,) in rows)


def _given(reading: sqlite3.Connection) -> int:
    """The number of the last row that was ever written, as SQLite remembers it."""
    rows = _readable(reading, "SELECT seq FROM sqlite_sequence WHERE name = 'events'")
    return max((seq for (seq,) in rows if isinstance(seq, int)), default=0)


def _readable(reading: sqlite3.Connection, statement: str) -> Iterator[tuple[SqliteValue, ...]]:
    """The rows of a statement, up to the first that a damaged page or text keeps from being read."""
    try:
        yield from reading.execute(statement)
    except sqlite3.DatabaseError:
        return
