"""Check-in with an appointment, by a code or a phone number; and the ticket that a customer scans again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from branch.client.calls.service_api import Api
from branch.contract.answers.ticket_answers import IssuedTicket, TicketStatus
from branch.contract.appointment_qr import Promise
from branch.contract.refusals import Refusal
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.checkin import checkin_texts
from kiosk.checkin.by_phone import ByPhone
from kiosk.checkin.code_entry import CodeEntry
from kiosk.home.home_screen import language_for
from kiosk.visit.unconfirmed import TicketRequest, UnconfirmedRequests
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import EnteringCode, Home, VisitState


class CheckIn(QObject):
    """Makes the requests.

    Signals:
        asked: a request, and the state that it was made in.
    """

    asked = Signal(object, object)

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        flow: VisitFlow,
        unconfirmed: UnconfirmedRequests,
        parent: QObject | None = None,
    ) -> None:
        """``unconfirmed``: a check-in that had no answer is asked for again as it was."""
        super().__init__(parent)
        self._link, self._languages, self._flow, self._unconfirmed = link, languages, flow, unconfirmed
        self.code = CodeEntry(self)
        self.search = ByPhone(link, languages, flow, self)
        self.search.chosen.connect(self._on_chosen)

    def open(self) -> None:
        """Ask for the booking code."""
        if isinstance(self._flow.state, Home) and self._link.live:
            self.clear()
            self._flow.enter(EnteringCode())

    def confirm(self) -> None:
        """Check in with the code that was typed."""
        if isinstance(self._flow.state, EnteringCode) and self.code.complete and self._link.live:
            self._with_code(str(self.code.code))

    def scanned(self, code: str) -> None:
        """Check in with a booking code that was scanned."""
        self.code.put(code)
        self._with_code(code)

    def promised(self, promise: Promise, qr: str) -> None:
        """Check in with the signed text of an appointment."""
        self.code.put(promise.code)
        self._with_code(promise.code, qr)

    def reject(self) -> None:
        """Ask once more: there is no such appointment."""
        self.code.reject()
        self.search.reject()
        self._flow.enter(EnteringCode())

    def clear(self) -> None:
        """Forget what was typed and found."""
        self.code.clear()
        self.search.clear()

    def request_for(self, appointment: str) -> TicketRequest:
        """The check-in with an appointment that was found under the phone number."""
        fresh = TicketRequest(
            f"{self._flow.key}-{appointment}", appointment=appointment, language=self._language()
        )
        known = self._unconfirmed.check_in(appointment)
        return replace(known or fresh, phone=self.search.number.digits)

    def _with_code(self, code: str, qr: str = "") -> None:
        fresh = TicketRequest(f"{self._flow.key}-{code}", code=code, qr=qr, language=self._language())
        self._ask(self._unconfirmed.check_in(code) or fresh, EnteringCode())

    @Slot(str)
    def _on_chosen(self, appointment: str) -> None:
        self._ask(self.request_for(appointment), self._flow.state)

    def _ask(self, request: TicketRequest, before: VisitState) -> None:
        self.asked.emit(request, before)

    def _language(self) -> str | None:
        return language_for(self._languages, self._link.branch)


@dataclass(frozen=True, slots=True)
class Found:
    """The ticket as it stands now; ``back`` if it had been missed and waits again."""

    ticket: IssuedTicket
    back: bool = False


def look_up(api: Api, ticket: str) -> Found:
    """Look up a ticket; a missed one is put back into the queue first, as often as the branch allows.

    Raises Refusal (unknown-ticket, requeue-limit) and ServiceError. Runs in a worker.
    """
    found = api.ticket(ticket)
    if found["status"] != "missed":
        return Found(found)
    try:
        return Found(api.requeue(ticket), back=True)
    except Refusal as error:
        if error.code != "ticket-not-on-hold":
            raise
        return Found(api.ticket(ticket))  # it has been put back, or called, in this moment


def words_of(status: TicketStatus) -> tuple[str, str]:
    """What is said of a ticket that does not wait, and what to do; %1 is its number, then its counter."""
    return _WORDS[status]


_WORDS: dict[TicketStatus, tuple[str, str]] = {
    "called": (checkin_texts.TICKET_CALLED, checkin_texts.GO_TO),
    "serving": (checkin_texts.TICKET_SERVING, checkin_texts.GO_TO),
    "parked": (checkin_texts.TICKET_PARKED, checkin_texts.WILL_BE_CALLED),
    "served": (checkin_texts.TICKET_SERVED, checkin_texts.NEW_NUMBER),
    "cancelled": (checkin_texts.TICKET_CANCELLED, checkin_texts.FRESH_NUMBER),
    "expired": (checkin_texts.TICKET_EXPIRED, checkin_texts.FRESH_NUMBER),
}
