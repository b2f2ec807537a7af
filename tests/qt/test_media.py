"""Slides on a real window: one after the other, bad files passed over, files that come and go noticed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from branch.qt.driving import driver
from branch.qt.slide_player import MOST_PIXELS, SlideShow
from tests.harness.waiting import until
from tests.qt.conftest import Load

NOON = datetime(2026, 11, 24, 12, 0)
MOVING = "Slides { anchors.fill: parent; show: root.slides }"
STILL = "Binding { target: Theme; property: 'reduceMotion'; value: true }\n"
BODY = STILL + MOVING


def paint(file: Path, colour: str, size: tuple[int, int] = (640, 480)) -> None:
    """A picture of one colour."""
    file.parent.mkdir(exist_ok=True)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))


def colour(window: QQuickWindow) -> str:
    """What is in the middle of the window."""
    image = driver.grab(window)
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


class Seen:
    """Notes the colours that are seen for a while."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self.colours: list[str] = []

    def has(self, *colours: str) -> bool:
        """Whether these have all been seen since it was made."""
        self.colours.append(colour(self._window))
        return set(colours) <= set(self.colours)


@pytest.fixture
def show(tmp_path: Path, qtbot: QtBot) -> Iterator[SlideShow]:
    """The slides of the folder "slides", a hundred times as fast."""
    show = show_of(tmp_path, lambda ms: ms // 100)
    yield show
    show.close()


def show_of(folder: Path, paced: Callable[[int], int]) -> SlideShow:
    """The slides of the folder "slides" at that pace."""
    (folder / "slides").mkdir()
    return SlideShow(folder / "slides", lambda: NOON, paced=paced)


def test_one_after_the_other(load: Load, qtbot: QtBot, show: SlideShow, tmp_path: Path) -> None:
    for name, paint_in in {"a": "#ff0000", "b": "#00ff00", "c": "#0000ff"}.items():
        paint(tmp_path / "slides" / f"{name}.png", paint_in)
    seen = Seen(load(BODY, slides=show))
    until(lambda: seen.has("#ff0000", "#00ff00", "#0000ff"))
    assert show.available


def test_one_fades_into_the_next(load: Load, qtbot: QtBot, tmp_path: Path) -> None:
    show = show_of(tmp_path, lambda _ms: 600)
    paint(tmp_path / "slides" / "a.png", "#ff0000")
    paint(tmp_path / "slides" / "b.png", "#0000ff")
    window = load(MOVING, slides=show)
    seen = Seen(window)
    until(lambda: seen.has("#ff0000", "#0000ff"))
    show.close()
    between = [QColor(one) for one in seen.colours[seen.colours.index("#ff0000") :]]
    # Never a hole: what is not red is blue already.
    assert all(one.red() + one.blue() >= 250 for one in between)


def test_an_empty_folder_shows_what_is_below(load: Load, qtbot: QtBot, show: SlideShow) -> None:
    window = load(f"Rectangle {{ anchors.fill: parent; color: 'red' }} {BODY}", slides=show)
    with qtbot.waitSignal(show.changed):
        pass
    assert colour(window) == "#ff0000"
    assert not show.available


def test_files_that_come_and_go_are_noticed(
    load: Load, qtbot: QtBot, show: SlideShow, tmp_path: Path
) -> None:
    window = load(f"Rectangle {{ anchors.fill: parent; color: 'white' }} {BODY}", slides=show)
    paint(tmp_path / "slides" / "a.png", "#ff0000")
    seen = Seen(window)
    until(lambda: seen.has("#ff0000"))
    paint(tmp_path / "slides" / "b.png", "#00ff00")
    (tmp_path / "slides" / "a.png").unlink()
    until(lambda: seen.has("#00ff00"))
    # Another picture under the same name is another picture.
    paint(tmp_path / "slides" / "b.png", "#0000ff", (320, 240))
    until(lambda: seen.has("#0000ff"))
    (tmp_path / "slides" / "b.png").unlink()
    until(lambda: seen.has("#ffffff"))


def test_a_bad_file_is_passed_over_with_one_line(
    load: Load, qtbot: QtBot, show: SlideShow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "slides" / "a.png").write_bytes(b"no picture")
    paint(tmp_path / "slides" / "b.png", "#00ff00")
    with caplog.at_level(logging.WARNING):
        seen = Seen(load(BODY, slides=show))
        until(lambda: seen.has("#00ff00"))
        for _ in range(4):
            with qtbot.waitSignal(show.changed):
                pass
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 1, lines
    assert "a.png" in lines[0]


@pytest.mark.expects_log
@pytest.mark.qt_log_ignore("Error decoding")
def test_one_that_only_begins_well_is_tried_once(
    load: Load, qtbot: QtBot, show: SlideShow, tmp_path: Path
) -> None:
    whole, cut = tmp_path / "whole.png", tmp_path / "slides" / "a.png"
    paint(whole, "#ff0000")
    cut.write_bytes(whole.read_bytes()[:60])
    paint(tmp_path / "slides" / "b.png", "#00ff00")
    seen = Seen(load(BODY, slides=show))
    until(lambda: seen.has("#00ff00"))
    turns = []
    for _ in range(4):
        with qtbot.waitSignal(show.changed):
            pass
        turns.append(str(show.slide["frames"]))  # type: ignore[index]  # a dict, whatever the stubs say
    assert all("b.png" in frames for frames in turns)


def test_one_too_large_to_be_decoded_is_named(
    load: Load, qtbot: QtBot, show: SlideShow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wide = MOST_PIXELS // 1000 + 1
    image = QImage(wide, 1000, QImage.Format.Format_Mono)
    image.fill(0)
    assert image.save(str(tmp_path / "slides" / "huge.png"))
    with caplog.at_level(logging.WARNING):
        load(BODY, slides=show)
        with qtbot.waitSignal(show.changed):
            pass
    assert f"{wide} x 1000" in caplog.text
    assert not show.available


def test_a_sequence_plays_and_holds_two_frames(
    load: Load, qtbot: QtBot, show: SlideShow, tmp_path: Path
) -> None:
    colours = [f"#{n:02x}80ff" for n in range(0, 240, 8)]
    for number, one in enumerate(colours):
        paint(tmp_path / "slides" / "film" / f"{number:03}.png", one, (1920, 1080))
    (tmp_path / "slides" / "slides.toml").write_text(
        '[[slide]]\nfile = "film"\nfps = 30\nseconds = 600', encoding="utf-8"
    )
    seen = Seen(load(MOVING, slides=show))
    until(lambda: seen.has(*colours[:4]))
    before = psutil.Process().memory_info().rss
    until(lambda: seen.has(*colours[-4:]))
    # Thirty frames as large as a screen are 250 MB; two at the size they are shown in are 2.
    assert psutil.Process().memory_info().rss - before < 40_000_000


def test_while_it_does_not_play_nothing_is_read(
    load: Load, qtbot: QtBot, show: SlideShow, tmp_path: Path
) -> None:
    paint(tmp_path / "slides" / "a.png", "#ff0000")
    window = load(
        f"{STILL}property bool plays: true\n"
        "Slides { anchors.fill: parent; show: root.slides; playing: root.plays }",
        slides=show,
    )
    seen = Seen(window)
    until(lambda: seen.has("#ff0000"))
    window.setProperty("plays", False)
    assert not bool(show.playing)
    (tmp_path / "slides" / "a.png").unlink()
    with qtbot.assertNotEmitted(show.changed, wait=200):
        pass
    window.setProperty("plays", True)
    until(lambda: not show.available)


def test_a_list_that_breaks_keeps_what_was_read(
    load: Load, qtbot: QtBot, show: SlideShow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    paint(tmp_path / "slides" / "a.png", "#ff0000")
    seen = Seen(load(BODY, slides=show))
    until(lambda: seen.has("#ff0000"))
    with caplog.at_level(logging.WARNING):
        (tmp_path / "slides" / "slides.toml").write_text("[[slide", encoding="utf-8")
        until(lambda: "slides.toml" in caplog.text or "slides" in caplog.text)
        for _ in range(3):
            with qtbot.waitSignal(show.changed):
                pass
    assert show.available
    assert len(caplog.records) == 1
