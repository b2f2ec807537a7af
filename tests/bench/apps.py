"""How soon each app has drawn its first frame and how much it holds, beside a bare window of the same Qt.

Every figure comes from rounds in which the bare window and the apps are started one after the other, so that
the machine's other work meets all of them. Bytecode and Qt's own cache are there, as on an installed machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

import psutil

from branch.client.local_store import FOLDER_VARIABLE
from tests.bench.programs import Branch, branch
from tests.bench.table import Table

APPS = ("kiosk", "display", "counter")
ROUNDS = 7
TIMES_BARE = 3.0
MORE_MB = 70

DRAWN = "the first frame is drawn"
REST_S = 15.0
"""How long after its first frame an app is at rest: it follows the service, and has loaded what it needs."""

LIMIT = "a bare window"


def measure(table: Table, folder: Path) -> None:
    """First frames, then memory at rest."""
    table.heading("The apps, beside a bare window")
    with branch(folder / "apps") as service:
        starter = _Starter(folder, service)
        for app in ("bare", *APPS):  # fills the caches of bytecode and of QML
            starter.first_frame(app)
        rounds = [{app: starter.first_frame(app) for app in ("bare", *APPS)} for _ in range(ROUNDS)]
        table.add(f"{LIMIT}: exec to first frame", median(r["bare"][0] for r in rounds), "s")
        for app in APPS:
            aim = f"<= {TIMES_BARE:g} x"
            spent = [r[app][0] for r in rounds]
            times = median(r[app][0] / r["bare"][0] for r in rounds)
            table.add(f"{app}: exec to first frame", median(spent), "s", ratio=times, to=LIMIT, aim=aim)
            spent, bare = ([r[one][1] for r in rounds] for one in (app, "bare"))
            times = sum(spent) / sum(bare)  # told in steps of 10 ms, so all rounds together
            table.add(f"{app}: processor until then", median(spent), "s", ratio=times, to=LIMIT, aim=aim)
        held = starter.at_rest()
        table.add(f"{LIMIT}: memory (RSS)", held["bare"], "MB")
        for app in APPS:
            aim = f"<= {held['bare'] + MORE_MB:.0f}"
            table.add(f"{app}: memory at rest (RSS)", held[app], "MB", aim=aim)


class _Starter:
    """Starts them with settings of their own, as a machine has that was started before."""

    def __init__(self, folder: Path, service: Branch) -> None:
        self._folder, self._service = folder, service
        self._surroundings = os.environ | {
            FOLDER_VARIABLE: str(folder / "settings"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        }
        self._surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

    def first_frame(self, app: str) -> tuple[float, float]:
        """Seconds from exec to the first frame, and of the processor."""
        began = time.perf_counter()
        with self._running(app) as process:
            spent = time.perf_counter() - began
            times = psutil.Process(process.pid).cpu_times()
            return spent, times.user + times.system

    def at_rest(self) -> dict[str, float]:
        """MB resident of each, all running at once."""
        with ExitStack() as stack:
            running = {app: stack.enter_context(self._running(app)) for app in ("bare", *APPS)}
            time.sleep(REST_S)  # the time itself is what is measured
            return {app: psutil.Process(one.pid).memory_info().rss / 1e6 for app, one in running.items()}

    @contextmanager
    def _running(self, app: str) -> Iterator[subprocess.Popen[str]]:
        """One that has drawn its first frame."""
        arguments = [] if app == "bare" else self._arguments(app)
        module = "tests.bench.bare_window" if app == "bare" else app
        with subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            env=self._surroundings,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                assert process.stderr is not None
                assert any(DRAWN in line for line in process.stderr), f"{app} drew nothing"
                yield process
            finally:
                process.kill()

    def _arguments(self, app: str) -> list[str]:
        token = f"--token={self._service.tokens[app]}"  # with "=", for it may begin with a dash
        where = ("--service", self._service.url, token, "--log-folder", str(self._folder / "logs"))
        own = {"counter": ("--counter", "1"), "kiosk": ("--printer", f"png:{self._folder / 'paper'}")}
        return [*where, "--windowed", *own.get(app, ())]
