"""One customer after the other: from the first tap to the number, and back home by itself."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.deliveries import may_be_done
from branch.client.responses import ServiceError
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from kiosk.checkin.check_in import CheckIn
from kiosk.home.home_screen import HomeScreen
from kiosk.paper.delivery import Delivery
from kiosk.visit.issuing import Issuer
from kiosk.visit.ticket_step import TicketStep
from kiosk.visit.unconfirmed import TicketRequest
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import (
    Delivered,
    Home,
    Issuing,
    OnScreenOnly,
    Refused,
    VisitState,
    Words,
    page_of,
)

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

REFUSED_MS = 12_000
OFFERED_MS = 30_000
"""For how long a refusal stays that offers something else: there is more to read, and to decide."""

log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class Visit(QObject):
    """What the customer does, and what comes back; the state is that of `VisitFlow`.

    Signals:
        changed: another state or page, or other words for it.
        left: the customer is gone, and home is as the next one should find it.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        link: ServiceLink,
        flow: VisitFlow,
        home: HomeScreen,
        issuer: Issuer,
        delivery: Delivery,
        check_in: CheckIn,
        steps: Sequence[TicketStep],
        parent: QObject | None = None,
    ) -> None:
        """``steps`` come before a ticket, in that order, those that are wanted."""
        super().__init__(parent)
        self._link, self._flow, self._home = link, flow, home
        self._issuer, self._delivery, self._check_in, self._steps = issuer, delivery, check_in, steps
        flow.over.connect(self.goHome)
        flow.changed.connect(self.changed)
        issuer.issued.connect(delivery.give)
        issuer.refused.connect(self._on_refused)
        check_in.asked.connect(self.check_in)
        check_in.search.refused.connect(self.refuse)
        for step in steps:
            step.passed.connect(self._on_passed)
        home.changed.connect(self._on_home)

    @property
    def state(self) -> VisitState:
        """What the customer is at."""
        return self._flow.state

    # What screens see

    @Property(str, notify=changed)
    def page(self) -> str:
        """The customer's page; what may stand over it is the shell's."""
        return page_of(self.state, self._home.availability)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self.state.busy

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The service that was tapped, while its ticket is on its way."""
        return self.state.request.service if isinstance(self.state, Issuing) else ""

    @Property(bool, notify=changed)
    def canRetry(self) -> bool:
        """Whether asking once more for the same ticket makes sense."""
        return self._retried() is not None

    @Property(bool, notify=changed)
    def canCopy(self) -> bool:
        """Whether a number that was scanned may be printed again."""
        return self._delivery.can_copy

    @Property(int, notify=changed)
    def staysMs(self) -> int:
        """How long the screen stays before it goes home; 0 while it waits for something."""
        return self._flow.stays_ms

    # What customers do

    @Slot(str)
    def choose(self, service: str) -> None:
        """Get a ticket of that service, after what there is to ask before it; a second tap is nothing."""
        if isinstance(self.state, Home) and self._home.usable(service):
            self.go_on(service, self._steps)

    @Slot()
    def openAppointment(self) -> None:
        """Ask for the booking code."""
        self._check_in.open()

    @Slot()
    def confirmCode(self) -> None:
        """Check in with the code that was typed."""
        self._check_in.confirm()

    @Slot()
    def takeWalkIn(self) -> None:
        """Get a number of the same service, after an appointment that gave none."""
        service = self.state.offered if isinstance(self.state, Refused) else ""
        if service:
            self.go_on(service, self._steps)

    @Slot()
    def retry(self) -> None:
        """Ask for the same once more: under the same key, so it cannot be two."""
        again = self._retried()
        if again is not None and again.request is not None:
            self.check_in(again.request, again.before)

    @Slot()
    def goHome(self) -> None:
        """End the visit; whatever did not come out of the printer meanwhile is shown first."""
        if self.state.busy:
            return
        self._delivery.left()
        self._flow.leave()
        self._issuer.forget()
        self.left.emit()  # first of all, so that the spoken guide says nothing more to this customer
        self._check_in.clear()
        for step in self._steps:
            step.clear()
        if not self._delivery.show_next():
            self._flow.changed.emit()

    @Slot()
    def noted(self) -> None:
        """End the visit: the customer has the number without paper."""
        if isinstance(self.state, OnScreenOnly):
            self._delivery.noted()
            self.goHome()

    @Slot()
    def printAgain(self) -> None:
        """Print a number once more that is on the screen only."""
        self._delivery.again()

    @Slot()
    def printCopy(self) -> None:
        """Print a number once more that was scanned."""
        self._delivery.copy(self.refuse)

    # What others ask of it

    def go_on(self, service: str, steps: Sequence[TicketStep]) -> None:
        """Begin the first of these steps that is wanted; ask for the ticket if none is."""
        step = next((step for step in steps if step.wanted(service)), None)
        if step is not None:
            step.begin(service, self._home.segment)
            return
        request = self._home.request(self._flow.key, service)
        for step in self._steps:
            request = step.fill(request)
        before = Home() if self.state.ends else self.state
        self._flow.enter(Issuing(request, before))
        self._issuer.issue(request)

    @Slot(object, object)
    def check_in(self, request: TicketRequest, before: VisitState) -> None:
        """Ask the service alone; what was ``before`` stays on the screen."""
        self._flow.enter(Issuing(request, before))
        self._issuer.ask(request)

    @Slot(object)
    def refuse(self, error: Refusal | ServiceError, request: TicketRequest | None = None) -> None:
        """Say that there is no ticket, and why; an appointment that is not there is asked for once more."""
        log.info("no ticket: %s", error)
        if isinstance(error, Refusal) and error.code == "unknown-appointment":
            self._check_in.reject()
            return
        before = self.state.before if isinstance(self.state, Issuing) else Home()
        refused = Refused(error, request, before)
        self._flow.enter(refused, OFFERED_MS if refused.offered else REFUSED_MS)

    def say(self, words: Words) -> None:
        """Say why there is no ticket, though nobody has refused one."""
        self._flow.enter(Refused(words), REFUSED_MS)

    def offer(self, ticket: IssuedTicket, offline: bool) -> None:
        """Show a ticket that was on its way to paper when this kiosk ended: its customer may be here."""
        self._delivery.offer(ticket, offline)

    def give_up(self) -> None:
        """Go home: nobody touches the screen any more. What goes there by itself is left to do so."""
        if isinstance(self.state, Home) or self.state.waits:
            self.goHome()

    def free(self) -> bool:
        """Whether a scan is for us now: whoever holds a code to the scanner is done with what is shown."""
        if isinstance(self.state, Delivered | Refused):
            self.goHome()
        return (isinstance(self.state, Home) or self.state.waits) and self._home.is_open

    def stop(self) -> None:
        """End every timer."""
        self._flow.stop()
        self._issuer.stop()

    # What comes back

    def _retried(self) -> Refused | None:
        state = self.state
        if not isinstance(state, Refused) or state.request is None or not self._link.live:
            return None
        return state if isinstance(state.why, ServiceError) and may_be_done(state.why) else None

    @Slot(str)
    def _on_passed(self, service: str) -> None:
        at = next(number for number, step in enumerate(self._steps) if step.current)
        self.go_on(service, self._steps[at + 1 :])

    @Slot(object, object)
    def _on_refused(self, request: TicketRequest | None, error: Refusal | ServiceError) -> None:
        self.refuse(error, request)

    @Slot()
    def _on_home(self) -> None:
        if self.state.waits and not self._home.is_open:
            self.goHome()
        else:
            self.changed.emit()
