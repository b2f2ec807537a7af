"""Checking what a service begins with: the rows of the newest day, and that nothing is cut off after them.

The next row would hide a cut: SQLite's own count of rows goes on from it. So the look comes before any row is
written. The days before are checked at night, by `hash_chain.verify_file`.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from branch.service.journal.hash_chain import genesis, link
from branch.service.journal.storage_errors import StorageDamaged, from_sqlite

_LAST = "SELECT seq, day FROM events ORDER BY seq DESC LIMIT 1"
_GIVEN = "SELECT seq FROM sqlite_sequence WHERE name = 'events'"
_DAY = "SELECT day, first_seq FROM days ORDER BY first_seq DESC LIMIT 1"
_BEFORE = "SELECT seq, day, hash FROM events WHERE seq = ?"
_ROWS = "SELECT seq, day, at, type, data, hash FROM events WHERE seq >= ? ORDER BY seq"


def check_newest_day(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StorageDamaged unless the rows of the newest day are as they were written, to the last one."""
    try:
        found = _fault(connection)
    except (sqlite3.Error, TypeError, AttributeError) as error:  # a field of another kind than was written
        known = from_sqlite(error, path) if isinstance(error, sqlite3.Error) else None
        if known is not None:
            raise known from error
        if isinstance(error, sqlite3.Error):
            raise
        found = "a field is of another kind than was written"
    if found is not None:
        raise StorageDamaged(f"{path}: {found}: {mended_by(path.parent)}")


def mended_by(folder: Path) -> str:
    """What to do about a damaged journal."""
    return f"see what is whole with branchline repair FILE --data {folder}, or restore a backup"


def _fault(connection: sqlite3.Connection) -> str | None:
    last, last_day = connection.execute(_LAST).fetchone() or (0, None)
    (given,) = connection.execute(_GIVEN).fetchone() or (0,)
    if given != last:
        return (
            f"row {last + 1} is missing up to row {given}" if given > last else f"row {given + 1} is not ours"
        )
    day, first = connection.execute(_DAY).fetchone() or (None, 1)
    if day != last_day:
        return f"the table of days ends with {day}, the rows with {last_day}"
    before = first - 1
    hash_ = _start(connection, before, day)
    if hash_ is None:
        return f"row {before} is missing, or of {day} too"
    for seq, row_day, at, type_, data, row_hash in connection.execute(_ROWS, (first,)):
        if seq != before + 1:
            return f"row {before + 1} is missing"
        hash_ = link(hash_, seq, at, row_day.encode(), type_.encode(), data.encode())
        if hash_ != row_hash or row_day != day:
            return f"row {seq} was changed"
        before = seq
    return None


def _start(connection: sqlite3.Connection, before: int, day: str | None) -> bytes | None:
    """The hash before a day's first row; None where the day cannot begin there."""
    if before == 0:
        (journal_id,) = connection.execute("SELECT value FROM meta WHERE key = 'genesis'").fetchone()
        return genesis(journal_id)
    row = connection.execute(_BEFORE, (before,)).fetchone()
    return None if row is None or row[1] == day else bytes(row[2])
