"""The file projections.db beside the journal: what reports read, and how far into the journal it reaches.

Nothing in it is a record. It is made anew from the journal when it is missing, damaged, of another journal or
of another form; so it is no part of a backup, and it may be deleted at any time while no service runs.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from branch.contract.answers.appointment_answers import AppointmentCounts
from branch.contract.answers.visit_answers import AnnouncementCounts, Case, ServiceTime, VisitRow
from branch.service.journal.journal_database import keep_private
from branch.service.journal.storage_errors import storage_errors

log = logging.getLogger(__name__)

FILE = "projections.db"

_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE days (day TEXT PRIMARY KEY, counts TEXT NOT NULL, visits BLOB NOT NULL)"
    " STRICT, WITHOUT ROWID",
    "CREATE TABLE cases (id TEXT PRIMARY KEY, place INTEGER NOT NULL, day TEXT NOT NULL, data TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID",
    "CREATE INDEX cases_of_day ON cases (day, place)",
)
_META = "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_DAY = (
    "INSERT INTO days VALUES (?, ?, ?)"
    " ON CONFLICT (day) DO UPDATE SET counts = excluded.counts, visits = excluded.visits"
)
_CASE = (
    "INSERT INTO cases VALUES (?, (SELECT count(*) FROM cases), ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET data = excluded.data"
)


@dataclass(frozen=True, slots=True)
class StoredDay:
    """A day that is over: its tickets as visit rows, its appointments counted, how the waits held that were
    told, and how long its services took."""

    day: str
    visits: list[VisitRow]
    appointments: AppointmentCounts
    announcements: AnnouncementCounts | None
    service_times: dict[str, ServiceTime]


class ProjectionStore:
    """Reads and writes projections.db, or the same in memory; may be used from several threads.

    Every call may raise StorageError.
    """

    def __init__(self, folder: Path | None, journal_id: str, form: str) -> None:
        """``form`` names the shape of what is stored: a file of another form is begun anew. Without a folder
        it lasts as long as the process."""
        self._path = Path(":memory:") if folder is None else folder / FILE
        self._errors = storage_errors(self._path)
        self._lock = threading.Lock()
        with self._errors:
            self._connection = self._opened({"journal": journal_id, "form": form})

    def cursor(self) -> int:
        """The number of the last row that is in it, 0 for none."""
        return int(self._meta("cursor") or 0)

    @contextmanager
    def change(self) -> Iterator[Change]:
        """All that is written inside is stored together, or nothing."""
        with self._lock, self._errors, self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            yield Change(self._connection)

    def day(self, day: str) -> StoredDay | None:
        """That day; None where it is not there, or not over yet."""
        with self._lock, self._errors:
            row = self._connection.execute("SELECT counts, visits FROM days WHERE day = ?", (day,)).fetchone()
        if row is None:
            return None
        return StoredDay(day, json.loads(zlib.decompress(row[1])), *json.loads(row[0]))

    def cases(self, day: str) -> list[Case]:
        """The feedback cases that were opened on that day, in that order, as they stand now."""
        with self._lock, self._errors:
            rows = self._connection.execute("SELECT data FROM cases WHERE day = ? ORDER BY place", (day,))
            return [json.loads(data) for (data,) in rows]

    def close(self) -> None:
        """Let go of the file; may be called again."""
        with self._lock:
            self._connection.close()

    def _meta(self, key: str) -> str | None:
        with self._lock, self._errors:
            row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def _opened(self, mark: Mapping[str, str]) -> sqlite3.Connection:
        try:
            connection = self._connect()
            if self._is(connection, mark):
                return connection
            connection.close()
        except sqlite3.DatabaseError as error:
            log.warning("%s: begun anew from the journal: %s", self._path, error)
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        connection = self._connect()
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            for statement in _TABLES:
                connection.execute(statement)
            connection.executemany(_META, mark.items())
        return connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            keep_private(self._path)
            # A power cut may take the last pages: the cursor goes back with them, and the rows come again.
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _is(connection: sqlite3.Connection, mark: Mapping[str, str]) -> bool:
        if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'meta'").fetchone()[0]:
            return False
        rows = dict(connection.execute("SELECT key, value FROM meta"))
        return all(rows.get(key) == value for key, value in mark.items())


class Change:
    """What may be written in one go."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def move_to(self, cursor: int) -> None:
        """Remember the number of the last row."""
        self._connection.execute(_META, ("cursor", str(cursor)))

    def put_day(self, stored: StoredDay) -> None:
        """Keep a day that is over."""
        visits = zlib.compress(_text(stored.visits).encode())
        counts = _text((stored.appointments, stored.announcements, stored.service_times))
        self._connection.execute(_DAY, (stored.day, counts, visits))

    def amend_day(self, day: str, visits: Sequence[VisitRow]) -> None:
        """Keep what has become of visits of a day that is kept."""
        row = self._connection.execute("SELECT visits FROM days WHERE day = ?", (day,)).fetchone()
        if row is None:
            return
        amended = {visit["id"]: visit for visit in visits}
        whole = [amended.get(visit["id"], visit) for visit in json.loads(zlib.decompress(row[0]))]
        packed = zlib.compress(_text(whole).encode())
        self._connection.execute("UPDATE days SET visits = ? WHERE day = ?", (packed, day))

    def open_case(self, case: str, day: str, data: Case) -> None:
        """Keep a case that was opened on that day."""
        self._connection.execute(_CASE, (case, day, _text(data)))

    def put_case(self, case: str, data: Case) -> None:
        """Keep a case as it stands now."""
        self._connection.execute("UPDATE cases SET data = ? WHERE id = ?", (_text(data), case))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
