"""A new screen takes no taps until the tapping has stopped."""

from __future__ import annotations

import pytest

from kiosk.shell.tap_shield import CALM_ENDING_MS, CALM_MS
from tests.harness.branch import RunningService
from tests.harness.timing import HandTime
from tests.kiosk.conftest import Show
from tests.kiosk.stage import Screen


@pytest.fixture
def screen(hand: HandTime, service: RunningService, show: Show) -> Screen:
    """A kiosk whose screens have been there for long."""
    screen = show(service, shielded=True)
    screen.wait("homeScreen")
    hand.pass_seconds(1)
    assert not screen.has("shield")
    return screen


def test_a_new_page_takes_no_taps_for_a_moment(screen: Screen, hand: HandTime) -> None:
    place = screen.place("appointmentCard")
    screen.tap("appointmentCard")
    screen.wait("appointmentScreen")
    hand.pass_ms(CALM_MS - 1)
    screen.drum(place, 1)  # a finger that is still tapping is waited for
    hand.pass_ms(CALM_MS - 1)
    assert screen.has("shield")
    hand.pass_ms(1)
    assert not screen.has("shield")


def test_a_number_stays_for_longer(screen: Screen, hand: HandTime) -> None:
    """A tap anywhere would take it away."""
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    hand.pass_ms(CALM_ENDING_MS - 1)
    assert screen.has("shield")
    hand.pass_ms(1)
    assert not screen.has("shield")
    screen.tap("thanksHome")
    screen.wait("homeScreen")
    hand.pass_ms(CALM_MS)
    screen.at_home()


def test_what_changes_no_page_goes_on_taking_taps(screen: Screen) -> None:
    screen.tap("toggleLarge")
    screen.tap("toggleLarge")
    assert not screen.has("shield")
