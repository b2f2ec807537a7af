"""The kiosk's parts, put together: used by the program and by the tests alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

from branch.devices.printers import Logo, Printer
from branch.devices.scanners import Scanner, SerialSetting
from branch.devices.scanners.codes import AppointmentQr, BookingCode, CustomerCard, OurTicket, tell
from branch.qt.device_alerts import Troubles
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.assist.accessibility import Accessibility
from kiosk.assist.help_call import HelpCall
from kiosk.assist.spoken_guide import SpokenGuide, Voice
from kiosk.checkin.code_entry import CodeEntry
from kiosk.home.home_screen import HomeScreen
from kiosk.home.service_groups import ServiceGroups
from kiosk.offline.offline_store import OfflineStore
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.paper.pending_prints import PendingPrints
from kiosk.paper.print_queue import PrintQueue
from kiosk.paper.recent_tickets import RecentTickets
from kiosk.paper.remote_reprints import RemoteReprints
from kiosk.shell.burn_in import BurnIn
from kiosk.shell.clock_check import ClockCheck
from kiosk.shell.hall_notices import HallNotices
from kiosk.shell.screensaver import REST_S, Screensaver
from kiosk.shell.window_lock import WindowLock, windowed_size
from kiosk.staff.staff_menu import StaffMenu
from kiosk.staff.staff_paper import StaffPaper
from kiosk.staff.staff_services import StaffServices
from kiosk.visit.service_notice import ServiceNotice
from kiosk.visit.visit import Visit
from kiosk.visit.visit_result import VisitResult

IDLE_MS = 60_000
"""A customer who has touched nothing for so long has left."""

ASK_BEFORE_MS = 20_000
"""So long before that, elderly mode asks aloud whether they are still there."""


class Kiosk(QObject):
    """Everything behind the window. Keep it until the engine is gone."""

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        printer: Printer | None = None,
        *,
        language: str | None = None,
        windowed: bool = True,
        outbox: OfflineStore | None = None,
        voice: Voice | None = None,
        scanner: SerialSetting | None = None,
        slides: Path | None = None,
        slides_after: int = REST_S,
        clock: Callable[[], float] | None = None,
        logo: Logo | None = None,
    ) -> None:
        """``language`` is the one at home; the branch's first one if none is given. Without ``outbox`` there
        are no tickets while the service is away. ``scanner`` is one on a serial line, besides those that
        type. ``slides`` is a folder to show after so many seconds without a touch, ``clock`` this machine's,
        which is compared with the service's. ``logo`` is for the paper."""
        super().__init__()
        self.link, self.languages = link, languages
        self._language, self._windowed = language, windowed
        self.comfort = Accessibility(self)
        self.booking = CodeEntry(self)
        self.reserve = OfflineTickets(link, outbox, self)
        self.brief = ServiceNotice(link, languages, self)
        self.menu = ServiceGroups(link, languages, self)
        self.lobby = HomeScreen(link, languages, self.comfort, self.reserve, self.menu, self)
        self.outcome = VisitResult(link, languages, self)
        self.troubles = Troubles(link, "kiosk", self)
        self.unfinished = PendingPrints(link, outbox if printer is not None else None, self.troubles, self)
        self.paper = PrintQueue(link, printer, self.troubles, self, logo=logo)
        self.copies = RemoteReprints(link, languages, self.paper, self)
        given = RecentTickets()
        self.visit = Visit(
            link,
            self.lobby,
            self.outcome,
            self.paper,
            languages=languages,
            comfort=self.comfort,
            booking=self.booking,
            brief=self.brief,
            reserve=self.reserve,
            unfinished=self.unfinished,
            given=given,
            parent=self,
        )
        self.help = HelpCall(link, languages, self)
        self.scanner = Scanner(self.troubles, scanner, self)
        self.scanner.scanned.connect(self._on_scan)
        self.scanner.heard.connect(self._on_touch)
        self.notices = HallNotices(link, languages, voice, self)
        self.prompts: SpokenGuide | None = None
        if voice is not None:
            self.prompts = SpokenGuide(
                voice,
                self.visit,
                self.outcome,
                self.lobby,
                self.menu,
                self.comfort,
                languages,
                self.notices,
                parent=self,
            )
        self.idle = Screensaver(link, self.visit, slides, slides_after, self)
        self.shift = BurnIn(self)
        self.staff = StaffMenu(
            link,
            languages,
            StaffPaper(link, languages, self.paper, given, self.reserve, self),
            StaffServices(link, languages, self),
            parent=self,
        )
        self._clock_check = ClockCheck(link, self.troubles, clock, self) if clock is not None else None
        self._guard: WindowLock | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.setObjectName("idle")
        self._idle.timeout.connect(self._on_idle)
        self._met = False
        self.visit.left.connect(self._as_new)
        self.comfort.changed.connect(self._on_comfort)
        link.snapshotTaken.connect(self._on_met)
        link.snapshotTaken.connect(self._offer)
        self.reserve.changed.connect(self._on_reserve)

    def properties(self) -> dict[str, object]:
        """What the QML's Main requires."""
        return {
            "lobby": self.lobby,
            "visit": self.visit,
            "outcome": self.outcome,
            "comfort": self.comfort,
            "booking": self.booking,
            "finding": self.visit.finding,
            "phone": self.visit.finding.number,
            "phoneStep": self.visit.phone,
            "ticketPhone": self.visit.phone.number,
            "menu": self.menu,
            "help": self.help,
            "brief": self.brief,
            "idle": self.idle,
            "slides": self.idle.slides,
            "shift": self.shift,
            "staff": self.staff,
            "staffPaper": self.staff.paper,
            "staffServices": self.staff.services,
            "notices": self.notices,
            "languages": self.languages,
            "windowed": self._windowed,
            "startSize": windowed_size(self._windowed),
        }

    def start(self) -> None:
        """Find the service."""
        self.lobby.start()
        self.reserve.start()
        self.paper.start()
        self.link.start()
        self.idle.start()
        self.shift.start()
        self.notices.start()
        if self._clock_check is not None:
            self._clock_check.start()
        self.scanner.start()

    def watch(self, windows: Sequence[QQuickWindow]) -> None:
        """Guard the window, once it is there."""
        for window in windows:
            self._guard = WindowLock(window, windowed=self._windowed, parent=self)
            self._guard.touched.connect(self._on_touch)
            self._guard.cornered.connect(self.staff.corner)
            self.scanner.watch(window)

    def stop(self) -> None:
        """End every thread and timer."""
        self.idle.stop()
        self.shift.stop()
        self.notices.stop()
        self.staff.stop()
        if self._clock_check is not None:
            self._clock_check.stop()
        self.scanner.stop()
        if self._guard is not None:
            self._guard.stop()
        self._idle.stop()
        if self.prompts is not None:
            self.prompts.stop()
        self.lobby.stop()
        self.visit.stop()
        self.help.stop()
        self.paper.stop()
        self.link.stop()
        self.unfinished.stop()
        self.reserve.stop()

    @Slot(str)
    def _on_scan(self, text: str) -> None:
        """Do what the text is for; in the staff menu only show it, in an emergency nothing."""
        branch = self.link.branch
        scanned = tell(text, str(branch.get("ticket_url", "")), branch.get("kiosk", {}).get("cards", []))
        shown = f"[[cards]] {scanned.segment}" if isinstance(scanned, CustomerCard) else text
        if self.staff.scanned(shown) or self.notices.alarmed:
            return
        self.idle.wake()
        if isinstance(scanned, CustomerCard):
            self.visit.scannedCard(scanned.segment, scanned.reason)
        elif isinstance(scanned, OurTicket):
            self.visit.scannedTicket(scanned.id)
        elif isinstance(scanned, AppointmentQr):
            self.visit.scannedAppointment(scanned.text)
        elif isinstance(scanned, BookingCode):
            self.visit.scannedCode(scanned.code)
        else:
            self.visit.scannedUnknown()

    @Slot()
    def _on_touch(self) -> None:
        patience_ms = IDLE_MS * self.comfort.patience
        self._idle.start(self.link.paced(patience_ms))
        if self.prompts is not None:
            self.prompts.touched(self.link.paced(patience_ms - ASK_BEFORE_MS))
        self.idle.touched()
        self.staff.touched()

    @Slot()
    def _on_comfort(self) -> None:
        if self._idle.isActive():
            self._on_touch()  # elderly mode has more patience, from this touch on

    @Slot()
    def _on_idle(self) -> None:
        self.visit.give_up()
        if bool(self.visit.busy):
            self._on_touch()  # what the answer shows must not stay for ever either

    @Slot()
    def _on_reserve(self) -> None:
        if self.reserve.in_charge:
            self._on_met()

    @Slot()
    def _on_met(self) -> None:
        if not self._met and self._language is None:
            self.languages.use(self._home_language())
        self._met = True
        self.unfinished.offer(self.visit.offer)

    @Slot()
    def _offer(self) -> None:
        self.languages.offer(self.link.branch["languages"])

    def _home_language(self) -> str:
        offered = self.link.branch.get("languages") or [self.languages.code]
        return self._language or str(offered[0])

    @Slot()
    def _as_new(self) -> None:
        self._idle.stop()
        self.comfort.reset()
        self.booking.clear()
        self.visit.finding.clear()
        self.visit.phone.clear()
        self.menu.reset()
        self.outcome.clear()
        self.brief.about("")
        self.help.left()
        self.languages.use(self._home_language())
