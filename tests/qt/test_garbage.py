"""Garbage is collected in the GUI thread, whichever thread made it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from branch.qt.process.garbage import GIVE_BACK_MS, INTERVAL_MS, SETTLED_MS, GarbageCollection
from tests.harness.timing import HandTime


class Ring:
    """Something that only a collection frees; notes in which thread that was."""

    freed_in: list[threading.Thread] = []  # noqa: RUF012  # of the class on purpose

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.freed_in.append(threading.current_thread())


@pytest.fixture
def enabled() -> Iterator[None]:
    """Leave collecting as it was found."""
    was = gc.isenabled()
    yield
    gc.unfreeze()
    gc.enable() if was else gc.disable()


def litter() -> None:
    """Make garbage, and enough else that a collection would be due several times."""
    Ring()
    kept = [[] for _ in range(5 * gc.get_threshold()[0])]  # type: ignore[var-annotated]  # of nothing
    kept.clear()


@pytest.mark.usefixtures("enabled")
def test_what_a_worker_leaves_is_freed_in_the_gui_thread(qapp: QCoreApplication, hand: HandTime) -> None:
    Ring.freed_in.clear()
    gc.enable()
    collection = GarbageCollection(qapp)
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert Ring.freed_in == []
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]  # type: ignore[var-annotated]  # enough to be due
    hand.pass_ms(INTERVAL_MS)
    collection.stop()
    assert Ring.freed_in == [threading.main_thread()]
    assert len(kept) > 0
    assert gc.isenabled()


@pytest.mark.usefixtures("enabled")
def test_what_the_app_has_loaded_by_then_is_looked_through_no_more(
    qapp: QCoreApplication, hand: HandTime
) -> None:
    collection = GarbageCollection(qapp)
    before = gc.get_freeze_count()
    loaded = [[] for _ in range(1000)]  # type: ignore[var-annotated]  # as modules that come later
    hand.pass_ms(SETTLED_MS)
    assert gc.get_freeze_count() >= before + len(loaded)
    hand.pass_ms(GIVE_BACK_MS)
    collection.stop()
