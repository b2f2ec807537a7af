"""Killed at any instant, the service has lost nothing that it acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.maintenance import backup, verify


def start_child(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.service.journal_child", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def run_and_kill(folder: Path, acknowledgements: int, delay: float) -> int:
    """Let a child append, kill it `delay` seconds after so many answers; return the last number."""
    with start_child(folder) as child:
        assert child.stdout is not None
        last = 0
        for _ in range(acknowledgements):
            last = int(child.stdout.readline())
        # The delay is the point of the test: it moves the kill to any instant of an append.
        timer = threading.Timer(delay, child.kill)
        timer.start()
        for line in child.stdout:
            # The kill may cut a line short; a number without its end may be too small, never too large.
            last = max(last, int(line))
        timer.join()
    return last


def test_a_killed_service_loses_nothing_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(2026)
    seen = 0
    for _ in range(5):
        last = run_and_kill(tmp_path, chance.randint(1, 300), chance.random() * 0.02)
        assert last > seen
        report = verify(tmp_path)
        assert report.ok, report.first_bad
        assert report.rows >= last
        with closing(SqliteJournal.open(tmp_path)) as journal:
            seen = journal.last_seq()
            rows = journal.read(0, seen + 1)
            assert [row.at for row in rows] == list(range(1, seen + 1))
            # A batch is there whole or not at all, together with its answer.
            start = 1
            while start <= seen:
                assert journal.answer(f"key {start}") is not None
                start += start % 3 + 1
            assert start == seen + 1


def test_backup_and_verify_while_another_process_writes(tmp_path: Path) -> None:
    data, copies = tmp_path / "data", tmp_path / "copies"
    copies.mkdir()
    with start_child(data) as child:
        try:
            assert child.stdout is not None
            acknowledged = 0
            for n in range(5):
                for _ in range(20):
                    acknowledged = int(child.stdout.readline())
                report = backup(data, copies / f"{n}.db")
                assert report.rows >= acknowledged
                assert verify(data).ok
        finally:
            child.kill()
            child.communicate()
    assert sorted(file.name for file in copies.iterdir()) == [f"{n}.db" for n in range(5)]
