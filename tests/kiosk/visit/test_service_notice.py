"""Papers and quicker ways are told before the number, once, and never stand between others and theirs."""

from __future__ import annotations

import pytest

from branch.client.calls.service_api import Api
from kiosk.shell.kiosk_app import IDLE_MS
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.timing import HandTime
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen
from tests.kiosk.test_everyone_can_use_it import check

PAPERS = (
    'prefix = "B"\ndocuments = { zh = ["本人身份证", "手机"], en = ["Your ID card", "Your phone"] }\n'
    'self_service = { zh = "开卡可在智能柜台办理，无需等候", en = "Cards: at the smart counter, no wait" }'
)
TOLD = {'prefix = "B"': PAPERS}


@pytest.fixture
def service(start: Start) -> RunningService:
    """The sample branch, with papers to bring for service B."""
    running = start(changes=TOLD)
    open_counters(running, 1, 2)
    return running


def visits(api: Api) -> list[str]:
    """The numbers that were given."""
    return [visit["number"] for visit in api.visits()["visits"]]


def test_what_to_bring_stands_before_the_number(screen: Screen, manager: Api) -> None:
    screen.tap("service-B")
    screen.wait("briefScreen")
    said = screen.said()
    assert {"本人身份证", "手机", "开卡可在智能柜台办理，无需等候"} <= set(said)
    assert screen.text("pageText") == "前面没有人 · 马上叫号"
    assert visits(manager) == [], "nothing is taken before it is asked for"
    screen.tap("language-en")
    assert {"Your ID card", "Your phone"} <= set(screen.said())
    screen.tap("briefConfirm")
    screen.wait("thanksNumber", "B001")
    assert visits(manager) == ["B001"]
    assert screen.text("thanksDocuments") == "Please have ready: Your ID card, Your phone"
    screen.tap("language-zh")
    assert screen.text("thanksDocuments") == "请备好：本人身份证、手机", "as on the paper"


def test_a_service_with_nothing_to_say_stays_one_tap(screen: Screen) -> None:
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    assert not screen.has("thanksDocuments")


def test_the_wait_is_the_one_of_now(screen: Screen, service: RunningService) -> None:
    screen.tap("service-B")
    screen.wait("briefScreen")
    with asking(service, "kiosk") as other:
        for _ in range(3):
            other.issue("B")
    until(lambda: screen.text("pageText").startswith("前面 3 人 · 约 "))


def test_back_takes_nothing(screen: Screen, manager: Api) -> None:
    screen.tap("service-B")
    screen.tap("backHome")
    screen.at_home()
    assert visits(manager) == []


def test_a_storm_of_taps_is_read_first_and_one_ticket(shielded: Screen, manager: Api) -> None:
    shielded.drum(shielded.place("service-B"), 20)
    shielded.wait("briefScreen")
    assert visits(manager) == []
    shielded.gone("shield")
    shielded.drum(shielded.place("briefConfirm"), 20)
    shielded.wait("thanksNumber", "B001")
    assert visits(manager) == ["B001"]


def test_closed_while_it_is_read(screen: Screen, manager: Api) -> None:
    screen.tap("service-B")
    screen.wait("briefScreen")
    manager.close_service("B")
    screen.tap("briefConfirm")
    screen.wait("refusedText", "该业务暂停办理")


def test_who_walks_away_leaves_home(hand: HandTime, start: Start, show: Show) -> None:
    screen = show(start(changes=TOLD))
    screen.at_home()
    screen.tap("service-B")
    screen.wait("briefScreen")
    hand.pass_ms(IDLE_MS)
    screen.wait("homeScreen")


@pytest.mark.parametrize("large", [False, True])
def test_everybody_can_read_it(screen: Screen, large: bool) -> None:
    if large:
        screen.tap("toggleLarge")
    screen.tap("service-B")
    screen.wait("briefScreen")
    check(screen)
