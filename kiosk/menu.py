"""Which group of services is open on the home screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.tree import path_to

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Menu(QObject):
    """The way into the tree of services and back.

    Signals:
        changed: another group is open, or it has another name.
    """

    changed = Signal()

    def __init__(self, link: ServiceLink, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._languages = link, languages
        self._opened = ""
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def opened(self) -> str:
        """The id of the group that is open; "" at the top."""
        return self._opened

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its name."""
        return self._said("names")

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What is in it, in a few words."""
        return self._said("hints")

    @Slot(str)
    def open(self, group: str) -> None:
        """Show what is in that group; one that there is not is nothing."""
        if group in self._groups():
            self._become(group)

    @Slot()
    def back(self) -> None:
        """One level up."""
        path = path_to(self._groups(), self._opened)
        self._become(path[-2] if len(path) > 1 else "")

    def reset(self) -> None:
        """As the next customer should find it."""
        self._become("")

    def _groups(self) -> dict[str, dict[str, Any]]:
        return {group["id"]: group for group in self._link.branch.get("groups", [])}

    def _said(self, what: str) -> str:
        group = self._groups().get(self._opened)
        return self._languages.pick(group[what]) if group is not None else ""

    def _become(self, group: str) -> None:
        if group != self._opened:
            self._opened = group
            self.changed.emit()
