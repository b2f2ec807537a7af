"""The apps' time in tests: it stands, and moves by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import Shiboken

from branch.qt import timing


class HandTimer(QTimer):
    """A timer that fires when its time is moved past the moment it is due."""

    def __init__(self, hand: HandTime, parent: QObject) -> None:
        super().__init__(parent)
        self._hand = hand

    def start(self, msec: int | None = None) -> None:
        """Be due so much later than now."""
        if msec is not None:
            self.setInterval(msec)
        self._hand.expect(self, self.interval())

    def stop(self) -> None:
        """Be due no more."""
        self._hand.forget(self)

    def isActive(self) -> bool:
        """Whether it is due some time."""
        return self._hand.due(self) is not None

    def remainingTime(self) -> int:
        """The ms until it is due; -1 if it is not."""
        due = self._hand.due(self)
        return -1 if due is None else due - self._hand.now_ms


class HandTime:
    """A time that stands until `pass_ms` moves it; what is due fires then, in order, each at its moment."""

    def __init__(self) -> None:
        self.now_ms = 1_000_000
        self._turn = count()
        self._due: dict[HandTimer, tuple[int, int]] = {}

    def monotonic(self) -> float:
        """Return the seconds that have been let pass."""
        return self.now_ms / 1000

    def timer(self, parent: QObject) -> QTimer:
        """Make a timer that runs by this time."""
        return HandTimer(self, parent)

    def pass_ms(self, ms: float) -> None:
        """Let so much time go by."""
        end = self.now_ms + round(ms)
        while (first := self._first(end)) is not None:
            timer, due = first
            self.now_ms = max(self.now_ms, due)
            if timer.isSingleShot():
                self.forget(timer)
            else:
                self.expect(timer, max(1, timer.interval()))
            timer.timeout.emit()
            QCoreApplication.processEvents()
        self.now_ms = end

    def pass_seconds(self, seconds: float) -> None:
        """Let so much time go by."""
        self.pass_ms(seconds * 1000)

    # For timers

    def expect(self, timer: HandTimer, ms: int) -> None:
        """Have the timer be due so much later than now."""
        self._due[timer] = (self.now_ms + ms, next(self._turn))

    def forget(self, timer: HandTimer) -> None:
        """Have the timer be due no more."""
        self._due.pop(timer, None)

    def due(self, timer: HandTimer) -> int | None:
        """Return when the timer is due, None if never."""
        return self._due.get(timer, (None, 0))[0]

    def _first(self, end: int) -> tuple[HandTimer, int] | None:
        for gone in [timer for timer in self._due if not Shiboken.isValid(timer)]:
            del self._due[gone]  # with the part it belonged to
        pending = [(due, turn, timer) for timer, (due, turn) in self._due.items() if due <= end]
        if not pending:
            return None
        due, _, timer = min(pending, key=lambda one: one[:2])
        return timer, due


@contextmanager
def hand_time() -> Iterator[HandTime]:
    """Have apps that are made meanwhile run by a time that is moved by hand."""
    hand = HandTime()
    before = timing.run_by(hand)
    try:
        yield hand
    finally:
        timing.run_by(before)
