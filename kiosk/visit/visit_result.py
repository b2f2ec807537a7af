"""What came of the visit, in words: the ticket, or why there is none."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.refusals import Refusal
from branch.contract.wait_reading import wait_words
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.wording.wait_wording import WaitWords, tagged
from kiosk.checkin import checkin_texts
from kiosk.checkin.refusal_words import icon, refusal_words
from kiosk.home.branch_status import clock_of
from kiosk.home.service_cards import service_name
from kiosk.visit import visit_texts
from kiosk.visit.service_notice import documents_in
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import Delivered, OnScreenOnly, Refused, Words
from kiosk.visit.visit_texts import CONTEXT, say

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class VisitResult(QObject):
    """The ticket or the refusal of the visit's state, said in the current language.

    Signals:
        changed: another one, or another language.
    """

    changed = Signal()

    def __init__(
        self, link: ServiceLink, languages: Languages, flow: VisitFlow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._languages, self._flow = link, languages, flow
        flow.changed.connect(self.changed)
        languages.currentChanged.connect(self.changed)

    @property
    def ticket(self) -> IssuedTicket | None:
        """The ticket there is."""
        state = self._flow.state
        return state.ticket if isinstance(state, Delivered | OnScreenOnly) else None

    @property
    def _refused(self) -> Refused | None:
        return self._flow.state if isinstance(self._flow.state, Refused) else None

    @Property(str, notify=changed)
    def heading(self) -> str:
        """What stands over a ticket that was scanned or came of a late check-in; empty for any other."""
        state = self._flow.state
        given = state.heading if isinstance(state, Delivered) else ""
        heading = given or (checkin_texts.LATE_HEADING if self._came_late else "")
        return say(self._languages, heading) if heading else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        """The number."""
        return self.ticket["number"] if self.ticket else ""

    @Property(str, notify=changed)
    def service(self) -> str:
        """The name of its service."""
        return service_name(self._languages, self._link.branch, self.ticket["service"]) if self.ticket else ""

    @Property(str, notify=changed)
    def segment(self) -> str:
        """The name of its segment, for those who do not belong to the first."""
        branch = self._link.branch
        if self.ticket is None or branch.default_segment in ("", self.ticket["segment"]):
            return ""
        segment = branch.segment_by_id.get(self.ticket["segment"])
        return self._languages.pick(segment.names if segment else {"en": self.ticket["segment"]})

    @Property(str, notify=changed)
    def wait(self) -> str:
        """Who is ahead and how long it will take, or the time of the appointment; with tags for bold."""
        if self.ticket is None:
            return ""
        words = self._words
        about = words.about
        if self.ticket["appointment"] and not self._came_late:
            about = say(self._languages, visit_texts.APPOINTMENT_AT, self._clock(self.ticket["appointment"]))
        elif self.ticket["ahead"] is None:
            about = say(self._languages, visit_texts.BY_NUMBER)
        return tagged(" · ".join(text for text in (words.people, about) if text))

    @Property(str, notify=changed)
    def calledBy(self) -> str:
        """The time of day by which nine in ten are called, with tags for bold; empty without a wait."""
        return tagged(self._words.by)

    @property
    def _words(self) -> WaitWords:
        if self.ticket is None or self.ticket["ahead"] is None:
            return WaitWords()
        return wait_words(self._languages.code, self.ticket["ahead"], self.ticket["estimate"])

    @Property(str, notify=changed)
    def late(self) -> str:
        """What it means to have come too late for the promised place."""
        if self.ticket is None or not self._came_late or not self.ticket["appointment"]:
            return ""
        minutes = self._link.branch.rule.late_credit_s // 60
        said = say(
            self._languages,
            checkin_texts.LATE_CREDIT if minutes else checkin_texts.LATE_TURN,
            self._clock(self.ticket["appointment"]),
        )
        return said.replace("%2", str(minutes))

    @property
    def _came_late(self) -> bool:
        return self.ticket is not None and self.ticket.get("came_late", False)

    @Property(str, notify=changed)
    def closing(self) -> str:
        """That closing time may come before its turn, if that was said when it was taken."""
        doubtful = self.ticket is not None and self.ticket.get("doubtful", False)
        return say(self._languages, visit_texts.CLOSING_SOON) if doubtful else ""

    @Property(str, notify=changed)
    def documents(self) -> str:
        """What to have ready at the counter, as on the paper; empty for nothing."""
        wanted = self.ticket["service"] if self.ticket else ""
        known = self._link.branch.service_by_id.get(wanted)
        listed = documents_in(self._languages, self._languages.code, known) if known else []
        between = self._languages.text(CONTEXT, visit_texts.BETWEEN)
        return say(self._languages, visit_texts.HAVE_READY, between.join(listed)) if listed else ""

    @Property(str, notify=changed)
    def url(self) -> str:
        """The address of the ticket's own page, for the QR code."""
        return self.ticket["url"] if self.ticket else ""

    @Property(bool, notify=changed)
    def offline(self) -> bool:
        """Whether the service does not know of this ticket yet: its page is not there."""
        return self.ticket is not None and self.ticket["ahead"] is None

    @Property(str, notify=changed)
    def printing(self) -> str:
        """ "none" (no printer), "printing", "sent" (a printer that says nothing), "printed", "failed" or
        "interrupted" (by an end of the kiosk)."""
        state = self._flow.state
        if isinstance(state, OnScreenOnly):
            return state.why
        return state.paper if isinstance(state, Delivered) else "none"

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """Why there is no ticket."""
        return self._said()[0]

    @Property(str, notify=changed)
    def refusalHint(self) -> str:
        """What to do instead."""
        return self._said()[1]

    @Property(str, notify=changed)
    def refusalIcon(self) -> str:
        """The picture for it."""
        refused = self._refused
        return icon(refused.why.code) if refused and isinstance(refused.why, Refusal) else "info"

    @Property(str, notify=changed)
    def walkIn(self) -> str:
        """The service of which a number is offered instead; empty for none."""
        return self._refused.offered if self._refused is not None else ""

    def _said(self) -> tuple[str, str]:
        refused = self._refused
        if refused is None:
            return "", ""
        why = refused.why
        if isinstance(why, Words):
            return say(self._languages, why.text, why.value), say(self._languages, why.hint, why.hint_value)
        return refusal_words(self._languages, why, self._link.branch.zone)

    def _clock(self, text: str) -> str:
        return clock_of(text, self._link.branch.zone)
