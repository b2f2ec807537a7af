"""Pictures of the board's other layouts, in every theme: zones, slides beside the calls, strips, lamps."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest

from display.display_options import THEMES
from tests.display.halls import START, branch, usual
from tests.display.shown import Shown, shown_board
from tests.harness.hall import Hall
from tests.harness.waiting import until

AT = "09:42:00"
ZONES = ((("A",), ("B",), ("C", "V")), (("A", "C"), ("B",)))
"""The first has all services: its board sees the calls that the pictures are about."""
STRIPS = {"calling": 3, "serving": 4, "free": 8, "paused": 1, "closed": 7}
FADE_MS = 400
LAMPS = ((64, 16), (192, 64), (320, 96))

Save = Callable[[str, Shown], None]


def layouts(language: str, codes: tuple[str, ...], save: Save) -> None:
    """All of them in one language (or two)."""
    with branch(AT, START) as hall:
        url, token = hall.service.url, hall.service.tokens["display"]
        for zones in ZONES:
            with shown_board(url, token, codes, (1920, 1080), zones=zones) as shown:
                _zoned(hall, shown)
                _themes(f"zones-{len(zones)}-{language}", shown, save)
        hall.desk.finish(8)
        hall.desk.close_counter(7)
        hall.desk.pause(1, "lunch", 15)
        for state, counter in STRIPS.items():
            with shown_board(url, token, codes, (1920, 360), counter=counter) as shown:
                until(lambda: shown.link.live)
                _themes(f"strip-{state}-{language}", shown, save)
        for size in LAMPS:
            with shown_board(url, token, codes, size, led=True) as shown:
                until(lambda: shown.link.live and shown.has("ledNumber"))
                save(f"led-{size[0]}-{language}", shown)
        with tempfile.TemporaryDirectory() as folder:
            _slide(Path(folder))
            with shown_board(url, token, codes, (1920, 1080), slides=Path(folder)) as shown:
                until(lambda: shown.link.live and bool(shown.window.property("split")))
                _themes(f"split-{language}", shown, save)


def _zoned(hall: Hall, shown: Shown) -> None:
    """Each zone has a call, and one of them some before it."""
    until(lambda: shown.link.live)
    if not shown.link.view.calls:
        usual(hall, shown)
        hall.call(3, 4)
        hall.serve(4)
    until(lambda: all(cast("dict[str, str]", zone.panel)["look"] != "idle" for zone in shown.zones))


def _themes(name: str, shown: Shown, save: Save) -> None:
    for theme in THEMES:
        shown.window.setProperty("look", theme)
        QTest.qWait(FADE_MS)  # colours have not begun to change in the next two frames under load
        save(name if theme == THEMES[0] else f"{name}-{theme}", shown)


def _slide(folder: Path) -> None:
    """What a bank might show."""
    image = QImage(640, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B6E63"))
    painter = QPainter(image)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(QFont("Inter", 40))
    painter.drawText(QRect(0, 0, 640, 900), Qt.AlignmentFlag.AlignCenter, "谨防电信诈骗\nBeware of fraud")
    painter.end()
    assert image.save(str(folder / "one.png"))
