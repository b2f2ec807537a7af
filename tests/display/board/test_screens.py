"""Screens that are unplugged and plugged in: the board goes where it belongs, by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from display.board.monitor import BoardMonitor
from tests.harness.programs import x_server, xrandr

ROOT = Path(__file__).resolve().parents[3]

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


def two_monitors(name: str) -> None:
    """One on the left, and another one on the right."""
    xrandr(name, "--setmonitor", "LEFT", "1200/300x800/200+0+0", "screen")
    xrandr(name, "--setmonitor", "RIGHT", "1200/300x800/200+1200+0", "none")


def test_the_board_comes_back_to_its_screen(tmp_path: Path) -> None:
    with x_server() as name:
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
                read_until(places, (1200, 0, 1200, 800))
                xrandr(name, "--delmonitor", "RIGHT")
                read_until(places, (0, 0, 1200, 800))
                xrandr(name, "--setmonitor", "RIGHT", "900/300x800/200+1200+0", "none")
                read_until(places, (1200, 0, 900, 800))
            finally:
                process.terminate()
                ended = process.wait(20)
        assert ended == 0


def read_until(places: Iterator[str], wanted: tuple[int, ...]) -> None:
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
