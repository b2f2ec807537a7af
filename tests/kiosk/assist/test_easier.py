"""Elderly mode and high contrast: one touch on, one touch off, and never left for the next customer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from branch.contract.refusals import Refusal
from kiosk.paper.delivery import THANKS_MS
from tests.harness.timing import HandTime
from tests.harness.waiting import until
from tests.kiosk.stage import Screen
from tests.kiosk.test_everyone_can_use_it import check


def ground(screen: Screen) -> str:
    """The colour of an empty place of the screen."""
    return screen.grab().pixelColor(4, 4).name()


def text_size(screen: Screen) -> int:
    """Of the title, in pixels."""
    return int(screen.find("pageTitle").property("font").pixelSize())


def test_one_touch_makes_everything_easier_and_one_takes_it_back(screen: Screen) -> None:
    size, plain = text_size(screen), ground(screen)
    screen.tap("toggleElderly")
    until(lambda: text_size(screen) > size)
    assert ground(screen) == "#ffffff" != plain
    assert screen.has("service-A")
    for gone in ("service-V", "toggleLarge", "toggleReach", "toggleElderly", "toggleContrast"):
        assert not screen.has(gone), gone
    screen.tap("leaveElderly")
    until(lambda: text_size(screen) == size)
    assert ground(screen) == plain
    assert screen.has("service-V")


def test_high_contrast_alone(screen: Screen) -> None:
    size = text_size(screen)
    screen.tap("toggleContrast")
    until(lambda: ground(screen) == "#ffffff")
    assert text_size(screen) == size
    assert screen.has("service-V")


@pytest.mark.parametrize("toggles", [["Elderly"], ["Contrast"], ["Contrast", "Reach"], ["Reach", "Elderly"]])
def test_everybody_can_use_it(screen: Screen, toggles: list[str]) -> None:
    for toggle in toggles:
        screen.tap(f"toggle{toggle}")
    check(screen)
    screen.tap("service-A")
    screen.wait("thanksScreen")
    check(screen)


def test_screens_stay_longer_in_elderly_mode(screen: Screen) -> None:
    screen.tap("service-A")
    screen.wait("thanksScreen")
    assert screen.kiosk.visit.property("staysMs") == THANKS_MS
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("toggleElderly")
    screen.tap("service-A")
    screen.wait("thanksScreen")
    assert screen.kiosk.visit.property("staysMs") == 2 * THANKS_MS


def _taken(screen: Screen) -> None:
    screen.tap("service-A")
    screen.tap("thanksHome")


def _refused(screen: Screen) -> None:
    screen.kiosk.visit.refuse(Refusal("quota-reached", ""))
    screen.tap("backHome")


def _typed_and_left(screen: Screen) -> None:
    screen.tap("appointmentCard")
    screen.tap("key-K")
    screen.kiosk.give_up()  # what the timer of an untouched screen calls


@pytest.mark.parametrize("leave", [_taken, _refused, _typed_and_left, lambda screen: screen.kiosk.give_up()])
def test_nothing_is_left_for_the_next_customer(screen: Screen, leave: Callable[[Screen], None]) -> None:
    for touched in ("toggleContrast", "toggleReach", "togglePriority", "togglePriority", "language-en"):
        screen.tap(touched)
    screen.tap("toggleElderly")
    leave(screen)
    screen.at_home()
    assert not screen.kiosk.accessibility.any
    assert screen.kiosk.languages.code == "zh"
    assert str(screen.kiosk.check_in.code.code) == ""
    until(lambda: ground(screen) != "#ffffff")


def test_an_easy_screen_goes_home_by_itself(hand: HandTime, screen: Screen) -> None:
    screen.tap("toggleElderly")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    hand.pass_ms(2 * THANKS_MS - 1)
    assert screen.has("thanksScreen"), "there is twice the time"
    hand.pass_ms(1)
    screen.wait("homeScreen")
    assert not screen.kiosk.accessibility.any
