"""Wishes whose answer never came: the service may have given a number that nobody holds."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from branch.client.service_errors import ServiceError
from branch.domain.kernel.refusals import Refusal
from branch.qt.service_link import ServiceLink
from kiosk.visit.ticket_request import TicketRequest, may_be_done, take_back

log = logging.getLogger(__name__)


class UnconfirmedRequests(QObject):
    """Keeps them until the service can be asked again."""

    def __init__(self, link: ServiceLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._wishes: list[TicketRequest] = []
        self._current: TicketRequest | None = None
        link.stateChanged.connect(self.settle)

    def __len__(self) -> int:
        return len(self._wishes)

    def unanswered(self, wish: TicketRequest | None, error: Refusal | ServiceError) -> None:
        """There was no answer; the customer is still here and may ask for the same again."""
        self._current = wish
        if wish and isinstance(error, ServiceError) and may_be_done(error) and wish not in self._wishes:
            self._wishes.append(wish)

    def answered(self, wish: TicketRequest | None) -> None:
        """It is known now what came of it."""
        self._wishes = [other for other in self._wishes if other != wish]

    def left(self) -> None:
        """The customer is gone: what they asked for is nobody's. A check-in is asked for again by them alone,
        with their phone number."""
        self._current = None
        self._wishes = [replace(w, phone="") if w.checks_in else w for w in self._wishes]
        self.settle()

    def check_in(self, of: str) -> TicketRequest | None:
        """The check-in with that code, or of the appointment of that id, that is in doubt: asked again, it
        gives the same ticket."""
        return next((w for w in self._wishes if w.checks_in and of in (w.code, w.appointment)), None)

    @Slot()
    def settle(self) -> None:
        """Take back what was given up; a check-in waits for its customer, whose appointment it is."""
        if not self._link.live:
            return
        for wish in [w for w in self._wishes if w.service and w != self._current]:
            self._wishes.remove(wish)
            self._link.ask(partial(take_back, wish=wish), failed=partial(self._not_settled, wish))

    def _not_settled(self, wish: TicketRequest, error: Refusal | ServiceError) -> None:
        log.info("a ticket that may have been given was not taken back: %s", error)
        if isinstance(error, ServiceError):
            self._wishes.append(wish)
