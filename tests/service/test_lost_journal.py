"""A journal that is gone, cut, changed or open to everybody is noticed before anything is written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from branch import cli
from branch.service.access.device_tokens import DeviceTokens
from branch.service.access.signing import SigningKey
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.storage_errors import StorageDamaged, StorageError, StorageFailed, StorageMissing
from branch.service.maintenance import backup, restore
from tests.service.desk import desk
from tests.service.test_journal import DAY, NEXT_DAY, draft

Harm = Callable[[Path], object]


def remove(folder: Path) -> None:
    for file in folder.glob("journal.db*"):
        file.unlink()


def empty(folder: Path) -> None:
    remove(folder)
    (folder / "journal.db").touch()


def blank(folder: Path) -> None:
    """A database without a table, as somebody's tool may leave it."""
    remove(folder)
    with closing(sqlite3.connect(folder / "journal.db", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("DROP TABLE t")


def key(folder: Path) -> None:
    SigningKey(folder)


def kept_key(folder: Path) -> None:
    (folder / "appointments.key.before").touch()


def past_days(folder: Path) -> None:
    (folder / "projections.db").touch()


def copy(folder: Path) -> None:
    backup(folder, folder / "branch.db")


def log(folder: Path) -> None:
    (folder / "service.log").touch()


@pytest.mark.parametrize("harm", [remove, empty, blank])
@pytest.mark.parametrize("trace", [key, kept_key, past_days, copy, log])
def test_where_a_branch_was_nothing_is_begun_anew(tmp_path: Path, harm: Harm, trace: Harm) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([draft(1)])
    trace(tmp_path)
    harm(tmp_path)
    before = sorted(file.name for file in tmp_path.glob("journal.db*"))
    for opening in (SqliteJournal.open, DeviceTokens):
        with pytest.raises(StorageMissing, match=r"a branch was here .*restore.*--begin-anew") as raised:
            opening(tmp_path)
        assert "\n" not in str(raised.value)
    assert sorted(file.name for file in tmp_path.glob("journal.db*")) == before
    with closing(SqliteJournal.open(tmp_path, begin_anew=True)) as journal:
        assert journal.last_seq() == 0
        journal.append([draft(1)])
    SqliteJournal.open(tmp_path).close()


def test_a_backup_put_back_opens_it(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([draft(1)])
    backup(tmp_path, tmp_path / "branch.db")
    remove(tmp_path)
    restore(tmp_path / "branch.db", tmp_path, force=True)
    with closing(SqliteJournal.open(tmp_path)) as journal:
        assert journal.last_seq() == 1


def test_a_new_folder_with_its_settings_is_begun(tmp_path: Path) -> None:
    for name in ("branch.toml", "service.lock", "kiosk.sqlite"):
        (tmp_path / name).touch()
    SqliteJournal.open(tmp_path).close()


def test_the_command_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SigningKey(tmp_path)
    assert cli.main(["init", str(tmp_path)]) == 0
    config = ["--config", str(tmp_path / "branch.toml"), "--data", str(tmp_path)]
    for command in (["serve", "--port", "0", *config], ["token", "--role", "kiosk", "--data", str(tmp_path)]):
        capsys.readouterr()
        assert cli.main(command) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert "restore" in line
        assert "--begin-anew" in line


def replace(folder: Path) -> None:
    shutil.copy(folder / "journal.db", folder / "other")
    (folder / "other").replace(folder / "journal.db")


def cut_log(folder: Path) -> None:
    (folder / "journal.db-wal").unlink()


def move_folder(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


@pytest.mark.expects_log(".*removed or replaced.*")
@pytest.mark.parametrize("harm", [remove, replace, cut_log, move_folder])
def test_nothing_is_acknowledged_once_the_file_is_gone(tmp_path: Path, harm: Harm) -> None:
    folder = tmp_path / "data"
    with closing(SqliteJournal.open(folder)) as journal, desk(journal) as at:
        at.issue().result(5)
        harm(folder)
        for _ in range(2):
            with pytest.raises(StorageFailed, match="removed or replaced"):
                at.issue().result(5)
        assert len({entry.seq for entry in at.published}) == len(at.published) == 3


@pytest.mark.expects_log(".*removed or replaced.*")
def test_a_folder_that_comes_back_is_worked_with_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(SqliteJournal.open(folder)) as journal, desk(journal) as at:
        at.issue().result(5)
        folder.rename(tmp_path / "elsewhere")
        with pytest.raises(StorageFailed):
            at.issue().result(5)
        (tmp_path / "elsewhere").rename(folder)
        assert at.issue().result(5).status == 200
        assert [ticket.number for ticket in at.hall()["tickets"].values()] == ["A001", "A002"]


HARMS = [
    "DELETE FROM events WHERE seq = 9",
    "DELETE FROM events WHERE seq > 6",
    "DELETE FROM events WHERE day = '2026-11-21'",
    "DELETE FROM events",
    "DELETE FROM events WHERE seq = 6",
    "DELETE FROM events WHERE seq = 8",
    "UPDATE events SET data = '{}' WHERE seq = 8",
    "UPDATE events SET at = at + 1 WHERE seq = 9",
    "UPDATE events SET hash = zeroblob(32) WHERE seq = 9",
    "UPDATE events SET hash = zeroblob(32) WHERE seq = 5",
    "UPDATE events SET day = '2026-11-20' WHERE seq = 6",
    "UPDATE events SET seq = 10 WHERE seq = 9",
    "UPDATE sqlite_sequence SET seq = 12",
    "DELETE FROM sqlite_sequence",
    "UPDATE days SET first_seq = 7 WHERE day = '2026-11-21'",
    "UPDATE days SET first_seq = 5 WHERE day = '2026-11-21'",
    "DELETE FROM days WHERE day = '2026-11-21'",
    "INSERT INTO days VALUES ('2026-11-22', 10)",
    "UPDATE events SET data = CAST(x'ff' AS TEXT) WHERE seq = 8",
]


@pytest.mark.parametrize("harm", HARMS)
def test_what_is_wrong_with_the_newest_day_is_said_before_the_first_row(tmp_path: Path, harm: str) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([draft(n, DAY) for n in range(1, 6)])
        journal.append([draft(n, NEXT_DAY) for n in range(6, 10)])
    with closing(sqlite3.connect(tmp_path / "journal.db", isolation_level=None)) as connection:
        connection.execute(harm)
    for _ in range(2):
        with pytest.raises(StorageDamaged) as raised:
            SqliteJournal.open(tmp_path)
        assert "\n" not in str(raised.value)


def modes(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.glob("*.db*")}


@pytest.mark.skipif(os.name == "nt", reason="NTFS has rights of its own")
def test_the_files_are_their_owners_alone_also_in_a_folder_that_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    before = os.umask(0o022)
    try:
        with closing(SqliteJournal.open(folder)) as journal, desk(journal) as at:
            at.issue().result(5)
            assert set(modes(folder)) == {"journal.db", "journal.db-wal", "journal.db-shm"}
            assert set(modes(folder).values()) == {0o600}
            for file in folder.glob("*.db*"):
                file.chmod(0o644)
            DeviceTokens(folder).close()
            assert set(modes(folder).values()) == {0o600}, "mended where it was otherwise"
        backup(folder, folder / "copy.db")
        assert modes(folder)["copy.db"] == 0o600
    finally:
        os.umask(before)


def test_a_journal_that_cannot_be_looked_at_is_not_begun_anew(tmp_path: Path) -> None:
    SigningKey(tmp_path)
    (tmp_path / "journal.db").write_bytes(bytes(8192))
    with pytest.raises(StorageError):
        SqliteJournal.open(tmp_path)
    assert (tmp_path / "journal.db").read_bytes() == bytes(8192)
