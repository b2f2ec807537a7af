"""Checking in by phone number: typed on our own keys, found, and confirmed by service and time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from branch.client.responses import ServiceError
from kiosk.visit.phone_entry import masked, spaced
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.conftest import Show
from tests.kiosk.stage import Screen

PHONE, CODE, NAME = "13800138000", "K7M4QX2P", "欧阳修"
SOON = "2026-11-21T09:45:00+08:00"
Book = Callable[..., str]


@pytest.fixture
def book(service: RunningService) -> Book:
    """Books a time under `PHONE`, of service B unless another is named; gives the appointment's id."""

    def booking(starts_at: str = SOON, service_id: str = "B", **more: str) -> str:
        with asking(service, "integration") as api:
            made = api.book(service_id, starts_at, **{"phone": PHONE, "name": NAME, **more})
            return made["id"]

    return booking


def type_number(screen: Screen, phone: str = PHONE) -> None:
    """Type it on the tab for it, from home."""
    screen.tap("appointmentCard")
    screen.tap("byPhone")
    for digit in phone:
        screen.tap(f"digit-{digit}")


def find(screen: Screen, phone: str = PHONE) -> None:
    """Type it and have it looked for."""
    type_number(screen, phone)
    screen.tap("appointmentConfirm")


def test_one_appointment_is_still_confirmed(screen: Screen, book: Book, service: RunningService) -> None:
    book(code=CODE)
    find(screen)
    screen.wait("appointmentsScreen")
    assert screen.text("pageTitle") == "这是您的预约吗？"
    screen.tap("found-09:45")
    screen.wait("thanksNumber", "B001")
    assert "预约时间 09:45" in screen.text("thanksWait")
    with asking(service, "integration") as api:
        assert [a["status"] for a in api.appointments(code=CODE)] == ["checked-in"]


def test_of_several_one_is_chosen_by_service_and_time(screen: Screen, book: Book) -> None:
    book()
    book("2026-11-21T09:50:00+08:00", "A", phone=f"+86{PHONE}")
    find(screen)
    screen.wait("pageTitle", "请选择您的预约")
    shown = str(screen.said())
    assert "个人非现金" in shown
    screen.tap("language-en")
    assert "Cash" in screen.said()
    screen.tap("found-09:50")
    screen.wait("thanksNumber", "A001")


def test_what_is_shown_before_the_ticket_is_nobody_elses_business(screen: Screen, book: Book) -> None:
    book(code=CODE)
    find(screen)
    screen.wait("appointmentsScreen")
    shown = str(screen.said())
    assert "138 •••• 8000" in shown
    for secret in (PHONE, spaced(PHONE), CODE, NAME):
        assert secret not in shown
    assert [set(row) for row in screen.kiosk.check_in.search.property("choices")] == [{"id", "at", "name"}]


@pytest.mark.parametrize("booked", [None, "2026-11-23T10:00:00+08:00"])
def test_no_appointment_today_looks_the_same_for_everybody(
    screen: Screen, book: Book, booked: str | None
) -> None:
    if booked is not None:
        book(booked)
    find(screen)
    screen.wait("refusedText", "没有查到此手机号今天的预约，请核对或联系工作人员")
    screen.gone("shield")
    screen.tap("digit-erase")
    assert not screen.has("refusedText")
    assert screen.text("phoneDigits") == "138 0013 800"


def test_after_five_misses_our_staff_is_asked(screen: Screen, book: Book) -> None:
    book()
    type_number(screen, "1390000000")
    for last in "12345":
        screen.tap(f"digit-{last}")
        screen.tap("appointmentConfirm")
        screen.wait("refusedText")
        screen.gone("shield")
        screen.tap("digit-erase")
    screen.tap("backHome")
    screen.at_home()
    find(screen)
    screen.wait("refusedScreen")
    assert screen.text("refusedText") == "本机查询次数过多，请稍后再试"
    assert screen.text("refusedHint") == "请联系工作人员，或凭预约码签到"
    screen.tap("language-en")
    assert screen.text("refusedText") == "Too many numbers were tried here."
    assert screen.text("refusedHint") == "Please ask our staff, or check in with your booking code."


def test_too_early_says_when_to_come_back_and_offers_a_number(screen: Screen, book: Book) -> None:
    book("2026-11-21T14:00:00+08:00")
    find(screen)
    screen.tap("found-14:00")
    screen.wait("refusedText", "您预约的时间是 14:00，\n现在签到还太早")
    assert "13:30" in screen.text("refusedHint")
    screen.tap("walkIn")
    screen.wait("thanksNumber", "B001")


def test_too_late_says_when_and_gives_a_walk_in_number(
    screen: Screen, book: Book, service: RunningService
) -> None:
    book("2026-11-21T09:40:00+08:00")
    find(screen)
    screen.wait("appointmentsScreen")
    service.hand.put("2026-11-21T11:30:00+08:00")
    screen.tap("found-09:40")
    screen.wait("refusedText", "您预约的时间是 09:40，现在已过签到时间")
    screen.tap("walkIn")
    screen.wait("thanksNumber", "B001")


def test_used_already_says_its_number(screen: Screen, book: Book, service: RunningService) -> None:
    appointment = book()
    with asking(service, "kiosk") as api:
        api.check_in(phone=PHONE, appointment=appointment)
    find(screen)
    screen.tap("found-09:45")
    screen.wait("refusedText", "您已签到，号码是 B001")


def test_a_cancelled_one_says_so(screen: Screen, book: Book, service: RunningService) -> None:
    with asking(service, "integration") as api:
        api.cancel_appointment(book())
    find(screen)
    screen.tap("found-09:45")
    screen.wait("refusedText", "该预约已取消")
    assert screen.has("walkIn")


@pytest.mark.parametrize("leave", ["backHome", "idle"])
def test_the_number_goes_with_its_customer(screen: Screen, leave: str) -> None:
    type_number(screen)
    assert screen.text("phoneDigits") == "138 0013 8000"
    if leave == "idle":
        screen.kiosk.visit.give_up()
    else:
        screen.tap(leave)
    screen.at_home()
    assert screen.kiosk.check_in.search.number.digits == ""
    screen.tap("appointmentCard")
    screen.wait("appointmentCode", "")
    screen.tap("byPhone")
    assert screen.text("phoneDigits") == ""


def test_the_number_goes_after_the_check_in(screen: Screen, book: Book) -> None:
    book()
    find(screen)
    screen.tap("found-09:45")
    screen.wait("thanksScreen")
    screen.tap("thanksHome")
    screen.at_home()
    assert screen.kiosk.check_in.search.number.digits == ""
    assert screen.kiosk.check_in.search.property("choices") == []


def test_too_short_a_number_cannot_be_looked_for(screen: Screen) -> None:
    type_number(screen, "1380")
    assert not screen.find("appointmentConfirm").isEnabled()


def test_without_the_service_it_says_what_still_works(
    service: RunningService, show: Show, tmp_path: Path
) -> None:
    screen = show(service, outbox=tmp_path / "kiosk.sqlite")
    screen.at_home()
    until(lambda: bool(screen.kiosk.offline.left("V")), "numbers of the last service")
    type_number(screen)
    service.stop()
    until(lambda: bool(screen.kiosk.home.byReserve), "numbers of our own")
    assert screen.text("appointmentLine").endswith("暂不能签到，但可以取普通号")
    assert not screen.find("appointmentConfirm").isEnabled()
    screen.tap("backHome")
    screen.tap("service-A")
    screen.wait("thanksNumber")


def test_a_check_in_without_an_answer_is_asked_again_and_is_one(
    screen: Screen, book: Book, service: RunningService
) -> None:
    """The service gave the ticket, its answer was lost, the customer begins anew: it is the same ticket."""
    appointment = book()
    find(screen)
    screen.wait("appointmentsScreen")
    unconfirmed = screen.kiosk.issuer.unconfirmed
    request = screen.kiosk.check_in.request_for(appointment)
    with asking(service, "kiosk") as api:
        request.ask(api)
    unconfirmed.unanswered(request, ServiceError("no answer"))
    screen.tap("backHome")
    screen.at_home()
    assert all(not kept.phone for kept in unconfirmed.requests), "kept without the phone number"
    find(screen)
    screen.tap("found-09:45")
    screen.wait("thanksNumber", "B001")


def test_the_number_is_in_no_log(screen: Screen, book: Book, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    book()
    find(screen)
    screen.tap("found-09:45")
    screen.wait("thanksScreen")
    assert not [record for record in caplog.records if PHONE in record.getMessage()]


@pytest.mark.parametrize(
    ("digits", "as_shown", "as_hidden"),
    [
        ("13800138000", "138 0013 8000", "138 •••• 8000"),
        ("138", "138", "•38"),
        ("8613800138000", "86138 0013 8000", "861•• •••• 8000"),
        ("", "", ""),
        ("12345", "123 45", "••• 45"),
    ],
)
def test_a_number_in_groups(digits: str, as_shown: str, as_hidden: str) -> None:
    assert (spaced(digits), masked(digits)) == (as_shown, as_hidden)
