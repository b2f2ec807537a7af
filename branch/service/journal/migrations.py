"""The tables of journal.db, and the steps by which they came to be (`branch.sqlite_migrations`)."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from branch import sqlite_migrations
from branch.domain.events import EVENTS
from branch.service.journal.storage_errors import StorageDamaged, StorageFailed, StorageNewer

# "BRLN": says that a SQLite file is ours, so that nobody's other database is ever migrated.
APPLICATION_ID = 0x42524C4E


def _first(connection: sqlite3.Connection) -> None:
    # meta has `genesis`, the id the hash chain starts from, and `id`, which a restored copy has anew.
    # AUTOINCREMENT so that sqlite_sequence remembers the newest seq even when rows are cut off the end.
    # days makes the start of the current day a lookup without an index on events.
    for statement in (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, at INTEGER NOT NULL,"
        " type TEXT NOT NULL, data TEXT NOT NULL, hash BLOB NOT NULL) STRICT",
        "CREATE TABLE days (day TEXT PRIMARY KEY, first_seq INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE answers (key TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, status INTEGER NOT NULL,"
        " body BLOB NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE tokens (hash BLOB PRIMARY KEY, role TEXT NOT NULL, name TEXT NOT NULL)"
        " STRICT, WITHOUT ROWID",
        f"PRAGMA application_id = {APPLICATION_ID}",
    ):
        connection.execute(statement)
    journal_id = uuid.uuid4().hex
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("genesis", journal_id), ("id", journal_id)])


def _same_tables(_: sqlite3.Connection) -> None:
    """Change nothing: rows may be of types that programs before this step do not know."""


_TABLES: Mapping[int, sqlite_migrations.Step] = {1: _first}
"""The schemas that changed tables; those between came with types of events (`Event.schema`)."""

_NEWEST = max(*_TABLES, *(kind.schema for kind in EVENTS.values()))

MIGRATIONS: tuple[sqlite_migrations.Step, ...] = tuple(
    _TABLES.get(schema, _same_tables) for schema in range(1, _NEWEST + 1)
)


# In one statement, so that all three are of the same moment: another program may be migrating.
_WHAT_IT_IS = """SELECT (SELECT user_version FROM pragma_user_version),
    (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_master)"""


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema of the file; 0 for a new one. Raises StorageNewer, or StorageDamaged if it is not ours."""
    version: int
    version, owner, tables = connection.execute(_WHAT_IT_IS).fetchone()
    if owner != APPLICATION_ID and (version or owner or tables):
        raise StorageDamaged(f"{path}: is not a Branchline journal")
    if version > len(MIGRATIONS):
        raise StorageNewer(
            f"{path}: the data folder was written by a newer version "
            f"(schema {version}, this program knows up to {len(MIGRATIONS)})"
        )
    return version


def is_new(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether nothing was ever written to the file. Raises as `migrate` does."""
    return _version(connection, path) == 0


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that a reader, which cannot migrate, finds the tables it knows.

    Raises StorageNewer or StorageDamaged as `migrate` does, and StorageFailed when the service has to migrate
    the file first.
    """
    version = _version(connection, path)
    if version == 0:
        raise StorageDamaged(f"{path}: is not a Branchline journal")
    tables = max(schema for schema, step in enumerate(MIGRATIONS, start=1) if step is not _same_tables)
    if version < tables:
        raise StorageFailed(f"{path}: has schema {version}; start the service once to bring it up to date")


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file up to the newest schema; the connection must be in autocommit mode.

    Raises StorageNewer for a file of a newer version, StorageDamaged for a file that is not ours.
    """
    sqlite_migrations.migrate(connection, MIGRATIONS, partial(_version, connection, path))
