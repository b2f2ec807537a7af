"""Pictures of every appointment that gives no number at the kiosk, and of why; of phone numbers, too."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from branch.contract.appointment_qr import sign
from tests.devices.scanners.playing import type_keys
from tests.harness.branch import RunningService
from tests.harness.clocks import HandClock
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.pictures_tickets import MORNING, Takes, branch
from tests.kiosk.stage import Screen, live_kiosk

PHONE = "13800138000"
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(32))


def take_all(album: Takes) -> None:
    """Every refusal, as a scan brings it, and what is typed."""
    clock = HandClock(MORNING, 0.0)
    with branch(album, None, clock, 1, 2) as service, live_kiosk(service) as screen:
        _refusals(album, service, screen, clock)
    with branch(album, None, MORNING, 1, 2) as service, live_kiosk(service) as screen:
        _by_phone(album, service, screen)
    with branch(album, None, MORNING, 1, 2) as service, live_kiosk(service) as screen:
        qr = _booked(service, "2026-11-21T10:00:00+08:00")
        service.stop()
        until(lambda: not screen.kiosk.link.live, "no service")
        _scan(album, screen, qr, "appointment-offline")
        service.start()
    _with_phone(album)


def _refusals(album: Takes, service: RunningService, screen: Screen, clock: HandClock) -> None:
    screen.at_home()
    early = _booked(service, "2026-11-21T14:00:00+08:00")
    _scan(album, screen, early, "appointment-early", large=True)
    _scan(album, screen, _booked(service, "2026-11-23T10:00:00+08:00"), "appointment-wrong-day")
    _scan(album, screen, sign(STRANGER, "K7M4QX2P", 0), "appointment-wrong-branch")
    _scan(album, screen, early[:-4] + ("AAAA" if early[-4:] != "AAAA" else "BBBB"), "appointment-forged")
    used = _booked(service, "2026-11-21T09:45:00+08:00")
    with asking(service, "kiosk") as api:
        api.check_in(qr=used)
    _scan(album, screen, used, "appointment-used")
    _cancelled(album, service, screen)
    late, first, second = (_booked(service, f"2026-11-21T09:5{minute}:00+08:00") for minute in range(3))
    clock.put("2026-11-21T10:12:00+08:00")
    _came_late(album, screen, first, "appointment-came-late")
    screen.tap("toggleLarge")
    _came_late(album, screen, second, "appointment-came-late-large")
    clock.put("2026-11-21T11:30:00+08:00")
    _scan(album, screen, late, "appointment-late")
    clock.put("2026-11-23T09:42:00+08:00")
    type_keys(screen.window, late)
    until(lambda: "09:42" in screen.text("timeLine"), "the new day")
    _take_refused(album, screen, "appointment-expired")


def _cancelled(album: Takes, service: RunningService, screen: Screen) -> None:
    qr = _booked(service, "2026-11-21T10:30:00+08:00", "K7M4QX2P")
    with asking(service, "integration") as api:
        [booked] = api.appointments(code="K7M4QX2P")
        api.cancel_appointment(booked["id"])
    _scan(album, screen, qr, "appointment-cancelled")


def _came_late(album: Takes, screen: Screen, qr: str, name: str) -> None:
    type_keys(screen.window, qr)
    screen.wait("thanksLate")
    album.take(screen, name)
    screen.tap("thanksHome")
    screen.at_home()


def _by_phone(album: Takes, service: RunningService, screen: Screen) -> None:
    _book_for(service, "2026-11-21T09:45:00+08:00", "B")
    screen.at_home()
    screen.tap("appointmentCard")
    screen.tap("byPhone")
    album.take(screen, "phone-empty")
    for digit in PHONE:
        screen.tap(f"digit-{digit}")
    album.take(screen, "phone")
    screen.tap("appointmentConfirm")
    screen.wait("appointmentsScreen")
    album.take(screen, "phone-found")
    screen.tap("backHome")
    _book_for(service, "2026-11-21T14:00:00+08:00", "V")
    screen.tap("toggleLarge")
    _find(screen, PHONE)
    screen.wait("appointmentsScreen")
    album.take(screen, "phone-found-two-large")
    screen.tap("backHome")
    screen.at_home()
    screen.tap("toggleElderly")
    _find(screen, "13900000000")
    screen.wait("refusedText")
    album.take(screen, "phone-unknown-elderly")
    screen.tap("backHome")
    _find(screen, PHONE)
    screen.wait("appointmentsScreen")
    album.take(screen, "phone-found-two")
    screen.tap("backHome")
    _find(screen, "13900000000")
    screen.wait("refusedText")
    album.take(screen, "phone-unknown")
    for last in "12345":
        screen.tap("digit-erase")
        screen.tap(f"digit-{last}")
        screen.tap("appointmentConfirm")
        screen.wait("refusedText")
        screen.gone("shield")
    screen.wait("refusedScreen")
    album.take(screen, "phone-too-many")
    screen.tap("backHome")
    screen.at_home()
    screen.tap("appointmentCard")
    screen.tap("byPhone")
    service.stop()
    until(lambda: not screen.kiosk.link.live, "no service")
    album.take(screen, "phone-lost")
    service.start()


def _with_phone(album: Takes) -> None:
    def edit(text: str) -> str:
        return text.replace('ask_phone = "never"', 'ask_phone = "offer"')

    with branch(album, edit, MORNING, 1, 2) as service, live_kiosk(service) as screen:
        screen.at_home()
        screen.tap("service-A")
        screen.wait("phoneScreen")
        album.take(screen, "ticket-phone-empty")
        for digit in PHONE:
            screen.tap(f"digit-{digit}")
        album.take(screen, "ticket-phone")
        screen.tap("backHome")
        screen.at_home()
        screen.tap("toggleLarge")
        screen.tap("service-A")
        screen.wait("phoneScreen")
        for digit in "12345678901":
            screen.tap(f"digit-{digit}")
        album.take(screen, "ticket-phone-wrong-large")


def _book_for(service: RunningService, starts_at: str, name: str) -> None:
    with asking(service, "integration") as api:
        api.book(name, starts_at, phone=PHONE)


def _find(screen: Screen, phone: str) -> None:
    screen.at_home()
    screen.tap("appointmentCard")
    screen.tap("byPhone")
    for digit in phone:
        screen.tap(f"digit-{digit}")
    screen.tap("appointmentConfirm")


def _booked(service: RunningService, starts_at: str, code: str | None = None) -> str:
    with asking(service, "integration") as api:
        return api.book("B", starts_at, code=code)["qr"]


def _scan(album: Takes, screen: Screen, qr: str, name: str, *, large: bool = False) -> None:
    type_keys(screen.window, qr)
    _take_refused(album, screen, name)
    if large:
        screen.tap("toggleLarge")
        _scan(album, screen, qr, f"{name}-large")


def _take_refused(album: Takes, screen: Screen, name: str) -> None:
    screen.wait("refusedText")
    album.take(screen, name)
    screen.tap("backHome")
    screen.at_home()
