"""The supervisor hears that an app lives, and hears nothing of one that stands still."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

import assets
from branch.qt.process.signals import Watchdog
from branch.supervisor import notify
from tests.harness.timing import hand_time

UNITS = sorted((assets.ROOT / "systemd").glob("*.service"))


class Supervisor:
    """The socket that systemd would listen on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))
        self._socket.settimeout(30)

    def hear(self) -> str:
        """The next words."""
        return self._socket.recv(256).decode()

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    supervisor = Supervisor(tmp_path / "notify")
    yield supervisor
    supervisor.close()


def test_an_app_says_that_it_is_ready_and_then_that_it_lives(
    qapp: QGuiApplication, qtbot: object, supervisor: Supervisor
) -> None:
    with hand_time() as hand:
        watchdog = Watchdog({"NOTIFY_SOCKET": str(supervisor.path), "WATCHDOG_USEC": "30000"})
        watchdog.start()
        hand.pass_ms(9)
        assert supervisor.hear() == "READY=1"
        hand.pass_ms(1)
        assert supervisor.hear() == "WATCHDOG=1"
        hand.pass_ms(9)
        watchdog.stop()
        assert supervisor.hear() == "STOPPING=1"


def test_without_a_supervisor_nothing_happens(tmp_path: Path) -> None:
    assert not notify("READY=1", {})
    assert not notify("READY=1", {"NOTIFY_SOCKET": str(tmp_path / "nobody")})


def test_the_abstract_namespace() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0branchline-test-{os.getpid()}")
        assert notify("READY=1", {"NOTIFY_SOCKET": f"@branchline-test-{os.getpid()}"})
        assert listening.recv(64) == b"READY=1"


@pytest.mark.parametrize("app", ["kiosk", "display"])
def test_a_real_app_tells_its_supervisor(app: str, supervisor: Supervisor, tmp_path: Path) -> None:
    surroundings = os.environ | {
        "NOTIFY_SOCKET": str(supervisor.path),
        "WATCHDOG_USEC": "300000",
        "BRANCHLINE_CONFIG_DIR": str(tmp_path),
    }
    command = [sys.executable, "-m", app, "--windowed", "--log-folder", str(tmp_path)]
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.DEVNULL) as process:
        try:
            assert supervisor.hear() == "READY=1"
            assert supervisor.hear() == "WATCHDOG=1"
            assert supervisor.hear() == "WATCHDOG=1"
            process.terminate()
            while (said := supervisor.hear()) == "WATCHDOG=1":
                continue
            assert said == "STOPPING=1"
            assert process.wait(20) == 0
        finally:
            process.kill()


def test_there_is_a_unit_for_each_machine_and_one_for_backups() -> None:
    assert [unit.name for unit in UNITS] == [
        "branchline-backup.service",
        "branchline-display.service",
        "branchline-kiosk.service",
        "branchline.service",
    ]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_the_units(unit: Path, tmp_path: Path) -> None:
    # The programs are not installed here; systemd is asked about everything else.
    text = unit.read_text(encoding="utf-8")
    for program in ("/opt/branchline/bin/branchline", "/usr/bin/cage", "/usr/bin/env", "/usr/bin/test"):
        text = text.replace(program, "/bin/true")
    there = tmp_path / unit.name
    there.write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(there)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if unit.name in line]
    assert told == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_reaches_little_of_its_machine(unit: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )
    level = re.search(rf"exposure level for {re.escape(unit.name)}: ([0-9.]+)", done.stdout)
    assert level is not None, done.stderr
    assert float(level[1]) <= 3


@pytest.mark.parametrize(
    "unit", [unit for unit in UNITS if unit.stem != "branchline-backup"], ids=lambda unit: unit.name
)
def test_a_unit_starts_again_however_often_and_without_a_network(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    assert "StartLimitIntervalSec=0" in text
    assert "network-online" not in text
