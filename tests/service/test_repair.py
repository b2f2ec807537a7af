"""What is whole of a damaged journal comes out in a file of its own, and what is lost is said."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from branch import cli
from branch.service.access.device_tokens import DeviceTokens
from branch.service.access.signing import SigningKey
from branch.service.journal.journal_port import Draft
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.storage_errors import StorageBusy, StorageDamaged, StorageFailed, StorageNotEmpty
from branch.service.maintenance import repair, restore, verify
from tests.service.test_journal import DAY, NEXT_DAY, draft
from tests.service.test_lost_journal import HARMS
from tests.service.test_maintenance import change, two_days


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with two days, and a token and a key besides."""
    folder = tmp_path / "data"
    two_days(folder)
    with closing(DeviceTokens(folder)) as tokens:
        tokens.mint("kiosk", "door")
    SigningKey(folder)
    return folder


KEPT = {
    "DELETE FROM events WHERE seq = 9": (8, 1, 0),
    "DELETE FROM events WHERE seq > 6": (6, 3, 0),
    "UPDATE events SET data = '{}' WHERE seq = 8": (7, 2, 2),
    "DELETE FROM events WHERE seq = 3": (2, 7, 6),
    "DELETE FROM events": (0, 9, 0),
    "UPDATE days SET first_seq = 7 WHERE day = '2026-11-21'": (9, 0, 0),
}


@pytest.mark.parametrize(("harm", "kept"), KEPT.items())
def test_the_longest_good_beginning_is_kept(folder: Path, harm: str, kept: tuple[int, int, int]) -> None:
    change(folder, harm)
    before = (folder / "journal.db").read_bytes()
    report = repair(folder, folder.parent / "whole.db")
    assert (report.rows, report.lost, sum(report.readable.values())) == kept
    assert report.tokens
    assert (folder / "journal.db").read_bytes() == before, "the damaged file is only read"
    restored = folder.parent / "restored"
    assert restore(folder.parent / "whole.db", restored).rows == report.rows
    assert verify(restored).ok
    assert (restored / "appointments.key").read_bytes() == (folder / "appointments.key").read_bytes()
    with closing(SqliteJournal.open(restored)) as journal:
        assert [row.seq for row in journal.read(0, 99)] == list(range(1, report.rows + 1))
        assert journal.append([draft(9, NEXT_DAY)])[0].seq == report.rows + 1
    with closing(DeviceTokens(restored)) as tokens:
        assert [info.name for info in tokens.list()] == ["door"]


@pytest.mark.parametrize("harm", HARMS)
def test_whatever_keeps_a_service_from_starting_can_be_repaired(folder: Path, harm: str) -> None:
    change(folder, harm)
    repair(folder, folder.parent / "whole.db")
    restore(folder.parent / "whole.db", folder, force=True)
    SqliteJournal.open(folder).close()
    assert verify(folder).ok


def test_broken_pages_end_what_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(SqliteJournal.open(folder)) as journal:
        journal.append([Draft(DAY, n, "large", "x" * 4000) for n in range(50)])
    content = bytearray((folder / "journal.db").read_bytes())
    content[30 * 4096 :] = b"\xaa" * (len(content) - 30 * 4096)
    (folder / "journal.db").write_bytes(content)
    report = repair(folder, tmp_path / "whole.db")
    assert 1 < report.rows < 50
    assert report.rows + report.lost == 50
    assert restore(tmp_path / "whole.db", tmp_path / "new").rows == report.rows


def test_answers_to_what_is_lost_are_not_given_again(folder: Path) -> None:
    change(folder, "DELETE FROM events WHERE seq > 6", "UPDATE answers SET at = 99999999999999")
    repair(folder, folder.parent / "whole.db")
    restore(folder.parent / "whole.db", folder, force=True)
    with closing(SqliteJournal.open(folder)) as journal:
        assert journal.answer("key") is None


def test_repair_refuses_what_it_cannot_do(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "whole.db"
    with closing(SqliteJournal.open(folder)), pytest.raises(StorageBusy):
        repair(folder, file)
    with pytest.raises(StorageFailed, match="no such folder"):
        repair(folder, tmp_path / "missing" / "whole.db")
    with pytest.raises(StorageFailed, match="there is no journal"):
        repair(tmp_path / "missing", file)
    file.write_text("somebody's")
    with pytest.raises(StorageNotEmpty, match="left as it is"):
        repair(folder, file)
    assert file.read_text() == "somebody's"
    (folder / "journal.db").write_bytes(b"rubbish" * 1000)
    with pytest.raises(StorageDamaged):
        repair(folder, tmp_path / "other.db")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["data", "whole.db"]


def test_the_command_says_what_is_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder.parent / "whole.db"
    assert cli.main(["repair", str(file), "--data", str(folder)]) == 0
    file.unlink()
    change(folder, "UPDATE events SET data = '{}' WHERE seq = 8")
    capsys.readouterr()
    assert cli.main(["repair", str(file), "--data", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "7 rows are whole" in said
    assert "lost: 2 rows" in said
    assert "restore" in said
    assert cli.main(["repair", str(file), "--data", str(folder)]) == 2


def test_damage_that_was_repaired_is_not_lost_sight_of(folder: Path) -> None:
    """A journal that nothing is wrong with is copied whole, with its number of rows."""
    report = repair(folder, folder.parent / "whole.db")
    assert (report.rows, report.lost, dict(report.readable)) == (9, 0, {})
    with closing(sqlite3.connect(folder.parent / "whole.db")) as connection:
        assert connection.execute("SELECT seq FROM sqlite_sequence").fetchone() == (9,)
