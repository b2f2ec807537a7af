"""The end of a teller's day: whoever is parked is seen to first, and the day is told in two lines."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.responses import ServiceError
from branch.contract.answers.counter_answers import ClosedCounter, StaffFigures
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import UNANSWERED, say
from counter.shell.panels import Panels
from counter.shell.part import News
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_MS = 60_000
"""Service time for which the day that is over stays on the sign-in screen."""

SIGN_OUT = "signOut"
PANEL = "leave"
DAY_OF = str(QT_TRANSLATE_NOOP("Counter", "%1: your day"))
DAY_SERVED = str(QT_TRANSLATE_NOOP("Counter", "%1 served"))
DAY_AVERAGE = str(QT_TRANSLATE_NOOP("Counter", "average %1"))
DAY_WITHIN = str(QT_TRANSLATE_NOOP("Counter", "%1 within standard"))
DAY_PAUSES = str(QT_TRANSLATE_NOOP("Counter", "Pauses: %1, %2"))
DAY_NO_PAUSE = str(QT_TRANSLATE_NOOP("Counter", "No pause"))
DAY_RATINGS = str(QT_TRANSLATE_NOOP("Counter", "%1 ratings, satisfied %2"))


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
        runner: ActionRunner,
        panels: Panels,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """It is about the session's counter."""
        super().__init__(parent)
        self._link, self._session, self._runner = link, session, runner
        self._panels, self._languages = panels, languages
        self._parked: list[str] = []
        self._own: StaffFigures | None = None
        self._until = 0
        self._here = False
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def parked(self) -> str:
        """Who is still parked at this counter: "A003, A007"."""
        return ", ".join(self._parked)

    @Property(str, notify=changed)
    def day(self) -> str:
        """Whose day is over; nothing while none has just ended."""
        return say(self._languages, DAY_OF, self._own["staff"]) if self._own is not None else ""

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        """What that day was."""
        own, code = self._own, self._languages.code
        if own is None:
            return []
        average = formats.stopwatch(own["average_s"]) if own["average_s"] is not None else ""
        work = [
            say(self._languages, DAY_SERVED, own["served"]),
            say(self._languages, DAY_AVERAGE, average) if average else "",
            say(self._languages, DAY_WITHIN, formats.percent(own["within"] / own["judged"]))
            if own["judged"]
            else "",
        ]
        rest = [
            say(self._languages, DAY_PAUSES, own["pauses"], formats.duration(code, own["paused_s"]))
            if own["pauses"]
            else say(self._languages, DAY_NO_PAUSE),
            say(self._languages, DAY_RATINGS, own["ratings"], formats.percent(own["satisfied"]))
            if own["satisfied"] is not None
            else "",
            say(self._languages, UNANSWERED, own["unanswered"]) if own["unanswered"] else "",
        ]
        return [" · ".join(word for word in line if word) for line in (work, rest)]

    @Slot()
    def leave(self) -> None:
        """Sign out; with somebody parked here, ask first what becomes of them."""
        if self._parked:
            self._panels.toggle(PANEL)
        else:
            self._ask(give_back=False)

    @Slot()
    def giveBack(self) -> None:
        """Whoever is parked here waits again, and the day is over."""
        self._ask(give_back=True)

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        queue, number = self._link.view.queue, self._session.number
        held = queue["held"] if queue is not None else []
        parked = [t["number"] for t in held if t["status"] == "parked" and t["counter"] == number]
        if not parked:
            self._panels.close(PANEL)
        if parked != self._parked:
            self._parked = parked
            self.changed.emit()
        arrived, self._here = self._session.here and not self._here, self._session.here
        if arrived:
            self._show(None)

    def tick(self, now: int) -> None:
        """Show the day that is over no longer, once it was to be seen long enough."""
        if self._own is not None and now >= self._until:
            self._show(None)

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    def _ask(self, *, give_back: bool) -> None:
        number = self._session.number
        asked = self._runner.ask(
            SIGN_OUT,
            lambda api, key: api.close_counter(number, give_back=give_back, key=key),
            done=self._left,
            failed=self._stayed,
        )
        self._session.expect_end(asked)

    def _left(self, answer: ClosedCounter) -> None:
        self._until = self._link.now() + SHOWN_MS
        self._show(answer.get("figures"))

    def _stayed(self, error: Refusal | ServiceError) -> None:
        self._session.expect_end(False)
        self._runner.refuse(error)

    def _show(self, own: StaffFigures | None) -> None:
        self._own = own
        self.changed.emit()
