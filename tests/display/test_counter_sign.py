"""The strip above one counter: what is called there, at once; who serves; when a pause ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication

from branch.contract.times import datetime_from_text
from display.display_options import THEMES, parse
from tests.display.board.test_layout import outside
from tests.display.shown import Shown, branch_config, shown_board
from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.legible import pale
from tests.harness.waiting import until

NAMED = {'id = "0002"\n': 'id = "0002"\npublic_name = { zh = "李敏", en = "Li Min" }\n'}
SIZES = [(1280, 240), (1920, 360), (1366, 300), (800, 200), (1280, 720)]


@pytest.fixture
def hall(tmp_path: Path, qapp: QGuiApplication) -> Iterator[Hall]:
    """A branch where counter 2 has a teller with a public name."""
    with running_service(tmp_path / "data", branch_config(NAMED), HandClock()) as service:
        hall = Hall(service)
        yield hall
        hall.close()


@pytest.fixture
def strip(hall: Hall) -> Iterator[Shown]:
    """The strip above counter 2."""
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, size=(1920, 360), counter=2) as shown:
        until(lambda: shown.link.live)
        yield shown


def test_the_strip_follows_its_counter(hall: Hall, strip: Shown) -> None:
    until(lambda: strip.text("signText") == "本窗口未开放")
    assert strip.text("signCounter") == "2"
    hall.open(1, 2)
    until(lambda: strip.text("signText") == "请等候叫号")
    assert strip.text("signName") == "李敏 · Li Min"
    hall.take("A", "A")
    hall.call(1)
    (number,) = hall.call(2)
    until(lambda: strip.text("signNumber") == number)
    assert strip.text("signText") == "请到本窗口办理"
    hall.serve(2)
    until(lambda: strip.text("signText") == "正在办理")
    hall.desk.finish(2)
    until(lambda: not strip.has("signNumber"))
    hall.desk.close_counter(2)
    until(lambda: strip.text("signText") == "本窗口未开放")
    assert not strip.has("signName")


def test_a_pause_says_when_it_ends(hall: Hall, strip: Shown) -> None:
    hall.open(2)
    hall.desk.pause(2, "lunch")
    until(lambda: strip.text("signText") == "暂停服务")
    assert not strip.has("signHint")
    hall.desk.resume(2)
    paused = hall.desk.pause(2, "lunch", 15)
    back = cast(str, paused["back_at"])
    until(lambda: strip.text("signHint") == f"预计 {back[11:16]} 恢复 · Back at {back[11:16]}")
    assert datetime_from_text(back) - datetime_from_text(paused["since"]) == timedelta(minutes=15)


def test_a_line_that_is_lost_calls_nobody(hall: Hall, strip: Shown) -> None:
    hall.open(2)
    hall.take("A")
    (number,) = hall.call(2)
    until(lambda: look(strip) == "calling")
    hall.service.stop()
    until(lambda: strip.has("staleText"))
    assert (look(strip), strip.text("signNumber")) == ("calm", number)


def look(strip: Shown) -> str:
    """How loud the strip is."""
    sign = strip.sign
    assert sign is not None
    return cast("dict[str, str]", sign.shown)["look"]


def test_an_emergency_takes_the_strip_too(hall: Hall, strip: Shown) -> None:
    hall.tells({"zh": "请离开大厅", "en": "Please leave"}, level="emergency")
    until(lambda: strip.has("emergencyScreen"))


def test_it_is_whole_and_legible_in_every_size_and_theme(hall: Hall) -> None:
    hall.open(2)
    hall.take("A")
    for codes in (("zh", "en"), ("en",)):
        token = hall.service.tokens["display"]
        with shown_board(hall.service.url, token, codes, still=True, counter=2) as shown:
            check(shown, "connecting")
            until(lambda: shown.link.live and shown.has("signName"))  # asked at once
            check(shown, "free")
            hall.desk.pause(2, "lunch", 30)
            until(lambda: shown.has("signHint"))
            check(shown, "paused")
            hall.desk.resume(2)
            hall.call(2)
            until(lambda: shown.has("signNumber"))
            check(shown, "called")
            hall.desk.undo(2)


def check(shown: Shown, state: str) -> None:
    """In every size and theme."""
    for size in SIZES:
        shown.resize(*size)
        assert shown.cut() == [], (state, size)
        assert outside(shown) == [], (state, size)
    for theme in THEMES:
        shown.window.setProperty("look", theme)
        shown.settle()
        assert list(pale(shown.window)) == [], (state, theme)


def test_a_counter_that_there_is_not(hall: Hall) -> None:
    with shown_board(hall.service.url, hall.service.tokens["display"], counter=17) as shown:
        until(lambda: shown.link.live and shown.text("signText") == "本网点没有此编号的窗口")


def test_the_command_line() -> None:
    assert parse(["--counter", "3"]).counter == 3
    with pytest.raises(SystemExit):
        parse(["--counter", "3", "--zones", "A/B"])
