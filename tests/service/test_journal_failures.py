"""What the journal says and does when the disk does not take what it is given."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from branch.service.journal.journal_port import Answer, Draft
from branch.service.journal.sqlite_journal import SqliteJournal, open_reader
from branch.service.journal.storage_errors import (
    StorageDamaged,
    StorageError,
    StorageFailed,
    StorageFull,
    StorageReadOnly,
    from_sqlite,
    from_system,
    storage_errors,
)
from branch.service.maintenance import backup, verify
from tests.service.insides import sqlite_of
from tests.service.test_journal import DAY, answer, draft


def large(count: int) -> list[Draft]:
    return [Draft(DAY, n, "large", "x" * 4000) for n in range(count)]


def check_as_before(journal: SqliteJournal, folder: Path, rows: int) -> None:
    """The journal holds `rows` rows, in memory as on disk, and takes the next one."""
    assert journal.last_seq() == rows
    assert len(journal.read(0, 10_000)) == rows
    assert journal.answer("lost") is None
    assert journal.append([draft(1)], [answer("kept")])[0].seq == rows + 1
    assert journal.answer("kept") is not None
    assert verify(folder).ok


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SqliteJournal]:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([draft(1)])
        yield journal


def test_a_full_database_stores_nothing_of_the_batch(journal: SqliteJournal, tmp_path: Path) -> None:
    connection = sqlite_of(journal)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    limit = connection.execute("PRAGMA max_page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    for _ in range(2):
        with pytest.raises(StorageFull, match=r"^/.*journal\.db: the disk is full \(SQLITE_FULL\)$"):
            journal.append([draft(2), *large(3)], [answer("lost")])
    connection.execute(f"PRAGMA max_page_count = {limit}")
    check_as_before(journal, tmp_path, 1)


def test_a_file_that_may_not_be_written(journal: SqliteJournal, tmp_path: Path) -> None:
    sqlite_of(journal).execute("PRAGMA query_only = 1")
    with pytest.raises(StorageReadOnly, match=r"journal\.db: cannot be written"):
        journal.append([draft(2)], [answer("lost")])
    with pytest.raises(StorageReadOnly):
        journal.forget_answers(1)
    sqlite_of(journal).execute("PRAGMA query_only = 0")
    check_as_before(journal, tmp_path, 1)


def test_a_file_locked_by_another_program(journal: SqliteJournal, tmp_path: Path) -> None:
    sqlite_of(journal).execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(tmp_path / "journal.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed, match=r"is locked by another program \(SQLITE_BUSY\)"):
            journal.append([draft(2)], [answer("lost")])
    check_as_before(journal, tmp_path, 1)


def test_a_bug_passes_through_and_stores_nothing(journal: SqliteJournal, tmp_path: Path) -> None:
    nonsense = Answer("lost", b"", "created", b"", 0)  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        journal.append([draft(2)], [nonsense])
    check_as_before(journal, tmp_path, 1)


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_not_a_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "journal.db").write_bytes(content)
    for opening in (SqliteJournal.open, open_reader):
        with pytest.raises(StorageDamaged, match=r"^/.*journal\.db: is not a database"):
            opening(tmp_path)


def test_broken_pages(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append(large(50))
    file = tmp_path / "journal.db"
    content = bytearray(file.read_bytes())
    content[20 * 4096 :] = b"\xaa" * (len(content) - 20 * 4096)
    file.write_bytes(content)
    with closing(open_reader(tmp_path)) as reader, pytest.raises(StorageDamaged, match="is damaged"):
        reader.read(0, 100)


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([draft(1)])
        sqlite_of(journal).execute("UPDATE events SET data = CAST(x'ff' AS TEXT)")
        with pytest.raises(StorageDamaged, match="cannot be decoded"):
            journal.read(0, 1)


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StorageFailed, match=r"^/.*/data: File exists$"):
        SqliteJournal.open(tmp_path / "data")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EROFS, StorageReadOnly),
        (errno.EACCES, StorageReadOnly),
        (errno.EIO, StorageFailed),
    ],
)
def test_errors_of_the_system(number: int, kind: type[StorageError]) -> None:
    error = from_system(OSError(number, os.strerror(number)), Path("/data"))
    assert type(error) is kind
    assert str(error).startswith("/data: ")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, StorageFailed),
        (sqlite3.SQLITE_IOERR_SHMSIZE, StorageFull),
        (sqlite3.SQLITE_READONLY_DIRECTORY, StorageReadOnly),
        (sqlite3.SQLITE_CORRUPT_INDEX, StorageDamaged),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, None),
        (sqlite3.SQLITE_MISUSE, None),
    ],
)
def test_extended_codes_of_sqlite(code: int, kind: type[StorageError] | None) -> None:
    error = sqlite3.OperationalError("the text does not matter")
    error.sqlite_errorcode, error.sqlite_errorname = code, "SQLITE_SOMETHING"
    known = from_sqlite(error, Path("/data"))
    assert (type(known) if known else None) is kind
    if known is not None:
        assert "\n" not in str(known)


def test_misuse_is_not_a_storage_error() -> None:
    with pytest.raises(sqlite3.ProgrammingError), storage_errors(Path("/data")):
        raise sqlite3.ProgrammingError("closed")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 512 KB, where the system lets the tests make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("no file system can be made here (needs root)")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Leave no byte free; return the file that takes the space."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    assert os.statvfs(disk).f_bavail == 0
    return ballast


def append_until_full(journal: SqliteJournal) -> int:
    """Append batches of two until one is refused; return how many rows were taken."""
    for taken in range(0, 1000, 2):
        try:
            journal.append(large(2))
        except StorageFull:
            return taken
    raise AssertionError("the disk did not fill up")


def test_a_really_full_disk(small_disk: Path) -> None:
    folder = small_disk / "data"
    with closing(SqliteJournal.open(folder)) as journal:
        journal.append([draft(1)])
        ballast = fill(small_disk)
        stored = 1 + append_until_full(journal)
        with pytest.raises(StorageFull):
            journal.append(large(20), [answer("lost")])
        assert journal.last_seq() == stored
        with pytest.raises(StorageFull, match=r"/copy\.db: the disk is full"):
            backup(folder, small_disk / "copy.db")
        ballast.unlink()
        check_as_before(journal, folder, stored)
        backup(folder, small_disk / "copy.db")
    assert sorted(file.name for file in small_disk.iterdir()) == ["copy.db", "data"]


def test_no_space_to_open(small_disk: Path) -> None:
    folder = small_disk / "data"
    SqliteJournal.open(folder).close()
    ballast = fill(small_disk)
    with pytest.raises(StorageFull):
        SqliteJournal.open(folder).append([draft(1)])
    with pytest.raises(StorageFull):
        SqliteJournal.open(small_disk / "other")
    ballast.unlink()
    with closing(SqliteJournal.open(folder)) as journal:
        check_as_before(journal, folder, 0)


def test_a_really_read_only_disk(small_disk: Path) -> None:
    folder = small_disk / "data"
    with closing(SqliteJournal.open(folder)) as journal:
        rows = journal.append([draft(1)])
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StorageReadOnly, match=r"^/.*/data: cannot be written$"):
        SqliteJournal.open(folder)
    with pytest.raises(StorageReadOnly):
        SqliteJournal.open(folder, exclusive=False)
    with pytest.raises(StorageReadOnly):
        SqliteJournal.open(small_disk / "other")
    with closing(open_reader(folder)) as reader:
        assert reader.read(0, 9) == rows
    assert verify(folder).rows == 1
