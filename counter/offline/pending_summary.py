"""What this machine still has to tell the service: said to whoever starts the app while nobody answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.contract.actions import Action
from branch.contract.times import datetime_from_text
from branch.qt.qml_types import QmlUncreatable
from branch.qt.text import formats
from branch.qt.text.languages import QT_TRANSLATE_N_NOOP, Languages
from counter.offline.deferred_actions import DeferredAction, DeferredActions
from counter.shell.counter_texts import say
from counter.shell.part import News

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN = 4
"""Steps that are named; a counter without a line can make few more."""

TITLE = str(QT_TRANSLATE_NOOP("Counter", "Kept on this machine, sent when the service is back:"))
STEPS = {
    Action.START: str(QT_TRANSLATE_NOOP("Counter", "%1 started at %2")),
    Action.FINISH: str(QT_TRANSLATE_NOOP("Counter", "%1 finished at %2")),
}
OTHER = str(QT_TRANSLATE_NOOP("Counter", "%1, a step at %2"))
MORE = QT_TRANSLATE_N_NOOP("Counter", "and %n more")
RATINGS = QT_TRANSLATE_N_NOOP("Counter", "%n customers' ratings")


@QmlElement
@QmlUncreatable("made by the app")
class PendingSummary(QObject):
    """Steps and ratings that wait for a line.

    Signals:
        changed: see `text`.
    """

    changed = Signal()

    def __init__(
        self,
        deferred: DeferredActions,
        ratings: Callable[[], int],
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """``ratings`` says how many of them wait."""
        super().__init__(parent)
        self._deferred, self._ratings, self._languages = deferred, ratings, languages
        deferred.changed.connect(self.changed)
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def text(self) -> str:
        """A line for each; nothing if all is told. Of a rating nobody is told whose it is, or which."""
        waiting, ratings = self._deferred.waiting, self._ratings()
        lines = [self._line(action) for action in waiting[:SHOWN]]
        if len(waiting) > SHOWN:
            lines.append(self._languages.text("Counter", MORE, len(waiting) - SHOWN))
        if ratings:
            lines.append(self._languages.text("Counter", RATINGS, ratings))
        return "\n".join([say(self._languages, TITLE), *lines]) if lines else ""

    def refresh(self, _: News) -> None:
        """Look again."""
        self.changed.emit()

    def tick(self, _: int) -> None:
        """Do nothing: what waits has no time."""

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    def _line(self, action: DeferredAction) -> str:
        # The machine's own zone: that of the branch is not known while nobody answers.
        at = formats.clock(datetime_from_text(action.at).astimezone())
        return say(self._languages, STEPS.get(action.action, OTHER), action.number, at)
