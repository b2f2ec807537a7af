"""Every state that a kiosk can be in, in every language: the pictures' own tour, held to the promises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from branch.qt.driving import driver
from tests.harness.album import SmallCopies
from tests.harness.golden import check_complete, check_picture, rewriting
from tests.harness.legible import place
from tests.kiosk.leaving import held
from tests.kiosk.pictures import PARTS
from tests.kiosk.promises import broken
from tests.kiosk.stage import Screen

LANGUAGES = ("zh", "en", "zh-TW", "ar")
PICTURED = ("zh", "en")
"""The languages of which pictures are kept."""

GOLDEN = Path(__file__).parent / "golden"
SHRINK = 4
"""Half of what it is elsewhere: the kiosk writes twice as large."""

NAMES = sorted(file.relative_to(GOLDEN).with_suffix("").as_posix() for file in GOLDEN.glob("*/*.png"))


class Inspector:
    """Goes along with one part of the tour.

    Attributes:
        found: what is not as promised, by the name of the state.
        copies: small copies of its pictures.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: dict[str, list[str]] = {}
        self.copies = SmallCopies(SHRINK)

    def take(self, screen: Screen, name: str) -> None:
        """Look at the screen in each language."""
        if not bool(screen.kiosk.visit.busy):
            screen.gone("shield")
        faults = list(held(screen))
        before = screen.kiosk.languages.code
        for code in LANGUAGES:
            screen.kiosk.languages.use(code)
            faults += [f"{code}: {line}" for line in broken(screen.window)]
            if code in PICTURED:
                self.copies.keep(f"{name}-{code}", without_codes(screen))
        screen.kiosk.languages.use(before)
        self.found[name] = faults


def without_codes(screen: Screen) -> QImage:
    """The screen with its QR codes covered: each ticket's is another."""
    picture = screen.grab()
    painter = QPainter(picture)
    for item in driver.walk(screen.window.contentItem()):
        if item.metaObject().className().startswith("QrCode"):
            painter.fillRect(place(item), QColor("grey"))
    painter.end()
    return picture


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


Tour = Callable[[str], Inspector]


@pytest.fixture(scope="module")
def tours() -> dict[str, Inspector]:
    """The parts of the tour that have been made so far."""
    return {}


@pytest.fixture
def tour(qapp: QGuiApplication, tmp_path: Path, tours: dict[str, Inspector]) -> Tour:
    """Makes a part of the tour, unless it has been made."""

    def go(part: str) -> Inspector:
        if part not in tours:
            inspector = Inspector(tmp_path)
            PARTS[part](inspector)
            tours[part] = inspector
        return tours[part]

    return go


@pytest.mark.expects_log
@pytest.mark.parametrize("part", PARTS)
def test_every_state_keeps_its_promises(tour: Tour, part: str) -> None:
    toured = tour(part)
    assert {state: faults for state, faults in toured.found.items() if faults} == {}
    if rewriting():
        for name, picture in toured.copies.made.items():
            check_picture(GOLDEN / part / f"{name}.png", picture)
    check_complete(GOLDEN / part, toured.copies.made, ("",))


@pytest.mark.expects_log
@pytest.mark.parametrize("name", NAMES)
def test_it_looks_as_it_did(tour: Tour, name: str) -> None:
    part, picture = name.split("/")
    toured = tour(part)
    if picture in toured.copies.made:  # else it is made no more, which is told above
        check_picture(GOLDEN / f"{name}.png", toured.copies.made[picture])
