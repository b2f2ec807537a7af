"""A wish on its way to the service, and what is done when no answer comes: a number of our own, or words."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from branch.client.service_errors import ServiceError, Unauthorized, Unavailable
from branch.domain.kernel.refusals import Refusal
from branch.qt.service_link import ServiceLink
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.paper.delivery import Delivery
from kiosk.visit.ticket_request import Answer, TicketRequest
from kiosk.visit.unconfirmed import UnconfirmedRequests
from kiosk.visit.visit_state import Steps

PATIENCE_MS = 4_000
"""How long a customer waits for the service before the number comes from our own, where there are any."""

log = logging.getLogger(__name__)


class Issuing(QObject):
    """At most one wish at a time; a ticket goes straight to its customer.

    Signals:
        refused: there is no ticket; the Refusal or ServiceError, and what it is about (About), if known.
    """

    refused = Signal(object, object)

    def __init__(
        self,
        link: ServiceLink,
        steps: Steps,
        reserve: OfflineTickets,
        handover: Delivery,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._steps, self._reserve, self._handover = link, steps, reserve, handover
        self.wish: TicketRequest | None = None
        self.doubts = UnconfirmedRequests(link, self)
        self._patience = QTimer(self, singleShot=True)
        self._patience.setObjectName("patience")
        self._patience.timeout.connect(self._on_patience)
        steps.changed.connect(self._patience.stop)

    def take(self, wish: TicketRequest) -> None:
        """A ticket: the service's, or one of our own while it is gone."""
        if not self._reserve.in_charge:
            self.ask(wish)
        elif not self._give(wish):
            self.refused.emit(Unavailable("no-numbers", "none could be given without the service"), None)

    def ask(self, wish: TicketRequest) -> None:
        """Ask the service, which may have been asked for the same before."""
        self.wish = wish
        self._steps.enter("issuing")
        self._patience.start(PATIENCE_MS)
        self._link.ask(wish.ask, done=partial(self._answered, wish), failed=partial(self._not_answered, wish))

    def drop(self) -> None:
        """It is settled, and not to be asked again."""
        self.wish = None

    def left(self) -> None:
        """The customer is gone: what they asked for is nobody's."""
        self.wish = None
        self.doubts.left()

    def stop(self) -> None:
        """Be patient for ever."""
        self._patience.stop()

    @Slot()
    def _on_patience(self) -> None:
        """Still no answer: a number of our own now, and the other one is taken back if there is any."""
        wish = self.wish
        if self._steps.now == "issuing" and wish is not None and self._give(wish):
            self.doubts.unanswered(wish, ServiceError("no answer yet"))
            self.doubts.left()

    def _give(self, wish: TicketRequest) -> bool:
        """A ticket without the service; nothing for a check-in, which nobody but the service can do."""
        ticket = self._reserve.give(wish) if wish.service else None
        if ticket is not None:
            self.wish = None
            self._handover.give(ticket, offline=True)
        return ticket is not None

    def _answered(self, wish: TicketRequest, answer: Answer) -> None:
        if wish is not self.wish:
            return  # too late: its customer holds another number, and this one is taken back
        self.doubts.answered(wish)
        if isinstance(answer, tuple):
            self.refused.emit(*answer)
        else:
            self._handover.give(answer)

    def _not_answered(self, wish: TicketRequest, error: Refusal | ServiceError) -> None:
        if wish is not self.wish:
            return
        self.doubts.unanswered(wish, error)
        if not isinstance(error, Unauthorized) and self._give(wish):
            log.info("the service gave no ticket: %s", error)
            self.doubts.left()
        else:
            self.refused.emit(error, None)
