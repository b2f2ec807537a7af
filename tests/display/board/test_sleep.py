"""A machine that slept: the board shows what it missed, each call once, and goes on."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from branch.client.autopilot_client import Autopilot
from tests.harness.hall import Hall

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows puts no single program to sleep")


@pytest.mark.parametrize("cut", [False, True], ids=["asleep", "asleep, and the line was cut"])
def test_a_board_that_slept_misses_nothing(hall: Hall, tmp_path: Path, cut: bool) -> None:
    service, token = hall.service.url, hall.service.tokens["display"]
    command = [sys.executable, "-m", "display", "--service", service, f"--token={token}", "--mute"]
    process = subprocess.Popen(
        [*command, "--autopilot", "0", "--log-folder", str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with process, Autopilot.of(process, timeout=30) as board:
        board.wait("boardScreen")
        hall.take(*"AAAA")
        (before,) = hall.call(1)
        board.wait("mainNumber", equals=before)
        os.kill(process.pid, signal.SIGSTOP)
        first, second = hall.call(2, 3)
        if cut:
            hall.service.stop()
            hall.service.start()
        os.kill(process.pid, signal.SIGCONT)
        board.wait("mainNumber", equals=second)
        (after,) = hall.call(4)
        board.wait("mainNumber", equals=after)
        board.quit()
        assert process.wait(20) == 0
    log = "\n".join(file.read_text(encoding="utf-8") for file in tmp_path.glob("*.log"))
    told = re.findall(r"\b([A-Z]\d+) to counter \d", log)
    assert told == [before, first, second, after]
