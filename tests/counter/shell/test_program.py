"""The counter app as a program of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from branch.client.autopilot_client import Autopilot
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.programs import self_test


def test_it_tests_itself(tmp_path: Path) -> None:
    done = self_test("counter", tmp_path)
    assert done.returncode == 0, done.stderr


def test_it_is_worked_from_outside(hall: Hall, tmp_path: Path) -> None:
    number = hall.comes()
    arguments = ["--service", hall.service.url, "--token", hall.service.tokens["counter"], "--counter", "1"]
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "counter", "--windowed", "--language", "en", "--autopilot", "0"),
            *("--log-folder", str(tmp_path), *arguments),
        ],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        with Autopilot.of(process) as hand:
            hand.wait("signInScreen", window="counterWindow", timeout=20)
            for field, text in (("signInStaff", "0312"), ("signInPin", PIN)):
                hand.click(field, window="counterWindow")
                hand.type_text(text, window="counterWindow")
            hand.click("signInButton", window="counterWindow")
            hand.wait("workScreen", window="counterWindow", timeout=20)
            for meaning in ("Call next", "Start service", "Finish and ask for rating"):
                hand.wait("primaryButton", equals=meaning, window="counterWindow")
                hand.key("F2", window="counterWindow")
            hand.tap("score-5", window="ratingWindow")
            hand.tap("ratingSend", window="ratingWindow")
            hand.wait("primaryButton", equals="Call next", window="counterWindow")
            hand.click("signOutButton", window="counterWindow")
            hand.wait("signInScreen", window="counterWindow")
            hand.quit()
        assert process.wait(20) == 0
    assert hall.visit(number)["rating"] == {"score": 5, "tags": []}
