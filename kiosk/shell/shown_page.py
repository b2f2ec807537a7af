"""What the window shows: the page, and a sheet over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from kiosk.home.home_screen import HomeScreen
from kiosk.shell.hall_notices import HallNotices
from kiosk.shell.screensaver import Screensaver
from kiosk.staff.staff_menu import StaffMenu
from kiosk.visit.ticket_step import TicketStep
from kiosk.visit.visit import Visit
from kiosk.visit.visit_state import page_of

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ShownPage(QObject):
    """Follows everything that `page_of` looks at.

    Signals:
        changed: another page, or another one below it.
        sheetChanged: see `sheet`.
    """

    changed = Signal()
    sheetChanged = Signal()

    def __init__(
        self,
        visit: Visit,
        home: HomeScreen,
        staff: StaffMenu,
        notices: HallNotices,
        screensaver: Screensaver,
        steps: Sequence[TicketStep],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visit, self._home, self._staff = visit, home, staff
        self._notices, self._screensaver, self._steps = notices, screensaver, steps
        self._shown = ("", "")
        self._sheet = ""
        visit.changed.connect(self._look)
        home.changed.connect(self._look)
        staff.changed.connect(self._look)
        notices.changed.connect(self._look)
        screensaver.changed.connect(self._look)
        visit.left.connect(self.closeSheet)
        self._look()

    @Property(str, notify=changed)
    def name(self) -> str:
        """The page that is seen: the customer's, or one that covers the whole screen: "slides", "staff",
        "emergency"."""
        return self._shown[0]

    @Property(str, notify=changed)
    def below(self) -> str:
        """The customer's page, whatever covers it."""
        return self._shown[1]

    @Property(str, notify=changed)
    def file(self) -> str:
        """Its QML file."""
        below = self._shown[1]
        return f"{below[:1].upper()}{below[1:]}Page.qml"

    @Property(QObject, notify=changed)
    def step(self) -> TicketStep | None:
        """The controller of a page that stands between a service and its ticket."""
        return next((step for step in self._steps if step.state.page == self._shown[1]), None)

    @Property(str, notify=sheetChanged)
    def sheet(self) -> str:
        """What has come up over the page: "languages", "reasons", or nothing."""
        return self._sheet

    @Slot(str)
    def openSheet(self, sheet: str) -> None:
        """Have a sheet come up."""
        self._sheet = sheet
        self.sheetChanged.emit()

    @Slot()
    def closeSheet(self) -> None:
        """Have the sheet go."""
        self.openSheet("")

    @Slot()
    def _look(self) -> None:
        state, branch, shut = self._visit.state, self._home.availability, self._staff.shut
        below = page_of(state, branch, shut=shut)
        name = page_of(
            state,
            branch,
            shut=shut,
            staff=self._staff.open_now,
            emergency=self._notices.alarmed,
            resting=self._screensaver.shows,
        )
        if (name, below) != self._shown:
            self._shown = (name, below)
            self.changed.emit()
