"""What has just been done and can be taken back, and what has been done so far."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.client import shapes
from branch.qt import formats
from branch.qt.languages import Languages
from branch.qt.link import ServiceLink
from branch.qt.qml_types import QmlUncreatable
from counter import texts
from counter.catalogue import Catalogue
from counter.session import Session
from counter.tally import Tally
from counter.texts import say
from counter.undo import UndoWatch

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Recent(QObject):
    """The undo bar and the teller's own figures.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(
        self, link: ServiceLink, session: Session, languages: Languages, parent: QObject | None = None
    ) -> None:
        """It is about the session's counter."""
        super().__init__(parent)
        self._link, self._session, self._languages = link, session, languages
        self._undo, self._tally = UndoWatch(), Tally()
        self._shown = (0, 0, "", "")
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def undoText(self) -> str:
        """What can still be taken back, or nothing."""
        if not self._shown[0]:
            return ""
        return say(self._languages, texts.UNDONE[self._undo.action], self._undo.number)

    @Property(float, notify=changed)
    def undoShare(self) -> float:
        """How much of the time for it is left, 1 to 0."""
        window = Catalogue(self._link.branch, self._languages).undo_s
        return self._shown[0] / window if window else 0.0

    @Property(str, notify=changed)
    def tally(self) -> str:
        """How many were served here since we look, and how long it took on average."""
        if not self._tally.count:
            return ""
        at = self._link.view.at
        zone = datetime.fromisoformat(at).tzinfo if at else UTC
        since = formats.clock(datetime.fromtimestamp(self._tally.since / 1000, zone))
        average = formats.stopwatch(self._tally.average_s)
        return say(self._languages, texts.TALLY, since, self._tally.count, average)

    def begin(self) -> None:
        """The view begins anew."""
        self._undo.begin(self._session.state)
        self._tally.begin(self._link.now())
        self.tick()

    def take(self, event: shapes.Event) -> None:
        """An event at our counter."""
        self._undo.take(event)
        self._tally.take(event)
        self.tick()

    def tick(self) -> None:
        """Time has passed."""
        window = Catalogue(self._link.branch, self._languages).undo_s
        left = -(-self._undo.left_ms(self._session.state, window, self._link.now()) // 1000)
        # The action too: one that follows another within a second has as much time left.
        shown = (min(left, window), self._tally.count, self._undo.action, self._undo.number)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
