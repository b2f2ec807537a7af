"""The way from a request to a ticket: of the service, or of this kiosk's own numbers while nobody answers."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from branch.client.calls.service_api import Api
from branch.client.responses import ServiceError, Unauthorized, Unavailable
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.refusals import Refusal
from branch.qt import image_providers
from branch.qt.service_link import ServiceLink
from branch.qt.timing import make_timer
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.visit.unconfirmed import TicketRequest, UnconfirmedRequests

PATIENCE_MS = 4_000
"""How long a customer waits for the service before the number comes from our own, where there are any."""

log = logging.getLogger(__name__)


class Issuer(QObject):
    """Has one request at a time, and is the only one that knows whether the service, a doubt, or a number of
    this kiosk settles it.

    Signals:
        issued: a ticket; and whether it was given without the service.
        refused: the request, if it may be asked again; and the Refusal or ServiceError.
    """

    issued = Signal(object, bool)
    refused = Signal(object, object)

    def __init__(self, link: ServiceLink, offline: OfflineTickets, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._offline = link, offline
        self._asked: TicketRequest | None = None
        self.unconfirmed = UnconfirmedRequests(link, self)
        self._patience = make_timer(self, once=True)
        self._patience.setObjectName("patience")
        self._patience.timeout.connect(self._on_patience)

    @property
    def waits(self) -> bool:
        """Whether an answer is on its way."""
        return self._asked is not None

    def issue(self, request: TicketRequest) -> None:
        """Get a ticket: the service's, or one of this kiosk's while that is gone."""
        if not self._offline.in_charge:
            self.ask(request)
        elif not self._give(request):
            error = Unavailable("no-numbers", "none could be given without the service")
            self.refused.emit(None, error)

    def ask(self, request: TicketRequest) -> None:
        """Ask the service, which may have been asked for the same before."""
        self._asked = request
        self._patience.start(PATIENCE_MS)
        self._link.ask(
            partial(_ask, request),
            done=partial(self._answered, request),
            failed=partial(self._not_answered, request),
        )

    def forget(self) -> None:
        """Let go of what was asked for: its customer is gone."""
        self._over()
        self.unconfirmed.left()

    def stop(self) -> None:
        """End the timer; nothing is taken back after this before the next start."""
        self._patience.stop()
        self.unconfirmed.stop()

    @Slot()
    def _on_patience(self) -> None:
        """Give a number of this kiosk's instead of waiting on; the other is taken back if there is any."""
        request = self._asked
        if request is not None and self._give(request):
            self.unconfirmed.unanswered(request, ServiceError("no answer yet"))
            self.unconfirmed.left()

    def _over(self) -> None:
        self._asked = None
        self._patience.stop()

    def _give(self, request: TicketRequest) -> bool:
        """Give a ticket without the service; none for a check-in, which nobody but the service can do."""
        ticket = self._offline.give(request) if request.service else None
        if ticket is not None:
            self._over()
            self.issued.emit(ticket, True)
        return ticket is not None

    def _answered(self, request: TicketRequest, ticket: IssuedTicket) -> None:
        if request is not self._asked:
            return  # too late: its customer holds another number, and this one is taken back
        self._over()
        self.unconfirmed.answered(request)
        self.issued.emit(ticket, False)

    def _not_answered(self, request: TicketRequest, error: Refusal | ServiceError) -> None:
        if request is not self._asked:
            return
        self._over()
        if isinstance(error, Refusal):
            self.unconfirmed.answered(request)
            self.refused.emit(request, error)
            return
        self.unconfirmed.unanswered(request, error)
        if not isinstance(error, Unauthorized) and self._give(request):
            log.info("the service gave no ticket: %s", error)
            self.unconfirmed.left()
        else:
            self.refused.emit(request, error)


def _ask(request: TicketRequest, api: Api) -> IssuedTicket:
    """Ask for the ticket, and make its QR code while the screen still moves. In a worker."""
    ticket = request.ask(api)
    if ticket["url"]:
        image_providers.matrix(ticket["url"])
    return ticket
