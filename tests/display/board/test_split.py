"""Slides beside the calls: the calls stay whole and first, and take the screen when there are no slides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from display.display_options import parse
from tests.display.shown import Shown, shown_board
from tests.harness.hall import Hall
from tests.harness.waiting import until

WIDE = [(1280, 720), (1920, 1080), (3840, 2160)]
TEAL = QColor("#0B6E63")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one slide, of one colour."""
    folder = tmp_path / "slides"
    folder.mkdir()
    image = QImage(640, 900, QImage.Format.Format_RGB32)
    image.fill(TEAL)
    assert image.save(str(folder / "one.png"))
    return folder


@pytest.fixture
def split(hall: Hall, folder: Path) -> Iterator[Shown]:
    """A board with slides, up to date."""
    with shown_board(hall.service.url, hall.service.tokens["display"], slides=folder) as shown:
        until(lambda: shown.link.live and bool(shown.window.property("split")))
        yield shown


def _box(shown: Shown, name: str) -> QRectF:
    item = shown.find(name)
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def test_calls_are_whole_beside_the_slides(hall: Hall, split: Shown) -> None:
    hall.take("A", "A", "B", "V")
    numbers = hall.call(1, 2, 3, 4)
    until(lambda: len(split.announced) == 4 and split.look == "now")
    assert split.text("mainNumber") == numbers[-1]
    for size in WIDE:
        split.resize(*size)
        slides = _box(split, "beside")
        for name in ("mainPanel", "callList", "waiting-V", "rule"):
            assert not _box(split, name).intersects(slides), (name, size)
        assert slides.right() <= size[0]
        assert split.cut() == [], size
        centre = slides.center().toPoint()
        until(lambda: split.grab().pixelColor(centre) == TEAL)  # noqa: B023  # asked at once


def test_without_a_slide_the_calls_have_the_screen(split: Shown, folder: Path) -> None:
    narrow = _box(split, "mainPanel").width()
    (folder / "one.png").unlink()
    until(lambda: not split.window.property("split"))
    split.settle()
    assert _box(split, "mainPanel").width() > narrow * 1.3


def test_a_high_screen_has_calls_alone(split: Shown) -> None:
    split.resize(1080, 1920)
    until(lambda: not split.window.property("split"))
    assert split.cut() == []
    split.resize(1920, 1080)
    until(lambda: split.window.property("split"))


def test_an_emergency_takes_the_slides_too(hall: Hall, split: Shown) -> None:
    where = _box(split, "beside").center().toPoint()
    hall.tells({"zh": "请立即离开", "en": "Please leave"}, level="emergency")
    until(lambda: split.has("emergencyScreen"))
    split.settle()
    assert split.grab().pixelColor(where) != TEAL


def test_the_folder_is_named_on_the_command_line() -> None:
    assert parse(["--slides", "media"]).slides == Path("media")
    assert parse([]).slides is None
