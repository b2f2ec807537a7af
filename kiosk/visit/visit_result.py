"""What came of a visit, in words: the ticket, or why there is none."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.client.service_errors import ServiceError
from branch.contract import shapes
from branch.domain.kernel.refusals import Refusal, refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from kiosk.checkin import checkin_texts
from kiosk.checkin import refusal_words as promised
from kiosk.checkin.refusal_words import About, refusal_hint, refusal_text
from kiosk.home.service_cards import wait_words
from kiosk.visit import visit_texts
from kiosk.visit.service_notice import documents_in
from kiosk.visit.ticket_request import may_be_done
from kiosk.wording import CONTEXT, say

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

Printing = Literal["none", "printing", "printed", "failed", "interrupted"]


@QmlElement
@QmlUncreatable("made by the app")
class VisitResult(QObject):
    """The last ticket and the last refusal, said in the current language.

    Signals:
        changed: another one, or another language.
    """

    changed = Signal()

    def __init__(self, link: ServiceLink, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._languages = link, languages
        self.ticket: shapes.Ticket | None = None
        self._printing: Printing = "none"
        self._error: Refusal | ServiceError | None = None
        self._about: About | None = None
        self._words: tuple[str, str, str, str] | None = None
        self._heading = ""
        languages.currentChanged.connect(self.changed)

    def show_ticket(self, ticket: shapes.Ticket, printing: Printing, heading: str = "") -> None:
        """There is a ticket, and so far with its paper; ``heading`` is said over one that is not new."""
        self.ticket, self._printing, self._heading = ticket, printing, heading
        self.changed.emit()

    def show_paper(self, printing: Printing) -> None:
        """The same ticket, and so far with its paper."""
        self._printing = printing
        self.changed.emit()

    @property
    def said_over(self) -> str:
        """The text of the catalogue that stands over the ticket."""
        return self._heading

    def show_refusal(self, error: Refusal | ServiceError, about: About | None = None) -> None:
        """There is none; ``about`` is the appointment that was asked about."""
        self._error, self._about, self._words = error, about, None
        self.changed.emit()

    def show_words(self, source: str, hint: str, value: str = "", hint_value: str = "") -> None:
        """There is none, and nobody refused one: texts of the catalogue, each with its value put for %1."""
        self._error, self._about, self._words = None, None, (source, hint, value, hint_value)
        self.changed.emit()

    def show_promise(self, starts_at: int) -> None:
        """A genuine appointment at that instant (ms), which only the service can check in."""
        zone = ZoneInfo(self._link.branch["time_zone"])
        there, today = (datetime.fromtimestamp(at / 1000, zone) for at in (starts_at, self._link.now()))
        if there.date() == today.date():
            self.show_words(checkin_texts.PROMISE_TODAY, visit_texts.ASK_STAFF, formats.clock(there))
        elif there > today:
            self.show_refusal(
                refusal("appointment-wrong-day", "by its signed text"), About(there.isoformat())
            )
        else:
            self.show_refusal(refusal("appointment-expired", "by its signed text"))

    def clear(self) -> None:
        """As it is for the next customer: nothing of the last one's is kept."""
        self.ticket, self._printing, self._heading = None, "none", ""
        self._error, self._about, self._words = None, None, None
        self.changed.emit()

    @property
    def no_answer(self) -> bool:
        """Whether the last "no" was only silence, and nobody knows what was done."""
        return isinstance(self._error, ServiceError) and may_be_done(self._error)

    @Property(str, notify=changed)
    def heading(self) -> str:
        """What stands over a ticket that was scanned or came of a late check-in; empty for any other."""
        heading = self._heading or (checkin_texts.LATE_HEADING if self._came_late else "")
        return say(self._languages, heading) if heading else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        """The number."""
        return self.ticket["number"] if self.ticket else ""

    @Property(str, notify=changed)
    def service(self) -> str:
        """The name of its service."""
        return self._name("services", self.ticket["service"]) if self.ticket else ""

    @Property(str, notify=changed)
    def segment(self) -> str:
        """The name of its segment, for those who do not belong to the first."""
        segments = self._link.branch.get("segments", [])
        if self.ticket is None or not segments or self.ticket["segment"] == segments[0]["id"]:
            return ""
        return self._name("segments", self.ticket["segment"])

    @Property(str, notify=changed)
    def ahead(self) -> str:
        """How many are ahead."""
        if self.ticket is None:
            return ""
        count = self.ticket["ahead"]
        if count is None:
            return ""
        if count == 0:
            return say(self._languages, visit_texts.FIRST)
        return self._languages.text(CONTEXT, visit_texts.AHEAD, count)

    @Property(str, notify=changed)
    def wait(self) -> str:
        """How long it will take."""
        if self.ticket is None:
            return ""
        if self.ticket["appointment"] and not self._came_late:
            return say(self._languages, visit_texts.APPOINTMENT_AT, self._clock(self.ticket["appointment"]))
        if self.ticket["ahead"] is None:
            return say(self._languages, visit_texts.BY_NUMBER)
        return str(wait_words(self._languages, self.ticket["estimate"], visit_texts.UNKNOWN_WAIT))

    @Property(str, notify=changed)
    def late(self) -> str:
        """What it means to have come too late for the promised place."""
        if self.ticket is None or not self._came_late or not self.ticket["appointment"]:
            return ""
        minutes = self._link.branch.get("rule", {}).get("late_credit_s", 0) // 60
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
        entries = {entry["id"]: entry for entry in self._link.branch.get("services", [])}
        listed = documents_in(self._languages, self._languages.code, entries.get(wanted, {}))
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
        """ "none" (no printer), "printing", "printed", "failed" or "interrupted" (by an end of ours)."""
        return self._printing

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """Why there is no ticket."""
        if self._words is not None:
            return say(self._languages, self._words[0], self._words[2])
        if self._error is None:
            return ""
        known = self._promised()
        return known[0] if known else refusal_text(self._languages, self._error)

    @Property(str, notify=changed)
    def refusalHint(self) -> str:
        """What to do instead."""
        if self._words is not None:
            return say(self._languages, self._words[1], self._words[3])
        known = self._promised()
        if known:
            return known[1]
        return refusal_hint(self._languages, self._error) if self._error is not None else ""

    @Property(str, notify=changed)
    def refusalIcon(self) -> str:
        """The picture for it."""
        return promised.icon(self._error.code) if isinstance(self._error, Refusal) else "info"

    @Property(str, notify=changed)
    def walkIn(self) -> str:
        """The service of which a number is offered instead; empty for none."""
        offered = isinstance(self._error, Refusal) and self._error.code in promised.WALK_IN
        return self._about.service if offered and self._about is not None else ""

    def _promised(self) -> tuple[str, str] | None:
        if self._about is None or not isinstance(self._error, Refusal):
            return None
        zone = ZoneInfo(self._link.branch["time_zone"])
        return promised.words(self._languages, self._error.code, self._about, zone)

    def _name(self, kind: str, wanted: str) -> str:
        names = {entry["id"]: entry["names"] for entry in self._link.branch.get(kind, [])}
        return self._languages.pick(names.get(wanted, {"en": wanted}))

    def _clock(self, text: str) -> str:
        return formats.clock(
            datetime.fromisoformat(text).astimezone(ZoneInfo(self._link.branch["time_zone"]))
        )
