"""Backups by a timer: named by their time, as many as asked for, and one of them put back."""

from __future__ import annotations

from configparser import ConfigParser
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import assets
from branch import cli
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.storage_errors import StorageDamaged, StorageError, StorageNotEmpty
from branch.service.maintenance import backup, restore, verify
from branch.service.timed_backups import timed_backup, timed_backups
from tests.service.asking import Asker
from tests.service.test_journal import DAY, draft
from tests.service.test_maintenance import change

NIGHT = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(SqliteJournal.open(tmp_path / "data")) as journal:
        journal.append([draft(n, DAY) for n in range(1, 6)])
    return tmp_path / "data"


def nights(folder: Path, into: Path, count: int, keep: int = 3) -> None:
    for night in range(count):
        timed_backup(folder, into, keep, NIGHT + timedelta(days=night))


def test_as_many_are_kept_as_asked_for(folder: Path, tmp_path: Path) -> None:
    into = tmp_path / "backups"
    into.mkdir()
    others = ("notes.txt", "branchline-before-the-move.db", "branchline-20261121T183000Z.db.gpg")
    for name in others:
        (into / name).touch()
    nights(folder, into, 5)
    assert [path.name for path in timed_backups(into)] == [
        f"branchline-202611{day}T183000Z.db" for day in (23, 24, 25)
    ]
    assert all((into / name).exists() for name in others), "what a person has put there is theirs"


def test_none_is_removed_for_one_that_could_not_be_made(folder: Path, tmp_path: Path) -> None:
    nights(folder, tmp_path / "b", 3)
    change(folder, "UPDATE events SET data = '{}' WHERE seq = 4")
    with pytest.raises(StorageDamaged):
        nights(folder, tmp_path / "b", 5, keep=1)
    assert len(timed_backups(tmp_path / "b")) == 3


def test_no_backup_is_overwritten_without_a_word(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.db"
    file.write_bytes(b"older")
    with pytest.raises(StorageNotEmpty, match="left as it is"):
        backup(folder, file)
    assert cli.main(["backup", str(file), "--data", str(folder)]) == 2
    assert file.read_bytes() == b"older"
    assert cli.main(["backup", str(file), "--data", str(folder), "--replace"]) == 0
    assert restore(file, tmp_path / "new").rows == 5
    nights(folder, tmp_path / "b", 1)
    with pytest.raises(StorageError, match="left as it is"):
        nights(folder, tmp_path / "b", 1)


def test_the_command(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into, data = str(tmp_path / "b"), ["--data", str(folder)]
    assert cli.main(["backup", "--into", into, *data]) == 0
    (made,) = timed_backups(tmp_path / "b")
    assert str(made) in capsys.readouterr().out
    for wrong in ([], ["x.db", "--into", into], ["--into", into, "--keep", "0"]):
        assert cli.main(["backup", *wrong, *data]) == 2
    assert timed_backups(tmp_path / "b") == [made]


def test_a_restore_is_rehearsed(asker: Asker, tmp_path: Path) -> None:
    """The branch goes on from last night's backup, with its devices and appointments, and other numbers."""
    folder = asker.running.folder
    booked = asker.answer(
        "/v1/appointments", {"service": "A", "starts_at": "2026-11-21T09:40:00+08:00"}, role="manager"
    )
    before = [asker.issue()["number"] for _ in range(3)]
    into = folder / "backups"
    assert cli.main(["backup", "--data", str(folder), "--into", str(into)]) == 0, "while the service runs"
    after = [asker.issue()["number"] for _ in range(3)]
    key = asker.get("/v1/branch").json()["appointment_key"]
    asker.running.stop()
    for path in folder.glob("journal.db*"):
        path.unlink()
    newest = str(timed_backups(into)[-1])
    assert cli.main(["restore", newest, "--data", str(folder), "--force"]) == 0
    assert verify(folder).ok
    asker.running.start()
    assert asker.get("/v1/branch").json()["appointment_key"] == key
    assert asker.issue()["number"] not in {*before, *after}
    code = asker.answer("/v1/appointments/check-in", {"code": booked["code"]}, role="kiosk")
    assert code["service"] == "A"


def test_the_timer_starts_the_command_that_there_is() -> None:
    units = assets.ROOT / "systemd"
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[method-assign,assignment]
    unit.read(units / "branchline-backup.service")
    words = unit["Service"]["ExecStart"].split()
    assert words[:2] == ["/opt/branchline/bin/branchline", "backup"]
    assert words[words.index("--into") + 1].startswith(words[words.index("--data") + 1])
    timer = (units / "branchline-backup.timer").read_text(encoding="utf-8")
    assert "Persistent=yes" in timer
