"""Where a customer is in a visit, and for how long: the one place that the parts of a visit share."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from branch.qt.service_link import ServiceLink
from kiosk.assist.accessibility import Accessibility

WAITING = ("brief", "phone", "appointment", "appointments")
"""The steps that wait for the customer, and not for long."""


class Steps(QObject):
    """The step that is on now.

    Signals:
        changed: another step, or the same with another time to stay.
        over: it has stayed as long as it was to.
    """

    changed = Signal()
    over = Signal()

    def __init__(self, link: ServiceLink, comfort: Accessibility, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._comfort = link, comfort
        self.now = "home"
        self._home = QTimer(self, singleShot=True)
        self._home.setObjectName("back home")
        self._home.timeout.connect(self.over)

    @property
    def stays_ms(self) -> int:
        """How long this one stays; 0 while it waits for something."""
        return self._home.interval() if self._home.isActive() else 0

    def enter(self, step: str, stays_ms: int = 0) -> None:
        """Go there; for so long, or until something happens."""
        self.now = step
        self._home.stop()
        if stays_ms:
            self._home.start(self._link.paced(stays_ms * self._comfort.patience))
        self.changed.emit()

    def leave(self) -> None:
        """Home, with nothing said yet: more than the step has to be as new first."""
        self._home.stop()
        self.now = "home"

    def stop(self) -> None:
        """Nothing is over by itself any more."""
        self._home.stop()
