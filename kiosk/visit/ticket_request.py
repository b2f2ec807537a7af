"""What a customer asks the service for: a ticket of a service, or a check-in with a code."""

from __future__ import annotations

from dataclasses import dataclass, field

from branch.client.calls.service_api import Api
from branch.contract.answers.ticket_answers import IssuedTicket


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
