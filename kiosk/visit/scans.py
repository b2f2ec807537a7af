"""What is done with a code that a customer holds to the scanner."""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from branch.client.responses import ServiceError
from branch.contract.appointment_qr import Promise, check
from branch.contract.refusals import Refusal
from branch.devices.scanners.codes import AppointmentQr, BookingCode, CustomerCard, OurTicket, tell
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from kiosk.checkin import checkin_texts
from kiosk.checkin.check_in import CheckIn, Found, look_up, words_of
from kiosk.home.precedence import Precedence
from kiosk.paper.delivery import Delivery
from kiosk.visit import visit_texts
from kiosk.visit.visit import Visit
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import ChoosingAppointment, EnteringCode, LookingUp, Words

log = logging.getLogger(__name__)


class Scans(QObject):
    """Tells what a code is for, and does it.

    Signals:
        begun: a scan is for a customer, and somebody is here.
    """

    begun = Signal()

    def __init__(
        self,
        link: ServiceLink,
        flow: VisitFlow,
        visit: Visit,
        check_in: CheckIn,
        delivery: Delivery,
        precedence: Precedence,
        elsewhere: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        """``elsewhere`` hears what was scanned, and whether that is nobody's to act on: the staff menu only
        shows it, and in an emergency nothing is done."""
        super().__init__(parent)
        self._link, self._flow, self._visit, self._check_in = link, flow, visit, check_in
        self._delivery, self._precedence, self._elsewhere = delivery, precedence, elsewhere

    @Slot(str)
    def act(self, text: str) -> None:
        """Do what the text is for."""
        branch = self._link.branch
        scanned = tell(text, branch.ticket_url, branch.kiosk.cards)
        # The number of a card is nobody's business, the staff's neither.
        shown = f"[[cards]] {scanned.segment}" if isinstance(scanned, CustomerCard) else text
        if self._elsewhere(shown):
            return
        self.begun.emit()
        match scanned:
            case CustomerCard(segment, reason):
                self._card(segment, reason)
            case OurTicket(ticket):
                self._ticket(ticket)
            case AppointmentQr(signed):
                self._appointment(signed)
            case BookingCode(code):
                if self._can_ask():
                    self._check_in.scanned(code)
            case _:
                if self._can_ask():
                    self._visit.say(Words(visit_texts.SCAN_UNKNOWN, visit_texts.SCAN_WHAT))

    def _card(self, segment: str, reason: str | None) -> None:
        """Have the next number be of the segment of that card; without the service as well."""
        if self._visit.free():
            if isinstance(self._flow.state, EnteringCode | ChoosingAppointment):
                self._visit.goHome()
            self._precedence.by_card(segment, reason)

    def _appointment(self, signed: str) -> None:
        """Check in with the signed text of an appointment.

        What is forged or another branch's needs no service to be told; the rest is asked for, or, while there
        is no service, told as far as it is known.
        """
        if not self._visit.free():
            return
        try:
            promise = check(base64.b64decode(self._link.branch.appointment_key), signed)
        except Refusal as error:
            self._visit.refuse(error)
            return
        if self._link.live:
            self._check_in.promised(promise, signed)
        else:
            self._tell(promise)

    def _tell(self, promise: Promise) -> None:
        """Say what is known of a genuine appointment, which only the service can check in."""
        zone = self._link.branch.zone
        there, today = (
            datetime.fromtimestamp(at / 1000, zone) for at in (promise.starts_at, self._link.now())
        )
        if there.date() == today.date():
            told = Words(checkin_texts.PROMISE_TODAY, visit_texts.ASK_STAFF, formats.clock(there))
            self._visit.say(told)
        elif there > today:
            self._visit.refuse(
                Refusal(
                    "appointment-wrong-day",
                    "by its signed text",
                    {"service": None, "starts_at": there.isoformat(), "check_in_from": None},
                )
            )
        else:
            self._visit.refuse(Refusal("appointment-expired", "by its signed text"))

    def _ticket(self, ticket: str) -> None:
        """Show a ticket of ours as it stands; one that was missed waits again."""
        if self._can_ask(checkin_texts.STILL_VALID):
            self._flow.enter(LookingUp(ticket))
            self._link.ask(partial(look_up, ticket=ticket), done=self._known, failed=self._not_known)

    def _known(self, found: Found) -> None:
        ticket = found.ticket
        if ticket["status"] == "waiting":
            back = checkin_texts.BACK_IN_QUEUE if found.back else checkin_texts.STILL_WAITING
            self._delivery.show(ticket, back)
        else:
            said, hint = words_of(ticket["status"])
            self._visit.say(Words(said, hint, ticket["number"], str(ticket["counter"] or "")))

    def _not_known(self, error: Refusal | ServiceError) -> None:
        if isinstance(error, Refusal):
            self._visit.refuse(error)
        else:  # nothing is wrong with the number that they hold
            log.info("a ticket was not looked up: %s", error)
            self._visit.say(Words(visit_texts.NO_LINE, checkin_texts.STILL_VALID))

    def _can_ask(self, instead: str = visit_texts.ASK_STAFF) -> bool:
        """Whether a scan is for us, and can be asked about; ``instead`` is what to do while it cannot."""
        if not self._visit.free():
            return False
        if not self._link.live:
            self._visit.say(Words(visit_texts.SCAN_LOST, instead))
            return False
        return True
