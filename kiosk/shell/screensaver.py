"""While nobody is here: the branch's slides until the first touch, and the shift against burn-in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.slide_player import SlideShow
from branch.qt.timing import make_timer
from kiosk.visit.visit import Visit

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

REST_S = 90
"""Seconds without a touch after which the slides begin."""


@QmlElement
@QmlUncreatable("made by the app")
class Screensaver(QObject):
    """Whether the kiosk rests. Only at home: no screen that somebody may be reading is taken away.

    Signals:
        changed: see `resting`.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        visit: Visit,
        folder: Path | None,
        after_s: int = REST_S,
        parent: QObject | None = None,
    ) -> None:
        """``folder`` has the slides; without one the home screen stays."""
        super().__init__(parent)
        self._link, self._visit, self._after_ms = link, visit, after_s * 1000
        self._resting = False
        self._show = SlideShow(folder, link.here, paced=link.paced, parent=self)
        self._there = folder is not None
        self._timer = make_timer(self, once=True)
        self._timer.setObjectName("rest")
        self._timer.timeout.connect(self.rest)
        self._show.changed.connect(self.changed)
        visit.changed.connect(self._on_visit)
        link.snapshotTaken.connect(self.touched)  # only now is it known how fast a simulated day runs

    def start(self) -> None:
        """Begin to wait for a kiosk without customers."""
        self.touched()

    def stop(self) -> None:
        """End the timer and the slides."""
        self._timer.stop()
        self._show.close()

    @property
    def slides(self) -> SlideShow:
        """What is shown."""
        return self._show

    @Property(bool, notify=changed)
    def resting(self) -> bool:
        """Whether nobody is here."""
        return self._resting

    @property
    def shows(self) -> bool:
        """Whether nobody is here, and there is something to show."""
        return self._resting and bool(self._show.available)

    @Slot()
    def touched(self) -> None:
        """Wait anew: somebody is here. What is shown goes only when the finger is lifted, see `wake`."""
        if self._there:
            self._timer.start(self._link.paced(self._after_ms))

    @Slot()
    def wake(self) -> None:
        """End the slides."""
        if self._resting:
            self._resting = False
            self.touched()
            self.changed.emit()

    @Slot()
    def rest(self) -> None:
        """Show the slides, unless somebody is in the midst of something."""
        if str(self._visit.page) == "home" and not self._visit.busy:
            self._visit.give_up()
            self._resting = True
            self.changed.emit()
        else:
            self.touched()

    @Slot()
    def _on_visit(self) -> None:
        if str(self._visit.page) != "home":  # such as a ticket whose paper failed
            self.wake()


EVERY_MS = 120_000
PATH = ((0, 0), (4, 0), (4, 4), (0, 4), (-4, 4), (-4, 0), (-4, -4), (0, -4), (4, -4))
"""Where the layout stands, in pixels of the design; one step is too small to be seen as a movement."""


@QmlElement
@QmlUncreatable("made by the app")
class BurnIn(QObject):
    """Walks along `PATH`, round and round.

    Signals:
        changed: another place.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at = 0
        self._timer = make_timer(self)
        self._timer.setObjectName("burn-in shift")
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Begin to move the layout."""
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Move the layout no more."""
        self._timer.stop()

    @Slot()
    def step(self) -> None:
        """Move the layout to the next place."""
        self._at = (self._at + 1) % len(PATH)
        self.changed.emit()

    @Property(int, notify=changed)
    def x(self) -> int:
        """To the right."""
        return PATH[self._at][0]

    @Property(int, notify=changed)
    def y(self) -> int:
        """Down."""
        return PATH[self._at][1]
