"""On every screen and in every language: large enough to touch, named for whoever cannot see it, not cut."""

from __future__ import annotations

import pytest

from branch.contract.refusals import Refusal
from tests.harness.branch import RunningService
from tests.kiosk.promises import broken, controls
from tests.kiosk.stage import Screen


def check(screen: Screen) -> None:
    """The promises, in both languages."""
    for code in ("en", "zh"):
        screen.kiosk.languages.use(code)
        assert list(controls(screen.window))
        assert broken(screen.window) == []


def test_home(screen: Screen) -> None:
    check(screen)


@pytest.mark.parametrize("toggles", [["Large"], ["Reach"], ["Priority"], ["Large", "Reach"]])
def test_home_made_easier(screen: Screen, toggles: list[str]) -> None:
    for toggle in toggles:
        screen.tap(f"toggle{toggle}")
    check(screen)
    for toggle in toggles:
        screen.tap(f"toggle{toggle}")
    assert not screen.kiosk.accessibility.any
    assert screen.kiosk.precedence.segment is None


def test_thanks(screen: Screen) -> None:
    screen.tap("service-A")
    screen.wait("thanksScreen")
    check(screen)


def test_large_thanks(screen: Screen) -> None:
    screen.tap("toggleLarge")
    screen.tap("service-A")
    screen.wait("thanksScreen")
    check(screen)


def test_refused_and_appointment(screen: Screen) -> None:
    screen.tap("appointmentCard")
    screen.wait("appointmentScreen")
    check(screen)
    early = Refusal(
        "appointment-too-early",
        "",
        {
            "service": "B",
            "starts_at": "2026-11-21T14:00:00+08:00",
            "check_in_from": "2026-11-21T13:30:00+08:00",
        },
    )
    screen.kiosk.visit.refuse(early)
    screen.wait("refusedScreen")
    check(screen)


def test_lost(screen: Screen, service: RunningService) -> None:
    service.stop()
    screen.wait("lostBanner")
    check(screen)
