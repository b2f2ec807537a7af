"""Damage is found and named; copies are whole, and put back only over nothing or by force."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from branch.contract.appointment_qr import check, sign
from branch.service.access.device_tokens import DeviceTokens
from branch.service.access.signing import SigningKey
from branch.service.journal.journal_port import Draft
from branch.service.journal.sqlite_journal import SqliteJournal, open_reader
from branch.service.journal.storage_errors import (
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageFailed,
    StorageNewer,
    StorageNotEmpty,
)
from branch.service.maintenance import backup, restore, verify
from tests.service.test_journal import DAY, NEXT_DAY, answer, draft


def two_days(folder: Path) -> None:
    """A data folder with rows 1 to 5 of one day and 6 to 9 of the next, and an answer."""
    with closing(SqliteJournal.open(folder)) as journal:
        journal.append([draft(n) for n in range(1, 6)], [answer("key")])
        journal.append([draft(n, NEXT_DAY) for n in range(6, 10)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Such a folder."""
    folder = tmp_path / "data"
    two_days(folder)
    return folder


def change(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / "journal.db", isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def head_on_disk(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "journal.db")) as connection:
        (value,) = connection.execute("SELECT hex(hash) FROM events ORDER BY seq DESC").fetchone()
    return str(value).lower()


def test_a_sound_journal(folder: Path) -> None:
    report = verify(folder)
    assert report.ok
    assert (report.rows, report.hash) == (9, head_on_disk(folder))


def test_an_empty_journal(tmp_path: Path) -> None:
    SqliteJournal.open(tmp_path).close()
    report = verify(tmp_path)
    assert (report.ok, report.rows) == (True, 0)


def test_no_journal(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="there is no journal"):
        verify(tmp_path)


SWAP = """UPDATE events SET (at, data, hash) =
    (SELECT at, data, hash FROM events AS other WHERE other.seq = 7 - events.seq) WHERE seq IN (3, 4)"""


@pytest.mark.parametrize(
    ("statements", "seq", "reason"),
    [
        (["UPDATE events SET data = '{}' WHERE seq = 4"], 4, "was changed"),
        (["UPDATE events SET at = at + 1 WHERE seq = 1"], 1, "was changed"),
        (["UPDATE events SET type = 'Ticket-issued' WHERE seq = 9"], 9, "was changed"),
        (["UPDATE events SET day = '2026-11-20' WHERE seq = 6"], 6, "was changed"),
        (["UPDATE events SET hash = zeroblob(32) WHERE seq = 2"], 2, "was changed"),
        (["UPDATE events SET data = CAST(x'ff' AS TEXT) WHERE seq = 4"], 4, "was changed"),
        (["UPDATE meta SET value = 'other' WHERE key = 'genesis'"], 1, "was changed"),
        ([SWAP], 3, "was changed"),
        (["DELETE FROM events WHERE seq = 1"], 1, "missing up to row 1"),
        (["DELETE FROM events WHERE seq IN (4, 5)"], 4, "missing up to row 5"),
        (["DELETE FROM events WHERE seq = 9"], 9, "missing up to row 9, the last one written"),
        (["DELETE FROM events WHERE seq > 6"], 7, "missing up to row 9, the last one written"),
        (["DELETE FROM events"], 1, "missing up to row 9, the last one written"),
        (["UPDATE events SET seq = 10 WHERE seq = 9"], 9, "missing up to row 9"),
        (["UPDATE sqlite_sequence SET seq = 8"], 9, "was not written by the service"),
        (["DELETE FROM sqlite_sequence"], 1, "was not written by the service"),
        (["UPDATE days SET first_seq = 7 WHERE day = '2026-11-21'"], 6, "first row of 2026-11-21: 6"),
        (["DELETE FROM days WHERE day = '2026-11-20'"], 1, "table of days says none"),
        (["INSERT INTO days VALUES ('2026-11-22', 10)"], 10, "first row of 2026-11-22: none"),
    ],
)
def test_damage_is_laid_at_the_first_bad_row(
    folder: Path, statements: list[str], seq: int, reason: str
) -> None:
    change(folder, *statements)
    bad = verify(folder).first_bad
    assert bad is not None
    assert bad.seq == seq
    assert reason in bad.reason
    assert "\n" not in bad.reason


def test_a_row_of_another_kind(folder: Path) -> None:
    change(
        folder,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '')  WHERE name = 'events'",
    )
    change(folder, "UPDATE events SET at = 'noon' WHERE seq = 3")
    bad = verify(folder).first_bad
    assert bad is not None
    assert (bad.seq, bad.reason) == (3, "a field is of another kind than was written")


def test_broken_pages_are_laid_at_a_row_too(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([Draft(DAY, n, "large", "x" * 4000) for n in range(50)])
    file = tmp_path / "journal.db"
    content = bytearray(file.read_bytes())
    content[30 * 4096 :] = b"\xaa" * (len(content) - 30 * 4096)
    file.write_bytes(content)
    bad = verify(tmp_path).first_bad
    assert bad is not None
    assert 1 < bad.seq <= 50
    assert "is damaged" in bad.reason


def test_a_backup_is_one_file_with_everything(folder: Path, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    with closing(DeviceTokens(folder)) as tokens:
        token = tokens.mint("kiosk", "door")
    with closing(SqliteJournal.open(folder)) as journal:
        journal.append([draft(10, NEXT_DAY)])
        report = backup(folder, copies / "b.db")
        rows = journal.read(0, 99)
    assert (report.ok, report.rows) == (True, 10)
    assert [file.name for file in copies.iterdir()] == ["b.db"]
    restored = tmp_path / "restored" / "data"
    assert restore(copies / "b.db", restored).rows == 10
    assert [file.name for file in copies.iterdir()] == ["b.db"]
    with closing(SqliteJournal.open(restored)) as journal:
        assert journal.read(0, 99) == rows
        assert journal.answer("key") == answer("key")
        assert journal.append([draft(11, NEXT_DAY)])[0].seq == 11
    assert verify(restored).ok
    with closing(DeviceTokens(restored)) as tokens:
        assert tokens.find(token) is not None


def test_a_damaged_journal_does_not_replace_a_good_backup(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.db"
    backup(folder, file)
    good = file.read_bytes()
    change(folder, "UPDATE events SET data = '{}' WHERE seq = 4")
    with pytest.raises(StorageDamaged, match=r"^/.*/b\.db: row 4: was changed"):
        backup(folder, file, replace=True)
    assert file.read_bytes() == good
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["b.db", "data"]


def test_backup_refuses_what_cannot_work(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="no such folder"):
        backup(folder, tmp_path / "missing" / "b.db")
    with pytest.raises(StorageNotEmpty, match="is the journal itself"):
        backup(folder, folder / "journal.db")
    with pytest.raises(StorageFailed, match="there is no journal"):
        backup(tmp_path / "missing", tmp_path / "b.db")
    assert [entry.name for entry in tmp_path.iterdir()] == ["data"]


def test_restore_refuses_to_overwrite_unless_forced(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.db"
    backup(folder, file)
    (folder / "notes.txt").write_text("kept")
    with closing(SqliteJournal.open(folder)) as journal:
        journal.append([draft(n, NEXT_DAY) for n in range(10, 15)])
        old_id = journal.id
    with pytest.raises(StorageNotEmpty, match="is not empty; nothing was restored"):
        restore(file, folder)
    assert verify(folder).rows == 14
    assert restore(file, folder, force=True).rows == 9
    assert (folder / "notes.txt").read_text() == "kept"
    with closing(SqliteJournal.open(folder)) as journal:
        assert journal.last_seq() == 9
        assert journal.id != old_id  # rows 10 to 14 will be other rows from now on


def test_restore_does_not_mix_with_the_old_log(folder: Path, tmp_path: Path) -> None:
    """A killed service leaves a log behind; it must not be read into the restored file."""
    file = tmp_path / "b.db"
    backup(folder, file)
    journal = SqliteJournal.open(folder)
    journal.append([draft(n, NEXT_DAY) for n in range(10, 15)])
    log = (folder / "journal.db-wal").read_bytes()
    database = (folder / "journal.db").read_bytes()
    journal.close()
    (folder / "journal.db").write_bytes(database)
    (folder / "journal.db-wal").write_bytes(log)
    assert verify(folder).rows == 14
    restore(file, folder, force=True)
    assert verify(folder).rows == 9
    assert not (folder / "journal.db-wal").exists() or not (folder / "journal.db-wal").stat().st_size


def test_restore_over_a_file_that_is_no_database(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "b.db")
    (folder / "journal.db").write_bytes(b"rubbish" * 1000)
    (folder / "journal.db-wal").write_bytes(b"rubbish" * 1000)
    restore(tmp_path / "b.db", folder, force=True)
    assert verify(folder).rows == 9


def test_restore_refuses_while_a_service_runs(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "b.db")
    with closing(SqliteJournal.open(folder)), pytest.raises(StorageBusy):
        restore(tmp_path / "b.db", folder, force=True)


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("UPDATE events SET data = '{}' WHERE seq = 4", StorageDamaged),
        ("DELETE FROM events WHERE seq = 9", StorageDamaged),
        ("PRAGMA user_version = 7", StorageNewer),
        ("PRAGMA application_id = 1", StorageDamaged),
    ],
)
def test_a_bad_backup_is_not_put_in_place(
    folder: Path, tmp_path: Path, statement: str, error: type[StorageError]
) -> None:
    change(folder, statement)
    target = tmp_path / "target"
    with closing(SqliteJournal.open(target)) as journal:
        journal.append([draft(1)])
    with pytest.raises(error):
        restore(folder / "journal.db", target, force=True)
    with pytest.raises(error):
        restore(folder / "journal.db", tmp_path / "new")
    assert verify(target).rows == 1
    assert sorted(entry.name for entry in target.iterdir() if "part" in entry.name) == []
    assert [entry.name for entry in (tmp_path / "new").iterdir()] == ["service.lock"]


def test_restore_from_nothing(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="there is no journal"):
        restore(tmp_path / "missing.db", tmp_path / "new")
    with pytest.raises(StorageFailed):
        open_reader(tmp_path / "new")


KEY = "appointments.key"
WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the rights of the folder")


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_key_of_the_appointments_comes_along(folder: Path, tmp_path: Path) -> None:
    qr = sign(SigningKey(folder).private, "K7M4QX2P", 0)
    file, other = tmp_path / "backup.db", tmp_path / "other"
    backup(folder, file)
    restore(file, other)
    assert check(SigningKey(other).public, qr).code == "K7M4QX2P"
    assert (other / KEY).read_text("ascii") == (folder / KEY).read_text("ascii")
    assert b"PRIVATE KEY" not in (other / "journal.db").read_bytes(), "it stands in its own file alone"
    assert not verify(other).first_bad


@WINDOWS
def test_whatever_holds_the_key_is_its_owners_alone(folder: Path, tmp_path: Path) -> None:
    SigningKey(folder)
    file, other = tmp_path / "backup.db", tmp_path / "other"
    file.write_text("an older backup", encoding="ascii")
    file.chmod(0o644)
    backup(folder, file, replace=True)
    restore(file, other)
    assert [rights(path) for path in (file, other / KEY, other / "journal.db")] == [0o600] * 3


def test_a_folder_without_a_key_is_backed_up_without_one(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "backup.db")
    restore(tmp_path / "backup.db", tmp_path / "other")
    assert not (tmp_path / "other" / KEY).exists()


def test_another_key_that_is_there_is_kept_beside(folder: Path, tmp_path: Path) -> None:
    """By force: the journal's appointments come with their key, but codes of the other may be out too."""
    SigningKey(folder)
    backup(folder, tmp_path / "backup.db")
    mine = (folder / KEY).read_text("ascii")
    restore(tmp_path / "backup.db", folder, force=True)
    assert not (folder / f"{KEY}.before").exists(), "the same key is left as it is"
    (folder / KEY).unlink()
    SigningKey(folder)
    theirs = (folder / KEY).read_text("ascii")
    restore(tmp_path / "backup.db", folder, force=True)
    assert (folder / KEY).read_text("ascii") == mine
    assert (folder / f"{KEY}.before").read_text("ascii") == theirs


def test_the_journal_that_is_replaced_is_kept_beside(folder: Path, tmp_path: Path) -> None:
    """Also one too damaged to be opened: what is in it may be wanted yet."""
    backup(folder, tmp_path / "b.db")
    with closing(SqliteJournal.open(folder)) as journal:
        journal.append([draft(n, NEXT_DAY) for n in range(10, 15)])
    restore(tmp_path / "b.db", folder, force=True)
    (tmp_path / "other").mkdir()
    shutil.copy(folder / "journal.db.before", tmp_path / "other" / "journal.db")
    assert (verify(tmp_path / "other").rows, verify(folder).rows) == (14, 9)
    rubbish = b"rubbish" * 1000
    for ending in ("", "-wal"):
        (folder / f"journal.db{ending}").write_bytes(rubbish)
    restore(tmp_path / "b.db", folder, force=True)
    assert [(folder / f"journal.db.before{ending}").read_bytes() for ending in ("", "-wal")] == [rubbish] * 2
    assert verify(folder).rows == 9
