"""The apps' time by hand: what is due fires in order and at its moment, and nothing else does."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from branch.qt.timing import make_timer, monotonic
from tests.harness.timing import hand_time
from tests.harness.waiting import until


def test_timers_fire_in_order_and_each_at_its_moment(qapp: QGuiApplication) -> None:
    with hand_time() as hand:
        began = monotonic()
        told: list[tuple[str, float]] = []
        owner = QObject()
        again = make_timer(owner, interval=400)
        once = make_timer(owner, once=True)
        later = make_timer(owner, once=True, interval=100)
        for name, timer in {"again": again, "once": once, "later": later}.items():
            timer.timeout.connect(lambda name=name: told.append((name, round(monotonic() - began, 3))))
        once.timeout.connect(later.start)
        again.start()
        once.start(500)
        hand.pass_ms(399)
        assert (told, again.remainingTime(), once.isActive(), later.remainingTime()) == ([], 1, True, -1)
        hand.pass_seconds(0.801)
        assert told == [("again", 0.4), ("once", 0.5), ("later", 0.6), ("again", 0.8), ("again", 1.2)]
        assert (once.isActive(), later.isActive(), again.isActive()) == (False, False, True)
        again.stop()
        hand.pass_ms(5000)
        assert len(told) == 5


def test_a_timer_that_is_stopped_by_another_does_not_fire(qapp: QGuiApplication) -> None:
    with hand_time() as hand:
        told: list[str] = []
        owner = QObject()
        first, second = make_timer(owner, once=True, interval=10), make_timer(owner, once=True, interval=10)
        first.timeout.connect(second.stop)
        second.timeout.connect(lambda: told.append("second"))
        first.start()
        second.start()
        hand.pass_ms(100)
        assert told == []


def test_without_a_hand_it_is_real_time(qapp: QGuiApplication) -> None:
    with hand_time():
        standing = monotonic()
        assert monotonic() == standing
    assert abs(monotonic() - time.monotonic()) < 1
    told: list[int] = []
    timer = make_timer(qapp, once=True, interval=1)
    assert type(timer) is QTimer
    timer.timeout.connect(lambda: told.append(1))
    timer.start()
    until(lambda: told)
