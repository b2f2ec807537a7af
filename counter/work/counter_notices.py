"""What the manager tells the hall, at the counter: a quiet line, or an emergency that nobody overlooks."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.staff_calls import holding
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.shell.part import News

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

TURN_MS = 8_000
"""Service time for which each of several notices is the one on the line."""


@QmlElement
@QmlUncreatable("made by the app")
class CounterNotices(QObject):
    """The notices that hold now. Without a line the last known ones hold, and end when they run out.

    Signals:
        changed: another line, an emergency or its end, or another language.
    """

    changed = Signal()

    def __init__(self, link: ServiceLink, languages: Languages, parent: QObject | None = None) -> None:
        """`link` knows the notices."""
        super().__init__(parent)
        self._link, self._languages = link, languages
        self._shown = ("", "")
        languages.currentChanged.connect(self._look)

    @Property(str, notify=changed)
    def line(self) -> str:
        """What is told, one after the other; nothing if there is nothing to tell."""
        return self._shown[0]

    @Property(str, notify=changed)
    def emergency(self) -> str:
        """What must be seen at once; nothing while all is well."""
        return self._shown[1]

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        self._look()

    def tick(self, _: int) -> None:
        """Look again: notices begin, take turns and run out by themselves."""
        self._look()

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        now = self._link.now()
        emergency, infos = holding(self._link.view.notices, now)
        told = infos[now // TURN_MS % len(infos)]["text"] if infos else {}
        alarm = emergency["text"] if emergency is not None else {}
        shown = (self._languages.pick(told), self._languages.pick(alarm))
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
