"""A ticket held to the scanner: back in the queue once after it was missed, or told how it stands."""

from __future__ import annotations

import pytest

from branch.client.calls.service_api import Api
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.devices.printers import make_printer
from kiosk.checkin.check_in import look_up
from tests.devices.printers.fake import FakePrinter, be_quick
from tests.devices.scanners.playing import type_keys
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.conftest import Show
from tests.kiosk.stage import Screen


def miss(counter: Api, number: int = 1) -> None:
    """Whoever is next does not come."""
    counter.next(number)
    counter.no_show(number)


def test_a_missed_customer_is_back_once_and_some_places_on(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api, asking(service, "counter") as counter:
        ticket = api.issue("A")
        miss(counter)
        for _ in range(5):
            api.issue("A")
        type_keys(screen.window, ticket["url"])
        screen.wait("pageTitle", "您已重新排队：")
        assert screen.text("thanksNumber") == "A001"
        assert screen.text("thanksWait").startswith("前面 3 人")
        now = api.ticket(ticket["id"])
        assert (now["status"], now["ahead"]) == ("waiting", 3), "requeue_places of the sample"
        type_keys(screen.window, ticket["url"])  # scanned again: it is where it is
        screen.wait("pageTitle", "您仍在排队中：")
        assert api.ticket(ticket["id"])["ahead"] == 3
        counter.call(1, ticket["id"])
        counter.no_show(1)
        type_keys(screen.window, ticket["url"])
        screen.wait("refusedScreen")
        assert api.ticket(ticket["id"])["status"] == "missed", "once is once"
        assert screen.text("refusedText") == "该号码过号次数已达上限。"
        assert screen.text("refusedHint") == "请重新取号，或联系工作人员"
        screen.tap("language-en")
        assert screen.text("refusedText") == "This number has been missed too often."
        assert screen.text("refusedHint") == "Please take a new number, or ask our staff."


def test_how_it_stands_when_it_does_not_wait(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api, asking(service, "counter") as counter:
        gone, aside = api.issue("A"), api.issue("A")
        api.cancel(gone["id"])
        type_keys(screen.window, gone["url"])
        screen.wait("refusedText", "A001 号已取消")
        assert screen.text("refusedHint") == "如需办理，请重新取号"
        counter.next(1)
        counter.start(1)
        type_keys(screen.window, aside["url"])
        screen.wait("refusedText", "A002 号正在办理")
        assert screen.text("refusedHint") == "请到 1 号柜台办理"
        counter.park(1)
        type_keys(screen.window, aside["url"])
        screen.wait("refusedText", "A002 号已为您保留")
        assert screen.text("refusedHint") == "柜台会再次叫您，无需重新取号"
        counter.call(1, aside["id"])
        type_keys(screen.window, aside["url"])
        screen.wait("refusedText", "A002 号已被叫号")
        assert screen.text("refusedHint") == "请到 1 号柜台办理"
        counter.start(1)
        counter.finish(1)
        type_keys(screen.window, aside["url"])
        screen.wait("refusedText", "A002 号已办理完毕")
        assert screen.text("refusedHint") == "如还需办理，请重新取号"


def test_a_ticket_that_nobody_knows(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api:
        url = api.issue("A")["url"]
    type_keys(screen.window, url.rpartition("/")[0] + "/AAAAAAAAAAAAAAAAAAAAAA")
    screen.wait("refusedScreen")
    assert screen.text("refusedHint") == "可能是其他日期或其他网点的号码，请重新取号"


def test_a_number_that_cannot_be_asked_about_stays_valid(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api:
        url = api.issue("A")["url"]
    service.stop()
    type_keys(screen.window, url)  # the line is not known to be gone yet: the question gets no answer
    screen.wait("refusedText", "网点服务没有响应")
    assert screen.text("refusedHint") == "您的号码仍然有效，请等候叫号，或联系工作人员"
    until(lambda: not screen.kiosk.link.live)
    type_keys(screen.window, url)
    screen.wait("refusedText", "连接已中断，暂时无法核验")
    screen.tap("language-en")
    assert (
        screen.text("refusedHint") == "Your number stays valid. Please wait for its call, or ask our staff."
    )
    service.start()


def test_one_that_is_put_back_in_the_same_moment_is_still_waiting(service: RunningService) -> None:
    with asking(service, "kiosk") as api, asking(service, "counter") as counter:
        ticket = api.issue("A")
        miss(counter)
        told = [api.ticket(ticket["id"])]
        counter.requeue(ticket["id"])

        class Late(Api):
            """Was told the moment before."""

            def ticket(self, ticket: str) -> IssuedTicket:
                return told.pop() if told else super().ticket(ticket)

        with Late(service.url, service.tokens["kiosk"]) as late:
            found = look_up(late, ticket["id"])
        assert (found.back, found.ticket["status"]) == (False, "waiting")


@pytest.fixture(autouse=True)
def quick_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for paper."""
    be_quick(monkeypatch)


def held_to(screen: Screen, url: str) -> None:
    """Until the scanned number can be printed again."""
    type_keys(screen.window, url)
    screen.wait("pageTitle", "您仍在排队中：")
    screen.wait("printCopy")
    screen.gone("shield")


def test_a_waiting_number_is_printed_again_twice(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    screen = show(service, printer=make_printer(fake[1]))
    screen.at_home()
    with asking(service, "kiosk") as api:
        url = api.issue("A")["url"]
    for count in (1, 2):
        held_to(screen, url)
        screen.tap("printCopy")
        screen.wait("paperLine", "请取走您的小票")
        assert screen.text("pageTitle") == "您仍在排队中："
        assert not screen.has("printCopy"), "one touch is one copy"
        text = fake[0].wait_for_ticket(count).text
        assert text.startswith("[ 补打 ]")
        assert "A001" in text
    until(lambda: manager.visits()["visits"][0]["printed"] is True)
    held_to(screen, url)
    screen.tap("printCopy")
    screen.wait("refusedText", "此号已达补打次数上限")
    assert screen.text("refusedHint") == "请到大堂台，工作人员可为您补打小票"
    screen.tap("language-en")
    assert screen.text("refusedHint") == "Please ask our staff: they can have it printed again."
    assert fake[0].tickets() == 2


def test_a_copy_without_paper_is_the_number_across_the_screen(
    service: RunningService, show: Show, fake: tuple[FakePrinter, str]
) -> None:
    screen = show(service, printer=make_printer(fake[1]))
    screen.at_home()
    with asking(service, "kiosk") as api:
        url = api.issue("A")["url"]
    held_to(screen, url)
    fake[0].paper_out = True
    screen.tap("printCopy")
    screen.wait("printFailedNumber", "A001")


def test_the_copy_of_one_who_has_left_the_screen_comes_all_the_same(
    service: RunningService, show: Show, fake: tuple[FakePrinter, str]
) -> None:
    screen = show(service, printer=make_printer(fake[1]))
    screen.at_home()
    with asking(service, "kiosk") as api:
        url = api.issue("A")["url"]
    held_to(screen, url)
    screen.kiosk.visit.printCopy()
    screen.kiosk.visit.goHome()  # before the service has answered
    until(lambda: fake[0].tickets() == 1)
    assert screen.has("homeScreen")


def test_no_copy_without_a_printer_or_the_line(
    screen: Screen, service: RunningService, show: Show, fake: tuple[FakePrinter, str]
) -> None:
    with asking(service, "kiosk") as api:
        url = api.issue("A")["url"]
    type_keys(screen.window, url)
    screen.wait("thanksScreen")
    assert not screen.has("printCopy")
    other = show(service, printer=make_printer(fake[1]))
    other.at_home()
    held_to(other, url)
    service.stop()
    other.gone("printCopy")
