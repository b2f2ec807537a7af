"""The end of a teller's day: whoever is parked is seen to first, and the day is told in two lines."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.answers.counter_answers import StaffFigures
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from counter.shell import counter_texts as texts
from counter.shell.counter_texts import say
from counter.signin.session import Session
from counter.work.panels import Panels

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_MS = 60_000
"""Service time for which the day that is over stays on the sign-in screen."""


@QmlElement
@QmlUncreatable("made by the app")
class SignOut(QObject):
    """Signing out.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        panels: Panels,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """It is about the session's counter."""
        super().__init__(parent)
        self._link, self._session, self._panels, self._languages = link, session, panels, languages
        self._parked: list[str] = []
        self._own: StaffFigures | None = None
        self._until = 0
        self._here = False
        session.left.connect(self._left)
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def parked(self) -> str:
        """Who is still parked at this counter: "A003, A007"."""
        return ", ".join(self._parked)

    @Property(str, notify=changed)
    def day(self) -> str:
        """Whose day is over; nothing while none has just ended."""
        return say(self._languages, texts.DAY_OF, self._own["staff"]) if self._own is not None else ""

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        """What that day was."""
        own, code = self._own, self._languages.code
        if own is None:
            return []
        average = formats.stopwatch(own["average_s"]) if own["average_s"] is not None else ""
        work = [
            say(self._languages, texts.DAY_SERVED, own["served"]),
            say(self._languages, texts.DAY_AVERAGE, average) if average else "",
            say(self._languages, texts.DAY_WITHIN, formats.percent(own["within"] / own["judged"]))
            if own["judged"]
            else "",
        ]
        rest = [
            say(self._languages, texts.DAY_PAUSES, own["pauses"], formats.duration(code, own["paused_s"]))
            if own["pauses"]
            else say(self._languages, texts.DAY_NO_PAUSE),
            say(self._languages, texts.DAY_RATINGS, own["ratings"], formats.percent(own["satisfied"]))
            if own["satisfied"] is not None
            else "",
            say(self._languages, texts.DAY_UNANSWERED, own["unanswered"]) if own["unanswered"] else "",
        ]
        return [" · ".join(word for word in line if word) for line in (work, rest)]

    @Slot()
    def leave(self) -> None:
        """Sign out; with somebody parked here, ask first what becomes of them."""
        if self._parked:
            self._panels.toggle("leave")
        else:
            self._session.leave()

    @Slot()
    def giveBack(self) -> None:
        """Whoever is parked here waits again, and the day is over."""
        self._session.leave(give_back=True)

    @Slot()
    def refresh(self) -> None:
        """Look at the service's view again."""
        queue, number = self._link.view.queue, self._session.number
        held = queue["held"] if queue is not None else []
        parked = [t["number"] for t in held if t["status"] == "parked" and t["counter"] == number]
        if not parked and self._panels.shown == "leave":
            self._panels.show("")
        if parked != self._parked:
            self._parked = parked
            self.changed.emit()
        arrived, self._here = self._session.here and not self._here, self._session.here
        if arrived:
            self._show(None)

    def tick(self) -> None:
        """Time has passed."""
        if self._own is not None and self._link.now() >= self._until:
            self._show(None)

    @Slot(object)
    def _left(self, own: StaffFigures | None) -> None:
        self._until = self._link.now() + SHOWN_MS
        self._show(own)

    def _show(self, own: StaffFigures | None) -> None:
        self._own = own
        self.changed.emit()
