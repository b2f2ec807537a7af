"""The teller's own figures of today, as the service counts them; so they outlive the app."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.client.responses import ServiceError
from branch.contract.actions import Action
from branch.contract.answers.counter_answers import StaffFigures
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from counter.shell.counter_texts import UNANSWERED, say
from counter.shell.part import News
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_MS = 60_000
"""Service time after which they are asked for in any case: of a rating no counter is told."""

COUNTED = frozenset({Action.FINISH, Action.UNDO, Action.OPEN, Action.RESUME})
"""Actions at our counter after which they are others."""

OWN_WORK = str(QT_TRANSLATE_NOOP("Counter", "Today: %1 served · average %2"))
OWN_RATING = str(QT_TRANSLATE_NOOP("Counter", "Satisfied %1"))


@QmlElement
@QmlUncreatable("made by the app")
class TellerFigures(QObject):
    """The line at the foot of the window.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(
        self, link: ServiceLink, session: Session, languages: Languages, parent: QObject | None = None
    ) -> None:
        """They are those of the session's staff."""
        super().__init__(parent)
        self._link, self._session, self._languages = link, session, languages
        self._own: StaffFigures | None = None
        self._asking = self._again = False
        self._next_at = 0
        languages.currentChanged.connect(self.changed)

    @property
    def own(self) -> StaffFigures | None:
        """What the service said last of whoever is signed in; None while it has said nothing."""
        own = self._own
        return own if own is not None and own["staff"] == self._session.who else None

    @Property(str, notify=changed)
    def work(self) -> str:
        """How many were served today, and how long it took on average."""
        own = self.own
        if own is None or own["average_s"] is None:
            return ""
        return say(self._languages, OWN_WORK, own["served"], formats.stopwatch(own["average_s"]))

    @Property(str, notify=changed)
    def satisfied(self) -> str:
        """How many of those who rated were satisfied; nothing while they are too few to be told."""
        own = self.own
        if own is None or own["satisfied"] is None:
            return ""
        said = say(self._languages, OWN_RATING, formats.percent(own["satisfied"]))
        silent = own["unanswered"]
        return f"{said} · {say(self._languages, UNANSWERED, silent)}" if silent else said

    def refresh(self, news: News) -> None:
        """Ask for them when somebody else may be here, and after what is counted."""
        if news.anew or news.action in COUNTED:
            self.ask()

    def tick(self, now: int) -> None:
        """Ask for them now and then."""
        if now >= self._next_at:
            self.ask()

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    def ask(self) -> None:
        """Ask the service for them, once more if it is being asked already."""
        if self._asking:
            self._again = True
        elif self._link.live and self._session.here:
            number = self._session.number
            self._asking, self._again = True, False
            self._next_at = self._link.now() + AGAIN_MS
            self._link.ask(lambda api: api.figures(number), self._answered, self._not_answered)

    def _answered(self, own: StaffFigures) -> None:
        self._asking = False
        if own != self._own:
            self._own = own
            self.changed.emit()
        if self._again:
            self.ask()

    def _not_answered(self, _: Refusal | ServiceError) -> None:
        self._asking = False  # the last ones stand; they are asked for again with the next event or minute
