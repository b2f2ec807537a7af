"""Checking a journal row by row, copying it while it is written, and putting a copy back."""

from __future__ import annotations

import sqlite3
import time
import uuid
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from branch.service.access.signing import KEY_FILE, put_key, read_key
from branch.service.journal import journal_database as database
from branch.service.journal import migrations
from branch.service.journal.hash_chain import VerifyReport, verify_file
from branch.service.journal.journal_port import NumberGap
from branch.service.journal.journal_repair import RepairReport, repair_file
from branch.service.journal.number_gaps import gap_after, note_gap
from branch.service.journal.storage_errors import (
    StorageDamaged,
    StorageError,
    StorageFailed,
    StorageNotEmpty,
    storage_errors,
)
from branch.service.journal.whole_files import keep_beside, part_beside, put_beside_others, put_in_place

__all__ = ["RepairReport", "VerifyReport", "backup", "repair", "restore", "verify"]


def verify(folder: Path, head: bytes | None = None) -> VerifyReport:
    """Check the journal of a data folder, and look for the row whose hash begins with ``head``; a service may
    be writing it meanwhile.

    Raises StorageError when the file cannot be read at all; damage that can be laid at a row is reported.
    """
    return verify_file(database.journal_path(folder), head)


def backup(folder: Path, file: Path, *, replace: bool = False) -> VerifyReport:
    """Copy the journal (with answers and tokens) and the key of the appointments' QR codes to `file`,
    consistently, while a service may be writing it. The file is its owner's alone: it holds secrets.

    A file that is there is left as it is (StorageNotEmpty), but to `replace` it: then the copy is checked
    first, so that a good backup is never replaced by a damaged one. Raises StorageDamaged then, and
    StorageError when either side's disk refuses.
    """
    source = database.journal_path(folder)
    if not file.parent.is_dir():
        raise StorageFailed(f"{file}: there is no such folder")
    if file.is_dir():
        raise StorageFailed(f"{file}: is a folder; name the file")
    if file.exists() and source.exists() and file.samefile(source):
        raise StorageNotEmpty(f"{file}: is the journal itself")
    with part_beside(file) as part, storage_errors(file):
        _copy(source, part, key=read_key(folder))
        report = _verified(part, file)
        if replace:
            put_in_place(part, file)
        else:
            put_beside_others(part, file)
    return report


def repair(folder: Path, file: Path) -> RepairReport:
    """Write what is whole of a damaged journal to the new file ``file``, with the key, to be put back by
    `restore`; the damaged one is left as it is. No service may be using the folder.

    Raises StorageNotEmpty when there is such a file, StorageBusy when a service runs, StorageDamaged when the
    journal is no journal any more, or another StorageError.
    """
    source = database.journal_path(folder)
    if not file.parent.is_dir():
        raise StorageFailed(f"{file}: there is no such folder")
    if not source.exists():
        raise StorageFailed(f"{source}: there is no journal")
    lock = database.lock_folder(folder)
    try:
        with part_beside(file) as part, storage_errors(file):
            report = repair_file(source, part)
            key = read_key(folder)
            if key is not None:
                with closing(sqlite3.connect(part, isolation_level=None)) as writing:
                    writing.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (KEY_FILE, key))
            _verified(part, file)
            put_beside_others(part, file)
    finally:
        lock.release()
    return report


def restore(
    file: Path,
    folder: Path,
    *,
    force: bool = False,
    given: Mapping[str, int] | None = None,
    at: int | None = None,
) -> VerifyReport:
    """Make the backup `file` the journal of a data folder; no service may be using the folder.

    The journal gets a new id: rows newer than the backup may have been seen by somebody, and their sequence
    numbers will be given again. With `force` the journal that is there becomes `journal.db.before`; other
    files stay, but for the key of the appointments' QR codes, which comes with the journal (see
    `branch.service.access.signing`).

    No number of the day on which that happens (``at``, in ms, else now) is given again: as many are left out
    as the journal that was there tells, or ``given``, the newest number of each service, or else as many as
    may have been (`branch.domain.offline.number_block_rules`).
    Raises StorageNotEmpty when something is there and `force` is not given, StorageBusy when a service runs,
    StorageDamaged when the backup is, StorageNewer when a newer version made it, or another StorageError.
    """
    database.make_folder(folder)
    path = database.journal_path(folder)
    with storage_errors(folder):
        if not force and any(entry.name != database.LOCK_FILE for entry in folder.iterdir()):
            raise StorageNotEmpty(f"{folder}: is not empty; nothing was restored")
    lock = database.lock_folder(folder)
    try:
        gap = gap_after(path, time.time_ns() // 1_000_000 if at is None else at, given or {})
        with part_beside(path) as part:
            with storage_errors(path):
                _copy(file, part, journal_id=uuid.uuid4().hex, gap=gap)
            report = _verified(part, file)
            key = _taken_out(part)
            _empty_log(folder)
            with storage_errors(path):
                keep_beside(path, _before(path))
                put_in_place(part, path)
            if key is not None:
                put_key(folder, key)
    finally:
        lock.release()
    return report


def _copy(
    source: Path,
    target: Path,
    *,
    journal_id: str | None = None,
    key: str | None = None,
    gap: NumberGap | None = None,
) -> None:
    """Copy a journal into one file that needs no log beside it, with the newest schema, and the key in it."""
    with (
        closing(database.open_reader(source)) as reading,
        closing(sqlite3.connect(target, isolation_level=None)) as writing,
    ):
        writing.execute("PRAGMA synchronous = OFF")  # the file is synced once, when it is complete
        # In one step: between steps, every commit of the service would make the copy start again.
        reading.backup(writing, pages=-1)
        writing.execute("PRAGMA journal_mode = DELETE")
        migrations.migrate(writing, target)
        if journal_id is not None:
            writing.execute("UPDATE meta SET value = ? WHERE key = 'id'", (journal_id,))
        if key is not None:
            writing.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (KEY_FILE, key))
        if gap is not None:
            note_gap(writing, gap)


def _taken_out(part: Path) -> str | None:
    """The key that came with a backup, which the journal itself does not hold; None if it came with none."""
    with storage_errors(part), closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        found = connection.execute("SELECT value FROM meta WHERE key = ?", (KEY_FILE,)).fetchone()
        connection.execute("DELETE FROM meta WHERE key = ?", (KEY_FILE,))
    return None if found is None else str(found[0])


def _verified(part: Path, file: Path) -> VerifyReport:
    """The report on `part`, the copy of or for `file`. Raises StorageDamaged when it is not sound."""
    report = verify_file(part)
    if report.first_bad is not None:
        raise StorageDamaged(f"{file}: row {report.first_bad.seq}: {report.first_bad.reason}")
    return report


def _empty_log(folder: Path) -> None:
    """Move what the log of the old journal holds into its file, then remove the log.

    A log left beside the new file would be taken for its own. Emptying it first keeps the old journal whole
    should the power fail before it is replaced; the log of one too damaged for that is kept with it.
    """
    path = database.journal_path(folder)
    log, kept = path.with_name(f"{path.name}-wal"), path.with_name(f"{_before(path).name}-wal")
    with storage_errors(path):
        kept.unlink(missing_ok=True)
        keep_beside(log, kept)  # before SQLite sees it: of a file that is no database it removes the log
    if path.exists():
        with (
            suppress(StorageError, sqlite3.Error),
            closing(database.open_writer(folder, checkpoints=True)) as old,
        ):
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            kept.unlink(missing_ok=True)
    with storage_errors(path):
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _before(path: Path) -> Path:
    """What the journal is called that a restore has replaced."""
    return path.with_name(f"{path.name}.before")
