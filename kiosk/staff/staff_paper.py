"""What staff do about the paper: a new roll, a test, one of the last numbers again; and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.responses import ServiceError
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.refusals import Refusal
from branch.devices.printers import Mark, PrinterStatus, TicketSlip
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import UNREACHABLE, explain
from kiosk.home.branch_status import clock_of
from kiosk.home.service_cards import service_name
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.paper.delivery import RecentTickets
from kiosk.paper.print_queue import Outcome, PrintQueue, Tell
from kiosk.paper.slip_from_ticket import slip_of
from kiosk.visit.visit_texts import say

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

# What came of a print
PRINTING = str(QT_TRANSLATE_NOOP("Kiosk", "Printing…"))
SENT = str(QT_TRANSLATE_NOOP("Kiosk", "Sent; the printer does not say whether paper came out"))
PRINTED = str(QT_TRANSLATE_NOOP("Kiosk", "Printed"))
NOT_PRINTED = str(QT_TRANSLATE_NOOP("Kiosk", "Not printed"))
NO_PRINTER = str(QT_TRANSLATE_NOOP("Kiosk", "There is no printer"))

OUTCOMES: dict[Outcome, str] = {"failed": NOT_PRINTED, "sent": SENT, "printed": PRINTED}

# What the printer says of itself
PRINTER_ASKED = str(QT_TRANSLATE_NOOP("Kiosk", "The printer is being asked…"))
PAPER_PRESENT = str(QT_TRANSLATE_NOOP("Kiosk", "The printer says: paper present"))
PAPER_LOW = str(QT_TRANSLATE_NOOP("Kiosk", "The printer says: paper near its end"))
PAPER_OUT = str(QT_TRANSLATE_NOOP("Kiosk", "The printer says: no paper"))
COVER_OPEN = str(QT_TRANSLATE_NOOP("Kiosk", "The printer says: the cover is open"))
PRINTER_OFF = str(QT_TRANSLATE_NOOP("Kiosk", "The printer cannot be reached, or is off line"))
PRINTER_SILENT = str(
    QT_TRANSLATE_NOOP("Kiosk", "No answer: nobody knows whether there is paper. Please do a test print.")
)

STATES = {
    PrinterStatus.READY: PAPER_PRESENT,
    PrinterStatus.PAPER_LOW: PAPER_LOW,
    PrinterStatus.PAPER_OUT: PAPER_OUT,
    PrinterStatus.COVER_OPEN: COVER_OPEN,
    PrinterStatus.OFFLINE: PRINTER_OFF,
    PrinterStatus.UNKNOWN: PRINTER_SILENT,
}


@QmlElement
@QmlUncreatable("made by the app")
class StaffPaper(QObject):
    """The page is shown by the menu; this is what stands on it.

    Signals:
        changed: what there is to say, or the tickets.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        paper: PrintQueue,
        given: RecentTickets,
        reserve: OfflineTickets,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._languages, self._paper = link, languages, paper
        self._given, self._reserve = given, reserve
        self._said: Callable[[], str] | None = None
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def told(self) -> str:
        """What came of the last wish."""
        return self._said() if self._said is not None else ""

    @Property(list, notify=changed)
    def tickets(self) -> list[dict[str, str]]:
        """The last numbers of this kiosk, the newest first: rows of `id`, `number`, `service` and `at`."""
        branch = self._link.branch
        return [
            {
                "id": ticket["id"],
                "number": ticket["number"],
                "service": service_name(self._languages, branch, ticket["service"]),
                "at": clock_of(ticket["issued_at"], branch.zone),
            }
            for ticket in self._given.all()
        ]

    def hush(self) -> None:
        """Take the words away: another page, or nobody is here."""
        self._said = None
        self.changed.emit()

    @Slot()
    def test(self) -> None:
        """Print a slip that is no ticket."""
        self._print("test", self._test_slip, _nobody)

    @Slot()
    def changedRoll(self) -> None:
        """Ask the printer about a new roll, and say what it says."""
        if self._paper.there:
            self.say(PRINTER_ASKED)
            self._paper.look_again(lambda status: self.say(STATES[status]))
        else:
            self.say(NO_PRINTER)

    @Slot(str)
    def again(self, ticket: str) -> None:
        """Print a number once more, marked as a copy.

        The service is asked first, which keeps count of copies; a number that it does not know yet needs no
        leave.
        """
        found = self._given.find(ticket)
        if found is None:
            return
        known, offline = found
        if not self._paper.there:
            self.say(NO_PRINTER)
        elif self._link.live:
            self.say(PRINTING)
            self._link.ask(
                lambda api: api.reprint(ticket, "staff"),
                lambda answer: self._copy(answer["ticket"], (Mark.REPRINT,)),
                partial(self._refused, known, offline),
            )
        elif offline:
            self._copy_of_ours(known)
        else:
            self._explain(lambda: self._languages.text("Refusal", UNREACHABLE))

    def _refused(self, known: IssuedTicket, offline: bool, error: Refusal | ServiceError) -> None:
        if offline and isinstance(error, Refusal) and error.code == "unknown-ticket":
            self._copy_of_ours(known)  # it is still to be handed in
        else:
            self._explain(lambda: explain(self._languages, error))

    def _copy_of_ours(self, ticket: IssuedTicket) -> None:
        self._copy(ticket, (Mark.REPRINT, Mark.OFFLINE), partial(self._reserve.paper, ticket["id"]))

    def _copy(self, ticket: IssuedTicket, marks: tuple[Mark, ...], tell: Tell | None = None) -> None:
        self._print(ticket["id"], partial(slip_of, ticket, self._link.branch, self._languages, marks), tell)

    def _print(self, ticket: str, make: Callable[[], TicketSlip], tell: Tell | None) -> None:
        if self._paper.there:
            self.say(PRINTING)
            self._paper.print(ticket, make, self._printed, tell)
        else:
            self.say(NO_PRINTER)

    def _printed(self, outcome: Outcome) -> None:
        self.say(OUTCOMES[outcome])

    def say(self, source: str) -> None:
        """Say a text of the catalogue."""
        self._explain(lambda: say(self._languages, source))

    def _explain(self, words: Callable[[], str]) -> None:
        self._said = words
        self.changed.emit()

    def _test_slip(self) -> TicketSlip:
        at = self._link.here()
        name = next(iter(self._link.branch.name.values()), "Branchline")
        return TicketSlip(branch=name, service=("测试 Test",), number="TEST", issued_at=at)


def _nobody(_ok: bool, _reason: str | None) -> None:
    """Tell the service nothing of the paper of a test, which is no ticket."""
