"""Groups of services: they open in place, count for all that is in them, and lead back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from branch.qt.driving import driver
from branch.wording.wait_wording import ToldWait, plain, told
from tests.harness.branch import RunningService, sample_config
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.branches import GROUPS, SERVICES, with_groups
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen
from tests.kiosk.test_everyone_can_use_it import check

TOP = ["group-personal", "group-business", "group-loans", "service-V"]


@pytest.fixture
def service(start: Start) -> RunningService:
    """Fourteen services in four groups, counter 2 open for all of them."""
    running = start(edit=with_groups)
    open_counters(running, 2)
    return running


def names(screen: Screen) -> list[str]:
    """The cards that are there, in order."""
    return [
        item.objectName()
        for item in driver.walk(screen.window.contentItem())
        if item.objectName().startswith(("service-", "group-"))
    ]


def test_the_tree_has_two_levels() -> None:
    assert [name for name, group in GROUPS.items() if group[4]] == ["cards"]
    assert len(SERVICES) == 14


def test_groups_open_in_place_and_lead_to_a_number(screen: Screen) -> None:
    assert names(screen) == TOP
    screen.tap("group-personal")
    screen.wait("service-F")
    assert names(screen) == ["service-A", "service-F", "service-G", "group-cards"]
    assert screen.has("homeScreen")
    assert screen.text("pageTitle") == "个人业务"
    screen.tap("group-cards")
    screen.wait("service-D")
    assert screen.text("pageTitle") == "银行卡"
    screen.tap("service-D")
    screen.wait("thanksNumber", "D001")
    screen.tap("thanksHome")
    screen.at_home()
    assert names(screen) == TOP, "the next customer begins at the top"


def test_back_is_always_at_the_same_place(screen: Screen) -> None:
    screen.tap("group-personal")
    screen.wait("service-F")
    screen.gone("shield")
    place = screen.place("groupBack")
    screen.tap("group-cards")
    screen.wait("service-D")
    screen.gone("shield")
    assert screen.place("groupBack") == place
    screen.tap("groupBack")
    screen.wait("service-F")
    screen.tap("groupBack")
    screen.wait("group-loans")
    assert not screen.has("groupBack")


def test_a_double_tap_on_a_group_takes_no_number(shielded: Screen, service: RunningService) -> None:
    """The second tap falls on what the group has put under the finger."""
    shielded.drum(shielded.place("group-personal"), 8)
    shielded.wait("service-F")
    shielded.gone("shield")
    assert str(shielded.kiosk.visit.page) == "home"
    with asking(service, "manager") as api:
        assert api.visits()["visits"] == []


def test_a_group_counts_for_all_that_is_in_it(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as other:
        for name in ("A", "B", "B", "H", "M"):
            other.issue(name)
    until(lambda: sum(state["waiting"] for state in screen.kiosk.link.view.services) == 5)
    states = screen.kiosk.link.view.services
    inside = [state for state in states if SERVICES[state["id"]][2] in ("personal", "cards")]
    least, most = (pick(state["ahead"] for state in inside) for pick in (min, max))
    assert most >= 4, "a counter of this group has more services than these"
    said = screen.find("group-personal").property("text")
    assert f"前面 {least if least == most else f'{least}–{most}'} 人" in said
    tops = [state["estimate"]["high_s"] for state in inside if state["estimate"]]
    assert plain(told("zh", ToldWait(top_s=max(tops))).within_sentence) in said


def test_a_group_whose_services_are_all_closed(screen: Screen, service: RunningService) -> None:
    with asking(service, "manager") as api:
        for name in ("M", "N", "P"):
            api.close_service(name)
    until(lambda: not screen.find("group-loans").isEnabled())
    assert "暂停办理" in screen.find("group-loans").property("text")


def test_everybody_can_use_a_group(screen: Screen) -> None:
    for toggles in ([], ["Large"], ["Reach"]):
        for toggle in toggles:
            screen.tap(f"toggle{toggle}")
        screen.tap("group-personal")
        screen.wait("service-F")
        check(screen)
        assert screen.find("services").property("interactive") is False
        screen.kiosk.visit.goHome()
        screen.at_home()


def test_the_back_key_is_low_in_low_reach(screen: Screen) -> None:
    screen.tap("toggleReach")
    screen.tap("group-business")
    screen.wait("service-K")
    screen.settle()
    for name in names(screen):
        top = screen.find(name).mapToScene(QPoint(0, 0)).y()
        assert top >= 0.4 * screen.window.height(), name


def test_a_flat_branch_has_no_groups(start: Start, show: Show) -> None:
    screen = show(start())
    screen.at_home()
    assert names(screen) == [f"service-{name}" for name in "ABCV"]
    assert not screen.has("groupBack")


def test_nobody_stays_in_a_group_that_has_left_the_branch(screen: Screen, service: RunningService) -> None:
    screen.tap("group-loans")
    screen.wait("service-M")
    service.stop()
    service.config = sample_config()
    service.start()
    until(lambda: names(screen) == ["service-A", "service-B", "service-C", "service-V"])
