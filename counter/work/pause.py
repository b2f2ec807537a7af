"""The pause of a counter: why, and for how long it is meant to be."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.actions import Action
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.text.languages import Languages
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import say
from counter.shell.panels import Panels
from counter.shell.part import News
from counter.signin.session import Session
from counter.work.card_facts import PAUSE_REASONS

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

PANEL = "pause"
MINUTES = (5, 10, 15, 30, 60)
RESUME = str(QT_TRANSLATE_NOOP("Counter", "Resume"))
PAUSE = str(QT_TRANSLATE_NOOP("Counter", "Pause"))


@QmlElement
@QmlUncreatable("made by the app")
class Pause(QObject):
    """What the pause panel offers, and what its key does.

    Signals:
        changed: see `text`.
        minutesChanged: see `minutes`.
    """

    changed = Signal()
    minutesChanged = Signal()

    def __init__(
        self,
        session: Session,
        runner: ActionRunner,
        panels: Panels,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """The pause of the session's counter."""
        super().__init__(parent)
        self._session, self._runner, self._panels, self._languages = session, runner, panels, languages
        self._minutes = 0
        self.reason_model = KeyedListModel(("reason", "name", "hint"), key="reason", parent=self)
        panels.openChanged.connect(self._opened)
        languages.currentChanged.connect(self._look)

    def _get_reasons(self) -> KeyedListModel:
        return self.reason_model

    reasons = Property(KeyedListModel, _get_reasons, constant=True)

    @Property(str, notify=changed)
    def text(self) -> str:
        """What the pause button does."""
        return say(self._languages, RESUME if self._paused() else PAUSE)

    @Property(int, notify=minutesChanged)
    def minutes(self) -> int:
        """How long the pause is meant to be, in minutes; 0 while nobody has said."""
        return self._minutes

    @Property(list, constant=True)
    def minuteChoices(self) -> list[int]:
        """How long it may be meant to be, in minutes."""
        return list(MINUTES)

    @Slot(int)
    def chooseMinutes(self, minutes: int) -> None:
        """Mean the pause to be that long; said twice it is taken back."""
        self._set_minutes(0 if minutes == self._minutes else minutes)

    @Slot()
    def nextMinutes(self) -> None:
        """Choose the next longer duration, and after the longest none."""
        choices = (0, *MINUTES)
        self._set_minutes(choices[(choices.index(self._minutes) + 1) % len(choices)])

    @Slot()
    def toggle(self) -> None:
        """End the pause, or open or close the choice of why."""
        number = self._session.number
        if self._paused():
            self._runner.ask(
                Action.RESUME, lambda api, key: api.resume(number, key=key), control=Action.PAUSE
            )
        elif not self._runner.holds(Action.PAUSE):
            self._panels.toggle(PANEL)

    @Slot(str)
    def begin(self, reason: str) -> None:
        """Call nobody for a while."""
        number, minutes = self._session.number, self._minutes or None
        self._panels.show("")
        self._runner.ask(Action.PAUSE, lambda api, key: api.pause(number, reason, minutes, key=key))

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        if self._session.phase != "free":
            self._panels.close(PANEL)
        self._look()

    def tick(self, _: int) -> None:
        """Do nothing: the card has the time."""

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        self.reason_model.replace(
            {"reason": reason, "name": say(self._languages, text), "hint": str(number)}
            for number, (reason, text) in enumerate(PAUSE_REASONS.items(), 1)
        )
        self.changed.emit()

    @Slot()
    def _opened(self) -> None:
        self._set_minutes(0)

    def _set_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self.minutesChanged.emit()

    def _paused(self) -> bool:
        return self._session.phase == "paused"
