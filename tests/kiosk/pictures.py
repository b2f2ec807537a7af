"""Pictures of every state of the kiosk in every language."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import assets
from branch.contract.refusals import Refusal
from branch.devices.printers import PrinterOfflineError, PrinterStatus, PrintResult, TicketSlip
from branch.devices.printers.canvas import BOLD
from kiosk.staff.staff_paper import NOT_PRINTED, STATES
from tests.harness.album import Keep
from tests.harness.branch import PIN, RunningService, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk import pictures_appointments, pictures_notices, pictures_people, pictures_tickets
from tests.kiosk.pictures_tickets import Takes
from tests.kiosk.stage import Screen, kiosk_screen, live_kiosk

LANGUAGES = ("zh", "en")
MORNING = "2026-11-21T09:42:00+08:00"
LUNCH = {'sat = ["09:00-17:00"]': 'sat = ["09:00-12:00", "13:30-17:00"]'}


class DeadPrinter:
    """A printer that is switched off."""

    name = "dead"

    def print(self, _: TicketSlip) -> PrintResult:
        """Never."""
        raise PrinterOfflineError("switched off")

    def status(self) -> PrinterStatus:
        """Off line."""
        return PrinterStatus.OFFLINE

    def close(self) -> None:
        """Nothing is held."""


class Album:
    """Takes each state in every language. ``folder`` is for what a state needs, ``cut`` what did not fit."""

    def __init__(self, keep: Keep, folder: Path) -> None:
        self._keep, self.folder = keep, folder
        self.cut: list[str] = []

    def take(self, screen: Screen, name: str) -> None:
        """The screen as it is, said in each language."""
        if not bool(screen.kiosk.visit.busy):
            screen.gone("shield")
        before = screen.kiosk.languages.code
        offered = screen.kiosk.languages.property("codes")
        for code in (*LANGUAGES, *(code for code in offered if code not in LANGUAGES)):
            screen.kiosk.languages.use(code)
            self._keep(f"{name}-{code}", screen.grab())
            self.cut += [f"{name}-{code}: {text}" for text in screen.cut()]
        screen.kiosk.languages.use(before)


def _queue(service: RunningService, **waiting: int) -> None:
    with asking(service, "kiosk") as api:
        for letter, count in waiting.items():
            for _ in range(count):
                api.issue(letter)


def _fresh(
    folder: Path, at: str, take: Callable[[RunningService], None], changes: dict[str, str] | None = None
) -> None:
    with (
        tempfile.TemporaryDirectory(dir=folder) as data,
        running_service(Path(data), sample_config(changes), HandClock(at, 0.0)) as service,
    ):
        take(service)


def pictures(keep: Keep) -> None:
    """Make them all; fails if there are texts that do not fit."""
    with tempfile.TemporaryDirectory() as folder:
        album = Album(keep, Path(folder))
        for part in PARTS.values():
            part(album)
    assert not album.cut, album.cut


def _hours(album: Takes) -> None:
    for name, at in {
        "closed": "2026-11-21T18:05:00+08:00",
        "opening-soon": "2026-11-21T08:40:00+08:00",
        "break": "2026-11-21T12:20:00+08:00",
    }.items():
        _fresh(album.folder, at, lambda service, name=name: _still(album, service, name), LUNCH)  # type: ignore[misc]  # bound now


def _nothing_yet(album: Takes) -> None:
    with kiosk_screen(None, None) as screen:
        screen.wait("waitingScreen")
        album.take(screen, "waiting")


def _morning(take: Callable[[Takes, RunningService], None]) -> Callable[[Takes], None]:
    """That part, in a branch of its own."""
    return lambda album: _fresh(album.folder, MORNING, lambda service: take(album, service))


def _by_reserve(album: Takes, service: RunningService) -> None:
    with (
        tempfile.TemporaryDirectory() as own,
        live_kiosk(service, outbox=Path(own) / "kiosk.sqlite") as screen,
    ):
        until(lambda: bool(screen.kiosk.offline.left("V")), "numbers of the last service")
        service.stop()
        screen.wait("lostBanner")
        screen.at_home()
        album.take(screen, "offline")
        screen.tap("toggleLarge")
        album.take(screen, "offline-large")
        screen.tap("service-A")
        screen.wait("thanksScreen")
        album.take(screen, "offline-thanks")
        service.start()


def _resting(album: Takes, service: RunningService) -> None:
    with tempfile.TemporaryDirectory() as slides:
        picture = Image.new("RGB", (1080, 1620), "#13212F")
        paint = ImageDraw.Draw(picture)
        face = ImageFont.truetype(assets.ROOT / "fonts" / BOLD, 120)
        paint.text((540, 760), "定期存款\n省心之选", "#F8EFDB", face, anchor="mm", align="center", spacing=40)
        picture.save(Path(slides) / "deposits.png")
        with live_kiosk(service, slides=Path(slides)) as screen:
            screen.at_home()
            screen.kiosk.screensaver.rest()
            screen.wait("idleScreen")
            until(lambda: screen.grab().pixelColor(60, 60).name() == "#13212f", "the slide")
            album.take(screen, "idle")


def _staff(album: Takes, service: RunningService) -> None:
    with live_kiosk(service, printer=DeadPrinter()) as screen:
        screen.at_home()
        staff = screen.kiosk.staff
        staff.enter("pin")
        for digit in "0312":
            staff.press(digit)
        album.take(screen, "staff-pin")
        staff.confirm()
        for digit in PIN:
            staff.press(digit)
        staff.confirm()
        screen.wait("staffServices")
        album.take(screen, "staff-menu")
        staff.enter("services")
        album.take(screen, "staff-services")
        staff.services.toggle("B")
        album.take(screen, "staff-reasons")
        staff.services.close("maintenance")
        until(lambda: not screen.kiosk.home.usable("B"))
        album.take(screen, "staff-services-closed")
        staff.enter("tickets")
        album.take(screen, "staff-tickets-none")
        with asking(service, "kiosk") as api:
            for letter in "AVC":
                screen.kiosk.recent.put(api.issue(letter), offline=False)
        staff.enter("tickets")
        staff.paper.say(NOT_PRINTED)
        album.take(screen, "staff-tickets")
        staff.enter("menu")
        staff.paper.say(STATES[PrinterStatus.UNKNOWN])
        album.take(screen, "staff-paper")
        staff.enter("menu")
        staff.closeToday()
        staff.leave()
        album.take(screen, "shut")
        staff.enter("menu")
        staff.closeToday()  # it is kept on the disk, and the next picture's kiosk reads it


def _still(album: Takes, service: RunningService, name: str) -> None:
    with live_kiosk(service) as screen:
        screen.wait("closedScreen")
        album.take(screen, name)


def _open(album: Takes, service: RunningService) -> None:
    with live_kiosk(service) as screen:
        screen.at_home()
        album.take(screen, "home-no-counter")
    open_counters(service, 2, 3)
    with live_kiosk(service) as screen:
        screen.at_home()
        album.take(screen, "home")
    _queue(service, A=6, B=3, C=1)
    with live_kiosk(service) as screen:
        _home(album, screen)
        _steps(album, screen)
        with asking(service, "manager") as api:
            api.close_service("C", "系统维护")
        until(lambda: not screen.kiosk.home.usable("C"))
        album.take(screen, "service-closed")


def _easier(album: Takes, service: RunningService) -> None:
    open_counters(service, 2, 3)
    _queue(service, A=6, B=3, C=1)
    with live_kiosk(service) as screen:
        pictures_people.help_states(album, screen, service)
        pictures_people.language_states(album, screen)
        pictures_people.easier_states(album, screen)


def _in_trouble(album: Takes, service: RunningService) -> None:
    open_counters(service, 2, 3)
    _queue(service, A=6, B=3, C=1)
    with live_kiosk(service, printer=DeadPrinter()) as screen:
        screen.at_home()
        screen.tap("service-B")
        screen.wait("printFailedScreen")
        album.take(screen, "print-failed")
        screen.tap("noted")
        screen.at_home()
        with asking(service, "kiosk") as api:
            screen.kiosk.visit.offer(api.issue("A"), offline=False)
        screen.wait("printFailedScreen")
        album.take(screen, "print-interrupted")
        screen.tap("noted")
        screen.at_home()
        service.stop()
        screen.wait("lostBanner")
        album.take(screen, "lost")
        service.start()
    _by_reserve(album, service)
    with kiosk_screen(service.url, "not-a-token") as screen:
        until(lambda: str(screen.kiosk.link.state) == "refused")
        album.take(screen, "token-refused")


def _home(album: Takes, screen: Screen) -> None:
    screen.at_home()
    album.take(screen, "home-busy")
    for toggle, name in (("Large", "large"), ("Reach", "reach"), ("Priority", "priority")):
        screen.tap(f"toggle{toggle}")
        album.take(screen, name)
        screen.tap(f"toggle{toggle}")
    screen.tap("toggleLarge")
    screen.tap("toggleReach")
    album.take(screen, "large-reach")
    screen.kiosk.visit.goHome()


def _steps(album: Takes, screen: Screen) -> None:
    visit, link = screen.kiosk.visit, screen.kiosk.link
    screen.at_home()
    real_ask, link.ask = link.ask, lambda *_, **__: None  # type: ignore[method-assign]  # no answer comes
    screen.tap("service-A")
    album.take(screen, "issuing")
    link.ask = real_ask  # type: ignore[method-assign]
    screen.kiosk.flow.leave()
    visit.goHome()
    screen.at_home()
    screen.tap("togglePriority")
    screen.tap("service-A")
    screen.wait("thanksScreen")
    album.take(screen, "thanks")
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("appointmentCard")
    screen.wait("appointmentScreen")
    album.take(screen, "appointment-empty")
    for key in "K7M4QX2P":
        screen.tap(f"key-{key}")
    album.take(screen, "appointment")
    screen.tap("appointmentConfirm")
    screen.wait("refusedText")
    album.take(screen, "appointment-unknown")
    screen.tap("backHome")
    screen.at_home()
    visit.refuse(Refusal("quota-reached", "for the picture"))
    screen.wait("refusedScreen")
    album.take(screen, "refused")
    visit.goHome()
    screen.at_home()
    screen.kiosk.scans.act("https://example.com/")
    screen.wait("refusedScreen")
    album.take(screen, "scan-unknown")
    visit.goHome()


PARTS: dict[str, Callable[[Takes], None]] = {
    "open": _morning(_open),
    "easier": _morning(_easier),
    "trouble": _morning(_in_trouble),
    "hours": _hours,
    "resting": _morning(_resting),
    "staff": _morning(_staff),
    "nothing-yet": _nothing_yet,
    "tickets": pictures_tickets.take_all,
    "appointments": pictures_appointments.take_all,
    "people": pictures_people.take_all,
    "notices": pictures_notices.take_all,
}
"""The tour of all states, part by part: each brings a kiosk into some of them and has them taken."""
