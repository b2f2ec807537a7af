"""Dark, light and of high contrast: whatever the board shows can be read in each."""

from __future__ import annotations

from functools import partial

import pytest

from display.display_options import THEMES, parse
from tests.display.shown import Shown, shown_board
from tests.harness.hall import Hall
from tests.harness.legible import pale
from tests.harness.waiting import until


def _pale(shown: Shown, where: str) -> str:
    return f"{where}: {list(pale(shown.window))}"


def check(shown: Shown, state: str) -> None:
    """In every theme, and back in the dark."""
    for theme in (*THEMES, THEMES[0]):
        shown.window.setProperty("look", theme)
        shown.settle()
        until(lambda: not list(pale(shown.window)), partial(_pale, shown, f"{state}, {theme}"))


def test_every_state_can_be_read_in_every_theme(hall: Hall) -> None:
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, still=True) as shown:
        check(shown, "connecting")
        until(lambda: shown.link.live and shown.has("boardScreen"))
        check(shown, "idle")
        hall.tells({"zh": "下午三点系统维护", "en": "Maintenance at three"}, level="info")
        hall.take(*"AAAABBCV")
        hall.call(1, 2, 3, 4)
        hall.desk.recall(4)
        until(lambda: len(shown.announced) == 5 and shown.look == "now")
        check(shown, "called")
        hall.serve(1, 2, 4)
        hall.desk.no_show(3)
        until(lambda: shown.look == "calm" and shown.has("missed"))
        check(shown, "calm")
        alarm = hall.tells({"zh": "请离开大厅", "en": "Please leave"}, level="emergency")
        until(lambda: shown.has("emergencyScreen"))
        check(shown, "emergency")
        hall.ends(alarm)
        until(lambda: not shown.has("emergencyScreen"))
        hall.service.stop()
        until(lambda: shown.has("staleBanner"))
        check(shown, "stale")


@pytest.mark.parametrize(("theme", "light"), [("light", True), ("contrast", False), ("dark", False)])
def test_a_theme_looks_its_part(shown: Shown, theme: str, light: bool) -> None:
    shown.window.setProperty("look", theme)
    until(lambda: (shown.grab().pixelColor(4, 4).lightness() > 200) == light)


def test_the_command_line_knows_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse([]).theme == "dark"
    assert parse(["--theme", "light"]).theme == "light"
    with pytest.raises(SystemExit):
        parse(["--theme", "pink"])
    assert "contrast" in capsys.readouterr().err
