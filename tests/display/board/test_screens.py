"""Screens that are unplugged and plugged in: the board goes where it belongs, by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from display.board.monitor import BoardMonitor

ROOT = Path(__file__).resolve().parents[3]
TOOLS = ("Xvfb", "xrandr")

BOARD = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickWindow
import display.__main__ as program
from branch.qt.qt_app import QtApp

def watch(app):
    window = app.windows()[0]
    def tell(*_):
        print(window.x(), window.y(), window.width(), window.height(), flush=True)
    for signal in (window.xChanged, window.yChanged, window.widthChanged, window.heightChanged):
        signal.connect(lambda: QTimer.singleShot(0, tell))
    tell()

run = QtApp.run
def watched(self, uri, properties):
    QTimer.singleShot(0, lambda: watch(self))
    return run(self, uri, properties)
QtApp.run = watched
sys.exit(program.main(sys.argv[1:]))
"""


@contextmanager
def x_server(folder: Path) -> Iterator[str]:
    """An X server with one wide screen and none of the machine's own; its display's name."""
    read, write = os.pipe()
    with (folder / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "2400x800x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=(write,),
            stderr=log,
        )
    os.close(write)
    with os.fdopen(read) as numbers:
        name = f":{numbers.readline().strip()}"
    try:
        yield name
    finally:
        server.terminate()
        server.wait()


def xrandr(name: str, *arguments: str) -> None:
    """Have the X server have other monitors."""
    subprocess.run(["xrandr", *arguments], env={**os.environ, "DISPLAY": name}, check=True)


def two_monitors(name: str) -> None:
    """One on the left, and another one on the right."""
    xrandr(name, "--setmonitor", "LEFT", "1200/300x800/200+0+0", "screen")
    xrandr(name, "--setmonitor", "RIGHT", "1200/300x800/200+1200+0", "none")


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="no Xvfb and xrandr here")
def test_the_board_comes_back_to_its_screen(tmp_path: Path) -> None:
    with x_server(tmp_path) as name:
        two_monitors(name)
        process = subprocess.Popen(
            [sys.executable, "-c", BOARD, "--screen", "2", "--mute", "--service", "http://127.0.0.1:9"],
            env={
                **os.environ,
                "DISPLAY": name,
                "QT_QPA_PLATFORM": "xcb",
                "BRANCHLINE_CONFIG_DIR": str(tmp_path),
            },
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        with process:
            assert process.stdout is not None
            places = iter(process.stdout.readline, "")
            try:
                until(places, (1200, 0, 1200, 800))
                xrandr(name, "--delmonitor", "RIGHT")
                until(places, (0, 0, 1200, 800))
                xrandr(name, "--setmonitor", "RIGHT", "900/300x800/200+1200+0", "none")
                until(places, (1200, 0, 900, 800))
            finally:
                process.terminate()
                ended = process.wait(20)
        assert ended == 0


def until(places: Iterator[str], wanted: tuple[int, ...]) -> None:
    """Read where the window is until it is there."""
    seen = []
    for line in places:
        seen.append(tuple(map(int, line.split())))
        if seen[-1] == wanted:
            return
    pytest.fail(f"the board ended, and was at {seen}")


def test_a_screen_that_there_is_not_is_the_first(qapp: QGuiApplication) -> None:
    placing = BoardMonitor(7)
    assert placing.property("place") == 0
    assert placing.property("area") == qapp.screens()[0].geometry()
