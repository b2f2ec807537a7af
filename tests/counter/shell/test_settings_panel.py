"""What is set once at a counter: the customer's screen, their keys, the teller's language; remembered."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from branch.client.autopilot_client import Autopilot
from branch.client.local_store import config_folder
from branch.qt.driving import driver
from counter.rating.customer_screen import NONE, CustomerScreen
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.waiting import until
from tests.kiosk.promises import broken


def open_panel(desk: Desk) -> None:
    """By a click on whose counter it is."""
    desk.click("settingsButton")
    desk.wait("settingsPanel")


def test_the_customer_s_window_is_one_that_the_teller_turns_and_that_is_remembered(
    desk: Desk, open_desk: OpenDesk, hall: Hall
) -> None:
    open_panel(desk)
    assert desk.wait("customerScreen-").property("chosen")
    desk.click(f"customerScreen-{NONE}")
    until(lambda: desk.wait(f"customerScreen-{NONE}").property("chosen"))
    assert not desk.wait("customerScreen-").property("chosen")
    kept = json.loads((config_folder() / "counter-rating-screen.json").read_text("utf-8"))
    assert kept == {"screen": NONE, "keyboard": False}
    desk.close()
    again = open_desk()
    again.sign_in()
    again.key("Ctrl+,")
    assert again.wait(f"customerScreen-{NONE}").property("chosen")


def test_a_screen_that_is_gone_is_shown_as_waited_for(desk: Desk) -> None:
    desk.controller.customer_screen.choose("HDMI-9")
    open_panel(desk)
    gone = desk.wait("customerScreen-HDMI-9")
    assert gone.property("chosen")
    assert gone.property("detail") == "Not plugged in: waited for"


def test_keys_of_the_customer_s_own(desk: Desk) -> None:
    open_panel(desk)
    assert not desk.wait("customerKeys").property("chosen")
    desk.click("customerKeys")
    until(lambda: desk.wait("customerKeys").property("chosen"))
    assert CustomerScreen().property("keyboard")
    desk.click("customerKeys")
    until(lambda: not desk.wait("customerKeys").property("chosen"))
    assert not CustomerScreen().property("keyboard")


def test_esc_and_close_lead_back_and_the_day_s_keys_work_meanwhile(desk: Desk, hall: Hall) -> None:
    open_panel(desk)
    desk.key("Escape")
    desk.gone("settingsPanel")
    open_panel(desk)
    number = hall.comes()
    desk.wait("primaryButton", "Call next")
    desk.key("F2")
    until(lambda: hall.status(number) == "called")
    desk.key("Ctrl+,")
    desk.wait("settingsPanel")
    desk.click("settingsClose")
    desk.gone("settingsPanel")


@pytest.mark.parametrize("size", [(400, 720), (1000, 720)])
def test_it_keeps_what_all_screens_promise(desk: Desk, size: tuple[int, int]) -> None:
    desk.controller.customer_screen.choose("HDMI-9")
    desk.resize(*size)
    open_panel(desk)
    panel = desk.wait("settingsPanel")
    for code in ("en", "zh"):
        desk.languages.use(code)
        assert [f for f in broken(desk.window, 48) if "settings" in f or "customer" in f or "cut" in f] == []
    assert panel.property("width") <= 480


def test_all_of_it_is_reached_by_tab(desk: Desk) -> None:
    open_panel(desk)
    wanted = {"settingsClose", "customerScreen-", f"customerScreen-{NONE}", "customerKeys", "language-zh"}
    found = set()
    for _ in range(30):
        driver.key(desk.window, "Tab")
        found.add(desk.window.activeFocusItem().objectName())
    assert wanted <= found


def test_the_language_is_remembered_by_the_program(hall: Hall, tmp_path: Path) -> None:
    command = [*(sys.executable, "-m", "counter", "--windowed", "--autopilot", "0")]
    command += ["--log-folder", str(tmp_path), "--counter", "1"]
    command += ["--service", hall.service.url, "--token", hall.service.tokens["counter"]]
    for start in ("first", "second"):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            with Autopilot.of(process) as hand:
                hand.wait("signInScreen", window="counterWindow", timeout=30)
                if start == "first":
                    hand.click("signInStaff", window="counterWindow")
                    hand.type_text("0312", window="counterWindow")
                    hand.click("signInPin", window="counterWindow")
                    hand.type_text(PIN, window="counterWindow")
                    hand.click("signInButton", window="counterWindow")
                    hand.wait("workScreen", window="counterWindow", timeout=30)
                    hand.click("settingsButton", window="counterWindow")
                    hand.click("language-en", window="counterWindow")
                    hand.wait("primaryButton", equals="Call next", window="counterWindow")
                else:
                    hand.wait("signInButton", equals="Sign in and go on", window="counterWindow")
                hand.quit()
            assert process.wait(30) == 0
