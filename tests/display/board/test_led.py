"""Screens of a few dozen lamps: text alone, every call with its counter, whole at every size."""

from __future__ import annotations

import argparse

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from branch.qt.driving import driver
from display.board.callout import FULL_MS
from display.board.led import pieces
from display.display_options import lamp_count, parse
from tests.display.board.test_layout import outside
from tests.display.shown import Shown, shown_board
from tests.harness.hall import Hall
from tests.harness.timing import HandTime
from tests.harness.waiting import until

SIZES = [(64, 16), (128, 32), (192, 64), (320, 96), (256, 128), (640, 160)]


def rows(shown: Shown) -> list[str]:
    """The numbers that can be seen, from above."""
    return [driver.text_of(item) for item in shown.all("ledNumber")]


@pytest.mark.parametrize("codes", [("zh", "en"), ("en",)], ids="-".join)
def test_calls_are_whole_at_every_size(hall: Hall, codes: tuple[str, ...]) -> None:
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, codes, (192, 64), led=True, still=True) as shown:
        until(lambda: shown.link.live and shown.has("ledText"))
        for size in SIZES:
            shown.resize(*size)
            assert shown.cut() == [], size
        hall.take("A", "A", "B")
        numbers = hall.call(1, 2, 3)
        until(lambda: len(shown.announced) == 3 and shown.look == "now")
        for size in SIZES:
            shown.resize(*size)
            seen = rows(shown)
            assert seen == list(reversed(numbers))[: len(seen)], size
            assert seen, size
            assert shown.cut() == [], size
            assert outside(shown) == [], size
        shown.resize(256, 128)
        assert len(rows(shown)) == 3


def test_the_word_goes_before_the_figure_does(hall: Hall) -> None:
    with shown_board(hall.service.url, hall.service.tokens["display"], size=(64, 16), led=True) as shown:
        until(lambda: shown.link.live)
        hall.take("A")
        hall.call(3)
        until(lambda: shown.text("ledCounter") == "→3")
        shown.resize(320, 96)
        until(lambda: shown.text("ledCounter") == "3号窗口")


def test_the_newest_is_the_other_way_round_in_its_moment(hand: HandTime, hall: Hall) -> None:
    with shown_board(hall.service.url, hall.service.tokens["display"], size=(192, 64), led=True) as shown:
        until(lambda: shown.link.live)
        hall.take("A")
        (number,) = hall.call(3)
        amber, black = QColor("#FFB000"), QColor("#000000")
        until(lambda: shown.has(f"ledRow-{number}") and corner(shown) == amber)
        hand.pass_ms(FULL_MS)
        until(lambda: corner(shown) == black)


def corner(shown: Shown) -> QColor:
    """The ground of the first line."""
    return shown.grab().pixelColor(1, 1)


def test_a_lost_line_is_told_there_too(hall: Hall) -> None:
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, size=(192, 64), led=True) as shown:
        until(lambda: shown.link.live)
        hall.service.stop()
        until(lambda: "未更新" in shown.text("ledText"))


def test_a_text_is_parted_between_words() -> None:
    assert pieces("Your number will appear here", 64, 16) == ["Your number", "will appear", "here"]
    assert pieces("请留意屏幕叫号", 64, 16) == ["请留意屏幕叫号"]
    assert pieces("Your number will appear here", 320, 96) == ["Your number will appear here"]
    assert pieces("", 64, 16) == []


def test_the_command_line() -> None:
    assert lamp_count("192x64") == QSize(192, 64)
    assert parse(["--led", "64x16"]).led == QSize(64, 16)
    for wrong in ("192", "0x64", "axb", "192x8"):
        with pytest.raises(argparse.ArgumentTypeError):
            lamp_count(wrong)
