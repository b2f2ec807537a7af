"""On every screen and in every language all is there, whole, large enough and readable."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQml import qmlEngine
from PySide6.QtQuick import QQuickItem

from branch.qt.driving import driver
from tests.display.shown import Shown, branch_config, shown_board
from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.legible import contrast
from tests.harness.waiting import until

SIZES = [(1280, 720), (1920, 1080), (1080, 1920), (2560, 1080)]
LARGEST = (3840, 2160)
"""In the fullest state only: the tests' renderer takes its time there."""

LANGUAGES = [("zh", "en"), ("en", "zh"), ("zh",), ("en",)]
WIDE = {
    'prefix = "A"': 'prefix = "WM"',
    "first = 1": "first = 888",
    '"人民路支行"': '"中国人民建设发展银行股份有限公司上海市浦东新区人民路科技支行营业部"',
    '"Renmin Road Branch"': '"The Renmin Road Science and Technology Branch of the Bank of Construction"',
}


def outside(shown: Shown) -> list[str]:
    """The texts that are not wholly on the screen. What scrolls may be, behind its clip."""
    screen = QRectF(-1, -1, shown.window.width() + 2, shown.window.height() + 2)
    return [
        str(item.property("text"))
        for item in driver.walk(shown.window.contentItem())
        if item.inherits("QQuickText")
        and item.property("text")
        and not _in_notice(item)
        and not screen.contains(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))
    ]


def _in_notice(item: QQuickItem) -> bool:
    above: QQuickItem | None = item
    while above is not None and above.objectName() != "noticeLine":
        above = above.parentItem()
    return above is not None


def figure_height(shown: Shown) -> int:
    """How many rows of the picture the white of the large number covers."""
    item = shown.find("mainNumber")
    box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).toRect()
    image: QImage = shown.grab()
    # Through the stem of the A to the end of the number; the figures are the only pure white there.
    rows = [
        y
        for y in range(box.top() + box.height() // 8, box.bottom() - box.height() // 8)
        if any(
            image.pixelColor(x, y).lightness() > 245
            for x in range(box.left(), box.right(), max(1, box.width() // 160))
        )
    ]
    return len(rows)


@pytest.mark.parametrize("codes", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("changes", [{}, WIDE], ids=["usual", "wide"])
def test_all_is_whole_on_every_screen(
    tmp_path: Path, qapp: QGuiApplication, codes: tuple[str, ...], changes: dict[str, str]
) -> None:
    with running_service(tmp_path / "data", branch_config(changes), HandClock()) as service:
        hall = Hall(service)
        token = service.tokens["display"]
        with shown_board(service.url, token, codes, still=True) as shown:
            until(lambda: shown.has("boardScreen"))
            check(shown, "idle")
            hall.open(*range(1, 9))
            hall.take(*"AAAAABBCV")
            hall.call(1, 2, 3, 4, 5, 6, 7, 8)
            hall.desk.recall(8)
            until(lambda: len(shown.announced) == 9 and shown.look == "now")
            check(shown, "called")
            service.stop()
            until(lambda: shown.has("staleBanner"))
            check(shown, "stale")
        hall.close()


def check(shown: Shown, state: str) -> None:
    """Look at every size of screen."""
    for size in [*SIZES, LARGEST] if state == "called" else SIZES:
        shown.resize(*size)
        assert shown.cut() == [], (state, size)
        assert outside(shown) == [], (state, size)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_number_is_read_from_twelve_metres(hall: Hall, size: tuple[int, int]) -> None:
    with shown_board(hall.service.url, hall.service.tokens["display"], size=size, still=True) as shown:
        until(lambda: shown.link.live)
        hall.take("A")
        hall.call(3)
        until(lambda: shown.has("mainNumber"))
        assert figure_height(shown) >= 0.25 * size[1]


def test_what_is_written_on_the_board_can_be_read(hall: Hall, shown: Shown) -> None:
    theme = _theme(shown)
    for text, ground, least in [
        ("white", "call", 3),
        ("white", "callPressed", 4.5),
        ("white", "night2", 4.5),
        ("mist", "night", 4.5),
        ("mist", "night2", 4.5),
        ("mist", "night3", 4.5),
        ("goldText", "goldSoft", 4.5),
        ("goldSoft", "night", 4.5),
        ("inkOnGold", "gold", 4.5),
        ("callText", "callSoft", 4.5),
    ]:
        one, other = theme.property(text), theme.property(ground)
        assert isinstance(one, QColor)
        assert isinstance(other, QColor)
        assert contrast(one, other) >= least, (text, ground)
    hall.take("A")
    hall.call(3)
    until(lambda: shown.look == "now")
    until(lambda: shown.find("mainPanel").property("color") == theme.property("callPressed"))
    hall.serve(3)
    until(lambda: shown.find("mainPanel").property("color") == theme.property("night2"))


def test_rows_do_not_lie_over_each_other(hall: Hall, shown: Shown) -> None:
    hall.take(*["A"] * 8)
    numbers = hall.call(*range(1, 9))
    until(lambda: len(shown.announced) == 8 and shown.look == "now")

    def tops() -> list[float]:
        rows = [shown.find(f"callRow-{number}") for number in reversed(numbers[:-1])]
        return [row.mapToScene(QPointF(0, 0)).y() for row in rows] + [rows[-1].height()]

    def apart() -> bool:
        *ys, height = tops()
        return all(below - above >= height for above, below in pairwise(ys))

    until(apart)


def test_without_motion_nothing_moves(hall: Hall) -> None:
    with shown_board(hall.service.url, hall.service.tokens["display"], still=True) as shown:
        until(lambda: shown.link.live)
        hall.take("A")
        hall.call(3)
        until(lambda: shown.has("mainNumber"))
        assert shown.find("mainNumber").scale() == 1
        assert _theme(shown).property("slow") == 0


def _theme(shown: Shown) -> QObject:
    engine = qmlEngine(shown.window)
    assert engine is not None
    theme: object = engine.singletonInstance("Branchline", "Theme")
    assert isinstance(theme, QObject)
    return theme
