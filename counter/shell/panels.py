"""Which panel stands in the place of the queue: where to transfer, why to pause, what there is to know."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Panels(QObject):
    """The panel that is open.

    Signals:
        openChanged: see `open`.
    """

    openChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = ""

    @Property(str, notify=openChanged)
    def open(self) -> str:
        """ "transfer", "pause", "callReason", "details", "leave", "settings" or none."""
        return self._open

    @property
    def shown(self) -> str:
        """The same, for Python."""
        return self._open

    @Slot(str)
    def toggle(self, panel: str) -> None:
        """Open a panel, or close it if it is open."""
        self.show("" if self._open == panel else panel)

    def show(self, panel: str) -> None:
        """Open a panel instead of the one that is; an empty text closes."""
        if panel != self._open:
            self._open = panel
            self.openChanged.emit()

    def close(self, *panels: str) -> bool:
        """Close the open panel if it is one of these; whether it was."""
        was = self._open in panels
        if was:
            self.show("")
        return was
