"""Scanning at the kiosk: a code checks in at once, a ticket shows itself, anything else is told so."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from branch.contract.appointment_qr import sign
from branch.devices.scanners import SerialSetting
from tests.devices.scanners.playing import type_keys
from tests.devices.scanners.test_serial_line import Cable
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.conftest import Show
from tests.kiosk.stage import Screen

CODE = "K7M4QX2P"


def book(service: RunningService) -> None:
    with asking(service, "integration") as api:
        api.book("B", "2026-11-21T09:45:00+08:00", code=CODE)


def test_a_booking_code_checks_in_from_home(screen: Screen, service: RunningService) -> None:
    book(service)
    type_keys(screen.window, CODE, caps=True)
    screen.wait("thanksNumber", "B001")


def test_a_booking_code_checks_in_from_the_keypad_whatever_was_typed(
    screen: Screen, service: RunningService
) -> None:
    book(service)
    screen.tap("appointmentCard")
    screen.tap("key-A")
    type_keys(screen.window, CODE)
    screen.wait("thanksNumber", "B001")


def test_a_code_nobody_knows_can_be_mended(screen: Screen) -> None:
    type_keys(screen.window, CODE)
    screen.wait("refusedText", "没有查到这个预约码，请核对后重新输入")
    assert screen.text("appointmentCode") == CODE


def test_a_ticket_shows_itself(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api:
        api.issue("A")
        url = api.issue("A")["url"]
    for caps in (False, True):
        type_keys(screen.window, url, caps=caps)
        screen.wait("thanksNumber", "A002")
        assert screen.text("pageTitle") == "您仍在排队中："
        assert screen.text("thanksWait").startswith("前面 1 人")
        screen.gone("shield")
        screen.tap("thanksHome")
        screen.at_home()
    with asking(service, "manager") as api:
        assert len(api.visits()["visits"]) == 2, "no ticket came of it"


def test_a_ticket_that_is_called_or_over_says_so(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api, asking(service, "counter") as counter:
        url = api.issue("A")["url"]
        counter.next(1)
        type_keys(screen.window, url)
        screen.wait("refusedText", "A001 号已被叫号")
        assert screen.text("refusedHint") == "请到 1 号柜台办理"
        counter.start(1)
        counter.finish(1)
        type_keys(screen.window, url)  # from the screen that the first scan left
        screen.wait("refusedText", "A001 号已办理完毕")


def test_anything_else_is_told_so(screen: Screen) -> None:
    type_keys(screen.window, "https://pay.example/1234567890")
    screen.wait("refusedText", "这个二维码不能在本机使用")
    screen.tap("language-en")
    assert screen.text("refusedText") == "This code is not for this kiosk."


def test_a_persons_typing_does_nothing(screen: Screen, service: RunningService) -> None:
    book(service)
    type_keys(screen.window, CODE, gap=150, end="")
    assert str(screen.kiosk.visit.page) == "home"


def test_without_the_service_it_says_that_codes_cannot_be_checked(
    screen: Screen, service: RunningService
) -> None:
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    type_keys(screen.window, CODE)
    screen.wait("refusedText", "连接已中断，暂时无法核验")
    service.start()


def test_the_next_scan_can_be_taken_for_a_test(screen: Screen, service: RunningService) -> None:
    book(service)
    taken: list[str] = []
    screen.kiosk.scanner.take_next(taken.append)
    type_keys(screen.window, CODE)
    assert taken == [CODE]
    assert str(screen.kiosk.visit.page) == "home"
    type_keys(screen.window, CODE)
    screen.wait("thanksNumber", "B001")
    assert taken == [CODE]


def test_a_serial_scanner_checks_in_and_its_absence_is_told(
    service: RunningService, show: Show, tmp_path: Path
) -> None:
    book(service)
    cable = Cable(tmp_path)
    screen = show(service, scanner=SerialSetting(str(cable.device)))
    with asking(service, "manager") as api:

        def alerts() -> list[str]:
            return [alert["kind"] for alert in api.snapshot()["hall"]["alerts"]]

        until(lambda: alerts() == ["scanner"], "told")
        cable.put_in()
        until(lambda: alerts() == [], "mended")
    screen.at_home()
    cable.scan(CODE.encode() + b"\r")
    screen.wait("thanksNumber", "B001")
    cable.pull_out()


def signed(service: RunningService, starts_at: str) -> str:
    """The QR text of a booking."""
    with asking(service, "integration") as api:
        return api.book("B", starts_at, code=CODE)["qr"]


def test_the_signed_code_of_an_appointment_checks_in(screen: Screen, service: RunningService) -> None:
    type_keys(screen.window, signed(service, "2026-11-21T09:45:00+08:00"), caps=True)
    screen.wait("thanksNumber", "B001")


def test_a_forged_code_and_another_branchs_are_told_apart(screen: Screen, service: RunningService) -> None:
    qr = signed(service, "2026-11-21T09:45:00+08:00")
    type_keys(screen.window, qr[:-4] + ("AAAA" if qr[-4:] != "AAAA" else "BBBB"))
    screen.wait("refusedText", "这个预约码无效")
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32))
    type_keys(screen.window, sign(stranger, CODE, 1_795_225_500_000))
    screen.wait("refusedText", "您的预约在其他网点")


def test_without_the_service_a_genuine_code_is_told_from_the_others(
    screen: Screen, service: RunningService
) -> None:
    today = signed(service, "2026-11-21T09:45:00+08:00")
    with asking(service, "integration") as api:
        monday = api.book("B", "2026-11-23T10:00:00+08:00")["qr"]
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    type_keys(screen.window, today)
    screen.wait("refusedText", "您 09:45 的预约有效，连接恢复后即可签到")
    type_keys(screen.window, monday)
    screen.wait("refusedText", "您的预约在 周一 11月23日 10:00")
    type_keys(screen.window, sign(Ed25519PrivateKey.from_private_bytes(bytes(32)), CODE, 0))
    screen.wait("refusedText", "您的预约在其他网点")
    service.start()
