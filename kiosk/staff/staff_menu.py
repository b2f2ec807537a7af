"""The staff's own menu, behind seven taps in a corner and a PIN: what can be done about this kiosk."""

from __future__ import annotations

import logging
import platform
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot, qVersion
from PySide6.QtQml import QmlElement

from branch import VERSION
from branch.client.local_store import LocalStore
from branch.client.responses import ServiceError
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import explain
from branch.qt.timing import make_timer
from kiosk.offline.offline_ticket import schedule_of
from kiosk.staff.staff_login import StaffLogin
from kiosk.staff.staff_paper import StaffPaper
from kiosk.staff.staff_services import StaffServices

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

RESTART_EXIT_CODE = 75
"""How the kiosk ends when it is to be started again (EX_TEMPFAIL)."""

PAGES = ("menu", "services", "tickets", "log")
TAPS, WITHIN_S = 7, 5.0
LEAVES_MS = 60_000
LINES = 14

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shut:
    """The business day on which this kiosk gives no numbers; "" for none."""

    day: str = ""


SHUT = LocalStore("kiosk-shut.json", Shut, Shut)


@QmlElement
@QmlUncreatable("made by the app")
class StaffMenu(QObject):
    """`step` is "" (not there), "pin", "menu", "services", "tickets" or "log".

    Signals:
        changed: anything of it reads otherwise.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        paper: StaffPaper,
        services: StaffServices,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._languages, self._clock = link, languages, clock
        self.paper, self.services = paper, services
        self._door = StaffLogin(link, clock, self)
        self._step, self._staff, self._pin, self._error = "", "", "", ""
        self._scan = ""
        self._at_pin = self._busy = False
        self._taps: deque[float] = deque(maxlen=TAPS)
        self._shut_day = SHUT.read().day
        self._leaves = make_timer(self, once=True)
        self._leaves.setObjectName("staff menu leaves")
        self._leaves.timeout.connect(self.leave)
        self._log = _Recent()
        logging.getLogger().addHandler(self._log)
        link.changed.connect(self.changed)
        link.snapshotTaken.connect(self.changed)
        languages.currentChanged.connect(self.changed)

    def stop(self) -> None:
        """Collect lines of the log no more."""
        self._leaves.stop()
        logging.getLogger().removeHandler(self._log)

    @Slot()
    def corner(self) -> None:
        """Count a tap in the upper left corner; the seventh in time asks for staff number and PIN."""
        self._taps.append(self._clock())
        if self._step == "" and len(self._taps) == TAPS and self._taps[-1] - self._taps[0] <= WITHIN_S:
            self._taps.clear()
            self.enter("pin")

    def touched(self) -> None:
        """Stay open: somebody is here."""
        if self._step:
            self._leaves.start(self._link.paced(LEAVES_MS))

    def scanned(self, text: str) -> bool:
        """Show a scan on the page of the menu; gives whether the menu is open, and nobody is to act on it."""
        if self._step == "menu":
            self._scan = text
            self.paper.hush()
            self.changed.emit()
        return self._step != ""

    @property
    def open_now(self) -> bool:
        """Whether the menu, or the question for its PIN, is on the screen."""
        return self._step != ""

    @property
    def shut(self) -> bool:
        """Whether this kiosk gives no numbers today."""
        return bool(self._shut_day) and self._shut_day == self._today()

    # What the screen sees

    @Property(str, notify=changed)
    def step(self) -> str:
        """Which page."""
        return self._step

    @Property(bool, notify=changed)
    def atPin(self) -> bool:
        """Whether the PIN is asked for, after the staff number."""
        return self._at_pin

    @Property(str, notify=changed)
    def entered(self) -> str:
        """The staff number, or a dot for each digit of the PIN."""
        return "●" * len(self._pin) if self._at_pin else self._staff

    @Property(bool, notify=changed)
    def closedToday(self) -> bool:
        """Whether this kiosk gives no numbers today."""
        return self.shut

    @Property(str, notify=changed)
    def scan(self) -> str:
        """What the scanner read last, on the page of the menu."""
        return self._scan

    @Property(str, notify=changed)
    def error(self) -> str:
        """Why something was refused, in words."""
        return self._error

    @Property(str, notify=changed)
    def lines(self) -> str:
        """The last lines of the log."""
        return "\n".join(self._log.lines)

    @Property(str, constant=True)
    def versions(self) -> str:
        """What runs here."""
        return f"Branchline {VERSION} · Python {platform.python_version()} · Qt {qVersion()}"

    # What staff do

    @Slot(str)
    def press(self, digit: str) -> None:
        """Add a digit to the staff number or the PIN."""
        if self._step == "pin" and not self._busy:
            if self._at_pin:
                self._pin = (self._pin + digit)[:12]
            else:
                self._staff = (self._staff + digit)[:12]
            self._error = ""
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        if self._at_pin:
            self._pin = self._pin[:-1]
        else:
            self._staff = self._staff[:-1]
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Go on to the PIN, then to the menu."""
        if self._busy or not (self._pin if self._at_pin else self._staff):
            return
        if self._at_pin:
            self._busy = True
            self._door.check(self._staff, self._pin, self._checked)
        else:
            self._at_pin = True
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Close the menu."""
        self._leaves.stop()
        self.services.let_in("", "")
        self.enter("")

    @Slot(str)
    def open(self, page: str) -> None:
        """Open another page of the menu."""
        if self._step in PAGES and page in PAGES:
            self.enter(page)

    @Slot()
    def closeToday(self) -> None:
        """Have this kiosk give no more numbers until the next business day, or give them again."""
        if self._step == "menu":
            self._shut_day = "" if self.shut else self._today()
            SHUT.keep(Shut(self._shut_day))
            self.changed.emit()

    @Slot()
    def restart(self) -> None:
        """End the program, for the supervisor to start it again."""
        if self._step == "menu":
            log.info("restarted from the staff menu")
            QCoreApplication.exit(RESTART_EXIT_CODE)

    # How

    def _checked(self, against: Refusal | ServiceError | None) -> None:
        self._busy = False
        if self._step != "pin":
            return
        if against is None:
            self.services.let_in(self._staff, self._pin)
            self.enter("menu")
            return
        self._refused(against)
        self._staff, self._pin, self._at_pin = "", "", False
        self.changed.emit()

    def _refused(self, error: Refusal | ServiceError) -> None:
        log.info("the staff menu: %s", error)
        self._error = explain(self._languages, error)
        self.changed.emit()

    def enter(self, step: str) -> None:
        """Go to a page of the menu, "pin" or, with "", out of it."""
        self._step, self._error, self._scan = step, "", ""
        self.paper.hush()
        self.services.back()
        self._staff, self._pin, self._at_pin = "", "", False
        self.touched()
        self.changed.emit()

    def _today(self) -> str:
        branch = self._link.branch
        return schedule_of(branch).day_of(self._link.now()) if branch else ""


class _Recent(logging.Handler):
    """Keeps the last lines."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=LINES)

    def emit(self, record: logging.LogRecord) -> None:
        at = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        self.lines.append(f"{at} {record.levelname} {record.name}: {record.getMessage()}"[:160])
