"""From a teller's call to changed pixels on the hall display: a real window on a real service."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickWindow

import display
from branch.qt import driver
from branch.qt.app import make_engine, prepare_environment
from branch.qt.fonts import load_fonts
from branch.qt.languages import Languages
from branch.qt.link import ServiceLink
from display.board import Board
from display.clock import HallClock
from display.words import Words
from tests.bench.programs import Branch, Client, branch, median_ms, p99_ms, sign_in
from tests.bench.table import Table

CALLS = 200
PAUSE_MS = 60
"""Between two calls; a moment of the main panel is cut short for the measurement, see `paced`."""


def measure(table: Table, folder: Path) -> None:
    """Calls, one after the other, each timed from the request to the frame that shows it."""
    table.heading("The display")
    prepare_environment()
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    load_fonts()
    with branch(folder / "display") as service:
        spent = _calls(service)
    table.add("call to changed pixel, board 1920x1080: median", median_ms(spent), "ms")
    table.add("call to changed pixel, board 1920x1080: p99", p99_ms(spent), "ms", aim="< 60")
    del app


def _calls(service: Branch) -> list[float]:
    kiosk = Client(service.url, service.tokens["kiosk"])
    counter = sign_in(service, 1, "0312")
    for _ in range(CALLS):
        kiosk.post("/v1/tickets", {"service": "A"})
    engine = make_engine([Path(display.__file__).parent / "qml"])
    link = ServiceLink("display", service.url, service.tokens["display"])
    words = Words(Languages(engine=engine), ("zh", "en"))
    clock = HallClock(link.now, words)
    board = Board(link, words, clock, paced=lambda ms: min(ms, PAUSE_MS // 2))
    engine.setInitialProperties(
        {"board": board, "clock": clock, "windowed": True, "screenNumber": 1, "still": True}
    )
    engine.loadFromModule("Display", "Main")
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.resize(1920, 1080)
    link.start()
    _until(lambda: bool(link.property("live")) and bool(link.property("known")))
    spent = [_one_call(window, counter) for _ in range(CALLS)]
    board.stop()
    link.stop()
    shiboken6.delete(engine)
    return spent


def _one_call(window: QQuickWindow, counter: Client) -> float:
    """Seconds until a frame differs in the main panel from the one before the call."""
    before = _panel(window)
    loop = QEventLoop()
    changed: list[float] = []

    def look() -> None:
        if not changed and _panel(window) != before:
            changed.append(time.perf_counter())
            loop.quit()

    connection = window.frameSwapped.connect(look)
    began: list[float] = []

    def call() -> None:
        began.append(time.perf_counter())
        counter.post("/v1/counters/1/next")

    caller = threading.Thread(target=call)
    caller.start()
    QTimer.singleShot(3000, loop.quit)
    loop.exec()
    window.frameSwapped.disconnect(connection)
    caller.join()
    counter.post("/v1/counters/1/start")
    counter.post("/v1/counters/1/finish")
    pause = QEventLoop()
    QTimer.singleShot(PAUSE_MS, pause.quit)
    pause.exec()
    assert changed, "the board did not show the call"
    return changed[0] - began[0]


def _panel(window: QQuickWindow) -> QImage:
    """A small part of the main panel, where the number stands."""
    whole = driver.grab(window)
    return whole.copy(whole.width() // 10, whole.height() // 3, whole.width() // 3, whole.height() // 4)


def _until(happened: object) -> None:
    assert callable(happened)
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if happened() else None)
    timer.start(10)
    loop.exec()
    timer.stop()
