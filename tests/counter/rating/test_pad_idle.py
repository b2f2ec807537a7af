"""Between two customers the window says whose counter it is and who is served, and shows the slides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.pictures_idle import NAMED, make_slide, slide_shown
from tests.harness.branch import RunningService, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until
from tests.harness.window import timer
from tests.kiosk.promises import broken


@pytest.fixture
def named(tmp_path: Path, clock: HandClock) -> Iterator[RunningService]:
    """A branch that lets customers read its tellers' names."""
    with running_service(tmp_path / "named", sample_config(NAMED), clock) as running:
        yield running


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    """A folder with one slide."""
    folder = tmp_path / "slides"
    make_slide(folder)
    return folder


def promises(desk: Desk) -> list[str]:
    """What is broken in either language."""
    found = []
    for code in ("en", "zh"):
        desk.speak_to_customer(code)
        found += broken(desk.pad.window, 64)
    return found


def test_slides_with_whose_counter_it_is_and_who_is_served(
    open_desk: OpenDesk, named: RunningService, slides: Path
) -> None:
    hall = Hall(named)
    desk = open_desk(service=named, rating_always=True, slides=slides)
    until(lambda: slide_shown(desk))
    assert desk.pad.text("bandStatus") == "本窗口暂未开放"
    assert (desk.pad.text("bandTeller"), desk.pad.text("bandNumber")) == ("", "")
    desk.sign_in()
    desk.pad.wait("bandTeller", "小李")
    assert (desk.pad.text("bandCounter"), desk.pad.text("bandStatus")) == (
        "1 号窗口",
        "请等候叫号",
    )
    assert promises(desk) == []
    number = hall.comes(language="en")
    desk.click("primaryButton")
    desk.pad.wait("idleNumber", number)  # whoever is called must find the counter
    until(lambda: not slide_shown(desk))
    assert (desk.pad.text("idleTeller"), desk.pad.text("idleStatus")) == ("Li", "Now calling")
    assert promises(desk) == []
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    desk.pad.wait("bandNumber", number)
    until(lambda: slide_shown(desk))
    assert promises(desk) == []
    desk.wait("primaryButton", "Finish and ask for rating")
    desk.click("primaryButton")
    until(lambda: "Li" in desk.pad.text("ratingAbout"))
    assert not desk.controller.pad.between.show.property("playing")  # nothing moves beside a question
    desk.pad.click("ratingSkip")
    until(lambda: slide_shown(desk))
    hall.desk.pause(1)
    desk.pad.wait("bandStatus", "本窗口暂停服务,请稍候")
    assert promises(desk) == []
    hall.close()


def test_without_a_name_for_customers_it_is_the_staff_number(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk(rating_always=True)
    desk.pad.wait("ratingIdle")
    assert desk.pad.text("idleTeller") == ""
    desk.sign_in()
    desk.pad.wait("idleTeller", "工号 0312")
    desk.speak_to_customer("en")
    desk.pad.wait("idleTeller", "Staff 0312")


def test_a_folder_without_pictures_is_no_slide(open_desk: OpenDesk, hall: Hall, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    desk = open_desk(rating_always=True, slides=tmp_path / "empty")
    desk.sign_in()
    desk.pad.wait("idleStatus", "请等候叫号")
    assert not desk.pad.has("ratingBand")
    make_slide(tmp_path / "empty")
    show = desk.controller.pad.between.show
    until(lambda: show.property("playing"))
    timer(show, "slides").timeout.emit()  # as it does by itself in five seconds
    until(lambda: slide_shown(desk))
