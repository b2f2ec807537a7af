"""A log goes on and stays small, also where its files are held by another process, as on Windows."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

import pytest

from branch.rotating_log import RotatingLog


def written(file: Path, count: int) -> list[str]:
    """Log that many lines of 100 bytes; all that is in the files, the oldest first."""
    handler = RotatingLog(file, most_bytes=1000, kept=2)
    logger = logging.Logger("held")
    logger.addHandler(handler)
    for number in range(count):
        logger.info("%-99s", number)
    handler.close()
    files = [file.with_name(f"{file.name}.{number}") for number in (2, 1)] + [file]
    return [line.strip() for one in files if one.exists() for line in one.read_text("utf-8").splitlines()]


def test_the_last_files_are_kept(tmp_path: Path) -> None:
    assert written(tmp_path / "app.log", 100)[-15:] == [str(number) for number in range(85, 100)]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 3000


def test_a_file_that_is_held_is_emptied_and_nothing_new_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "the process cannot access the file because it is being used")

    monkeypatch.setattr(os, "rename", held)
    lines = written(tmp_path / "app.log", 100)
    assert lines[-10:] == [str(number) for number in range(90, 100)]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 3000
    assert capsys.readouterr().err == "", "logging has nothing to complain about"


@pytest.mark.parametrize("what", ["remove", "copyfile"])
def test_older_files_that_are_held_too_do_not_stop_it(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "the process cannot access the file because it is being used")

    monkeypatch.setattr(os, "rename", held)
    monkeypatch.setattr(*((os, "remove", held) if what == "remove" else (shutil, "copyfile", held)))
    file = tmp_path / "app.log"
    assert written(file, 55)[-1] == "54"
    assert file.stat().st_size <= 1000
    assert capsys.readouterr().err == ""
