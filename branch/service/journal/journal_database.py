"""The file journal.db in the data folder: how it is opened, locked and made to stay on disk."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from branch.service.journal import migrations
from branch.service.journal.branch_traces import refuse_if_lost
from branch.service.journal.storage_errors import StorageBusy, StorageFailed, StorageReadOnly, storage_errors

JOURNAL_FILE = "journal.db"
LOCK_FILE = "service.lock"
BUSY_TIMEOUT = 5.0  # seconds to wait for another program's transaction
# Pages in the log at which the service's commit also moves them into the file: every 250 appends or so, one
# that took 0.2 ms takes 5 ms. With 400 pages it is 3 ms, but the average is worse.
CHECKPOINT_PAGES = 1000
# Bytes the log is cut back to after a long reader (a backup, a verification) made it grow.
LOG_LIMIT = 8 * 1024 * 1024


def journal_path(folder: Path) -> Path:
    """Where the journal of a data folder is."""
    return folder / JOURNAL_FILE


def sync(path: Path) -> None:
    """Wait until the file or folder itself is on disk. Raises OSError.

    Not for a database that is open in this process: closing any handle on it drops SQLite's locks.
    """
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such call for folders; its file systems keep names by themselves
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def make_folder(folder: Path) -> None:
    """Create the folder and its parents so that they outlast a power cut. Raises StorageError."""
    with storage_errors(folder):
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        # Phone numbers are in there: a folder that we make is its owner's alone.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in missing:
            sync(path.parent)


def lock_folder(folder: Path) -> FileLock:
    """Take the data folder for one service; `release()` gives it back, and so does the process's end.

    Raises StorageBusy when another service has it, or another StorageError when there can be no lock file.
    """
    lock = FileLock(folder / LOCK_FILE, timeout=0, thread_local=False)
    with storage_errors(folder):
        try:
            lock.acquire()
        except Timeout:
            raise StorageBusy(f"{folder}: another service uses this data folder") from None
    return lock


def keep_private(path: Path) -> None:
    """Let only its owner read a database and what SQLite keeps beside it, also where it was otherwise: phone
    numbers are in there. Raises OSError; a file of somebody else's is theirs to mend."""
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        with suppress(FileNotFoundError, PermissionError):
            if file.stat().st_mode & 0o077:
                file.chmod(0o600)


def open_writer(folder: Path, *, checkpoints: bool, begin_anew: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode, with the newest schema; creates the folder and the file, but where a
    branch was only if it is told to `begin_anew`.

    Only a journal's connection `checkpoints` (moves the log into the file). A second program doing so beside
    the service would gain nothing, and SQLite before 3.51.3 can damage a file when two do it at the same
    instant (https://www.sqlite.org/wal.html#walresetbug). Raises StorageError.
    """
    make_folder(folder)
    path = journal_path(folder)
    with storage_errors(path):
        if not begin_anew and (not path.exists() or not path.stat().st_size):
            refuse_if_lost(path)
        for needed in (folder, path):
            # Asked here because SQLite says no more than that it cannot open. Not by opening the file:
            # closing it again would drop the locks of SQLite's other connections in this process.
            if needed.exists() and not os.access(needed, os.W_OK):
                raise StorageReadOnly(f"{needed}: cannot be written")
        if path.exists():
            keep_private(path)
        else:
            path.touch(mode=0o600)
        connection = sqlite3.connect(
            path, timeout=BUSY_TIMEOUT, isolation_level=None, check_same_thread=False
        )
        try:
            is_new = migrations.is_new(connection, path)
            if is_new and not begin_anew:
                refuse_if_lost(path)
            migrations.migrate(connection, path)  # first: a file that is refused is left as it is
            if _start_log(connection) != "wal":
                raise StorageFailed(f"{path}: this file system does not support a write-ahead log")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES if checkpoints else 0}")
            connection.execute(f"PRAGMA journal_size_limit = {LOG_LIMIT}")
        except BaseException:
            connection.close()
            raise
    return connection


def _start_log(connection: sqlite3.Connection) -> str:
    # When two programs open a new file together, one of them is told at once that it is locked: SQLite does
    # not apply its timeout to this statement.
    deadline = time.monotonic() + BUSY_TIMEOUT
    while True:
        try:
            return str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only read, whether or not a service writes. Raises StorageError."""
    with storage_errors(path):
        if not path.is_file():
            raise StorageFailed(f"{path}: there is no journal")
        try:
            return _connect_to_read(path, "mode=ro")
        except sqlite3.OperationalError as error:
            log = path.with_name(path.name + "-wal")
            if error.sqlite_errorcode != sqlite3.SQLITE_CANTOPEN or (log.exists() and log.stat().st_size):
                raise
        # On a medium that cannot be written there is no place for SQLite's shared memory. With no log there,
        # nobody is writing either, so the file may be read as one that does not change.
        return _connect_to_read(path, "mode=ro&immutable=1")


def _connect_to_read(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA query_only = 1")
        migrations.check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def roll_back(connection: sqlite3.Connection) -> None:
    """Leave a failed transaction. SQLite has often left it by itself, and what it says now adds nothing."""
    if connection.in_transaction:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
