"""An app as a program of its own: starts, tests itself, ends in good order, and says so when it cannot."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from branch.client.autopilot_client import Autopilot
from branch.qt.process.gui_start import NO_SCREEN_EXIT_CODE
from branch.qt.process.logs import CRASH_EXIT_CODE
from branch.qt.qt_app import app_arguments, prepare_environment

PROGRAM = """
import sys
import threading
from pathlib import Path
from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable
from branch.qt.qt_app import QtApp, app_arguments

QML_IMPORT_NAME = "Sample.Core"
QML_IMPORT_MAJOR_VERSION = 1

@QmlElement
@QmlUncreatable("made by the app")
class Controller(QObject):
    @Slot()
    def crash(self):
        raise RuntimeError("crash in a slot")

    @Slot()
    def crashElsewhere(self):
        threading.Thread(target=self.crash).start()

options = app_arguments("sample", "A sample.").parse_args()
app = QtApp("sample", options, qml_folder=Path(__file__).parent / "qml")
app.on_quit(lambda: sys.stdout.write("second\\n"))
app.on_quit(lambda: sys.stdout.write("first\\n"))
controller = Controller()
sys.exit(app.run("Sample", {"controller": controller, "languages": app.languages}))
"""

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")

MAIN = """
import QtQuick
import QtQuick.Window
import Branchline
import Branchline.Core
import Sample.Core
Window {
    id: root
    required property Controller controller
    required property Languages languages
    width: 300; height: 200; visible: true
    Column {
        SecondaryButton { objectName: "crash"; text: "Crash"; onClicked: root.controller.crash() }
        SecondaryButton { objectName: "other"; text: "Other"; onClicked: root.controller.crashElsewhere() }
        LanguageSwitch { languages: root.languages }
    }
    %s
}
"""


class Sample:
    """A small app in a folder of its own."""

    def __init__(self, folder: Path, extra: str = "") -> None:
        """`extra` goes into its Main."""
        self.folder = folder
        (folder / "qml" / "Sample").mkdir(parents=True)
        (folder / "qml" / "Sample" / "qmldir").write_text(
            "module Sample\nMain 1.0 Main.qml\n", encoding="utf-8"
        )
        (folder / "qml" / "Sample" / "Main.qml").write_text(MAIN % extra, encoding="utf-8")
        (folder / "sample.py").write_text(textwrap.dedent(PROGRAM), encoding="utf-8")

    def start(self, *arguments: str, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
        """Start it; ``env`` stands for everything that is said of a screen."""
        surroundings = dict(os.environ)
        if env is not None:
            surroundings = {name: value for name, value in os.environ.items() if name not in SCREENS} | env
        return subprocess.Popen(
            [sys.executable, str(self.folder / "sample.py"), "--log-folder", str(self.folder), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=surroundings | {"PYTHONPATH": str(Path.cwd())},
        )

    def log(self) -> list[dict[str, str]]:
        """What it logged."""
        lines = (self.folder / "sample.log").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]


def test_the_self_test_passes_and_the_end_is_in_order(tmp_path: Path) -> None:
    out, err = (process := Sample(tmp_path).start("--self-test")).communicate(timeout=60)
    assert process.returncode == 0, err
    assert out == "first\nsecond\n"


@pytest.mark.parametrize(
    "complaint", ["property string none: nothing.at.all", 'Component.onCompleted: console.warn("no")']
)
def test_the_self_test_fails_on_a_qml_warning(tmp_path: Path, complaint: str) -> None:
    _, err = (process := Sample(tmp_path, complaint).start("--self-test")).communicate(timeout=60)
    assert process.returncode == 1
    assert "self-test:" in err


def test_no_screen_is_a_failure(tmp_path: Path) -> None:
    sample = Sample(tmp_path, "required property int missing")
    out, _ = (process := sample.start()).communicate(timeout=60)
    assert process.returncode == NO_SCREEN_EXIT_CODE
    assert out == "first\nsecond\n"
    assert any(line["logger"] == "qml" for line in sample.log())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is always a screen elsewhere")
@pytest.mark.parametrize(
    ("surroundings", "said"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY"),
        ({"DISPLAY": ":987"}, "DISPLAY=:987"),
        ({"DISPLAY": "nonsense"}, "DISPLAY=nonsense"),
        ({"WAYLAND_DISPLAY": "wayland-987"}, "WAYLAND_DISPLAY=wayland-987"),
        ({"WAYLAND_DISPLAY": "wayland-987", "DISPLAY": ":987"}, "WAYLAND_DISPLAY=wayland-987 DISPLAY=:987"),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":987"}, "QT_QPA_PLATFORM=wayland"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM=nonsense"),
        ({"QT_QPA_PLATFORM": "linuxfb:fb=/dev/null"}, "QT_QPA_PLATFORM=linuxfb"),
        ({"QT_QPA_PLATFORM": "eglfs"}, "QT_QPA_PLATFORM=eglfs"),
    ],
    ids=str,
)
def test_without_a_screen_it_says_so_in_one_line(
    tmp_path: Path, surroundings: dict[str, str], said: str
) -> None:
    out, err = (process := Sample(tmp_path).start(env=surroundings)).communicate(timeout=60)
    assert process.returncode == NO_SCREEN_EXIT_CODE == 71, err
    lines = [line for line in err.splitlines() if not line.startswith("error: XDG_RUNTIME_DIR")]
    assert len(lines) == 1, err
    assert "no screen can be shown" in lines[0]
    assert said in lines[0]
    assert out == ""


@pytest.mark.parametrize("button", ["crash", "other"])
def test_a_crash_is_logged_and_ends_the_app(tmp_path: Path, button: str) -> None:
    sample = Sample(tmp_path)
    process = sample.start("--autopilot", "0")
    with Autopilot.of(process) as pilot:
        pilot.tap(button)
        assert process.wait(timeout=30) == CRASH_EXIT_CODE
    process.communicate()
    crash = next(line for line in sample.log() if line["level"] == "CRITICAL")
    assert "crash in a slot" in crash["exception"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_order(tmp_path: Path, number: signal.Signals) -> None:
    process = Sample(tmp_path).start("--autopilot", "0")
    with Autopilot.of(process):
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert out == "first\nsecond\n"


def test_the_autopilot_can_end_it(tmp_path: Path) -> None:
    process = Sample(tmp_path).start("--autopilot", "sample", "--language", "en")
    with Autopilot.of(process) as pilot:
        pilot.tap("language-zh")
        pilot.quit()
        process.communicate(timeout=30)
    assert process.returncode == 0


def test_the_environment_is_settled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QUICK_BACKEND", "QT_IM_MODULE", "QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QUICK_CONTROLS_STYLE", "Basic")
    prepare_environment(gpu=True)
    assert "QT_QUICK_BACKEND" not in os.environ
    assert "QT_IM_MODULE" not in os.environ
    prepare_environment(touch_only=True)
    assert os.environ["QT_QUICK_BACKEND"] == "software"
    assert os.environ["QT_IM_MODULE"] == "none"
    assert "QT_QPA_PLATFORM" not in os.environ, "nothing runs where nobody sees it unless it is told to"


def test_no_source_is_read_of_what_is_imported() -> None:
    code = "import linecache\nfrom branch.qt import qt_app\nimport pydantic.main\nprint(*linecache.cache)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not [file for file in out.split() if "pydantic" in file or "branch" in file]


def test_the_command_line() -> None:
    options = app_arguments("kiosk", "x").parse_args(["--self-test", "--language", "en"])
    assert (options.self_test, options.language, options.autopilot) == (True, "en", None)
    assert "autopilot" not in app_arguments("kiosk", "x").format_help()
