"""Nobody is here: slides, and the first touch goes home and chooses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from branch.qt import driver
from kiosk import idle
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen, asking, open_counters, until
from tests.running import RunningService


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    """A folder with one red picture."""
    folder = tmp_path / "slides"
    folder.mkdir()
    picture = QImage(108, 160, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    assert picture.save(str(folder / "one.png"))
    return folder


@pytest.fixture
def resting(start: Start, show: Show, slides: Path) -> tuple[RunningService, Screen]:
    """A kiosk that nobody has touched for long."""
    service = start(speed=100.0)
    open_counters(service, 1)
    screen = show(service, slides=slides)
    screen.wait("idleScreen")
    return service, screen


def test_slides_come_and_the_first_touch_chooses_nothing(resting: tuple[RunningService, Screen]) -> None:
    service, screen = resting
    assert screen.text("idleTitle") == "触摸屏幕取号"
    until(lambda: driver.grab(screen.window).pixelColor(540, 300) == QColor("red"), "the slide")
    screen.drum(QPoint(540, 900), 1)  # where a service is, below the slide
    screen.wait_gone("idleScreen")
    assert screen.shows("homeScreen")
    with asking(service, "manager") as manager:
        assert manager.visits()["visits"] == []
    screen.at_home()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")


def test_no_screen_with_a_number_is_taken_away(start: Start, show: Show, slides: Path) -> None:
    service = start(speed=100.0)
    open_counters(service, 1)
    screen = show(service, slides=slides)
    screen.wait("idleScreen")
    with asking(service, "kiosk") as api:
        screen.kiosk.visit.offer(api.issue("A"), offline=False)
    screen.wait("printFailedNumber", "A001")
    assert not screen.shows("idleScreen")


def test_without_slides_home_stays(start: Start, show: Show) -> None:
    screen = show(start(speed=1000.0))
    screen.at_home()
    screen.kiosk.idle.touched()
    assert not screen.kiosk.idle._timer.isActive()
    assert idle.REST_S >= 60
