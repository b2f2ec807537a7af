"""From a teller's call to changed pixels on the hall display: a real window on a real service."""

from __future__ import annotations

import os
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickWindow

import display
from branch.qt.driving import driver
from branch.qt.qt_app import make_engine, prepare_environment
from branch.qt.service_link import ServiceLink
from branch.qt.text.app_fonts import load_fonts
from branch.qt.text.languages import Languages
from display.hall_display import BoardOptions, HallDisplay
from tests.bench import turns
from tests.bench.programs import Branch, Client, branch, median_ms, p99_ms, sign_in
from tests.bench.table import Table

CALLS = 200
PAUSE_MS = 60
"""Between two calls; a moment of the main panel is cut short for the measurement, see `paced`."""

MOVING_CALLS = 10
STILL_S = 0.1
"""Frames that are further apart than this belong to two movements."""


def measure(table: Table, folder: Path) -> None:
    """Calls, one after the other, timed from the request to the frame that shows it; then how it moves."""
    table.heading("The display")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_environment()
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    load_fonts()
    with branch(folder / "display") as service:
        counter = sign_in(service, 1, "0312")
        spent = _calls(service, counter)
        table.add("call to changed pixel, board 1920x1080: median", median_ms(spent), "ms")
        table.add("call to changed pixel, board 1920x1080: p99", p99_ms(spent), "ms", aim="<= 25")
        _motion(table, service, counter)
    del app
    turns.measure(table)


@contextmanager
def _board(service: Branch, *, still: bool, paced: Callable[[int], int]) -> Iterator[QQuickWindow]:
    """A board that is up to date, in Full HD."""
    engine = make_engine([Path(display.__file__).parent / "qml"])
    link = ServiceLink("display", service.url, service.tokens["display"])
    shown = HallDisplay(link, Languages(engine=engine), BoardOptions(windowed=True, still=still), paced=paced)
    engine.setInitialProperties(shown.properties())
    engine.loadFromModule("Display", "Main")
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.resize(1920, 1080)
    link.start()
    _until(lambda: bool(link.property("live")) and bool(link.property("known")))
    try:
        yield window
    finally:
        link.stop()
        shown.stop()
        shiboken6.delete(engine)


def _calls(service: Branch, counter: Client) -> list[float]:
    _issue(service, CALLS)
    with _board(service, still=True, paced=lambda ms: min(ms, PAUSE_MS // 2)) as window:
        return [_one_call(window, counter) for _ in range(CALLS)]


def _issue(service: Branch, tickets: int) -> None:
    kiosk = Client(service.url, service.tokens["kiosk"])
    for _ in range(tickets):
        kiosk.post("/v1/tickets", {"service": "A"})


def _motion(table: Table, service: Branch, counter: Client) -> None:
    """The board as it hangs in the hall, with everything that moves: a call each second, then none."""
    _issue(service, MOVING_CALLS)
    frames: list[float] = []
    with _board(service, still=False, paced=lambda ms: min(ms, 900)) as window:
        window.frameSwapped.connect(lambda: frames.append(time.perf_counter()))
        _pause(1000)
        busy = _processor_share(lambda: _serve_slowly(counter))
        gaps = [after - before for before, after in pairwise(frames) if after - before < STILL_S]
        table.add("board moves, 1920x1080: frames", 1 / statistics.median(gaps), "1/s", aim=">= 30")
        table.add("board moves, a call each second: processor", busy, "%")
        _pause(2000)
        table.add("board stands: processor", _processor_share(lambda: _pause(5000)), "%", aim="< 5")


def _serve_slowly(counter: Client) -> None:
    for _ in range(MOVING_CALLS):
        for act in ("next", "start", "finish"):
            counter.post(f"/v1/counters/1/{act}")
        _pause(1000)


def _processor_share(act: Callable[[], object]) -> float:
    """Percent of one core that this process takes meanwhile; the service is another process."""
    began, used = time.perf_counter(), time.process_time()
    act()
    return 100 * (time.process_time() - used) / (time.perf_counter() - began)


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
    _pause(PAUSE_MS)
    assert changed, "the board did not show the call"
    return changed[0] - began[0]


def _panel(window: QQuickWindow) -> QImage:
    """A small part of the main panel, where the number stands."""
    whole = driver.grab(window)
    return whole.copy(whole.width() // 10, whole.height() // 3, whole.width() // 3, whole.height() // 4)


def _pause(ms: int) -> None:
    pause = QEventLoop()
    QTimer.singleShot(ms, pause.quit)
    pause.exec()


def _until(happened: object) -> None:
    assert callable(happened)
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if happened() else None)
    timer.start(10)
    loop.exec()
    timer.stop()
