"""A ticket held to the scanner: back in the queue once after it was missed, or told how it stands."""

from __future__ import annotations

from branch.client.api import Api
from tests.kiosk.scanning.playing import type_keys
from tests.kiosk.stage import Screen, asking
from tests.running import RunningService


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
        screen.tap("language-en")
        assert screen.text("refusedText") != ""
        assert screen.text("refusedHint") == "Please ask our staff, they will give you a number."


def test_how_it_stands_when_it_does_not_wait(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api, asking(service, "counter") as counter:
        gone, aside = api.issue("A"), api.issue("A")
        api.cancel(gone["id"])
        type_keys(screen.window, gone["url"])
        screen.wait("refusedText", "A001 号已取消")
        assert screen.text("refusedHint") == "如还需办理，请重新取号"
        counter.next(1)
        counter.start(1)
        type_keys(screen.window, aside["url"])
        screen.wait("refusedText", "A002 号正在办理")
        assert screen.text("refusedHint") == "请到 1 号柜台办理"
        counter.park(1)
        type_keys(screen.window, aside["url"])
        screen.wait("refusedText", "A002 号已为您保留")


def test_a_ticket_that_nobody_knows(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api:
        url = api.issue("A")["url"]
    type_keys(screen.window, url.rpartition("/")[0] + "/AAAAAAAAAAAAAAAAAAAAAA")
    screen.wait("refusedScreen")
    assert screen.text("refusedHint") == "如还需办理，请重新取号"
