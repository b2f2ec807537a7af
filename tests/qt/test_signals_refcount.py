"""Qt for Python itself: what made us pin its version."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication


class Sender(QObject):
    """Something that emits."""

    said = Signal()
    counted = Signal(int)


def test_emitting_keeps_the_counts_of_true_and_none(qapp: QGuiApplication) -> None:
    # PySide6 6.12.0 loses one reference to True with each emit, and Python 3.11 dies after some 600 of them.
    sender = Sender()
    sender.said.connect(lambda: None)
    sender.said.emit()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(5_000):
        sender.said.emit()
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert abs(after[0] - before[0]) < 50
    assert abs(after[1] - before[1]) < 500
