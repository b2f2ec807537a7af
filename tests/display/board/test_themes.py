"""Dark, light and of high contrast: whatever the board shows can be read in each."""

from __future__ import annotations

import pytest

from branch.qt.driving import driver
from display.display_options import THEMES, parse
from tests.display.shown import Hall, Shown, shown_board, wait_for
from tests.legible import pale


def check(shown: Shown, state: str) -> None:
    """In every theme, and back in the dark."""
    for theme in (*THEMES, THEMES[0]):
        shown.window.setProperty("look", theme)
        driver.settle(shown.window)
        wait_for(lambda: not list(pale(shown.window)), 2, f"{state}, {theme}: {list(pale(shown.window))}")


def test_every_state_can_be_read_in_every_theme(hall: Hall) -> None:
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, heartbeat=0.5, still=True) as shown:
        check(shown, "connecting")
        wait_for(lambda: shown.link.live and shown.has("boardScreen"))
        check(shown, "idle")
        hall.tell(level="info", text={"zh": "下午三点系统维护", "en": "Maintenance at three"})
        hall.take(*"AAAABBCV")
        hall.call(1, 2, 3, 4)
        hall.desk.recall(4)
        wait_for(lambda: len(shown.announced) == 5 and shown.look == "now")
        check(shown, "called")
        hall.serve(1, 2, 4)
        hall.desk.no_show(3)
        wait_for(lambda: shown.look == "calm" and shown.has("missed"))
        check(shown, "calm")
        alarm = hall.tell(level="emergency", text={"zh": "请离开大厅", "en": "Please leave"})
        wait_for(lambda: shown.has("emergencyScreen"))
        check(shown, "emergency")
        hall.tell(f"/{alarm}/end")
        wait_for(lambda: not shown.has("emergencyScreen"))
        hall.service.stop()
        wait_for(lambda: shown.has("staleBanner"))
        check(shown, "stale")


@pytest.mark.parametrize(("theme", "light"), [("light", True), ("contrast", False), ("dark", False)])
def test_a_theme_looks_its_part(shown: Shown, theme: str, light: bool) -> None:
    shown.window.setProperty("look", theme)
    wait_for(lambda: (driver.grab(shown.window).pixelColor(4, 4).lightness() > 200) == light)


def test_the_command_line_knows_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse([]).theme == "dark"
    assert parse(["--theme", "light"]).theme == "light"
    with pytest.raises(SystemExit):
        parse(["--theme", "pink"])
    assert "contrast" in capsys.readouterr().err
