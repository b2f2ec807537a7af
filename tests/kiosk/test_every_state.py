"""Every state that a kiosk can be in, in every language: the pictures' own tour, held to the promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.kiosk.leaving import held
from tests.kiosk.pictures import PARTS
from tests.kiosk.promises import broken
from tests.kiosk.stage import Screen

LANGUAGES = ("zh", "en", "zh-TW", "ar")
STATES = {
    "home-busy",
    "groups",
    "brief",
    "card",
    "card-large",
    "card-reach",
    "scan-called",
    "print-failed",
    "refused",
    "phone",
    "ticket-phone",
    "ticket-phone-wrong-large",
    "phone-found",
    "phone-unknown",
    "phone-too-many",
    "phone-lost",
    "closed",
    "lost",
    "languages",
    "notice-large",
    "emergency",
    "staff-reasons",
    "staff-tickets",
    "scan-printed-again",
    "thanks-documents",
}


class Inspector:
    """Goes along with the tour and notes what is not as promised."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: set[str] = set()
        self.found: dict[str, list[str]] = {}

    def take(self, screen: Screen, name: str) -> None:
        """Look at the screen in each language."""
        if not bool(screen.kiosk.visit.busy):
            screen.gone("shield")
        for line in held(screen):
            self.found.setdefault(line, []).append(name)
        before = screen.kiosk.languages.code
        for code in LANGUAGES:
            screen.kiosk.languages.use(code)
            for line in broken(screen.window):
                self.found.setdefault(line, []).append(f"{name}-{code}")
        screen.kiosk.languages.use(before)
        self.seen.add(name)


def test_what_is_broken_is_seen(screen: Screen) -> None:
    assert broken(screen.window) == []
    screen.find("pageTitle").setProperty("color", "#DDDDDD")
    screen.find("toggleReach").setProperty("label", "呼叫大堂经理")
    screen.find("toggleLarge").setProperty("label", "")
    screen.tap("toggleLarge")
    found = broken(screen.window)
    for fault in ("pale", "torn", "nameless: toggleLarge"):
        assert any(line.startswith(fault) for line in found), (fault, found)
    screen.find("toggleLarge").setWidth(80)
    screen.find("toggleReach").setX(1000)
    found = broken(screen.window)
    for fault in ("small: toggleLarge", "outside: toggleReach"):
        assert any(line.startswith(fault) for line in found), (fault, found)


@pytest.fixture(scope="module")
def seen() -> dict[str, set[str]]:
    """The states by the part of the tour that has shown them."""
    return {}


@pytest.mark.expects_log
@pytest.mark.parametrize("part", PARTS)
def test_every_state_keeps_its_promises(
    qapp: QGuiApplication, tmp_path: Path, part: str, seen: dict[str, set[str]]
) -> None:
    inspector = Inspector(tmp_path)
    PARTS[part](inspector)
    seen[part] = inspector.seen
    assert inspector.seen
    assert inspector.found == {}


def test_the_tour_goes_everywhere(seen: dict[str, set[str]]) -> None:
    if seen.keys() != PARTS.keys():
        pytest.skip("only a part of the tour was asked for")
    assert set().union(*seen.values()) >= STATES
