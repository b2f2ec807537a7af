"""Has Python's garbage collected in the GUI thread and in no other, and what is free given back.

A collection runs in whatever thread happens to allocate. Where it finds a QObject there, Qt destroys the
object under one of its locks and then waits for Python's; if the GUI thread holds that one and waits for
Qt's, neither goes on, and the app stands still for ever.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache

from PySide6.QtCore import QObject

from branch.qt.timing import make_timer

INTERVAL_MS = 500

SETTLED_MS = 10_000
"""When the app has loaded what it needs besides its first screen."""

GIVE_BACK_MS = 60_000


class GarbageCollection:
    """Collects what is due, from its making until `stop`."""

    def __init__(self, parent: QObject) -> None:
        """To be made in the GUI thread, once the app stands: what is there by then stays, and is not looked
        through again."""
        self._automatic = gc.isenabled()
        gc.disable()
        gc.freeze()
        due = make_timer(parent, interval=INTERVAL_MS)
        due.timeout.connect(collect_due)
        settled = make_timer(parent, once=True, interval=SETTLED_MS)
        settled.timeout.connect(_settle)
        idle = make_timer(parent, interval=GIVE_BACK_MS)
        idle.timeout.connect(give_back)
        self._timers = (due, settled, idle)
        for timer in self._timers:
            timer.start()

    def stop(self) -> None:
        """Leave it to Python again, if it was Python's before."""
        for timer in self._timers:
            timer.stop()
        if self._automatic:
            gc.enable()


def collect_due() -> None:
    """Collect the oldest generation of which enough has come together since it was collected last."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return


def _settle() -> None:
    """What has been loaded since the first screen stays too: to look through it takes longer than a frame."""
    gc.collect()
    gc.freeze()
    give_back()


def give_back() -> None:
    """Give the system the memory that has come free between what is used: some MB after a few customers."""
    trim = _malloc_trim()
    if trim is not None:
        trim(0)


@cache
def _malloc_trim() -> ctypes._NamedFuncPointer | None:
    """What the C library of Linux has for it; others do it by themselves, or cannot."""
    if not sys.platform.startswith("linux"):
        return None
    trim: ctypes._NamedFuncPointer | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim
