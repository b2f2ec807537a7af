"""The program: its command line, its self-test, its words and its clock."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from branch.client.autopilot_client import Autopilot
from branch.qt.text.languages import Languages
from display.board.board_texts import COUNTER, BoardTexts
from display.board.hall_clock import HallClock
from display.display_options import language_list, parse
from tests.harness.hall import Hall
from tests.harness.programs import self_test


@pytest.fixture
def languages(qapp: QGuiApplication) -> Iterator[Languages]:
    """The languages."""
    languages = Languages()
    yield languages
    languages.stop()


def test_the_command_line() -> None:
    options = parse(["--service", "http://x", "--languages", "zh,en", "--windowed", "--reduce-motion"])
    assert (options.service, options.languages, options.windowed) == ("http://x", ("zh", "en"), True)
    assert options.reduce_motion
    assert parse([]).languages is None
    assert language_list("en") == ("en",)


@pytest.mark.parametrize("text", ["", "fr", "zh,fr", ","])
def test_a_language_that_there_is_not(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        language_list(text)


def test_the_self_test(tmp_path: Path) -> None:
    done = self_test("display", tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_program_shows_a_call(hall: Hall, tmp_path: Path) -> None:
    service, token = hall.service.url, hall.service.tokens["display"]
    # With "=": a token may begin with a dash.
    command = [sys.executable, "-m", "display", "--service", service, f"--token={token}"]
    process = subprocess.Popen(
        [*command, "--autopilot", "0", "--log-folder", str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with process, Autopilot.of(process, timeout=15) as board:
        board.wait("boardScreen")
        hall.take("A")
        (number,) = hall.call(3)
        board.wait("mainNumber", equals=number)
        assert board.text("mainCounter") == "3"
        # The branch's own languages, since none were asked for.
        assert "Counter 3" in board.text("mainPanel")
        board.quit()
        assert process.wait(20) == 0


def test_words_in_both_languages(languages: Languages) -> None:
    words = BoardTexts(languages)
    assert words.say(COUNTER).arg("3").as_map() == {"main": "3 号窗口", "second": "Counter 3"}
    assert words.use(("en",))
    assert words.say(COUNTER).arg("3").as_map() == {"main": "Counter 3", "second": ""}
    assert words.second is None
    assert not words.use(["en", "fr"])
    assert words.use(["fr"]), "languages we do not have fall back to Chinese and English"
    assert words.codes == ("zh", "en")
    assert words.names({"zh": "人民路支行"}).as_map() == {"main": "人民路支行", "second": ""}
    assert languages.code == "zh"


def test_the_clock_is_the_branch_s_own(languages: Languages) -> None:
    now = [1_795_225_320_000]  # 2026-11-21 01:42 UTC
    clock = HallClock(lambda: now[0], BoardTexts(languages))
    told = []
    clock.told.connect(lambda: told.append(str(clock.time)))
    assert str(clock.time) == ""
    clock.use_zone("Asia/Shanghai")
    assert str(clock.time) == "09:42"
    assert str(clock.date) == "2026年11月21日 周六"
    assert str(clock.dateSecond) == "Saturday 21 November 2026"
    clock.look()
    now[0] += 60_000
    clock.look()
    assert told == ["09:42", "09:43"]
    clock.use_zone("no/such")
    assert str(clock.time) != ""
    clock.stop()
    QCoreApplication.processEvents()
