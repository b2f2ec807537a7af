"""What an app remembers between two starts."""

from __future__ import annotations

import logging
import os
import stat
from pathlib import Path

import pytest

from branch.client.joining.service_location import Remembered, forget, recall, remember
from branch.client.local_store import FOLDER_VARIABLE, config_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder that does not exist yet."""
    chosen = tmp_path / "some" / "settings"
    monkeypatch.setenv(FOLDER_VARIABLE, str(chosen))
    return chosen


def test_each_app_remembers_its_own(folder: Path) -> None:
    assert recall("kiosk") == Remembered()
    assert remember("kiosk", "http://10.0.0.1:8750", "one")
    assert remember("display", "http://10.0.0.2:8750", "two")
    assert remember("kiosk", "http://10.0.0.3:8750", "three")
    assert recall("kiosk") == Remembered("http://10.0.0.3:8750", "three")
    assert recall("display") == Remembered("http://10.0.0.2:8750", "two")
    assert sorted(path.name for path in folder.iterdir()) == ["display.json", "kiosk.json"]
    forget("kiosk")
    forget("kiosk")
    assert recall("kiosk") == Remembered()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"url": 1, "token": "t"}', "\xff"])
def test_a_damaged_file_is_nothing_remembered(
    folder: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder.mkdir(parents=True)
    (folder / "kiosk.json").write_bytes(content.encode("latin-1"))
    with caplog.at_level(logging.WARNING):
        assert recall("kiosk") == Remembered()
        (message,) = caplog.messages
        assert "\n" not in message
        assert remember("kiosk", "http://a:1", "t")
    assert recall("kiosk") == Remembered("http://a:1", "t")


def test_a_write_that_fails_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember("kiosk", "http://a:1", "t")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not remember("kiosk", "http://b:1", "t")
    assert recall("kiosk") == Remembered("http://a:1", "t")
    assert [path.name for path in folder.iterdir()] == ["kiosk.json"]


def test_the_same_again_writes_nothing(folder: Path) -> None:
    remember("kiosk", "http://a:1", "t")
    before = (folder / "kiosk.json").stat().st_mtime_ns
    assert remember("kiosk", "http://a:1", "t")
    assert (folder / "kiosk.json").stat().st_mtime_ns == before


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps it in the user's own folder instead")
def test_only_the_owner_may_read_the_token(folder: Path) -> None:
    remember("kiosk", "http://a:1", "t")
    assert stat.S_IMODE((folder / "kiosk.json").stat().st_mode) == 0o600


def test_a_token_is_not_shown() -> None:
    assert "secret" not in repr(Remembered("http://a:1", "secret"))


def test_without_the_variable_it_is_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert config_folder().name == "branchline"
