"""The screens that are plugged in, as they come, go and change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen


class Screens(QObject):
    """The machine's screens, the first being the main one.

    Signals:
        changed: another one, one less, or another size or place of one.

    Attributes:
        names: what each is called, as far as it has a name.
        areas: all of each, in the pixels of the desktop.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: list[str] = []
        self.areas: list[QRect] = []
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._meet)
            app.screenRemoved.connect(self._look)
            app.primaryScreenChanged.connect(self._look)
            for screen in app.screens():
                self._meet(screen)

    @Slot(QScreen)
    def _meet(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        screens = QGuiApplication.screens()
        self.names, self.areas = [s.name() for s in screens], [s.geometry() for s in screens]
        self.changed.emit()
