"""Notes how long an app's GUI thread is held up: `python -m tests.bench.held_up FILE APP [ARGUMENT ...]`.

From when the event loop wakes until it waits again, or goes round once more, nothing else moves on the screen
and no touch is heard. At the end FILE has the longest turns, in ms: by the clock, which counts what else the
machine did meanwhile, and by the thread's own share of the processor. The hand that works the screens
(`--autopilot`) looks for items between two turns; that is not counted.
"""

from __future__ import annotations

import gc
import heapq
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QAbstractEventDispatcher

from branch.qt import qt_app
from branch.qt.driving import driver

KEPT = 200
SETTLED_S = 15.0
"""What is loaded in the first seconds is not counted: nobody is served before the service has answered."""

os.environ.setdefault("QT_NO_GLIB", "1")  # GLib's loop does not say when it is about to wait

P = ParamSpec("P")
R = TypeVar("R")


class Turns:
    """The turns of this thread's event loop."""

    def __init__(self) -> None:
        self._clock = self._thread = 0.0
        self._begun = time.monotonic()
        self._collecting = self._collected = 0.0
        self._left_out = 0
        self.longest: list[tuple[float, float]] = []
        self.count = 0

    def watch(self) -> None:
        """Begin, in the thread of the event loop."""
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self.begin)
        dispatcher.aboutToBlock.connect(self.end)
        gc.callbacks.append(self._collects)

    def begin(self) -> None:
        """The event loop is awake; it may have gone round without waiting."""
        self.end()
        self._clock, self._thread = time.perf_counter(), time.thread_time()

    def end(self) -> None:
        """It is about to wait."""
        if self._clock and time.monotonic() - self._begun > SETTLED_S:
            turn = (time.thread_time() - self._thread, time.perf_counter() - self._clock)
            (heapq.heappush if self.count < KEPT else heapq.heappushpop)(self.longest, turn)
            self.count += 1
        self._clock = 0.0

    def not_counted(self, act: Callable[P, R]) -> Callable[P, R]:
        """``act``, with its time left out of the turn."""

        def counted(*args: P.args, **kwargs: P.kwargs) -> R:
            clock, thread = time.perf_counter(), time.thread_time()
            self._left_out += 1
            try:
                return act(*args, **kwargs)
            finally:
                self._left_out -= 1
                if self._clock and not self._left_out:
                    self._clock += time.perf_counter() - clock
                    self._thread += time.thread_time() - thread

        return counted

    def _collects(self, phase: str, _: object) -> None:
        if phase == "start":
            self._collecting = time.thread_time()
        else:
            self._collected = max(self._collected, time.thread_time() - self._collecting)

    def told(self) -> dict[str, object]:
        """What came of it, in ms: the longest first."""
        ordered = sorted(self.longest, reverse=True)
        return {
            "turns": self.count,
            "processor_ms": [round(thread * 1000, 2) for thread, _ in ordered],
            "clock_ms": sorted((round(clock * 1000, 2) for _, clock in ordered), reverse=True),
            "longest_collection_ms": round(self._collected * 1000, 2),
        }


def main(arguments: list[str]) -> int:
    """Run the app, then write."""
    file, app, *rest = arguments
    turns = Turns()
    for name in ("find", "find_all", "texts", "text_of", "centre"):
        setattr(driver, name, turns.not_counted(getattr(driver, name)))
    watched = qt_app.QtApp.run

    def run(self: qt_app.QtApp, *args: object) -> int:
        turns.watch()
        return watched(self, *args)  # type: ignore[arg-type]  # as the app calls it

    qt_app.QtApp.run = run  # type: ignore[method-assign,assignment]
    try:
        return int(importlib.import_module(f"{app}.__main__").main(rest))
    finally:
        Path(file).write_text(json.dumps(turns.told()), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
