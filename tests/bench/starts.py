"""How long the service takes to be there, and how much memory it holds.

Bytecode is there, as on an installed machine: the first start, which makes it, is not counted.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from statistics import median

import psutil

from tests.bench.days import YEARS, write_day, write_history
from tests.bench.programs import bench_toml
from tests.bench.table import Table
from tests.harness.clocks import OPEN_HOURS
from tests.harness.programs import child, module

TRIES = 5
DAY, LONG_DAY = 5_000, 50_000
REST_S = 5.0
"""How long after its start the service is at rest."""


def measure(table: Table, folder: Path) -> None:
    """Starts of the service, in turn on each of its folders, then its memory."""
    table.heading("Starts and memory")
    rows = write_history(folder / "old" / "data")
    write_day(folder / "day" / "data", DAY, served=True)
    write_day(folder / "long" / "data", LONG_DAY, served=False)
    (folder / "empty").mkdir()
    kinds = {
        "empty": ("service, empty journal", ""),
        "day": (f"service, a day of {DAY} tickets served", "<= 0.65"),
        "long": (f"service, {LONG_DAY} tickets of today", "<= 1"),
        "old": (f"service, {YEARS} years of history ({rows} rows)", ""),
    }
    surroundings = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    spent: dict[str, list[tuple[float, float]]] = {kind: [] for kind in kinds}
    for kind in kinds:
        (folder / kind / "branch.toml").write_text(bench_toml(), encoding="utf-8")
    for attempt in range(TRIES + 1):
        for kind in kinds:
            began = _start(folder, kind, surroundings)
            if attempt:
                spent[kind].append(began)
    for kind, (name, aim) in kinds.items():
        table.add(f"{name}: start", median(wall for wall, _ in spent[kind]), "s", aim=aim)
        table.add(f"{name}: processor until then", median(cpu for _, cpu in spent[kind]), "s")
    for kind, aim in (("empty", ""), ("old", "<= 80")):
        table.add(
            f"{kinds[kind][0]}: memory at rest (RSS)", _memory(folder, kind, surroundings), "MB", aim=aim
        )


def _command(folder: Path, kind: str) -> list[str]:
    """The service on a copy of that folder: a start may write to it."""
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / kind, copy)
    return module(
        *("branch.cli", "serve", "--config", str(copy / "branch.toml"), "--data", str(copy / "data")),
        *("--host", "127.0.0.1", "--port", "0", "--no-announce", "--clock-start", OPEN_HOURS),
    )


def _start(folder: Path, kind: str, surroundings: dict[str, str]) -> tuple[float, float]:
    """Seconds from exec to the line that says that it serves, and of processor time until then."""
    command = _command(folder, kind)
    began = time.perf_counter()
    with child(command, env=surroundings) as process:
        assert process.stdout is not None and process.stdout.readline().startswith("serving")  # noqa: PT018
        wall = time.perf_counter() - began
        used = psutil.Process(process.pid).cpu_times()
        process.terminate()
        process.wait(10)
    return wall, used.user + used.system


def _memory(folder: Path, kind: str, surroundings: dict[str, str]) -> float:
    with child(_command(folder, kind), env=surroundings) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(REST_S)
        held: int = psutil.Process(process.pid).memory_info().rss
        process.terminate()
        process.wait(10)
    return held / 1e6
