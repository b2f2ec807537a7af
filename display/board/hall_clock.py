"""The clock of the hall: the service's time, in the branch's own zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.text import formats
from branch.qt.timing import make_timer
from display.board.board_texts import BoardTexts

QML_IMPORT_NAME = "Display.Core"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 500


@QmlElement
@QmlUncreatable("made by the app")
class HallClock(QObject):
    """Tells time and date.

    Signals:
        told: time or date read otherwise than before.
    """

    told = Signal()

    def __init__(self, now: Callable[[], int], words: BoardTexts, parent: QObject | None = None) -> None:
        """``now`` is the service's time in ms."""
        super().__init__(parent)
        self._now, self._words = now, words
        self._zone: tzinfo = UTC
        self._texts = ("", "", "")
        self._timer = make_timer(self, interval=LOOK_MS)
        self._timer.setObjectName("clock")
        self._timer.timeout.connect(self.look)

    @Property(str, notify=told)
    def time(self) -> str:
        """09:42; empty before the branch is known."""
        return self._texts[0]

    @Property(str, notify=told)
    def date(self) -> str:
        """The date in the main language."""
        return self._texts[1]

    @Property(str, notify=told)
    def dateSecond(self) -> str:
        """The date in the second language, if there is one."""
        return self._texts[2]

    def use_zone(self, name: str) -> None:
        """The branch's time zone; begins to tell the time."""
        try:
            self._zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            self._zone = datetime.now().astimezone().tzinfo or UTC
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def at(self, ms: int) -> datetime:
        """An instant in the branch's zone."""
        return datetime.fromtimestamp(ms / 1000, self._zone)

    @Slot()
    def look(self) -> None:
        """Tell what has changed."""
        now = self.at(self._now())
        second = self._words.second
        date = formats.long_day(self._words.main, now.date())
        texts = (formats.clock(now), date, formats.long_day(second, now.date()) if second else "")
        if texts != self._texts:
            self._texts = texts
            self.told.emit()
