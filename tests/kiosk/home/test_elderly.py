"""Elderly mode has choices of its own: few and large, with all the others one touch away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from branch.qt.driving import driver
from branch.service.config.branch_config import ConfigError
from tests.harness.branch import RunningService, sample_config
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.branches import with_groups
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen

NAMED = {"elderly_services = []": 'elderly_services = ["B", "A"]'}


def cards(screen: Screen) -> list[str]:
    """What can be chosen, in the order in which it stands there."""
    screen.settle()
    names = (item.objectName() for item in driver.walk(screen.window.contentItem()))
    return [name for name in names if name.startswith(("service-", "group-"))]


Shown = Callable[..., tuple[Screen, RunningService]]


@pytest.fixture
def shown(start: Start, show: Show) -> Shown:
    """Shows a kiosk at home, of the sample or of a branch with fourteen services in groups."""

    def begin(
        changes: dict[str, str] | None = None, *, groups: bool = False, **waiting: int
    ) -> tuple[Screen, RunningService]:
        service = start(changes=changes, edit=with_groups if groups else None)
        open_counters(service, 2)
        with asking(service, "kiosk") as api:
            for letter, count in waiting.items():
                for _ in range(count):
                    api.issue(letter)
        screen = show(service)
        screen.at_home()
        return screen, service

    return begin


def test_the_branch_says_what_elderly_mode_shows(shown: Shown) -> None:
    screen, _ = shown(NAMED, groups=True)
    before = screen.find("group-personal").height()
    screen.tap("toggleElderly")
    until(lambda: cards(screen) == ["service-A", "service-B"], "those two, without their groups")
    assert screen.find("service-A").height() > before
    screen.tap("service-B")
    screen.wait("thanksNumber", "B001")
    screen.tap("thanksHome")
    screen.at_home()
    assert "group-personal" in cards(screen)
    assert not screen.has("allServices")


def test_all_services_are_one_touch_away_and_one_back(shown: Shown) -> None:
    screen, _ = shown(NAMED, groups=True)
    screen.tap("toggleElderly")
    assert screen.text("allServices") == "全部业务"
    screen.tap("allServices")
    until(lambda: cards(screen)[:2] == ["group-personal", "group-business"])
    screen.tap("group-personal")
    screen.wait("pageTitle", "个人业务")
    assert not screen.has("allServices"), "in a group there is the way back"
    screen.tap("groupBack")
    assert screen.text("allServices") == "返回常用业务"
    screen.tap("allServices")
    until(lambda: cards(screen) == ["service-A", "service-B"])
    screen.tap("allServices")
    screen.tap("group-personal")
    screen.tap("service-F")
    screen.wait("thanksNumber", "F001")
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("toggleElderly")
    until(lambda: cards(screen) == ["service-A", "service-B"], "the next customer begins with the few")


def test_where_none_are_named_it_shows_those_that_most_wait_for(shown: Shown) -> None:
    screen, service = shown(groups=True, D=3, H=2, A=1)
    screen.tap("toggleElderly")
    until(lambda: cards(screen) == ["service-A", "service-D", "service-H"])
    with asking(service, "kiosk") as api:
        for _ in range(5):
            api.issue("F")
    until(lambda: screen.kiosk.link.view.services[1]["waiting"] == 5)
    assert cards(screen) == ["service-A", "service-D", "service-H"], "none comes or goes under a finger"
    screen.tap("leaveElderly")
    screen.tap("toggleElderly")
    until(lambda: cards(screen) == ["service-F", "service-D", "service-H"])


def test_few_are_all_but_for_those_with_customers_of_their_own(shown: Shown) -> None:
    screen, _ = shown()
    screen.tap("toggleElderly")
    until(lambda: cards(screen) == ["service-A", "service-B", "service-C"])
    screen.tap("allServices")
    until(lambda: "service-V" in cards(screen))


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ('["X"]', "kiosk.elderly_services names service 'X', which does not exist"),
        ('["A", "A"]', "kiosk.elderly_services names service 'A' twice"),
        ('["A", "B", "C", "V", "A"]', "kiosk.elderly_services"),
    ],
)
def test_a_list_that_makes_no_sense_is_told(named: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said.replace(".", r"\.")):
        sample_config({"elderly_services = []": f"elderly_services = {named}"})


def test_kiosks_hear_of_it(start: Start) -> None:
    with asking(start(changes=NAMED), "kiosk") as api:
        assert api.branch().kiosk.elderly_services == ("B", "A")
