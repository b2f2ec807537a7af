"""The hash chain of the journal: each row's hash covers the row and the hash of the row before it.

    genesis = sha256(id of the journal when it was created)
    hash    = sha256(previous hash | seq | at | len(day) | len(type) | len(data) | day | type | data)

The numbers are big-endian with fixed widths (seq and at: 8 bytes signed; lengths in bytes: 4 unsigned), the
texts are UTF-8. The lengths stand before the texts, so no two different rows give the same bytes.

The chain finds accidents and careless edits. Who can rewrite the whole file can also rewrite the whole chain,
unless the newest hash is also kept elsewhere; `maintenance.verify` reports it for that purpose.
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from branch.service.journal.journal_database import open_reader
from branch.service.journal.storage_errors import StorageDamaged, from_sqlite, storage_errors

_HEAD = struct.Struct(">qqIII")


def genesis(journal_id: str) -> bytes:
    """The hash that stands before the first row of the journal created as `journal_id`."""
    return sha256(journal_id.encode()).digest()


# The parameters are the columns of one row; an object for them would cost more than the hash itself.
def link(previous: bytes, seq: int, at: int, day: bytes, type_: bytes, data: bytes) -> bytes:
    """The hash (32 bytes) of a row with these fields (texts in UTF-8, `at` in ms) after `previous`."""
    head = _HEAD.pack(seq, at, len(day), len(type_), len(data))
    return sha256(b"".join((previous, head, day, type_, data))).digest()


@dataclass(frozen=True, slots=True)
class BadRow:
    """The first row that is wrong or missing, and why, in one line."""

    seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a journal holds: `rows` good ones from the first on (so many is also the seq of the last of them).

    `hash` (hex) is that row's. Kept elsewhere together with `rows`, it proves later that nothing up to there
    was rewritten: `head_row` is the good row that has the hash which was asked for, None if none has.
    """

    rows: int
    hash: str
    first_bad: BadRow | None
    head_row: int | None = None

    @property
    def ok(self) -> bool:
        """Whether every row is as it was written."""
        return self.first_bad is None


def verify_file(path: Path, head: bytes | None = None) -> VerifyReport:
    """Check the journal at `path`, which may be in use, and find the row whose hash begins with `head`.

    Raises StorageError when it cannot be read at all.
    """
    with closing(open_reader(path)) as connection, storage_errors(path):
        # The hash is over the bytes, and damaged text need not be text any more.
        connection.text_factory = bytes
        connection.execute("BEGIN")  # one view of all tables, whatever a service commits meanwhile
        return _Check(connection, path, head).run()


class _Check:
    def __init__(self, connection: sqlite3.Connection, path: Path, head: bytes | None) -> None:
        self._connection = connection
        self._path = path
        self._head = head
        self._head_row: int | None = None
        self._seq = 0
        self._hash = b""
        self._days: dict[bytes, int] = {}

    def run(self) -> VerifyReport:
        """Walk the chain, then compare what is kept beside it."""
        try:
            bad = self._chain() or self._end() or self._day_table() or self._pages()
        except sqlite3.Error as error:
            known = from_sqlite(error, self._path)
            if not isinstance(known, StorageDamaged):
                raise
            bad = BadRow(self._seq + 1, f"cannot be read: {known}")
        return VerifyReport(self._seq, self._hash.hex(), bad, self._head_row)

    def _chain(self) -> BadRow | None:
        (journal_id,) = self._connection.execute("SELECT value FROM meta WHERE key = 'genesis'").fetchone()
        self._hash = genesis(journal_id.decode(errors="replace"))
        rows = self._connection.execute("SELECT seq, day, at, type, data, hash FROM events ORDER BY seq")
        newest = b""
        for seq, day, at, type_, data, hash_ in rows:
            if seq != self._seq + 1:
                return BadRow(self._seq + 1, f"missing up to row {seq - 1}")
            if not (isinstance(at, int) and all(isinstance(text, bytes) for text in (day, type_, data))):
                return BadRow(seq, "a field is of another kind than was written")
            if link(self._hash, seq, at, day, type_, data) != hash_:
                return BadRow(seq, "was changed: it does not match its hash")
            self._seq, self._hash = seq, hash_
            if self._head is not None and hash_.startswith(self._head):
                self._head_row = seq
            if day != newest:  # one that is begun again is found where that was
                newest, self._days[day] = day, seq
        return None

    def _end(self) -> BadRow | None:
        # SQLite itself remembers the highest number that AUTOINCREMENT gave.
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'events'").fetchone()
        given = row[0] if row else 0
        if given > self._seq:
            return BadRow(self._seq + 1, f"missing up to row {given}, the last one written")
        if given < self._seq:
            return BadRow(given + 1, f"was not written by the service, which got as far as row {given}")
        return None

    def _day_table(self) -> BadRow | None:
        kept = dict(self._connection.execute("SELECT day, first_seq FROM days").fetchall())
        for day in sorted({*self._days, *kept}):
            should, is_ = self._days.get(day), kept.get(day)
            if should != is_:
                name = day.decode(errors="replace")
                where = f"first row of {name}: {should or 'none'}, but the table of days says {is_ or 'none'}"
                return BadRow(should or int(is_ or 0), where)
        return None

    def _pages(self) -> BadRow | None:
        """Let SQLite look at what the chain does not cover: free pages, answers, tokens."""
        (said,) = self._connection.execute("PRAGMA integrity_check(1)").fetchone()
        if said == b"ok":
            return None
        return BadRow(
            self._seq + 1,
            "the file is damaged elsewhere: " + " ".join(said.decode("utf-8", "replace").split()),
        )
