"""`--self-test`: does the first screen come up without a complaint?"""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

FIRST_FRAME_MS = 10_000
LOOK_AROUND_MS = 300
"""How long to go on after the first frame, so that what is bound late can still complain."""

_log = logging.getLogger(__name__)


class _Complaints(logging.Handler):
    """Counts what QML and crashes log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == "qml" or record.levelno >= logging.CRITICAL:
            self.seen.append(record.getMessage())


class SelfTest(QObject):
    """Watches one start of an app; make it before the QML is loaded."""

    def __init__(self, app: QCoreApplication) -> None:
        """`app` is the one to end."""
        super().__init__()
        self._app = app
        self._complaints = _Complaints()
        self._framed = False
        self._limit = QTimer(self, singleShot=True, interval=FIRST_FRAME_MS)
        self._limit.setObjectName("self-test limit")
        self._limit.timeout.connect(self._app.exit)
        logging.getLogger().addHandler(self._complaints)

    def watch(self, windows: list[QQuickWindow]) -> None:
        """Leave a moment after the first frame of any of `windows`, or after ten seconds without one."""
        self._limit.start()
        for window in windows:
            window.frameSwapped.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)

    def verdict(self, code: int) -> int:
        """The exit code: that of the app, or 1 if no frame came or something was complained about."""
        self._limit.stop()
        logging.getLogger().removeHandler(self._complaints)
        if not self._framed:
            _log.error("self-test: no frame was drawn")
        for text in self._complaints.seen:
            _log.error("self-test: %s", text)
        return code or int(not self._framed or bool(self._complaints.seen))

    @Slot()
    def _on_frame(self) -> None:
        if not self._framed:
            self._framed = True
            QTimer.singleShot(LOOK_AROUND_MS, self._app.exit)
