"""The visit that is on now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from branch.client.calls.service_api import new_key
from branch.qt.service_link import ServiceLink
from branch.qt.timing import make_timer
from kiosk.assist.accessibility import Accessibility
from kiosk.visit.visit_state import Home, VisitState


class VisitFlow(QObject):
    """Its state, and for how long that stays; every part of a visit goes from state to state here.

    Signals:
        changed: another state, or the same with another time to stay.
        over: it has stayed as long as it was to.
    """

    changed = Signal()
    over = Signal()

    def __init__(
        self, link: ServiceLink, accessibility: Accessibility, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._accessibility = link, accessibility
        self.state: VisitState = Home()
        self.key = new_key()
        """Tells the requests of this customer from those of every other."""
        self._home = make_timer(self, once=True)
        self._home.setObjectName("back home")
        self._home.timeout.connect(self.over)

    @property
    def stays_ms(self) -> int:
        """How long this state stays; 0 while it waits for something."""
        return self._home.interval() if self._home.isActive() else 0

    def enter(self, state: VisitState, stays_ms: int = 0) -> None:
        """Go to a state, for so long, or until something happens."""
        self.state = state
        self._home.stop()
        if stays_ms:
            self._home.start(self._link.paced(stays_ms * self._accessibility.patience))
        self.changed.emit()

    def leave(self) -> None:
        """Begin the next customer's visit, with nothing said yet: more has to be as new first."""
        self._home.stop()
        self.state, self.key = Home(), new_key()

    def stop(self) -> None:
        """End the timer."""
        self._home.stop()
