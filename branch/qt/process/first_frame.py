"""What waits until the first screen is there, because it is not needed to draw it.

Libraries to talk to the service, to print or to speak with take longer to load than a screen to be shown.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtQuick import QQuickWindow

from branch.qt.timing import make_timer

LATEST_MS = 2_000
"""When it begins all the same: a window that starts behind others, or minimised, draws nothing."""

log = logging.getLogger(__name__)


class FirstFrame(QObject):
    """Calls once, in order, what was given to `then`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._calls: list[Callable[[], None]] = []
        self._windows: list[QQuickWindow] = []
        self._latest = make_timer(self, once=True, interval=LATEST_MS)
        self._latest.setObjectName("first frame")
        self._latest.timeout.connect(self._begin)

    def then(self, call: Callable[[], None]) -> None:
        """Have ``call`` called after the first frame; to be said before `watch`."""
        self._calls.append(call)

    def watch(self, windows: Iterable[QQuickWindow]) -> None:
        """Wait for the first of them to have drawn a frame."""
        self._windows = list(windows)
        for window in self._windows:
            # Queued: with a graphics card frames are drawn in another thread.
            window.frameSwapped.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)
        self._latest.start()

    def stop(self) -> None:
        """Call nothing any more."""
        self._latest.stop()
        self._calls.clear()
        windows, self._windows = self._windows, []
        for window in windows:
            window.frameSwapped.disconnect(self._on_frame)

    @Slot()
    def _on_frame(self) -> None:
        if self._windows:  # one of several may have been on its way
            log.info("the first frame is drawn")
            self._begin()

    @Slot()
    def _begin(self) -> None:
        calls = list(self._calls)
        self.stop()
        for call in calls:
            call()
