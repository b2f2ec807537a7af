"""The kiosk's parts, put together: used by the program and by the tests alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickWindow

from branch.devices.printers import Logo, Printer
from branch.devices.scanners import Scanner, SerialSetting
from branch.qt.device_alerts import DeviceAlerts
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.timing import make_timer
from kiosk.assist.accessibility import Accessibility
from kiosk.assist.help_call import HelpCall
from kiosk.assist.spoken_guide import SpokenGuide, Voice
from kiosk.checkin.check_in import CheckIn
from kiosk.home.home_screen import HomeScreen
from kiosk.home.precedence import Precedence
from kiosk.home.service_groups import ServiceGroups
from kiosk.offline.offline_store import OfflineStore
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.paper.delivery import Delivery, RecentTickets
from kiosk.paper.pending_prints import PendingPrints, PrintReports
from kiosk.paper.print_queue import PrintQueue
from kiosk.paper.remote_reprints import RemoteReprints
from kiosk.shell.clock_check import ClockCheck
from kiosk.shell.hall_notices import HallNotices
from kiosk.shell.qml_context import KioskContext
from kiosk.shell.screensaver import REST_S, BurnIn, Screensaver
from kiosk.shell.shown_page import ShownPage
from kiosk.shell.tap_shield import TapShield
from kiosk.shell.window_lock import WindowLock, windowed_size
from kiosk.staff.staff_menu import StaffMenu
from kiosk.staff.staff_paper import StaffPaper
from kiosk.staff.staff_services import StaffServices
from kiosk.visit.before_ticket import STEPS
from kiosk.visit.issuing import Issuer
from kiosk.visit.scans import Scans
from kiosk.visit.visit import Visit
from kiosk.visit.visit_flow import VisitFlow
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
        self.troubles = DeviceAlerts(link, "kiosk", self)
        self.reports = PrintReports(link, self)
        self.accessibility, self.precedence = Accessibility(self), Precedence(self)
        self.flow = VisitFlow(link, self.accessibility, self)
        self.offline = OfflineTickets(link, outbox, self.reports, self)
        self.groups = ServiceGroups(link, languages, self)
        self.home = HomeScreen(
            link, languages, self.accessibility, self.offline, self.groups, self.precedence, self
        )
        self.pending = PendingPrints(link, outbox if printer is not None else None, self.troubles, self)
        self.prints = PrintQueue(printer, self.reports, self.troubles, self, logo=logo)
        self.reprints = RemoteReprints(link, languages, self.prints, self)
        self.recent = RecentTickets()
        delivery = Delivery(link, languages, self.flow, self.prints, self.offline, self.pending, self.recent)
        self.issuer = Issuer(link, self.offline, self)
        self.check_in = CheckIn(link, languages, self.flow, self.issuer.unconfirmed, self)
        self.steps = [step(link, languages, self.flow, self.accessibility, self) for step in STEPS]
        self.visit = Visit(link, self.flow, self.home, self.issuer, delivery, self.check_in, self.steps, self)
        self.result = VisitResult(link, languages, self.flow, self)
        self.help = HelpCall(link, languages, self)
        self.notices = HallNotices(link, languages, voice, self)
        self.screensaver = Screensaver(link, self.visit, slides, slides_after, self)
        self.burn_in = BurnIn(self)
        self.staff = StaffMenu(
            link,
            languages,
            StaffPaper(link, languages, self.prints, self.recent, self.offline, self),
            StaffServices(link, languages, self),
            parent=self,
        )
        self.shown = ShownPage(
            self.visit, self.home, self.staff, self.notices, self.screensaver, self.steps, self
        )
        self.shield = TapShield(link, self.visit, self.shown, self.home, self.groups, self.notices, self)
        self.scans = Scans(
            link, self.flow, self.visit, self.check_in, delivery, self.precedence, self._is_nobodys, self
        )
        self.scans.begun.connect(self.screensaver.wake)
        self.scanner = Scanner(self.troubles, scanner, self)
        self.scanner.scanned.connect(self.scans.act)
        self.scanner.heard.connect(self._on_touch)
        self.guide: SpokenGuide | None = None
        if voice is not None:
            self.guide = SpokenGuide(
                voice,
                self.visit,
                self.result,
                self.home,
                self.groups,
                self.accessibility,
                self.check_in.search,
                languages,
                self.notices,
                parent=self,
            )
        self._clock_check = ClockCheck(link, self.troubles, clock, self) if clock is not None else None
        self._lock: WindowLock | None = None
        self._idle = make_timer(self, once=True)
        self._idle.setObjectName("idle")
        self._idle.timeout.connect(self.give_up)
        self._met = False
        self.visit.left.connect(self._as_new)
        self.accessibility.changed.connect(self._on_accessibility)
        link.snapshotTaken.connect(self._on_met)
        link.snapshotTaken.connect(self._offer)
        self.offline.changed.connect(self._on_offline)

    def parts(self) -> dict[str, QObject]:
        """What pages see, by its names in `KioskContext`."""
        return {
            "shown": self.shown,
            "shield": self.shield,
            "home": self.home,
            "groups": self.groups,
            "precedence": self.precedence,
            "visit": self.visit,
            "result": self.result,
            "code": self.check_in.code,
            "search": self.check_in.search,
            "accessibility": self.accessibility,
            "help": self.help,
            "notices": self.notices,
            "languages": self.languages,
            "screensaver": self.screensaver,
            "slides": self.screensaver.slides,
            "burnIn": self.burn_in,
            "staff": self.staff,
            "staffPaper": self.staff.paper,
            "staffServices": self.staff.services,
        }

    def properties(self) -> dict[str, object]:
        """What the QML's Main requires."""
        return {
            "kiosk": KioskContext(self.parts(), self),
            "windowed": self._windowed,
            "startSize": windowed_size(self._windowed),
        }

    def start(self) -> None:
        """Find the service, and start every timer."""
        self.home.start()
        self.offline.start()
        self.prints.start()
        self.link.start()
        self.screensaver.start()
        self.burn_in.start()
        self.notices.start()
        if self._clock_check is not None:
            self._clock_check.start()
        self.scanner.start()

    def watch(self, windows: Sequence[QQuickWindow]) -> None:
        """Lock the window, once it is there."""
        for window in windows:
            self._lock = WindowLock(window, windowed=self._windowed, parent=self)
            self._lock.touched.connect(self._on_touch)
            self._lock.cornered.connect(self.staff.corner)
            self.scanner.watch(window)

    def stop(self) -> None:
        """End every thread and timer."""
        self.screensaver.stop()
        self.burn_in.stop()
        self.notices.stop()
        self.staff.stop()
        if self._clock_check is not None:
            self._clock_check.stop()
        self.scanner.stop()
        if self._lock is not None:
            self._lock.stop()
        self._idle.stop()
        self.shield.stop()
        if self.guide is not None:
            self.guide.stop()
        self.home.stop()
        self.visit.stop()
        self.help.stop()
        self.prints.stop()
        self.reports.stop()
        self.link.stop()
        self.pending.stop()
        self.offline.stop()

    @Slot()
    def give_up(self) -> None:
        """Take the customer for gone: nobody has touched anything for `IDLE_MS`."""
        self.visit.give_up()
        if bool(self.visit.busy):
            self._on_touch()  # what the answer shows must not stay for ever either

    def _is_nobodys(self, scanned: str) -> bool:
        """Whether nobody is to act on a scan: the staff menu shows it, or there is an emergency."""
        return self.staff.scanned(scanned) or self.notices.alarmed

    @Slot()
    def _on_touch(self) -> None:
        patience_ms = IDLE_MS * self.accessibility.patience
        self._idle.start(self.link.paced(patience_ms))
        if self.guide is not None:
            self.guide.touched(self.link.paced(patience_ms - ASK_BEFORE_MS))
        self.screensaver.touched()
        self.staff.touched()

    @Slot()
    def _on_accessibility(self) -> None:
        if self._idle.isActive():
            self._on_touch()  # elderly mode has more patience, from this touch on

    @Slot()
    def _on_offline(self) -> None:
        if self.offline.in_charge:
            self._on_met()

    @Slot()
    def _on_met(self) -> None:
        if not self._met and self._language is None:
            self.languages.use(self._home_language())
        self._met = True
        self.pending.offer(self.visit.offer)

    @Slot()
    def _offer(self) -> None:
        self.languages.offer(list(self.link.branch.languages))

    def _home_language(self) -> str:
        offered = self.link.branch.languages or [self.languages.code]
        return self._language or str(offered[0])

    @Slot()
    def _as_new(self) -> None:
        self._idle.stop()
        with self.home.at_once():
            self.accessibility.reset()
            self.precedence.reset()
            self.groups.reset()
            self.help.left()
            self.languages.use(self._home_language())
