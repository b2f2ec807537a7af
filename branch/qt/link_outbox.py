"""A `ServiceLink` as an `Outbox` sees it: the line that it sends over, and what wakes it.

    outbox = Outbox(OutboxLine(link, self), OutboxFile("kiosk-prints.json", "prints", PrintResult))

The owner closes the outbox when the app ends.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from branch.client.calls.service_api import Api
from branch.client.deliveries import Error
from branch.qt.service_link import ServiceLink
from branch.qt.timing import make_timer

LEAST_MS = 20


class OutboxLine(QObject):
    """The line of one outbox, which it wakes when the link is live again and when another try is due."""

    def __init__(self, link: ServiceLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._wakes: Callable[[], None] | None = None
        self._timer = make_timer(self, once=True)
        self._timer.setObjectName("told again")
        self._timer.timeout.connect(self._wake)
        link.stateChanged.connect(self._wake)

    @property
    def live(self) -> bool:
        """Whether the service is followed now."""
        return bool(self._link.live)

    def now(self) -> int:
        """The service's time in ms since the epoch."""
        return self._link.now()

    def ask(
        self,
        question: Callable[[Api], object],
        done: Callable[[object], None],
        failed: Callable[[Error], None],
    ) -> None:
        """Ask in a worker; ``done`` or ``failed`` runs in the GUI thread."""
        self._link.ask(question, done, failed)

    def wakes(self, call: Callable[[], None]) -> None:
        """Have ``call`` called, in the GUI thread, from now on."""
        self._wakes = call

    def wake_in(self, ms: int) -> None:
        """Call in so many ms of the service's time."""
        self._timer.start(max(LEAST_MS, self._link.paced(ms)))

    def rest(self) -> None:
        """Call no more."""
        self._wakes = None
        self._timer.stop()

    @Slot()
    def _wake(self) -> None:
        if self._wakes is not None:
            self._wakes()
