"""The customer's screen is the one that was chosen, whatever is plugged in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from branch.client.local_store import config_folder
from counter.rating.customer_screen import NONE, CustomerScreen, customer_screen
from tests.harness.hall import Hall
from tests.harness.programs import x_server

TWO = """
import sys
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from counter.rating.customer_screen import CustomerScreen
screen = CustomerScreen()
if len(sys.argv) > 1:
    screen.choose(sys.argv[1])
print(screen.names, screen.property("place"), screen.property("area").getRect())
"""


@pytest.mark.parametrize(
    ("chosen", "names", "place"),
    [
        ("", ["A"], -1),
        ("", ["A", "B"], 1),
        ("C", ["A", "B", "C"], 2),
        ("A", ["A", "B"], 0),
        ("B", ["A"], -1),
        ("B", ["A", "C"], -1),
        (NONE, ["A", "B"], -1),
    ],
)
def test_which_one_it_is(chosen: str, names: list[str], place: int) -> None:
    assert customer_screen(chosen, names) == place


def kept() -> object:
    """What the file of the choice holds."""
    return json.loads((config_folder() / "counter-rating-screen.json").read_text("utf-8"))


def test_a_choice_is_remembered_and_told_once(qapp: QGuiApplication) -> None:
    del qapp
    screen, told = CustomerScreen(), list[int]()
    screen.changed.connect(lambda: told.append(1))
    screen.choose("HDMI-9")
    screen.choose("HDMI-9")
    assert len(told) == 1
    assert (screen.property("place"), screen.property("area").isEmpty()) == (-1, True)
    assert kept() == {"screen": "HDMI-9", "keyboard": False}


@pytest.mark.expects_log
@pytest.mark.parametrize("damaged", ['{"screen": 7}', "{}", "[]"])
def test_a_damaged_file_counts_as_no_choice(qapp: QGuiApplication, damaged: str) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "counter-rating-screen.json").write_text(damaged, "utf-8")
    assert CustomerScreen().property("place") == (1 if len(qapp.screens()) > 1 else -1)


def screens_file(tmp_path: Path, which: tuple[str, ...] = ("LEFT", "RIGHT")) -> Path:
    """Screens beside each other, for Qt's platform without one."""
    screens = [
        {"name": name, "x": 1000 * n, "y": 0, "width": 1000, "height": 700} for n, name in enumerate(which)
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}), encoding="utf-8")
    return file


def two_screens(tmp_path: Path, *names: str, which: tuple[str, ...] = ("LEFT", "RIGHT")) -> str:
    """What a program on these screens says of the customer's."""
    file = screens_file(tmp_path, which)
    run = subprocess.run(
        [sys.executable, "-c", TWO, *names],
        env={
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "BRANCHLINE_CONFIG_DIR": str(config_folder()),
            "PATH": "",
        },
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return run.stdout.strip()


def test_two_real_screens_unplugged_and_plugged_in_again(tmp_path: Path) -> None:
    assert two_screens(tmp_path).endswith("1 (1000, 0, 1000, 700)")
    assert two_screens(tmp_path, "RIGHT").endswith("1 (1000, 0, 1000, 700)")
    assert two_screens(tmp_path, which=("LEFT",)).endswith("-1 (0, 0, 0, 0)")
    assert two_screens(tmp_path, which=("LEFT", "OTHER")).endswith("-1 (0, 0, 0, 0)")
    assert two_screens(tmp_path, which=("LEFT", "OTHER", "RIGHT")).endswith("2 (2000, 0, 1000, 700)")


def in_the_app(hall: Hall, how: str, platform: dict[str, str]) -> None:
    """The scenario of `screens_child`, in a program of its own on those screens."""
    where = (hall.service.url, hall.service.tokens["counter"], how)
    done = subprocess.run(
        [sys.executable, "-m", "tests.counter.rating.screens_child", *where],
        env=os.environ | platform,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_customer_s_screen_is_chosen_in_the_settings(tmp_path: Path, hall: Hall) -> None:
    in_the_app(hall, "choose", {"QT_QPA_PLATFORM": f"offscreen:configfile={screens_file(tmp_path)}"})


def test_the_customer_s_screen_is_plugged_out_and_in_again(hall: Hall) -> None:
    with x_server("2000x700x24") as name:
        in_the_app(hall, "plug", {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"})
