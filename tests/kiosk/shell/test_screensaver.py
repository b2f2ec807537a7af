"""Nobody is here: slides, and the first touch goes home and chooses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from kiosk.shell import screensaver as idle
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.timing import HandTime
from tests.harness.waiting import until
from tests.harness.window import timer
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    """A folder with one red picture."""
    folder = tmp_path / "slides"
    folder.mkdir()
    paint(folder / "one.png", "red")
    return folder


@pytest.fixture
def resting(
    hand: HandTime, service: RunningService, show: Show, slides: Path
) -> tuple[RunningService, Screen]:
    """A kiosk that nobody has touched for long."""
    screen = show(service, slides=slides)
    screen.at_home()
    hand.pass_seconds(idle.REST_S)
    screen.wait("idleScreen")
    return service, screen


def test_slides_come_and_the_first_touch_chooses_nothing(resting: tuple[RunningService, Screen]) -> None:
    service, screen = resting
    assert screen.text("idleTitle") == "触摸屏幕取号"
    until(lambda: colour_at(screen, QPoint(540, 300)) == "red", "the slide")
    screen.drum(QPoint(540, 900), 1)  # where a service is, below the slide
    screen.gone("idleScreen")
    assert screen.has("homeScreen")
    with asking(service, "manager") as manager:
        assert manager.visits()["visits"] == []
    screen.at_home()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")


def test_no_screen_with_a_number_is_taken_away(resting: tuple[RunningService, Screen]) -> None:
    service, screen = resting
    with asking(service, "kiosk") as api:
        screen.kiosk.visit.offer(api.issue("A"), offline=False)
    screen.wait("printFailedNumber", "A001")
    assert not screen.has("idleScreen")


def test_without_slides_home_stays(start: Start, show: Show) -> None:
    screen = show(start(speed=1000.0))
    screen.at_home()
    screen.kiosk.screensaver.touched()
    assert not timer(screen.kiosk, "rest").isActive()
    assert idle.REST_S >= 60


def paint(file: Path, colour: str) -> None:
    """A picture of one colour."""
    picture = QImage(108, 160, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    assert picture.save(str(file))


COLOURS = ("red", "lime", "blue", "yellow")


def colour_at(screen: Screen, point: QPoint) -> str | None:
    """Which of the colours is there, but for what a fade has left of what was before; None for another."""
    there = screen.grab().pixelColor(point)
    return next((name for name in COLOURS if _near(there, QColor(name))), None)


def _near(one: QColor, other: QColor) -> bool:
    return all(
        abs(a - b) <= 4
        for a, b in (
            (one.red(), other.red()),
            (one.green(), other.green()),
            (one.blue(), other.blue()),
        )
    )


def test_sequences_dates_and_weights_hold_while_nobody_is_here(
    start: Start, show: Show, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    (folder / "walk").mkdir(parents=True)
    for number, colour in enumerate(COLOURS):
        paint(folder / "walk" / f"{number}.png", colour)
    for name in ("often", "over", "not-yet", "weekdays", "for-others"):
        paint(folder / f"{name}.png", "white")
    (folder / "slides.toml").write_text(
        'seconds = 60\n[[slide]]\nfile = "walk"\nfps = 20\n[[slide]]\nfile = "often.png"\nweight = 3\n'
        '[[slide]]\nfile = "over.png"\nuntil = 2026-11-20\n'
        '[[slide]]\nfile = "not-yet.png"\nfrom = 2026-11-22\n'
        '[[slide]]\nfile = "weekdays.png"\ndays = ["mon", "tue", "wed", "thu", "fri"]\n'
        '[[slide]]\nfile = "for-others.png"\nsegments = ["vip"]\n',
        encoding="utf-8",
    )
    service = start(speed=100.0)  # a Saturday on which a minute is 0.6 s
    open_counters(service, 1)
    screen = show(service, slides=folder)
    shown: list[str] = []
    slides = screen.kiosk.screensaver.slides

    def note() -> None:
        frames = slides.property("slide")["frames"]
        shown.append(Path(frames[0]).parent.name if len(frames) > 1 else Path(frames[0]).stem)

    slides.changed.connect(note)
    screen.wait("idleScreen")
    colours: set[str | None] = set()

    def seen() -> bool:
        colours.add(colour_at(screen, QPoint(540, 300)))
        return len(shown) >= 8

    until(seen, "eight slides")
    assert (shown[:8].count("often"), shown[:8].count("walk")) == (6, 2), shown
    until(lambda: seen() and set(COLOURS) <= colours, "every frame")
    paint(folder / "new.png", "gray")
    until(lambda: "new" in shown, "what is put there is shown")
    assert set(shown) == {"often", "walk", "new"}
    screen.drum(QPoint(540, 900), 1)
    screen.gone("idleScreen")
    assert not bool(slides.property("playing")), "nothing is read while somebody is here"
    screen.at_home()
