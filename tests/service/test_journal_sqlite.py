"""What only the journal on disk does: opening, locking, reading beside, migrating."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from branch.service.journal import hash_chain as chain
from branch.service.journal import migrations
from branch.service.journal.journal_port import MemoryJournal
from branch.service.journal.sqlite_journal import SqliteJournal, open_reader
from branch.service.journal.storage_errors import StorageBusy, StorageDamaged, StorageFailed, StorageNewer
from tests.service.insides import sqlite_of
from tests.service.test_journal import DAY, NEXT_DAY, answer, draft


def test_everything_is_there_after_reopening(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path / "a" / "b")) as journal:
        rows = journal.append([draft(1), draft(2, NEXT_DAY)], [answer("key")])
        journal_id = journal.id
    with closing(SqliteJournal.open(tmp_path / "a" / "b")) as journal:
        assert journal.id == journal_id
        assert journal.read(0, 9) == rows
        assert journal.answer("key") == answer("key")
        assert journal.append([draft(3, NEXT_DAY)])[0].seq == 3
    assert sorted(file.name for file in (tmp_path / "a" / "b").iterdir()) == ["journal.db", "service.lock"]


def test_each_journal_has_its_own_id(tmp_path: Path) -> None:
    with (
        closing(SqliteJournal.open(tmp_path / "a")) as one,
        closing(SqliteJournal.open(tmp_path / "b")) as two,
    ):
        assert len({one.id, two.id, MemoryJournal().id}) == 3


def test_a_folder_has_one_service(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        with pytest.raises(StorageBusy, match=r"^/.*: another service uses this data folder$"):
            SqliteJournal.open(tmp_path)
        child = subprocess.run(
            [
                sys.executable,
                "-c",
                f"from pathlib import Path; from branch.service.journal.sqlite_journal import SqliteJournal\n"
                f"SqliteJournal.open(Path({str(tmp_path)!r}))",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "StorageBusy" in child.stderr
        journal.append([draft(1)])
    with closing(SqliteJournal.open(tmp_path)) as journal:
        assert journal.last_seq() == 1


def test_two_writers_without_the_lock_see_each_other(tmp_path: Path) -> None:
    with (
        closing(SqliteJournal.open(tmp_path, exclusive=False)) as one,
        closing(SqliteJournal.open(tmp_path, exclusive=False)) as two,
    ):
        one.append([draft(1)])
        assert two.last_seq() == 1
        assert two.append([draft(2, NEXT_DAY)])[0].seq == 2
        assert one.latest_day() == NEXT_DAY
        with pytest.raises(ValueError, match="cannot follow"):
            one.append([draft(3)])


def test_a_reader_follows_the_writer(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal, closing(open_reader(tmp_path)) as reader:
        assert (reader.id, reader.last_seq(), reader.latest_day()) == (journal.id, 0, None)
        rows = journal.append([draft(1), draft(2, NEXT_DAY)], [answer("key")])
        assert (reader.last_seq(), reader.latest_day(), reader.days()) == (2, NEXT_DAY, [DAY, NEXT_DAY])
        assert reader.read(0, 9) == rows
        assert list(reader.read_day(DAY)) == rows[:1]
        assert reader.answer("key") == answer("key")


def test_a_reader_works_without_a_service(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        rows = journal.append([draft(1)])
    with closing(open_reader(tmp_path)) as reader:
        assert reader.read(0, 9) == rows


def test_a_half_read_day_does_not_hold_up_the_writer(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([draft(n) for n in range(1500)])
        rows = journal.read_day(DAY)
        next(rows)
        journal.append([draft(1500)])
        # busy = 0: no reader kept the log from being emptied
        assert sqlite_of(journal).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        assert len(list(rows)) == 1500


def test_no_journal_to_read(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match=r"journal\.db: there is no journal$"):
        open_reader(tmp_path)


def test_a_newer_data_folder_is_refused_and_left_alone(tmp_path: Path) -> None:
    SqliteJournal.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "journal.db")) as connection:
        connection.execute("PRAGMA user_version = 7")
    before = (tmp_path / "journal.db").read_bytes()
    text = r"was written by a newer version \(schema 7, this program knows up to 4\)$"
    for opening in (SqliteJournal.open, open_reader):
        with pytest.raises(StorageNewer, match=text):
            opening(tmp_path)
    assert (tmp_path / "journal.db").read_bytes() == before
    with pytest.raises(StorageNewer):
        SqliteJournal.open(tmp_path)  # the lock was given back, or this would be StorageBusy


def test_an_older_data_folder_is_migrated_by_the_service_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        rows = journal.append([draft(1)])

    def second(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE later (a) ")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, second))
    with pytest.raises(StorageFailed, match="has schema 4; start the service once"):
        open_reader(tmp_path)
    with closing(SqliteJournal.open(tmp_path)) as journal, closing(open_reader(tmp_path)) as reader:
        assert reader.read(0, 9) == rows
        assert sqlite_of(journal).execute("PRAGMA user_version").fetchone() == (5,)


def test_a_failed_migration_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SqliteJournal.open(tmp_path).close()

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE later (a)")
        connection.execute("no such statement")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, broken))
        with pytest.raises(sqlite3.OperationalError, match="syntax error"):  # a bug, so not a StorageError
            SqliteJournal.open(tmp_path)
    with closing(SqliteJournal.open(tmp_path)) as journal:
        tables = sqlite_of(journal).execute("SELECT name FROM sqlite_master").fetchall()
        assert ("later",) not in tables


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "journal.db")) as connection:
        connection.execute("CREATE TABLE events (their_own)")
    for opening in (SqliteJournal.open, open_reader):
        with pytest.raises(StorageDamaged, match="is not a Branchline journal"):
            opening(tmp_path)


def test_the_hash_frames_its_fields() -> None:
    start = chain.genesis("id")
    assert chain.link(start, 1, 2, b"ab", b"c", b"") != chain.link(start, 1, 2, b"a", b"bc", b"")
    assert chain.link(start, 1, 2, b"a", b"b", b"c") != chain.link(chain.genesis("x"), 1, 2, b"a", b"b", b"c")
    # Written down once: a journal must stay verifiable by later versions.
    assert start.hex() == "a56145270ce6b3bebd1dd012b73948677dd618d496488bc608a3cb43ce3547dd"
    assert chain.link(start, 1, -2, b"a", b"b", b"c").hex() == (
        "d30aa3d9347506001490f31073f15eba8fc663e1f3c8683e109d29eb69a75dbf"
    )
