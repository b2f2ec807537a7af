"""Logging: JSON lines, Qt's words among them, crashes at the end."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from branch.qt.process import logs


@pytest.fixture
def configured(tmp_path: Path) -> Iterator[Path]:
    """Logging as an app has it, into a folder that does not exist yet; afterwards as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    hooks = sys.excepthook, threading.excepthook
    old = qInstallMessageHandler(None)
    file = logs.configure_logging("kiosk", tmp_path / "new" / "logs")
    assert file is not None
    yield file
    qInstallMessageHandler(old)
    for handler in [h for h in root.handlers if h not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    sys.excepthook, threading.excepthook = hooks


def lines(file: Path) -> list[dict[str, str]]:
    """What the file says."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_one_json_object_a_line_with_extras(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("kiosk.print").info("printed %s", "票", extra={"ticket": "A035"})
    (line,) = lines(configured)
    assert line["message"] == "printed 票"
    assert line["ticket"] == "A035"
    assert line["level"] == "INFO"
    assert line["time"].endswith("+00:00")
    assert set(line) == {"time", "level", "logger", "message", "ticket"}


@pytest.mark.expects_log
def test_what_qt_says_joins_the_log(configured: Path) -> None:
    qWarning("no such thing")
    assert lines(configured)[0]["logger"] == "qt"
    assert lines(configured)[0]["level"] == "WARNING"


@pytest.mark.parametrize(
    ("category", "file", "message", "name"),
    [
        ("qml", None, "x", "qml"),
        ("js", None, "x", "qml"),
        ("default", "file:///a/Main.qml", "x", "qml"),
        ("default", None, "file:///a/Main.qml:3: TypeError", "qml"),
        ("qt.qpa.xcb", None, "x", "qt.qpa.xcb"),
        ("default", None, "x", "qt"),
        (None, None, "x", "qt"),
    ],
)
def test_who_said_it(category: str | None, file: str | None, message: str, name: str) -> None:
    assert logs.qt_logger_name(category, file, message) == name


@pytest.mark.expects_log
def test_a_crash_in_any_thread_is_logged_and_told(configured: Path) -> None:
    crashes: list[str] = []
    logs.catch_crashes(lambda: crashes.append(threading.current_thread().name))

    def fail() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
    sys.excepthook(ValueError, ValueError("in the GUI"), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert crashes == ["worker", "MainThread"]
    first, second = lines(configured)
    assert (first["level"], second["level"]) == ("CRITICAL", "CRITICAL")
    assert "in a thread" in first["exception"]


@pytest.mark.expects_log
def test_a_folder_that_cannot_be_made_is_only_reported(tmp_path: Path, configured: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert logs.configure_logging("kiosk", tmp_path / "file" / "logs") is None


def test_the_default_folder_is_the_systems() -> None:
    assert "branchline" in str(logs.log_folder())
