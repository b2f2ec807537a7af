"""The compact mode: a strip at an edge of a screen that does all that the day's path needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication

from branch.client.local_store import config_folder
from counter.shell.compact_window import (
    LARGE,
    PLACE,
    CompactWindow,
    WindowPlace,
    docked,
    large_at,
    strip_at,
)
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.rating.test_customer_screen import screens_file
from tests.harness.hall import Hall
from tests.harness.waiting import until

SCREENS = {"left": QRect(0, 0, 1920, 1040), "right": QRect(1920, 0, 1280, 1024)}


def test_it_lies_along_an_edge_of_its_screen() -> None:
    assert strip_at(WindowPlace(screen="left"), SCREENS) == QRect(0, 0, 1920, 72)
    assert strip_at(WindowPlace(screen="right", edge="bottom"), SCREENS) == QRect(1920, 952, 1280, 72)


def test_a_screen_that_is_gone_is_the_first_one() -> None:
    assert strip_at(WindowPlace(screen="gone", edge="bottom"), SCREENS) == QRect(0, 968, 1920, 72)
    there = WindowPlace(large=(2000, 100, 420, 760))
    assert large_at(there, SCREENS) == QRect(2000, 100, 420, 760)
    assert large_at(there, {"left": SCREENS["left"]}) == QRect(40, 40, 420, 760)
    assert (large_at(WindowPlace(), SCREENS).width(), large_at(WindowPlace(), SCREENS).height()) == LARGE


def test_it_docks_to_the_nearest_edge() -> None:
    assert docked(WindowPlace(), QPoint(2500, 900), SCREENS) == WindowPlace(screen="right", edge="bottom")
    assert docked(WindowPlace(), QPoint(100, 30), SCREENS) == WindowPlace(screen="left", edge="top")
    assert docked(WindowPlace(screen="left"), QPoint(-500, 30), SCREENS).screen == "left"


@pytest.mark.expects_log
def test_its_place_is_remembered_and_damage_is_none(own_settings: None) -> None:
    place = WindowPlace(True, "right", "bottom", (1, 2, 420, 760))
    PLACE.keep(place)
    assert PLACE.read() == place
    (config_folder() / "counter-window.json").write_text("[]", "utf-8")
    assert PLACE.read() == WindowPlace()


def shape(desk: Desk) -> QRect:
    return desk.window.geometry()


def test_to_the_strip_and_back(desk: Desk, hall: Hall, open_desk: OpenDesk) -> None:
    large = shape(desk)
    desk.click("shrinkButton")
    desk.wait("stripScreen")
    screen = desk.window.screen().availableGeometry()
    until(lambda: shape(desk) == QRect(screen.left(), screen.top(), screen.width(), 72))
    flags = desk.window.flags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    desk.controller.compact_window.otherEdge()
    until(lambda: shape(desk).bottom() == screen.bottom())
    desk.key("Ctrl+D")
    desk.wait("workScreen")
    until(lambda: (shape(desk).size()) == large.size())
    assert not desk.window.flags() & Qt.WindowType.WindowStaysOnTopHint
    desk.key("Ctrl+D")
    desk.wait("stripScreen")
    desk.close()
    again = open_desk()
    again.sign_in()
    again.wait("stripScreen")
    until(lambda: shape(again).bottom() == screen.bottom())


def test_the_day_s_path_in_the_strip(desk: Desk, hall: Hall) -> None:
    numbers = [hall.comes() for _ in range(3)]
    desk.key("Ctrl+D")
    desk.wait("stripScreen")
    desk.wait("stripLine", "3 waiting")
    desk.wait("stripNext", numbers[0])
    desk.click("stripPrimary")
    desk.wait("stripNumber", numbers[0])
    desk.wait("stripPrimary", "Start service")
    desk.click("stripRecall")
    until(lambda: hall.visit(numbers[0])["recalls"] == 1)
    desk.key("F6")
    until(lambda: hall.status(numbers[0]) == "missed")
    desk.wait("stripPrimary", "Call next")
    desk.key("F9")
    until(lambda: hall.status(numbers[0]) == "called")
    desk.wait("stripPrimary", "Start service")
    desk.key("Return")
    desk.wait("stripPrimary", "Finish")
    until(lambda: desk.text("stripElapsed") in {"00:00", "00:01", "00:02"})
    desk.key("F2")
    until(lambda: hall.status(numbers[0]) == "served")
    desk.wait("stripNext", numbers[1])
    desk.key("F3")
    desk.wait("stripLine", "Not possible: there is nobody at this counter.")
    desk.key("F10")
    desk.wait("stripLine", "The lobby manager is called.")
    desk.window.resize(1366, 72)
    until(lambda: desk.cut() == [])
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.controller.runner.hush()
    desk.wait("stripLine", f"No connection since {desk.link.property('since')}")
    hall.service.start()


def test_dropped_somewhere_it_docks(fonts: list[str], own_settings: None) -> None:
    strip = CompactWindow()
    strip.toggle(QRect(40, 40, 420, 760))
    area = QGuiApplication.primaryScreen().availableGeometry()
    strip.drop(QRect(area.left() + 10, area.bottom() - 200, 400, 72))
    assert strip.property("edge") == "bottom"
    assert strip.property("strip").bottom() == area.bottom()
    strip.drop(QRect(area.left() + 10, area.top() + 20, 400, 72))
    assert strip.property("edge") == "top"


WIDTHS = (800, 1024, 1199, 1200, 1280, 1366, 1920)
SENTENCES = (
    "The branch service cannot be reached.",
    "No connection: the lobby manager will be called later.",
    "This number has been called often enough.",
)


def in_order(desk: Desk) -> list[tuple[str, float, float]]:
    """Name, left and right of everything that stands in the strip, from left to right."""
    names = (
        "stripNumber",
        "stripElapsed",
        "stripPrimary",
        "stripRecall",
        "stripMissed",
        "stripUndo",
        "stripLine",
    )
    found = []
    for name in (*names, "lobbyButton", "alarmSpot", "edgeButton", "enlargeButton"):
        for item in desk.all(name):
            left = item.mapToScene(QPointF(0, 0)) if item.rotation() == 0 else item.mapToScene(QPointF(0, 48))
            found.append((name, left.x(), left.x() + item.width()))
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_there_is_room_for_a_sentence_at_every_width(desk: Desk, hall: Hall, language: str) -> None:
    hall.comes()
    desk.key("Ctrl+D")
    desk.wait("stripScreen")
    desk.click("stripPrimary")
    desk.wait("stripNumber")
    desk.wait("stripPrimary", "Start service")
    desk.languages.use(language)
    for width in WIDTHS:
        desk.resize(width, 72)
        assert desk.has("stripUndo")
        placed = in_order(desk)
        for (name, _, right), (other, left, _) in pairwise(placed):
            assert right <= left, (width, name, other)
        assert placed[-1][2] <= width
        (line,) = ((left, right) for name, left, right in placed if name == "stripLine")
        assert line[1] - line[0] >= 76, width
        for sentence in SENTENCES:
            desk.controller.runner.say(lambda sentence=sentence: sentence, alert=True, stays=True)  # type: ignore[misc]
            if width >= 1024:
                assert desk.cut() == [], width
        desk.controller.runner.hush()
        assert desk.cut() == [], width


def test_place_and_screen_outlive_a_restart_of_the_program(hall: Hall, tmp_path: Path) -> None:
    """Two screens, on the second of which the strip was docked at the lower edge."""
    file = screens_file(tmp_path)
    PLACE.keep(WindowPlace(True, "RIGHT", "bottom", (1200, 10, 420, 680)))
    command = [
        sys.executable,
        "-m",
        "tests.counter.shell.strip_child",
        hall.service.url,
        hall.service.tokens["counter"],
    ]
    surroundings = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    for _ in range(2):
        done = subprocess.run(
            command, env=surroundings, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        strip, on_top, large = json.loads(done.stdout.splitlines()[-1])
        assert strip == [1000, 628, 1000, 72]
        assert on_top
        assert large[:2] == [1200, 10]
