"""The teller's own figures of today, as the service counts them; so they outlive the app."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.client.service_errors import ServiceError
from branch.contract.answers.counter_answers import StaffFigures
from branch.contract.answers.feed_events import StaffEvent
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from counter.shell import counter_texts as texts
from counter.shell.counter_texts import say
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_MS = 60_000
"""Service time after which they are asked for in any case: of a rating no counter is told."""

COUNTED = frozenset({"ServingFinished", "TicketWentOn", "ActionUndone", "CounterOpened", "CounterResumed"})
"""Events at our counter after which they are others."""


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
        return say(self._languages, texts.OWN_WORK, own["served"], formats.stopwatch(own["average_s"]))

    @Property(str, notify=changed)
    def satisfied(self) -> str:
        """How many of those who rated were satisfied; nothing while they are too few to be told."""
        own = self.own
        if own is None or own["satisfied"] is None:
            return ""
        said = say(self._languages, texts.OWN_RATING, formats.percent(own["satisfied"]))
        silent = own["unanswered"]
        return f"{said} · {say(self._languages, texts.DAY_UNANSWERED, silent)}" if silent else said

    def begin(self) -> None:
        """The view begins anew, or somebody else is here."""
        self._ask()

    def take(self, event: StaffEvent) -> None:
        """An event at our counter."""
        if event.get("type") in COUNTED:
            self._ask()

    def tick(self) -> None:
        """Time has passed."""
        if self._link.now() >= self._next_at:
            self._ask()

    def _ask(self) -> None:
        if self._asking:
            self._again = True
        elif self._link.live and self._session.here:
            number = self._session.number
            self._asking, self._again = True, False
            self._next_at = self._link.now() + AGAIN_MS
            self._link.ask(lambda api: api.figures(number), self._told, self._untold)

    def _told(self, own: StaffFigures) -> None:
        self._asking = False
        if own != self._own:
            self._own = own
            self.changed.emit()
        if self._again:
            self._ask()

    def _untold(self, _: Refusal | ServiceError) -> None:
        self._asking = False  # the last ones stand; they are asked for again with the next event or minute
