"""What a customer asks for, under one key; and requests whose answer never came."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api
from branch.client.deliveries import Error, OutboxFile, any_order, may_be_done
from branch.client.outbox import Outbox
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.qt.link_outbox import OutboxLine
from branch.qt.service_link import ServiceLink


@dataclass(frozen=True, slots=True)
class TicketRequest:
    """Asked again, it is the same request: its key makes it at most one ticket."""

    key: str
    service: str = ""
    code: str = ""
    qr: str = ""
    appointment: str = ""
    phone: str = field(default="", repr=False, compare=False)
    language: str | None = None
    segment: str | None = None
    segment_reason: str | None = None

    @property
    def checks_in(self) -> bool:
        """Whether it is about an appointment."""
        return bool(self.code or self.appointment)

    def ask(self, api: Api) -> IssuedTicket:
        """Ask for the ticket; raises Refusal or ServiceError. Runs in a worker.

        The whole signed text of an appointment goes instead of its code where that was scanned.
        """
        if self.checks_in:
            return api.check_in(
                code=None if self.qr else self.code or None,
                qr=self.qr or None,
                phone=self.phone or None,
                appointment=self.appointment or None,
                language=self.language,
                key=self.key,
            )
        return api.issue(
            self.service,
            self.language,
            self.segment,
            segment_reason=self.segment_reason,
            phone=self.phone or None,
            key=self.key,
        )


def take_back(api: Api, request: TicketRequest) -> None:
    """See to it that nobody holds the ticket of a request whose answer never came; raises Refusal, when there
    can be none, or ServiceError.

    Asking again under its key gives the ticket if there is one, and makes one if there is none; either way
    it is cancelled, so that no teller calls a number that nobody has.
    """
    ticket = request.ask(api)
    api.cancel(ticket["id"], key=f"{request.key}-back")


AGAIN_MS = 5_000

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TakeBack:
    """That nobody holds the ticket of a request, if there is one."""

    request: TicketRequest

    @property
    def key(self) -> str:
        """The request's own."""
        return self.request.key

    def tell(self, api: Api) -> None:
        """Take the ticket back; raises Refusal or ServiceError."""
        take_back(api, self.request)


class UnconfirmedRequests:
    """Those of the customer who is here may be asked again; those of others are taken back, also after a
    restart. A check-in waits for its customer, whose appointment it is."""

    def __init__(self, link: ServiceLink, parent: QObject | None = None) -> None:
        self._requests: list[TicketRequest] = []
        self._outbox = Outbox(
            OutboxLine(link, parent),
            OutboxFile("kiosk-unconfirmed.json", "requests", TakeBack),
            lane=any_order,
            again_ms=AGAIN_MS,
        )

    def __len__(self) -> int:
        return len(self._requests) + len(self._outbox)

    @property
    def requests(self) -> tuple[TicketRequest, ...]:
        """Those that may be asked again."""
        return tuple(self._requests)

    def unanswered(self, request: TicketRequest, error: Error) -> None:
        """Keep a request that had no answer; its customer is still here and may ask for the same again."""
        if may_be_done(error) and request not in self._requests:
            self._requests.append(request)

    def answered(self, request: TicketRequest) -> None:
        """Forget a request: it is known now what came of it."""
        self._requests = [other for other in self._requests if other != request]

    def left(self) -> None:
        """Have tickets taken back: their customer is gone. A check-in is asked for again by its customer
        alone, with the phone number."""
        mine, self._requests = self._requests, []
        for request in mine:
            if request.checks_in:
                self._requests.append(replace(request, phone=""))
            else:
                self._outbox.put(TakeBack(request))

    def check_in(self, of: str) -> TicketRequest | None:
        """The check-in with that code, or of the appointment of that id, that is in doubt: asked again, it
        gives the same ticket."""
        return next((r for r in self._requests if r.checks_in and of in (r.code, r.appointment)), None)

    def stop(self) -> None:
        """Take nothing back any more before the next start."""
        self._outbox.close()
