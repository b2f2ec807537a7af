"""Waiting: for a condition, with the event loop at work, and an end that says what did not come."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from tests.harness.waiting import News, until


def test_the_event_loop_runs_meanwhile(qapp: QGuiApplication) -> None:
    told: list[int] = []
    QTimer.singleShot(20, lambda: told.append(1))
    until(lambda: told)
    assert told == [1]


def test_other_threads_run_meanwhile() -> None:
    go = threading.Event()
    threading.Timer(0.02, go.set).start()
    until(go.is_set)


def test_what_holds_already_is_not_waited_for() -> None:
    looks = iter([True])
    until(lambda: next(looks))


@pytest.mark.parametrize("what", ["the second call", lambda: "the second call"])
def test_what_never_comes_is_named(what: str) -> None:
    with pytest.raises(AssertionError, match=r"not within 0\.02 s: the second call"):
        until(lambda: False, what, seconds=0.02)


def test_news_of_another_thread_wakes_at_once() -> None:
    news, told = News(), list[str]()

    def tell() -> None:
        with news.telling():
            told.append("one")

    thread = threading.Thread(target=tell)
    thread.start()
    news.wait_for(lambda: told == ["one"], lambda: told)
    thread.join()
    with pytest.raises(AssertionError, match="one"):
        news.wait_for(lambda: len(told) == 2, lambda: told, seconds=0.01)
