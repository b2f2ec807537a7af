"""My queue: who waits for this counter, next first, and who stands aside."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.queue.queue_rows import queue_row
from counter.shell.counter_texts import BranchNames
from counter.shell.part import News

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

_ROLES = ("ticket", "number", "detail", "segment", "wait", "late", "group", "parked")


@QmlElement
@QmlUncreatable("made by the app")
class MyQueue(QObject):
    """The rows, and the one that is chosen to be called out of turn.

    Signals:
        changed: how many wait.
        chosenChanged: see `chosen`.
    """

    changed = Signal()
    chosenChanged = Signal()

    def __init__(self, link: ServiceLink, languages: Languages, parent: QObject | None = None) -> None:
        """The queue is that of the counter which the link follows."""
        super().__init__(parent)
        self._link, self._languages = link, languages
        self._chosen = ""
        self._minute = 0
        self.model = KeyedListModel(_ROLES, key="ticket", parent=self)
        languages.currentChanged.connect(self._look)

    def _get_rows(self) -> KeyedListModel:
        return self.model

    rows = Property(KeyedListModel, _get_rows, constant=True)

    @Property(int, notify=changed)
    def waiting(self) -> int:
        """How many wait; more than are listed if there are very many."""
        queue = self._link.view.queue
        return queue["waiting"] if queue else 0

    @Property(str, notify=chosenChanged)
    def chosen(self) -> str:
        """The id of the chosen ticket, or nothing."""
        return self._chosen

    @Property(int, notify=chosenChanged)
    def chosenIndex(self) -> int:
        """Its row; -1 for none."""
        return self._place()

    @Property(str, notify=chosenChanged)
    def chosenNumber(self) -> str:
        """Its number."""
        return str(self.value(self._chosen, "number"))

    @property
    def picked(self) -> str:
        """The chosen ticket, for Python."""
        return self._chosen

    @property
    def out_of_turn(self) -> bool:
        """Whether the chosen one waits behind somebody."""
        waiting = [row["ticket"] for row in self._rows() if row["group"] == "queue"]
        return self._chosen in waiting[1:]

    def _rows(self) -> list[dict[str, object]]:
        return cast("list[dict[str, object]]", self.model.rows())

    def _place(self) -> int:
        keys = self.model.keys()
        return keys.index(self._chosen) if self._chosen in keys else -1

    def value(self, ticket: str, role: str) -> object:
        """What a row says; nothing if it is not there."""
        return next((row[role] for row in self._rows() if row["ticket"] == ticket), "")

    @Slot(str)
    def choose(self, ticket: str) -> None:
        """Choose a row by its ticket's id; an empty text chooses none."""
        if ticket != self._chosen:
            self._chosen = ticket
            self.chosenChanged.emit()

    @Slot(int)
    def step(self, by: int) -> None:
        """Choose a row further down, or up."""
        keys = self.model.keys()
        if keys:
            start = self._place() if self._chosen else (-1 if by > 0 else len(keys))
            self.choose(str(keys[min(len(keys) - 1, max(0, start + by))]))

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        self._look()

    def tick(self, now: int) -> None:
        """Time has passed: waits grow by the minute."""
        if now // 60_000 != self._minute:
            self._look()

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        queue = self._link.view.queue
        now = self._link.now()
        self._minute = now // 60_000
        names = BranchNames(self._link.branch, self._languages)
        held = queue["held"] if queue else []
        due = [ticket for ticket in held if ticket.get("due")]
        rest = [ticket for ticket in held if not ticket.get("due")]
        groups = (("held", due), ("queue", queue["tickets"]), ("held", rest)) if queue else ()
        rows = {
            str(row["ticket"]): row
            for group, tickets in groups
            for row in (queue_row(ticket, group, names, self._languages, now) for ticket in tickets)
        }
        self.model.replace(rows.values())
        if self._chosen and self._chosen not in rows:
            self.choose("")
        self.changed.emit()
        self.chosenChanged.emit()
