"""Has Python's garbage collected in the GUI thread and in no other.

A collection runs in whatever thread happens to allocate. Where it finds a QObject there, Qt destroys the
object under one of its locks and then waits for Python's; if the GUI thread holds that one and waits for
Qt's, neither goes on, and the app stands still for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject

from branch.qt.timing import make_timer

INTERVAL_MS = 500


class GarbageCollection:
    """Collects what is due, from its making until `stop`."""

    def __init__(self, parent: QObject) -> None:
        """To be made in the GUI thread, once the app stands: what is there by then stays, and is not looked
        through again."""
        self._automatic = gc.isenabled()
        gc.disable()
        gc.freeze()
        self._timer = make_timer(parent, interval=INTERVAL_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, if it was Python's before."""
        self._timer.stop()
        if self._automatic:
            gc.enable()


def collect_due() -> None:
    """Collect the oldest generation of which enough has come together since it was collected last."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
