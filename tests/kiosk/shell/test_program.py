"""The kiosk as a program of its own: starts, tests itself, cannot be closed, brings its own service."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QSize

import assets
from branch.client.autopilot_client import Autopilot
from kiosk.__main__ import main
from kiosk.shell.embedded_service import EmbeddedService, own_token
from kiosk.shell.window_lock import DESIGN, windowed_size
from tests.harness.waiting import until as wait_until
from tests.kiosk.conftest import Start
from tests.kiosk.stage import kiosk_screen

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def kiosk(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The program, ended in any case."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "--log-folder", str(folder / "logs"), *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"BRANCHLINE_CONFIG_DIR": str(folder / "settings")},
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def always_open(folder: Path) -> Path:
    """A branch.toml that is never closed."""
    text = (assets.ROOT / "sample" / "branch.toml").read_text(encoding="utf-8")
    lines = [
        'day = ["00:00-23:59"]'.replace("day", line[:3])
        if line[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") and line[3:6] == " = "
        else line
        for line in text.splitlines()
    ]
    file = folder / "branch.toml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_it_tests_itself(tmp_path: Path) -> None:
    with kiosk(tmp_path, "--self-test", "--windowed") as process:
        assert process.wait(60) == 0


def test_a_logo_that_is_none_is_one_line_and_no_trouble(tmp_path: Path) -> None:
    with kiosk(tmp_path, "--self-test", "--windowed", "--logo", str(tmp_path / "none.png")) as process:
        assert process.wait(60) == 0
    lines = [json.loads(line) for line in (tmp_path / "logs" / "kiosk.log").read_text("utf-8").splitlines()]
    (said,) = [line for line in lines if line["level"] == "ERROR"]
    assert said["message"].startswith(f"tickets go without a logo: logo {tmp_path / 'none.png'}: ")
    assert "exception" not in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["--printer", "laser"],
        ["--service", "ftp://x"],
        ["--with-service", "--service", "http://127.0.0.1:1"],
    ],
)
def test_a_wrong_command_line_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_customer_cannot_leave_it_but_a_signal_can(tmp_path: Path, start: Start) -> None:
    service = start()
    options = ("--service", service.url, "--token", service.tokens["kiosk"], "--autopilot", "0")
    with kiosk(tmp_path, *options) as process, Autopilot.of(process) as pilot:
        pilot.ask("wait", item="homeScreen")
        for key in ("Escape", "Alt+F4", "Ctrl+Q", "F11", "Meta+D", "Menu", "Alt+Tab", "Ctrl+Alt+Del"):
            pilot.ask("key", key=key)
        assert pilot.ask("has", item="homeScreen")["has"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_the_autopilot_takes_a_number_and_quits(tmp_path: Path, start: Start) -> None:
    service = start()
    options = ("--service", service.url, "--token", service.tokens["kiosk"], "--autopilot", "0")
    with kiosk(tmp_path, *options, "--printer", f"png:{tmp_path / 'paper'}") as process:
        with Autopilot.of(process) as pilot:
            pilot.ask("tap", item="service-A")
            pilot.ask("wait", item="thanksNumber", equals="A001")
            pilot.ask("wait", item="paperLine", equals="请取走您的小票")
            pilot.ask("tap", item="thanksHome")
            pilot.ask("wait", item="homeScreen")
            pilot.quit()
        assert process.wait(20) == 0
    assert (tmp_path / "paper" / "A001.png").exists()


def test_its_own_service_comes_is_restarted_and_goes_with_it(tmp_path: Path) -> None:
    port = free_port()
    options = ["--with-service", "--data", str(tmp_path / "data"), "--config", str(always_open(tmp_path))]
    options += ["--host", "127.0.0.1", "--port", str(port), "--autopilot", "0"]
    with kiosk(tmp_path, *options) as process, Autopilot.of(process) as pilot:
        pilot.ask("wait", item="homeScreen", timeout=40)
        pilot.ask("tap", item="service-A", timeout=20)
        pilot.ask("wait", item="thanksNumber", equals="A001")
        (child,) = [c for c in psutil.Process(process.pid).children() if "serve" in c.cmdline()]
        child.kill()
        pilot.ask("tap", item="thanksHome")
        pilot.ask("wait", item="lostBanner", timeout=20)
        pilot.ask("wait", item="lostBanner", gone=True, timeout=60)
        pilot.ask("tap", item="service-A", timeout=20)
        pilot.ask("wait", item="thanksNumber", equals="A002")
        (child,) = [c for c in psutil.Process(process.pid).children() if "serve" in c.cmdline()]
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        wait_until(lambda: not child.is_running(), "the service ends with the kiosk")


@contextmanager
def killed_in_the_end(process: psutil.Process) -> Iterator[None]:
    """Leave no orphan behind, whatever the test finds."""
    try:
        yield
    finally:
        if process.is_running():
            process.kill()


def test_a_kiosk_that_is_killed_takes_its_service_along(tmp_path: Path) -> None:
    port = free_port()
    options = ["--with-service", "--data", str(tmp_path / "data"), "--config", str(always_open(tmp_path))]
    options += ["--host", "127.0.0.1", "--port", str(port), "--autopilot", "0"]
    with kiosk(tmp_path, *options) as process, Autopilot.of(process) as pilot:
        pilot.ask("wait", item="homeScreen", timeout=40)
        (child,) = [c for c in psutil.Process(process.pid).children() if "serve" in c.cmdline()]
        with killed_in_the_end(child):
            process.kill()
            process.wait(20)
            wait_until(lambda: not child.is_running(), "the service ends with a kiosk that was killed")
    log = (tmp_path / "data" / "service.log").read_text("utf-8")
    assert log.rstrip().endswith("stopped"), "it ends in good order"
    with kiosk(tmp_path, *options) as process, Autopilot.of(process) as pilot:
        pilot.ask("wait", item="homeScreen", timeout=40)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_a_service_that_cannot_start_says_why_on_screen(tmp_path: Path) -> None:
    wrong = tmp_path / "branch.toml"
    wrong.write_text("[branch]\nname = 3\n", encoding="utf-8")
    options = ["--with-service", "--data", str(tmp_path / "data"), "--config", str(wrong)]
    options += ["--port", str(free_port()), "--autopilot", "0", "--language", "en"]
    with kiosk(tmp_path, *options) as process, Autopilot.of(process) as pilot:
        pilot.ask("wait", item="waitingFor", equals="The branch service does not start", timeout=30)
        assert "branch" in str(pilot.ask("text", item="waitingDetail")["text"])
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_what_its_service_says_is_read_as_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    """A console's code page, as of Windows, is not what a program of ours speaks."""
    monkeypatch.setenv("PYTHONIOENCODING", "")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    monkeypatch.setenv("PYTHONUTF8", "0")
    service = EmbeddedService(tmp_path / "data", tmp_path / "没有.toml", "127.0.0.1", free_port())
    service.start()
    wait_until(lambda: service.trouble, "it says why it does not start")
    service.stop()
    assert "没有.toml" in service.trouble


def test_a_token_is_made_once(tmp_path: Path) -> None:
    token = own_token(tmp_path / "data", "http://127.0.0.1:1")
    assert token
    assert own_token(tmp_path / "data", "http://127.0.0.1:1") == token
    assert own_token(tmp_path / "other", "http://127.0.0.1:1") != token


def test_over_the_whole_screen(qapp: object) -> None:
    with kiosk_screen(None, None, windowed=False) as screen:
        assert screen.window.visibility() == screen.window.Visibility.FullScreen
        assert screen.window.close() is False
        assert screen.window.isVisible()


def test_the_size_of_a_window(qapp: object) -> None:
    assert windowed_size(True) == DESIGN == QSize(1080, 1920)
