"""Which taps were not meant for what they hit."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.timing import make_timer
from kiosk.home.home_screen import HomeScreen
from kiosk.home.service_groups import ServiceGroups
from kiosk.shell.hall_notices import HallNotices
from kiosk.shell.shown_page import ShownPage
from kiosk.visit.visit import Visit
from kiosk.visit.visit_state import Issuing

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

CALM_MS = 350
CALM_ENDING_MS = 800
"""For how long after the last tap a new screen takes none; longer where a tap anywhere ends it."""


@QmlElement
@QmlUncreatable("made by the app")
class TapShield(QObject):
    """Is up while a ticket is on its way, and on a new screen until the tapping has stopped.

    Attributes:
        calm_ms: for how long a new screen takes no taps; without any it is never up for that.
        calm_ending_ms: the same where a tap anywhere ends it.

    Signals:
        changed: see `up`.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        visit: Visit,
        shown: ShownPage,
        home: HomeScreen,
        groups: ServiceGroups,
        notices: HallNotices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._visit, self._shown = link, visit, shown
        self._home, self._groups, self._notices = home, groups, notices
        self.calm_ms, self.calm_ending_ms = CALM_MS, CALM_ENDING_MS
        self._calm = make_timer(self, once=True)
        self._calm.setObjectName("tapping stops")
        self._calm.timeout.connect(self.changed)
        self._seen = self._screen()
        for told in (visit.changed, shown.changed, groups.changed, notices.changed):
            told.connect(self._look)

    @Property(bool, notify=changed)
    def up(self) -> bool:
        """Whether it takes the taps."""
        return bool(self._visit.busy) or self._calm.isActive()

    @Slot()
    def tapped(self) -> None:
        """Wait anew until the tapping has stopped: a tap has just hit the shield."""
        state = self._visit.state
        below = state.before if isinstance(state, Issuing) else state
        calm = not below.ends and self._home.availability == "open"
        ms = self._link.paced(self.calm_ms if calm else self.calm_ending_ms)
        if ms > 0:
            self._calm.start(ms)
        self.changed.emit()

    def stop(self) -> None:
        """End the timer."""
        self._calm.stop()

    def _screen(self) -> tuple[str, str, bool, bool]:
        """What makes a screen another one for a finger."""
        below, opened = str(self._shown.below), str(self._groups.opened)
        return below, opened, self._notices.alarmed, bool(self._visit.busy)

    @Slot()
    def _look(self) -> None:
        screen = self._screen()
        if screen != self._seen:
            self._seen = screen
            self.tapped()
