"""The compact mode: a strip at an edge of a screen, over whatever else runs there; and where it was last.

What is remembered is one small file in the settings folder: whether the strip is shown, on which screen (by
name), at which edge, and where the large window was. A screen that is gone is the first one again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Property, QObject, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QmlElement

from branch.client.local_store import LocalStore
from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

HEIGHT = 72
LARGE = (420, 760)


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the app was left. ``large`` is x, y, width, height of the large window, none if never moved."""

    compact: bool = False
    screen: str = ""
    edge: Literal["top", "bottom"] = "top"
    large: tuple[int, int, int, int] | None = None


def strip_at(place: WindowPlace, screens: dict[str, QRect]) -> QRect:
    """The strip on its screen, or on the first one if that is gone; all of its width."""
    area = screens.get(place.screen) or next(iter(screens.values()), QRect(0, 0, *LARGE))
    top = area.top() if place.edge == "top" else area.bottom() + 1 - HEIGHT
    return QRect(area.left(), top, area.width(), HEIGHT)


def large_at(place: WindowPlace, screens: dict[str, QRect]) -> QRect:
    """The large window where it was, moved onto a screen if none shows it any more."""
    first = next(iter(screens.values()), QRect(0, 0, *LARGE))
    if place.large is None:
        return QRect(first.topLeft() + QPoint(40, 40), first.topLeft() + QPoint(39 + LARGE[0], 39 + LARGE[1]))
    wanted = QRect(*place.large)
    grip = QRect(wanted.topLeft(), wanted.topRight() + QPoint(0, 40))  # what a hand can take hold of
    if any(area.intersects(grip) for area in screens.values()):
        return wanted
    return QRect(first.left() + 40, first.top() + 40, wanted.width(), wanted.height())


def docked(place: WindowPlace, centre: QPoint, screens: dict[str, QRect]) -> WindowPlace:
    """The edge that is nearest to where the strip was let go."""
    name = next((name for name, area in screens.items() if area.contains(centre)), place.screen)
    area = screens.get(name)
    if area is None:
        return place
    edge: Literal["top", "bottom"] = "top" if centre.y() < area.center().y() else "bottom"
    return replace(place, screen=name, edge=edge)


PLACE = LocalStore("counter-window.json", WindowPlace, WindowPlace)


@QmlElement
@QmlUncreatable("made by the app")
class CompactWindow(QObject):
    """Whether the app is a strip now, and where its window belongs.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """As it was left."""
        super().__init__(parent)
        self._place = PLACE.read()
        self._screens: dict[str, QRect] = {}
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._meet)
            app.screenRemoved.connect(self._look)
            for screen in app.screens():
                self._meet(screen)

    @Property(bool, notify=changed)
    def compact(self) -> bool:
        """Whether the strip is wanted."""
        return self._place.compact

    @Property(str, notify=changed)
    def edge(self) -> str:
        """ "top" or "bottom"."""
        return self._place.edge

    @Property(QRect, notify=changed)
    def strip(self) -> QRect:
        """Where the strip is."""
        return strip_at(self._place, self._screens)

    @Property(QRect, notify=changed)
    def large(self) -> QRect:
        """Where the large window is."""
        return large_at(self._place, self._screens)

    @Slot(QRect)
    def toggle(self, window: QRect) -> None:
        """To the strip or back; `window` is where the window is now."""
        if self._place.compact:
            self._put(replace(self._place, compact=False))
        else:
            name = next((n for n, area in self._screens.items() if area.contains(window.center())), "")
            large = (window.x(), window.y(), window.width(), window.height())
            self._put(replace(self._place, compact=True, large=large, screen=self._place.screen or name))

    @Slot(QRect)
    def drop(self, window: QRect) -> None:
        """The strip was moved: it docks to the edge that is nearest."""
        self._put(docked(self._place, window.center(), self._screens))

    @Slot()
    def otherEdge(self) -> None:
        """From the top to the bottom, or back."""
        self._put(replace(self._place, edge="bottom" if self._place.edge == "top" else "top"))

    def _put(self, place: WindowPlace) -> None:
        if place != self._place:
            self._place = place
            PLACE.keep(place)
        self.changed.emit()

    @Slot(QScreen)
    def _meet(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        self._screens = {s.name(): s.availableGeometry() for s in QGuiApplication.screens()}
        self.changed.emit()
