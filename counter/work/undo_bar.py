"""What has just been done at this counter and can be taken back, and for how long."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.contract.actions import Action
from branch.contract.answers.counter_answers import StaffCounter
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.queue.queue_rows import instant
from counter.shell.counter_texts import say
from counter.shell.part import News
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

UNDONE: Mapping[Action, str] = {
    Action.CALL: str(QT_TRANSLATE_NOOP("Counter", "%1 called")),
    Action.START: str(QT_TRANSLATE_NOOP("Counter", "%1 started")),
    Action.FINISH: str(QT_TRANSLATE_NOOP("Counter", "%1 finished")),
    Action.NO_SHOW: str(QT_TRANSLATE_NOOP("Counter", "%1 missed")),
    Action.PARK: str(QT_TRANSLATE_NOOP("Counter", "%1 parked")),
    Action.TICK: str(QT_TRANSLATE_NOOP("Counter", "%1: step ticked")),
    Action.UNTICK: str(QT_TRANSLATE_NOOP("Counter", "%1: tick taken off")),
    Action.TRANSFER: str(QT_TRANSLATE_NOOP("Counter", "%1 transferred")),
    Action.PARK_AGAIN: str(QT_TRANSLATE_NOOP("Counter", "%1 parked again")),
    Action.CHAIN: str(QT_TRANSLATE_NOOP("Counter", "%1: what follows was changed")),
    Action.REQUEUE: str(QT_TRANSLATE_NOOP("Counter", "%1 put back")),
}
"""The actions that can be taken back, as what is to be taken back is said."""


@QmlElement
@QmlUncreatable("made by the app")
class UndoBar(QObject):
    """The last action at the session's counter.

    The service says only that something can be taken back; since when comes from the feed, or, after a
    restart, from the ticket at the counter. Where neither tells, nothing is offered.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(
        self, link: ServiceLink, session: Session, languages: Languages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._session, self._languages = link, session, languages
        self._last = LastAction()
        self._shown: tuple[int, Action | None, str] = (0, None, "")
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def undoText(self) -> str:
        """What can still be taken back, or nothing."""
        left, action, number = self._shown
        return say(self._languages, UNDONE[action], number) if left and action is not None else ""

    @Property(float, notify=changed)
    def undoShare(self) -> float:
        """How much of the time for it is left, 1 to 0."""
        window = self._window_s()
        return self._shown[0] / window if window else 0.0

    def refresh(self, news: News) -> None:
        """Take what has happened at our counter."""
        if news.anew:
            self._last.begin(self._session.state)
        if news.event is not None:
            self._last.take(news)
        self.tick(self._link.now())

    def tick(self, now: int) -> None:
        """Time has passed."""
        window = self._window_s()
        left = -(-self._last.left_ms(self._session.state, window, now) // 1000)
        # The action too: one that follows another within a second has as much time left.
        shown = (min(left, window), self._last.action, self._last.number)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    def _window_s(self) -> int:
        return int(self._link.branch.standards.undo_window_s)


class LastAction:
    """What was done last at one counter that can be taken back, with whose ticket, and when."""

    def __init__(self) -> None:
        self.action: Action | None = None
        self.number = ""
        self._at = 0

    def take(self, news: News) -> None:
        """Know an event at our counter for the last action, if it can be taken back."""
        event, action = news.event, news.action
        if event is not None and action in UNDONE and "ticket" in event:
            self.action, self.number, self._at = action, event["ticket"]["number"], instant(event["at"])

    def begin(self, counter: StaffCounter | None) -> None:
        """Know of the counter what can be seen of it when the view begins anew."""
        self.action, self.number = None, ""
        ticket = counter["ticket"] if counter else None
        undo = counter.get("undo") if counter else None
        if ticket is None or undo not in (Action.CALL, Action.START):
            return
        self.action, self.number = Action(undo), ticket["number"]
        self._at = instant(ticket["called_at"] if undo == Action.CALL else ticket.get("started_at"))

    def left_ms(self, counter: StaffCounter | None, window_s: int, now: int) -> int:
        """How long it can still be taken back; 0 when it cannot."""
        if counter is None or self.action is None or counter.get("undo") != self.action:
            return 0
        return max(0, self._at + window_s * 1000 - now)
