"""An app on a machine without a screen, or without what Qt needs: one line, exit code 71, no trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.programs import ROOT, module

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")


def without_screen(
    folder: Path, *arguments: str, path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``branchline`` to its end, with nothing said of a screen; ``path`` is looked into before ours."""
    surroundings = {name: value for name, value in os.environ.items() if name not in SCREENS}
    surroundings["BRANCHLINE_CONFIG_DIR"] = str(folder / "settings")
    surroundings["PYTHONPATH"] = os.pathsep.join(str(place) for place in (path, ROOT) if place is not None)
    return subprocess.run(
        module("branch.cli", *arguments),
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def assert_told(done: subprocess.CompletedProcess[str], words: str) -> None:
    """Exit code 71 and one line with these words."""
    assert done.returncode == 71, done
    (line,) = [line for line in done.stderr.splitlines() if not line.startswith("error: XDG_RUNTIME_DIR")]
    assert "no screen can be shown" in line
    assert words in line


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is always a screen elsewhere")
@pytest.mark.parametrize(
    "command",
    [
        ("kiosk", "--service", "http://127.0.0.1:9", "--token", "secret"),
        ("kiosk", "--with-service", "--data", "data"),
        ("kiosk", "--self-test"),
        ("display", "--token", "secret"),
        ("counter", "--token", "secret"),
    ],
    ids=" ".join,
)
def test_an_app_without_a_screen_says_so_and_remembers_nothing(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert_told(without_screen(tmp_path, *command, *_logs(tmp_path)), "neither DISPLAY nor WAYLAND_DISPLAY")
    assert not (tmp_path / "settings").exists()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (
            'raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")',
            "libEGL.so.1",
        ),
        ('raise ModuleNotFoundError("No module named PySide6", name="PySide6")', "branchline[apps]"),
    ],
)
@pytest.mark.parametrize("app", ["kiosk", "display", "counter"])
def test_an_app_that_cannot_load_qt_names_what_is_missing(
    tmp_path: Path, app: str, trouble: str, words: str
) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(trouble, encoding="utf-8")
    assert_told(without_screen(tmp_path, app, path=tmp_path), words)


def _logs(folder: Path) -> tuple[str, str]:
    return "--log-folder", str(folder / "logs")
