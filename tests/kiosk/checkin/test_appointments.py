"""Checking in with a booking code: the ticket, and each way in which there is none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

import pytest

from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen
from tests.kiosk.visit.test_service_notice import PAPERS

CODE = "K7M4QX2P"
Book = Callable[..., None]


@pytest.fixture
def book(service: RunningService) -> Book:
    """Books a time for service B under `CODE`."""

    def booking(starts_at: str, code: str = CODE) -> None:
        with asking(service, "integration") as api:
            api.book("B", starts_at, code=code)

    return booking


def check_in(screen: Screen, code: str = CODE) -> None:
    """Type the code and confirm it."""
    screen.tap("appointmentCard")
    screen.wait("appointmentScreen")
    for key in code:
        screen.tap(f"key-{key}")
    assert screen.text("appointmentCode") == code
    screen.tap("appointmentConfirm")


def test_in_time_gives_a_number(screen: Screen, book: Book, service: RunningService) -> None:
    book("2026-11-21T09:45:00+08:00")
    check_in(screen)
    screen.wait("thanksNumber", "B001")
    assert "预约时间 09:45" in screen.text("thanksWait")
    with asking(service, "manager") as api:
        assert [visit["appointment"] is not None for visit in api.visits()["visits"]] == [True]


def test_too_early_says_when_to_come_back(screen: Screen, book: Book) -> None:
    book("2026-11-21T14:00:00+08:00")
    check_in(screen)
    screen.wait("refusedText", "您预约的时间是 14:00，\n现在签到还太早")
    assert screen.text("refusedHint") == "请在 13:30 以后来签到；不便等候的，现在可改取普通号"
    screen.tap("language-en")
    assert screen.text("refusedText") == "Your appointment is at 14:00. It is too early to check in."
    assert "from 13:30 on" in screen.text("refusedHint")


def test_too_early_gives_a_walk_in_number_and_keeps_the_appointment(
    screen: Screen, book: Book, service: RunningService
) -> None:
    book("2026-11-21T14:00:00+08:00")
    check_in(screen)
    screen.tap("walkIn")
    screen.wait("thanksNumber", "B001")
    with asking(service, "manager") as api:
        assert [visit["appointment"] for visit in api.visits()["visits"]] == [None]
        assert [a["status"] for a in api.appointments(code=CODE)] == ["booked"]
    screen.tap("thanksHome")
    screen.at_home()
    check_in(screen)
    screen.tap("walkIn")
    screen.wait("thanksNumber", "B002")


def test_too_late_says_when_and_gives_a_walk_in_number(
    screen: Screen, book: Book, service: RunningService
) -> None:
    book("2026-11-21T09:40:00+08:00")
    service.hand.put("2026-11-21T10:30:00+08:00")
    check_in(screen)
    screen.wait("refusedText", "您预约的时间是 09:40，现在已过签到时间")
    assert screen.text("refusedHint") == "您可以改取普通号"
    screen.tap("walkIn")
    screen.wait("thanksNumber", "B001")


def test_the_walk_in_number_is_preceded_by_what_to_bring(start: Start, show: Show, stack: ExitStack) -> None:
    running = start(edit=lambda text: text.replace('prefix = "B"', PAPERS))
    open_counters(running, 1, 2)
    stack.enter_context(asking(running, "integration")).book("B", "2026-11-21T14:00:00+08:00", code=CODE)
    screen = show(running)
    screen.at_home()
    check_in(screen)
    screen.tap("walkIn")
    screen.wait("briefScreen")


def test_late_is_a_walk_in_and_is_told_what_that_means(
    screen: Screen, book: Book, service: RunningService
) -> None:
    book("2026-11-21T09:40:00+08:00")
    service.hand.put("2026-11-21T09:58:00+08:00")
    check_in(screen)
    screen.wait("thanksNumber", "B001")
    assert screen.text("pageTitle") == "您的普通号是："
    assert screen.text("thanksLate") == "您预约的 09:40 已过保留时间，\n现按普通号排队"
    assert "预约时间" not in screen.text("thanksWait"), "no time is promised any more"
    screen.tap("language-en")
    assert screen.text("pageTitle") == "Your walk-in number:"


def test_late_where_the_rule_gives_a_credit(start: Start, show: Show, stack: ExitStack) -> None:
    running = start(edit=lambda text: text.replace('"accumulating-priority"', '"longest-wait"'))
    open_counters(running, 1, 2)
    stack.enter_context(asking(running, "integration")).book("B", "2026-11-21T09:40:00+08:00", code=CODE)
    screen = show(running)
    screen.at_home()
    running.hand.put("2026-11-21T09:58:00+08:00")
    check_in(screen)
    screen.wait("thanksLate", "您预约的 09:40 已过保留时间，\n现按普通号排队，相当于早到 5 分钟")
    screen.tap("language-en")
    assert screen.text("thanksLate").endswith("you wait in turn now, as if you had come 5 min earlier.")


def test_cancelled_says_so_and_gives_a_walk_in_number(
    screen: Screen, book: Book, service: RunningService
) -> None:
    book("2026-11-21T09:45:00+08:00")
    with asking(service, "integration") as api:
        [booked] = api.appointments(code=CODE)
        assert api.cancel_appointment(booked["id"])["status"] == "cancelled"
    check_in(screen)
    screen.wait("refusedText", "该预约已取消")
    assert screen.text("refusedHint") == "您可以改取普通号"
    screen.tap("language-en")
    assert screen.text("refusedText") == "This appointment was cancelled."
    assert screen.text("refusedHint") == "You can take a walk-in number instead."
    screen.tap("walkIn")
    screen.wait("thanksNumber", "B001")


def test_on_another_day_says_which(screen: Screen, book: Book) -> None:
    book("2026-11-23T10:00:00+08:00")
    check_in(screen)
    screen.wait("refusedText", "您的预约在 周一 11月23日 10:00")
    screen.tap("language-en")
    assert screen.text("refusedText") == "Your appointment is on another day: Mon 23 Nov 10:00."


def test_used_already_says_its_number(screen: Screen, book: Book) -> None:
    book("2026-11-21T09:45:00+08:00")
    check_in(screen)
    screen.wait("thanksScreen")
    screen.tap("thanksHome")
    screen.at_home()
    check_in(screen)
    screen.wait("refusedText", "您已签到，号码是 B001")
    assert not screen.has("walkIn"), "nobody needs two"


def test_an_unknown_code_can_be_mended(screen: Screen, book: Book) -> None:
    book("2026-11-21T09:45:00+08:00")
    check_in(screen, CODE[:-1] + "Q")
    screen.wait("refusedText", "没有查到这个预约码，请核对后重新输入")
    screen.gone("shield")
    screen.tap("key-backspace")
    assert not screen.has("refusedText")
    screen.tap("key-P")
    screen.tap("appointmentConfirm")
    screen.wait("thanksNumber", "B001")


def test_back_home_forgets_the_code(screen: Screen) -> None:
    screen.tap("appointmentCard")
    screen.tap("key-A")
    screen.tap("backHome")
    screen.at_home()
    screen.tap("appointmentCard")
    screen.wait("appointmentCode", "")


def test_too_short_a_code_cannot_be_sent(screen: Screen) -> None:
    screen.tap("appointmentCard")
    for key in "ABC":
        screen.tap(f"key-{key}")
    assert not screen.find("appointmentConfirm").isEnabled()


def test_a_service_without_staff_for_it_still_checks_in(start: Start, show: Show) -> None:
    running = start()
    with asking(running, "integration") as api:
        api.book("V", "2026-11-21T09:40:00+08:00", code="VVVV2222")
    screen = show(running)
    screen.at_home()
    check_in(screen, "VVVV2222")
    screen.wait("thanksNumber", "V001")
    until(lambda: "贵宾" in screen.said())
