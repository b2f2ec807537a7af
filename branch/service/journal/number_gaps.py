"""The note in a journal that numbers may have been given of which it does not tell.

Whoever puts a copy in the place of a journal, or begins one anew, leaves it; the writer leaves the numbers
out and takes the note away. Until then it outlasts any restart.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path

from branch.service.journal.hash_chain import verify_file
from branch.service.journal.journal_database import open_reader
from branch.service.journal.journal_port import NumberGap
from branch.service.journal.storage_errors import StorageError, storage_errors

_KEY = "number-gap"
_DAY = "SELECT day, first_seq FROM days ORDER BY first_seq DESC LIMIT 1"
_NUMBERS = """SELECT type, data FROM events
    WHERE seq >= ? AND type IN ('TicketIssued', 'NumbersReserved', 'NumbersSkipped')"""


def note_gap(connection: sqlite3.Connection, gap: NumberGap) -> None:
    """Leave the note."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY, json.dumps(asdict(gap))))


def noted_gap(connection: sqlite3.Connection) -> NumberGap | None:
    """The note, if there is one."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return None if row is None else NumberGap(**json.loads(row[0]))


def forget_noted(connection: sqlite3.Connection) -> None:
    """Take the note away."""
    connection.execute("DELETE FROM meta WHERE key = ?", (_KEY,))


def gap_after(path: Path, at: int, given: Mapping[str, int]) -> NumberGap:
    """What may have been given when the journal at ``path`` gives way to a copy at ``at`` (ms): as much as it
    tells itself if it is whole, and ``given`` by service, which somebody has read off the newest tickets."""
    with suppress(StorageError):
        if path.exists() and verify_file(path).ok:
            return _told_by(path, at, given)
    return NumberGap(at, given=dict(given))


def _told_by(path: Path, at: int, given: Mapping[str, int]) -> NumberGap:
    last, first = dict(given), dict[str, int]()
    with closing(open_reader(path)) as reading, storage_errors(path):
        before = noted_gap(reading)
        if before is not None:  # that journal has not left out its own yet
            return NumberGap(at, given=last)
        day, begins = reading.execute(_DAY).fetchone() or (None, 1)
        for kind, data in reading.execute(_NUMBERS, (begins,)):
            told = json.loads(data)
            service = told["service"]
            if kind == "NumbersReserved":
                first[service] = min(told["first"], first.get(service, told["first"]))
            elif kind == "NumbersSkipped":
                last[service] = max(told["through"], last.get(service, 0))
                first[service] = min(told["last"] + 1, first.get(service, told["last"] + 1))
            elif told.get("block") is None:
                last[service] = max(told["n"], last.get(service, 0))
    return NumberGap(at, day, last, first, exact=True)
