"""The one way in which tests wait: for a condition, with Qt at work meanwhile if there is one."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE_S = 30.0
"""Seconds after which a test gives up; nothing takes so long unless it is broken."""

LOOK_AGAIN_S = 0.005


def until(
    condition: Callable[[], object], what: str | Callable[[], str] = "", seconds: float = PATIENCE_S
) -> None:
    """Wait until the condition is true; fail after ``seconds`` and say ``what`` it was waited for.

    In the GUI thread the event loop runs meanwhile. Between two looks the processor is free for others.
    """
    pause = _pause()
    give_up = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > give_up:
            said = what() if callable(what) else what
            raise AssertionError(f"not within {seconds:g} s: {said or condition}")
        pause()


def _pause() -> Callable[[], object]:
    """Let others work for a moment: the event loop of this thread, where it has one, and other threads."""
    core, tests = sys.modules.get("PySide6.QtCore"), sys.modules.get("PySide6.QtTest")
    app = core.QCoreApplication.instance() if core is not None else None
    if app is None or tests is None or threading.current_thread() is not threading.main_thread():
        return lambda: threading.Event().wait(LOOK_AGAIN_S)
    return lambda: tests.QTest.qWait(round(LOOK_AGAIN_S * 1000))


class News:
    """What another thread tells: `telling` around each change there, `wait_for` a condition here."""

    def __init__(self) -> None:
        self._changed = threading.Condition()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Hold the lock while something changes, then wake who waits."""
        with self._changed:
            yield
            self._changed.notify_all()

    def wait_for(
        self,
        condition: Callable[[], object],
        what: Callable[[], object],
        seconds: float = PATIENCE_S,
    ) -> None:
        """Wait until what has been told makes the condition true; else fail and say ``what`` was told."""
        with self._changed:
            assert self._changed.wait_for(condition, seconds), what()
