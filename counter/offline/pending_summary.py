"""What this machine still has to tell the service: said to whoever starts the app while nobody answers."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.contract.times import datetime_from_text
from branch.qt.qml_types import QmlUncreatable
from branch.qt.text import formats
from branch.qt.text.languages import QT_TRANSLATE_N_NOOP, Languages
from counter.offline.deferred_actions import DeferredAction, DeferredActions
from counter.rating.rating_outbox import RatingOutbox
from counter.shell.counter_texts import say

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN = 4
"""Steps that are named; a counter without a line can make few more."""

TITLE = str(QT_TRANSLATE_NOOP("Counter", "Kept on this machine, sent when the service is back:"))
STEPS = {
    "start": str(QT_TRANSLATE_NOOP("Counter", "%1 started at %2")),
    "finish": str(QT_TRANSLATE_NOOP("Counter", "%1 finished at %2")),
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
        later: DeferredActions,
        outbox: RatingOutbox,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._later, self._outbox, self._languages = later, outbox, languages
        later.changed.connect(self.changed)
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def text(self) -> str:
        """A line for each; nothing if all is told. Of a rating nobody is told whose it is, or which."""
        steps = self._later.steps
        lines = [self._line(step) for step in steps[:SHOWN]]
        if len(steps) > SHOWN:
            lines.append(self._languages.text("Counter", MORE, len(steps) - SHOWN))
        if self._outbox.ratings:
            lines.append(self._languages.text("Counter", RATINGS, self._outbox.ratings))
        return "\n".join([say(self._languages, TITLE), *lines]) if lines else ""

    def refresh(self) -> None:
        """Look again."""
        self.changed.emit()

    def _line(self, step: DeferredAction) -> str:
        # The machine's own zone: that of the branch is not known while nobody answers.
        at = formats.clock(datetime_from_text(step.at).astimezone())
        return say(self._languages, STEPS.get(step.action, OTHER), step.number, at)
