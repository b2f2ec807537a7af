"""One customer after the other: from the first tap to the number, and back home by itself."""

from __future__ import annotations

import logging
from collections import deque
from functools import partial

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client import shapes
from branch.client.api import new_key
from branch.client.errors import ServiceError, Unauthorized, Unavailable
from branch.domain.errors import Refusal
from branch.qt.languages import Languages
from branch.qt.link import ServiceLink
from branch.qt.qml_types import QmlUncreatable
from kiosk import texts
from kiosk.booking import Booking
from kiosk.brief import Brief
from kiosk.comfort import Comfort
from kiosk.doubts import Doubts
from kiosk.lobby import Lobby
from kiosk.outcome import Outcome, Printing
from kiosk.paper import Paper
from kiosk.printing import Mark
from kiosk.promised import About
from kiosk.rescan import Found, look_up, words_of
from kiosk.reserve import Reserve
from kiosk.scan_steps import OFFERED_MS, REFUSED_MS, ScanSteps
from kiosk.slips import slip_of
from kiosk.unfinished import Unfinished
from kiosk.wish import Answer, Wish

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

THANKS_MS = 8_000
UNPRINTED_MS = 60_000
PATIENCE_MS = 4_000
"""How long a customer waits for the service before the number comes from our own, where there are any."""

SHIELD_MS = {"home": 350, "appointment": 350, "brief": 350}
SHIELD_ELSE_MS = 800
"""For how long after the last tap a new screen takes none; longer where a tap anywhere ends it."""

log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class Visit(QObject, ScanSteps):
    """The steps are "home", "brief", "appointment", "issuing", "thanks", "unprinted" and "refused".

    Signals:
        changed: another step, or other words for it.
        left: the customer is gone, and home is as the next one should find it.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        link: ServiceLink,
        lobby: Lobby,
        outcome: Outcome,
        paper: Paper,
        *,
        languages: Languages,
        comfort: Comfort,
        booking: Booking,
        brief: Brief,
        reserve: Reserve,
        unfinished: Unfinished,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._lobby, self._outcome, self._paper = link, lobby, outcome, paper
        self._languages, self._comfort, self._booking = languages, comfort, booking
        self._reserve, self._brief = reserve, brief
        self._unfinished = unfinished
        self._step = "home"
        self._key = new_key()
        self._wish: Wish | None = None
        self._doubts = Doubts(link, self)
        self._unprinted: deque[tuple[shapes.Ticket, Printing]] = deque()
        self._offline: set[str] = set()
        self._home = QTimer(self, singleShot=True)
        self._home.setObjectName("back home")
        self._home.timeout.connect(self.goHome)
        self._patience = QTimer(self, singleShot=True)
        self._patience.setObjectName("patience")
        self._patience.timeout.connect(self._on_patience)
        lobby.changed.connect(self._on_lobby)

    # What screens see

    @Property(str, notify=changed)
    def step(self) -> str:
        """Where the customer is."""
        return self._step

    @Property(str, notify=changed)
    def screen(self) -> str:
        """What is shown: a step with a screen of its own, else what the branch allows."""
        if self._step in ("thanks", "unprinted", "refused"):
            return self._step
        stand = str(self._lobby.stand)
        if stand != "open":
            return stand
        at_code = self._step == "appointment" or (self._wish is not None and bool(self._wish.code))
        if self._step == "brief" or (self._step == "issuing" and self._brief.needed(str(self.chosen))):
            return "brief"
        return "appointment" if at_code else "home"

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether a ticket is on its way."""
        return self._step == "issuing"

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The service that was tapped, while its ticket is on its way."""
        return self._wish.service if self._wish is not None and self._step == "issuing" else ""

    @Property(bool, notify=changed)
    def canRetry(self) -> bool:
        """Whether asking once more for the same ticket makes sense."""
        asked = self._wish is not None and self._outcome.no_answer
        return self._step == "refused" and asked and bool(self._link.live)

    @Property(int, notify=changed)
    def staysMs(self) -> int:
        """How long the screen stays before it goes home; 0 while it waits for something."""
        return self._home.interval() if self._home.isActive() else 0

    @Property(int, notify=changed)
    def shieldMs(self) -> int:
        """For how long a new screen takes no taps."""
        return self._link.paced(SHIELD_MS.get(str(self.screen), SHIELD_ELSE_MS))

    # What customers do

    @Slot(str)
    def choose(self, service: str) -> None:
        """A ticket of that service, after what there is to say about it; a second tap is nothing."""
        if self._step != "home" or not self._lobby.usable(service):
            return
        if self._brief.needed(service):
            self._brief.about(service)
            self._enter("brief")
        else:
            self._take(service)

    @Slot()
    def confirm(self) -> None:
        """It has been read: the ticket now. What has been closed meanwhile is refused in words."""
        if self._step == "brief":
            self._take(self._brief.service)

    def _take(self, service: str) -> None:
        wish = self._comfort.wish(self._key, service, self._language())
        if not self._reserve.in_charge:
            self._ask(wish)
        elif not self._give(wish):
            self._no_ticket(Unavailable("no-numbers", "none could be given without the service"))

    @Slot()
    def openAppointment(self) -> None:
        """Ask for the booking code."""
        if self._step == "home" and self._link.live:
            self._booking.clear()
            self._enter("appointment")

    @Slot()
    def confirmCode(self) -> None:
        """Check in with the code that was typed."""
        code = str(self._booking.code)
        if self._step != "appointment" or not self._booking.complete or not self._link.live:
            return
        self._check_in(code)

    def scannedTicket(self, ticket: str) -> None:
        """Show a ticket of ours as it stands; one that was missed waits again."""
        if self._takes_scan():
            self._enter("issuing")
            self._link.ask(partial(look_up, ticket=ticket), done=self._known, failed=self._no_ticket)

    @Slot()
    def takeWalkIn(self) -> None:
        """A number of the same service, after an appointment that gave none."""
        self._walk_in()

    @Slot()
    def retry(self) -> None:
        """The same once more: under the same key, so it cannot be two."""
        if self._wish is not None and self.canRetry:
            self._ask(self._wish)

    @Slot()
    def goHome(self) -> None:
        """This customer is done; whatever did not come out of the printer meanwhile is shown first."""
        if self._step == "issuing":
            return
        if self._step == "unprinted" and self._outcome.ticket is not None:
            self._unfinished.end(self._outcome.ticket["id"])
        self._home.stop()
        self._wish = None
        self._key = new_key()
        self._step = "home"
        self._doubts.left()
        self.left.emit()
        if self._unprinted:
            self._show_unprinted(*self._unprinted.popleft())
        else:
            self.changed.emit()

    @Slot()
    def noted(self) -> None:
        """The customer has the number without paper."""
        if self._step == "unprinted":
            self._unfinished.held(self._outcome.ticket)
            self.goHome()

    @Slot()
    def printAgain(self) -> None:
        """The paper once more, marked as a second one: the first may be half out."""
        ticket = self._outcome.ticket
        if self._step == "unprinted" and ticket is not None and self._paper.there:
            self._print(ticket, (Mark.REPRINT,))

    def offer(self, ticket: shapes.Ticket, offline: bool) -> None:
        """This kiosk ended while that ticket was on its way to paper: its customer may still be here."""
        if offline:
            self._offline.add(ticket["id"])
        self._unfinished.not_held(ticket)
        if self._step == "home":
            self._show_unprinted(ticket, "interrupted")
        else:
            self._unprinted.append((ticket, "interrupted"))

    def give_up(self) -> None:
        """Nobody touches the screen any more: home, unless it goes there by itself."""
        if self._step in ("home", "brief", "appointment"):
            self.goHome()

    def stop(self) -> None:
        """Nothing happens by itself any more."""
        self._home.stop()
        self._patience.stop()

    # What comes back

    def _check_in(self, code: str, qr: str = "") -> None:
        known = self._doubts.check_in(code)
        self._ask(known or Wish(f"{self._key}-{code}", code=code, qr=qr, language=self._language()))

    def _ask(self, wish: Wish) -> None:
        self._wish = wish
        self._enter("issuing")
        self._patience.start(PATIENCE_MS)
        self._link.ask(wish.ask, done=partial(self._answered, wish), failed=partial(self._not_answered, wish))

    def _on_patience(self) -> None:
        """Still no answer: a number of our own now, and the other one is taken back if there is any."""
        wish = self._wish
        if self._step == "issuing" and wish is not None and self._give(wish):
            self._doubts.unanswered(wish, ServiceError("no answer yet"))
            self._doubts.left()

    def _give(self, wish: Wish) -> bool:
        """A ticket without the service; nothing for a check-in, which nobody but the service can do."""
        ticket = self._reserve.give(wish.service, wish.language, wish.segment) if wish.service else None
        if ticket is not None:
            self._wish = None
            self._has(ticket, offline=True)
        return ticket is not None

    def _answered(self, wish: Wish, answer: Answer) -> None:
        if wish is not self._wish:
            return  # too late: its customer holds another number, and this one is taken back
        self._doubts.answered(wish)
        if isinstance(answer, tuple):
            self._refused(*answer)
        else:
            self._has(answer)

    def _has(self, ticket: shapes.Ticket, *, offline: bool = False) -> None:
        if offline:
            self._offline.add(ticket["id"])
        self._print(ticket)

    def _print(self, ticket: shapes.Ticket, marks: tuple[Mark, ...] = ()) -> None:
        offline = ticket["id"] in self._offline
        self._outcome.show_ticket(ticket, "printing" if self._paper.there else "none")
        self._enter("thanks", 0 if self._paper.there else THANKS_MS)
        if offline:
            marks = (*marks, Mark.OFFLINE)
        self._unfinished.begin(ticket, offline=offline)
        self._paper.print(
            ticket["id"],
            partial(slip_of, ticket, self._link.branch, self._languages, marks),
            partial(self._printed, ticket),
            partial(self._reserve.paper, ticket["id"]) if offline else None,
        )

    def _refused(self, error: Refusal, about: About | None = None) -> None:
        log.info("no ticket: %s", error.code)
        if error.code == "unknown-appointment":
            self._wish = None
            self._booking.reject()
            self._enter("appointment")
        else:
            self._outcome.show_refusal(error, about)
            self._enter("refused", OFFERED_MS if self._outcome.walkIn else REFUSED_MS)

    def _not_answered(self, wish: Wish, error: Refusal | ServiceError) -> None:
        if wish is not self._wish:
            return
        log.info("no ticket: %s", error)
        self._doubts.unanswered(wish, error)
        if not isinstance(error, Unauthorized) and self._give(wish):
            self._doubts.left()
        else:
            self._no_ticket(error)

    def _no_ticket(self, error: ServiceError | Refusal) -> None:
        self._outcome.show_refusal(error)
        self._enter("refused", REFUSED_MS)

    def _printed(self, ticket: shapes.Ticket, ok: bool) -> None:
        here = self._step == "thanks" and self._outcome.ticket == ticket
        if ok:
            self._unfinished.end(ticket["id"])
            self._unfinished.held(ticket)
        else:
            self._unfinished.not_held(ticket)
        if ok and here:
            self._outcome.show_ticket(ticket, "printed")
            self._enter("thanks", THANKS_MS)
        elif not ok and (here or self._step == "home"):
            self._show_unprinted(ticket, "failed")
        elif not ok:
            self._unprinted.append((ticket, "failed"))

    def _show_unprinted(self, ticket: shapes.Ticket, why: Printing) -> None:
        self._outcome.show_ticket(ticket, why)
        self._enter("unprinted", UNPRINTED_MS)

    def _known(self, found: Found) -> None:
        ticket = found.ticket
        if ticket["status"] == "waiting":
            heading = texts.BACK_IN_QUEUE if found.back else texts.STILL_WAITING
            self._outcome.show_ticket(ticket, "none", heading)
            self._enter("thanks", THANKS_MS)
        else:
            said, hint = words_of(ticket["status"])
            self._say(said, hint, ticket["number"], str(ticket["counter"] or ""))

    def _say(self, source: str, hint: str, value: str = "", hint_value: str = "") -> None:
        self._outcome.show_words(source, hint, value, hint_value)
        self._enter("refused", REFUSED_MS)

    def _enter(self, step: str, stays_ms: int = 0) -> None:
        self._step = step
        self._home.stop()
        self._patience.stop()
        if stays_ms:
            self._home.start(self._link.paced(stays_ms * self._comfort.patience))
        self.changed.emit()

    def _language(self) -> str | None:
        return self._languages.code if self._languages.code in self._link.branch["languages"] else None

    def _on_lobby(self) -> None:
        if self._step in ("brief", "appointment") and not self._lobby.is_open:
            self.goHome()
        else:
            self.changed.emit()
