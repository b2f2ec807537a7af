"""From the tap to the number: one visit is one ticket, whatever the fingers do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from branch.client.calls.service_api import Api
from branch.contract.answers.visit_answers import VisitRow
from branch.qt.driving import driver
from branch.qt.driving.driver import DriverError
from kiosk.paper.delivery import THANKS_MS
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.timing import HandTime
from tests.harness.waiting import until
from tests.kiosk.stage import Screen


def visits(manager: Api) -> list[VisitRow]:
    """The tickets of the day."""
    return manager.visits()["visits"]


def test_one_tap_gives_a_number_on_screen_and_in_the_queue(screen: Screen, manager: Api) -> None:
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    (visit,) = visits(manager)
    assert (visit["number"], visit["service"], visit["language"]) == ("A001", "A", "zh")
    assert visit["channel"] == "kiosk"
    assert screen.text("thanksService") == "个人现金"
    assert screen.has("thanksQr")


def test_a_mouse_does_as_a_finger(screen: Screen) -> None:
    driver.click(screen.find("service-B"))
    screen.wait("thanksNumber", "B001")


def test_a_double_tap_is_one_ticket(shielded: Screen, manager: Api) -> None:
    shielded.drum(shielded.place("service-A"), 2)
    shielded.wait("thanksNumber", "A001")
    assert len(visits(manager)) == 1


def test_a_storm_of_taps_is_one_ticket(shielded: Screen, manager: Api) -> None:
    shielded.drum(shielded.place("service-A"), 30)
    shielded.wait("thanksNumber", "A001")
    assert shielded.has("thanksScreen"), "a tap of the storm must not take the number away"
    assert len(visits(manager)) == 1


def test_a_storm_over_two_cards_is_one_ticket(shielded: Screen, manager: Api) -> None:
    places = [shielded.place("service-A"), shielded.place("service-B")]
    for number in range(30):
        shielded.drum(places[number % 2], 1)
    shielded.wait("thanksScreen")
    assert len(visits(manager)) == 1


def test_two_customers_get_two_numbers(screen: Screen, manager: Api) -> None:
    for number in ("A001", "A002"):
        screen.tap("service-A")
        screen.wait("thanksNumber", number)
        screen.tap("thanksHome")
        screen.at_home()
    assert [visit["number"] for visit in visits(manager)] == ["A001", "A002"]


def test_a_tap_anywhere_on_the_number_goes_home(screen: Screen) -> None:
    screen.tap("service-A")
    screen.wait("thanksScreen")
    screen.gone("shield")
    QTest.mouseClick(
        screen.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 600)
    )
    screen.wait("homeScreen")


def test_home_comes_by_itself(hand: HandTime, screen: Screen) -> None:
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    hand.pass_ms(THANKS_MS - 1)
    assert screen.has("thanksScreen")
    hand.pass_ms(1)
    screen.wait("homeScreen")


def test_the_next_customer_finds_the_screen_as_it_was(screen: Screen) -> None:
    screen.tap("language-en")
    screen.tap("toggleLarge")
    screen.tap("service-A")
    screen.tap("thanksHome")
    screen.at_home()
    assert screen.kiosk.languages.code == "zh"
    assert not screen.kiosk.accessibility.any
    assert screen.kiosk.precedence.segment is None


def test_languages_switch_in_place(screen: Screen, manager: Api) -> None:
    assert "请选择要办理的业务" in screen.said()
    screen.tap("language-en")
    assert "Choose a service" in screen.said()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    assert screen.text("thanksService") == "Cash"
    screen.tap("language-zh")
    assert screen.text("thanksService") == "个人现金"
    assert screen.text("thanksNumber") == "A001"
    assert visits(manager)[0]["language"] == "en"


def test_a_priority_number(screen: Screen, manager: Api) -> None:
    screen.tap("togglePriority")
    screen.wait("priorityBanner")
    assert not screen.has("service-V")
    screen.tap("service-A")
    screen.wait("thanksScreen")
    assert visits(manager)[0]["segment"] == "priority"
    assert "老年优先" in screen.said()
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A002")
    assert visits(manager)[1]["segment"] == "ordinary"


def test_who_goes_first_is_told_their_own_wait(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as other:
        for _ in range(6):
            other.issue("A")
        until(lambda: "前面 6 人" in screen.find("service-A").property("text"))
        screen.tap("togglePriority")
        [state] = [one for one in other.snapshot()["hall"]["services"] if one["id"] == "A"]
    ahead = state["segments"]["priority"]["ahead"]
    assert ahead < 6
    said = f"前面 {ahead} 人" if ahead else "前面没有人"
    until(lambda: said in screen.find("service-A").property("text"))
    screen.tap("service-A")
    screen.wait("thanksScreen")
    assert any(said in line for line in screen.said())


def test_the_cards_follow_the_queue(screen: Screen, service: RunningService) -> None:
    assert screen.find("service-A").property("text").count("前面没有人")
    with asking(service, "kiosk") as other:
        for _ in range(3):
            other.issue("A")
    until(lambda: "前面 3 人" in screen.find("service-A").property("text"))
    assert "分钟" in screen.find("service-A").property("text")
    assert "暂无窗口办理" in screen.find("service-V").property("text")


def test_a_service_that_is_closed_meanwhile_cannot_be_tapped(screen: Screen, manager: Api) -> None:
    manager.close_service("A", "系统维护")
    until(lambda: not screen.find("service-A").isEnabled())
    assert "暂停办理 · 系统维护" in screen.said()
    with pytest.raises(DriverError, match="not enabled"):
        driver.tap(screen.find("service-A"))
    manager.reopen_service("A")
    until(lambda: screen.find("service-A").isEnabled())
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")


def test_low_reach_keeps_all_controls_in_the_lower_part(screen: Screen) -> None:
    screen.tap("toggleReach")
    screen.settle()
    for item in driver.walk(screen.window.contentItem()):
        if item.property("text") is not None and item.inherits("QQuickAbstractButton"):
            top = item.mapToScene(QPoint(0, 0)).y()
            assert top >= 0.4 * screen.window.height(), item.objectName()


def test_opening_a_counter_shows(screen: Screen, service: RunningService) -> None:
    with asking(service, "counter") as api:
        api.close_counter(2)
    open_counters(service, 1, 4)
    until(lambda: "马上叫号" in screen.find("service-V").property("text"))
