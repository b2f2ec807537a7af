"""A kiosk used by one customer after the other, through its window: `python -m tests.bench.soak [CUSTOMERS]`.

Both programs are processes of their own, so the figure is the kiosk's alone. Every customer chooses a
service, gets paper (a picture) and goes; every other one changes the language first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from branch.client.autopilot import Autopilot
from branch.client.settings import FOLDER_VARIABLE
from tests.bench.programs import Branch, branch

CUSTOMERS = 2000
SERVICES = ("A", "B", "C")
STEPS = 10


@contextmanager
def _kiosk(folder: Path, hall: Branch) -> Iterator[tuple[Autopilot, psutil.Process]]:
    command = [sys.executable, "-m", "kiosk", "--service", hall.url, "--token", hall.tokens["kiosk"]]
    command += [
        "--printer",
        f"png:{folder / 'paper'}",
        "--log-folder",
        str(folder / "logs"),
        "--autopilot",
        "0",
    ]
    surroundings = os.environ | {FOLDER_VARIABLE: str(folder / "settings"), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            with Autopilot.of(process) as pilot:
                yield pilot, psutil.Process(process.pid)
        finally:
            process.kill()


def soak(customers: int) -> list[float]:
    """The kiosk's memory (MB resident) after each tenth of so many customers."""
    figures = []
    with (
        tempfile.TemporaryDirectory() as place,
        branch(Path(place) / "branch") as hall,
        _kiosk(Path(place), hall) as (pilot, process),
    ):
        pilot.wait("homeScreen", timeout=30)
        for customer in range(customers):
            pilot.tap(f"language-{('en', 'zh')[customer % 2]}")
            pilot.tap(f"service-{SERVICES[customer % len(SERVICES)]}", timeout=30)
            pilot.wait("paperLine", equals=("Please take your ticket", "请取走您的小票")[customer % 2])
            pilot.tap("thanksHome")
            pilot.wait("homeScreen")
            if (customer + 1) % (customers // STEPS) == 0:
                figures.append(process.memory_info().rss / 1e6)
    return figures


def main(arguments: list[str]) -> int:
    """Soak one and say what came of it."""
    customers = int(arguments[0]) if arguments else CUSTOMERS
    figures = soak(customers)
    for step, figure in enumerate(figures, 1):
        sys.stdout.write(f"{step * customers // STEPS:6} customers  {figure:7.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
