"""Small files that an app remembers something in: typed, whole, and never a reason to fail."""

from __future__ import annotations

import logging
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from branch.client.local_store import FOLDER_VARIABLE, LocalStore, config_folder


@dataclass(frozen=True)
class Window:
    """Something to remember."""

    name: str = ""
    edge: Literal["top", "bottom"] = "top"
    area: tuple[int, int] | None = None


STORE = LocalStore("window.json", Window, Window)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder that does not exist yet."""
    chosen = tmp_path / "some" / "settings"
    monkeypatch.setenv(FOLDER_VARIABLE, str(chosen))
    return chosen


def test_what_was_kept_is_read_again(folder: Path) -> None:
    assert STORE.read() == Window()
    assert STORE.keep(Window("左", "bottom", (1, 2)))
    assert STORE.read() == Window("左", "bottom", (1, 2))
    assert STORE.path == folder / "window.json"


def test_the_file_is_as_apps_have_always_written_it(folder: Path) -> None:
    STORE.write(Window("左", area=(1, 2)))
    assert (folder / "window.json").read_bytes() == (
        b'{\n  "name": "\\u5de6",\n  "edge": "top",\n  "area": [\n    1,\n    2\n  ]\n}\n'
    )
    assert [path.name for path in folder.iterdir()] == ["window.json"]


def test_fields_of_a_newer_program_are_left_out_and_missing_ones_made_up(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "window.json").write_text('{"name": "left", "colour": "red"}', "utf-8")
    assert STORE.read() == Window("left")


@pytest.mark.parametrize("content", ["", "{", "[]", "7", '{"edge": "left"}', '{"area": [1]}', "\xff"])
def test_a_damaged_file_is_one_line_and_the_default(
    folder: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder.mkdir(parents=True)
    (folder / "window.json").write_bytes(content.encode("latin-1"))
    with caplog.at_level(logging.WARNING):
        assert STORE.read() == Window()
    (message,) = caplog.messages
    assert message.startswith(f"{folder / 'window.json'} is not usable: ")
    assert "\n" not in message
    assert STORE.keep(Window("left"))
    assert STORE.read() == Window("left")


def test_nobody_changes_the_default() -> None:
    store = LocalStore("numbers.json", dict[str, int], dict)
    store.read()["one"] = 1
    assert store.read() == {}


def test_a_full_disk_is_said_and_leaves_the_old_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    STORE.write(Window("left"))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        STORE.write(Window("right"))
    with caplog.at_level(logging.INFO):
        assert not STORE.keep(Window("right"))
    assert "window.json could not be written: " in caplog.text
    assert STORE.read() == Window("left")
    assert [path.name for path in folder.iterdir()] == ["window.json"]


@pytest.mark.skipif(os.name != "posix", reason="Windows writes a folder by itself")
def test_the_file_and_its_new_name_are_on_the_disk_when_the_write_returns(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def noting(handle: int) -> None:
        synced.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real(handle)

    monkeypatch.setattr(os, "fsync", noting)
    STORE.write(Window("left"))
    STORE.remove()
    STORE.remove()
    assert synced == ["file", "folder", "folder"]
    assert not STORE.path.exists()
    assert config_folder() == folder


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps it in the user's own folder instead")
def test_only_its_owner_may_read_it() -> None:
    STORE.write(Window("left"))
    assert stat.S_IMODE(STORE.path.stat().st_mode) == 0o600
