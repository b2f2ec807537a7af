"""One customer after the other: from the first tap to the number, and back home by itself."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import new_key
from branch.client.service_errors import ServiceError
from branch.contract import shapes
from branch.domain.kernel.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.assist.accessibility import Accessibility
from kiosk.checkin import checkin_texts
from kiosk.checkin.by_phone import ByPhone
from kiosk.checkin.code_entry import CodeEntry
from kiosk.checkin.refusal_words import About
from kiosk.checkin.ticket_lookup import Found, look_up, words_of
from kiosk.home.home_screen import HomeScreen
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.paper.delivery import THANKS_MS, Delivery
from kiosk.paper.pending_prints import PendingPrints
from kiosk.paper.print_queue import PrintQueue
from kiosk.paper.recent_tickets import RecentTickets
from kiosk.visit import visit_texts
from kiosk.visit.issuing import Issuing
from kiosk.visit.phone_entry import PhoneStep
from kiosk.visit.scans import OFFERED_MS, REFUSED_MS, ScanSteps
from kiosk.visit.service_notice import ServiceNotice
from kiosk.visit.ticket_request import TicketRequest
from kiosk.visit.visit_result import VisitResult
from kiosk.visit.visit_state import WAITING, Steps

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

SHIELD_MS = dict.fromkeys(("home", *WAITING), 350)
SHIELD_ELSE_MS = 800
"""For how long after the last tap a new screen takes none; longer where a tap anywhere ends it."""

log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class Visit(QObject, ScanSteps):
    """The steps are "home", "brief", "phone", "appointment", "finding", "appointments", "issuing", "thanks",
    "unprinted" and "refused".

    Signals:
        changed: another step, or other words for it.
        left: the customer is gone, and home is as the next one should find it.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        link: ServiceLink,
        lobby: HomeScreen,
        outcome: VisitResult,
        paper: PrintQueue,
        *,
        languages: Languages,
        comfort: Accessibility,
        booking: CodeEntry,
        brief: ServiceNotice,
        reserve: OfflineTickets,
        unfinished: PendingPrints,
        given: RecentTickets,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._lobby, self._outcome = link, lobby, outcome
        self._languages, self._comfort, self._booking = languages, comfort, booking
        self._brief = brief
        self._steps = Steps(link, comfort, self)
        self._steps.over.connect(self.goHome)
        self._steps.changed.connect(self.changed)
        self._handover = Delivery(link, languages, self._steps, outcome, paper, reserve, unfinished, given)
        self._asking = Issuing(link, self._steps, reserve, self._handover, self)
        self._asking.refused.connect(self._refused)
        self.phone = PhoneStep(link, self._steps, comfort, self)
        self.phone.done.connect(self._phone_done)
        self.finding = ByPhone(link, languages, self._steps, self)
        self.finding.chosen.connect(self._check_in_found)
        self.finding.refused.connect(self._refused)
        self._key = new_key()
        lobby.changed.connect(self._on_lobby)

    # What screens see

    @Property(str, notify=changed)
    def step(self) -> str:
        """Where the customer is."""
        return self._steps.now

    @Property(str, notify=changed)
    def screen(self) -> str:
        """What is shown: a step with a screen of its own, else what the branch allows."""
        if self._steps.now in ("thanks", "unprinted", "refused"):
            return self._steps.now
        stand = str(self._lobby.stand)
        if stand != "open":
            return stand
        wish = self._asking.wish
        if self._steps.now == "phone" or (self.phone.service and self.phone.service == str(self.chosen)):
            return "phone"
        if self._steps.now == "brief" or self._brief.needed(str(self.chosen)):
            return "brief"
        if self._steps.now == "appointments" or (wish and wish.appointment):
            return "appointments"
        at_code = self._steps.now in ("appointment", "finding") or (wish and wish.code)
        return "appointment" if at_code else "home"

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._steps.now in ("issuing", "finding")

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The service that was tapped, while its ticket is on its way."""
        return self._asking.wish.service if self._asking.wish is not None and self.busy else ""

    @Property(bool, notify=changed)
    def canRetry(self) -> bool:
        """Whether asking once more for the same ticket makes sense."""
        asked = self._asking.wish is not None and self._outcome.no_answer
        return self._steps.now == "refused" and asked and bool(self._link.live)

    @Property(bool, notify=changed)
    def canCopy(self) -> bool:
        """Whether a number that was scanned may be printed again."""
        return self._handover.copies

    @Property(int, notify=changed)
    def staysMs(self) -> int:
        """How long the screen stays before it goes home; 0 while it waits for something."""
        return self._steps.stays_ms

    @Property(int, notify=changed)
    def shieldMs(self) -> int:
        """For how long a new screen takes no taps."""
        return self._link.paced(SHIELD_MS.get(str(self.screen), SHIELD_ELSE_MS))

    # What customers do

    @Slot(str)
    def choose(self, service: str) -> None:
        """A ticket of that service, after what there is to say about it; a second tap is nothing."""
        if self._steps.now != "home" or not self._lobby.usable(service):
            return
        if self._brief.needed(service):
            self._brief.about(service)
            self._steps.enter("brief")
        else:
            self._take(service)

    @Slot()
    def confirm(self) -> None:
        """It has been read: the ticket now. What has been closed meanwhile is refused in words."""
        if self._steps.now == "brief":
            self._take(self._brief.service)

    def _take(self, service: str) -> None:
        if self.phone.wanted:
            self.phone.about(service)
        else:
            self._issue(service)

    @Slot()
    def _phone_done(self) -> None:
        self._issue(self.phone.service)

    def _issue(self, service: str) -> None:
        wish = self._comfort.wish(self._key, service, self._language())
        self._asking.take(replace(wish, phone=self.phone.number.digits))

    @Slot()
    def openAppointment(self) -> None:
        """Ask for the booking code."""
        if self._steps.now == "home" and self._link.live:
            self._booking.clear()
            self.finding.clear()
            self._steps.enter("appointment")

    @Slot()
    def confirmCode(self) -> None:
        """Check in with the code that was typed."""
        code = str(self._booking.code)
        if self._steps.now != "appointment" or not self._booking.complete or not self._link.live:
            return
        self._check_in(code)

    def scannedTicket(self, ticket: str) -> None:
        """Show a ticket of ours as it stands; one that was missed waits again."""
        if self._takes_scan(checkin_texts.STILL_VALID):
            self._steps.enter("issuing")
            self._link.ask(partial(look_up, ticket=ticket), done=self._known, failed=self._not_known)

    @Slot()
    def takeWalkIn(self) -> None:
        """A number of the same service, after an appointment that gave none."""
        self._walk_in()

    @Slot()
    def retry(self) -> None:
        """The same once more: under the same key, so it cannot be two."""
        if self._asking.wish is not None and self.canRetry:
            self._asking.ask(self._asking.wish)

    @Slot()
    def goHome(self) -> None:
        """This customer is done; whatever did not come out of the printer meanwhile is shown first."""
        if self.busy:
            return
        self._handover.left()
        self._steps.leave()
        self._key = new_key()
        self._asking.left()
        self.left.emit()
        if not self._handover.show_next():
            self.changed.emit()

    @Slot()
    def noted(self) -> None:
        """The customer has the number without paper."""
        if self._steps.now == "unprinted":
            self._handover.noted()
            self.goHome()

    @Slot()
    def printAgain(self) -> None:
        """The paper once more, marked as a second one: the first may be half out."""
        self._handover.again()

    @Slot()
    def printCopy(self) -> None:
        """The paper of a number that was scanned, once more."""
        self._handover.copy(self._refused)

    def offer(self, ticket: shapes.Ticket, offline: bool) -> None:
        """This kiosk ended while that ticket was on its way to paper: its customer may still be here."""
        self._handover.offer(ticket, offline)

    def give_up(self) -> None:
        """Nobody touches the screen any more: home, unless it goes there by itself."""
        if self._steps.now in ("home", *WAITING):
            self.goHome()

    def stop(self) -> None:
        """Nothing happens by itself any more."""
        self._steps.stop()
        self._asking.stop()

    # What comes back

    def _check_in(self, code: str, qr: str = "") -> None:
        known = self._asking.doubts.check_in(code)
        self._asking.ask(
            known or TicketRequest(f"{self._key}-{code}", code=code, qr=qr, language=self._language())
        )

    @Slot(str)
    def _check_in_found(self, appointment: str) -> None:
        self._asking.ask(self._wish_for(appointment))

    def _wish_for(self, appointment: str) -> TicketRequest:
        wish = TicketRequest(f"{self._key}-{appointment}", appointment=appointment, language=self._language())
        known = self._asking.doubts.check_in(appointment)
        return replace(known or wish, phone=self.finding.number.digits)

    @Slot(object, object)
    def _refused(self, error: Refusal | ServiceError, about: About | None = None) -> None:
        log.info("no ticket: %s", error)
        if isinstance(error, Refusal) and error.code == "unknown-appointment":
            self._asking.drop()
            self._booking.reject()
            self.finding.reject()
            self._steps.enter("appointment")
        else:
            self._outcome.show_refusal(error, about)
            self._steps.enter("refused", OFFERED_MS if self._outcome.walkIn else REFUSED_MS)

    def _known(self, found: Found) -> None:
        ticket = found.ticket
        if ticket["status"] == "waiting":
            heading = checkin_texts.BACK_IN_QUEUE if found.back else checkin_texts.STILL_WAITING
            self._outcome.show_ticket(ticket, "none", heading)
            self._steps.enter("thanks", THANKS_MS)
        else:
            said, hint = words_of(ticket["status"])
            self._say(said, hint, ticket["number"], str(ticket["counter"] or ""))

    def _not_known(self, error: Refusal | ServiceError) -> None:
        if isinstance(error, Refusal):
            self._refused(error)
        else:  # nothing is wrong with the number that they hold
            log.info("a ticket was not looked up: %s", error)
            self._say(visit_texts.NO_LINE, checkin_texts.STILL_VALID)

    def _say(self, source: str, hint: str, value: str = "", hint_value: str = "") -> None:
        self._outcome.show_words(source, hint, value, hint_value)
        self._steps.enter("refused", REFUSED_MS)

    def _language(self) -> str | None:
        return self._languages.code if self._languages.code in self._link.branch["languages"] else None

    @Slot()
    def _on_lobby(self) -> None:
        if self._steps.now in WAITING and not self._lobby.is_open:
            self.goHome()
        else:
            self.changed.emit()
