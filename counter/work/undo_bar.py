"""What has just been done and can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.contract.answers.feed_events import StaffEvent
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.shell import counter_texts as texts
from counter.shell.catalogue import Catalogue
from counter.shell.counter_texts import say
from counter.signin.session import Session
from counter.work.undo_watch import UndoWatch

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class UndoBar(QObject):
    """The undo bar.

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
        self._undo = UndoWatch()
        self._shown = (0, "", "")
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

    def begin(self) -> None:
        """The view begins anew."""
        self._undo.begin(self._session.state)
        self.tick()

    def take(self, event: StaffEvent) -> None:
        """An event at our counter."""
        self._undo.take(event)
        self.tick()

    def tick(self) -> None:
        """Time has passed."""
        window = Catalogue(self._link.branch, self._languages).undo_s
        left = -(-self._undo.left_ms(self._session.state, window, self._link.now()) // 1000)
        # The action too: one that follows another within a second has as much time left.
        shown = (min(left, window), self._undo.action, self._undo.number)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
