"""How long no touch is heard and nothing moves: the longest turns of each app's event loop while it works."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

import psutil

from branch.client.autopilot_client import Autopilot
from branch.client.calls.service_api import Api
from tests.bench import desk, held_up, soak
from tests.bench.programs import Branch, Client, branch, piloted, sign_in
from tests.bench.table import Table

MOST_MS = 16
CUSTOMERS = 24
SERVICES = 15
CALLS = 25
PAUSE_S = 0.4

QUICK = "from kiosk.visit import visit\nvisit.SHIELD_MS, visit.SHIELD_ELSE_MS = {}, 1\n"
"""See `tests.bench.soak`."""


def measure(table: Table) -> None:
    """Each app alone on its branch, worked by hand but for the board, which is sent calls."""
    table.heading("The apps' event loops: turns")
    for app, work in (("kiosk", _kiosk), ("counter", _counter), ("display", _display)):
        with tempfile.TemporaryDirectory() as place, branch(Path(place) / "branch") as hall:
            told = work(Path(place), hall)
        processor, clock = told["processor_ms"], told["clock_ms"]
        assert isinstance(processor, list)
        assert isinstance(clock, list)
        aim = f"<= {MOST_MS}"
        table.add(f"{app}: longest turn, of the processor", processor[0], "ms", aim=aim)
        table.add(f"{app}: tenth longest turn, of the processor", processor[9], "ms", aim=aim)
        table.add(f"{app}: longest turn, by the clock", clock[0], "ms", aim=aim)
        collection = told["longest_collection_ms"]
        assert isinstance(collection, float)
        table.add(f"{app}: longest collection of garbage, in it", collection, "ms")


def _code(file: Path, app: str, before: str = "") -> str:
    return (
        f"import sys\n{before}from tests.bench.held_up import main\n"
        f"sys.exit(main([{str(file)!r}, {app!r}, *sys.argv[1:]]))"
    )


def _told(file: Path, pilot: Autopilot, process: psutil.Process) -> dict[str, object]:
    pilot.quit()
    process.wait(30)
    told: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    return told


def _kiosk(place: Path, hall: Branch) -> dict[str, object]:
    file, paper = place / "turns.json", f"png:{place / 'paper'}"
    code = _code(file, "kiosk", QUICK)
    with piloted("kiosk", place, hall, "--printer", paper, code=code) as (pilot, process):
        pilot.wait("homeScreen", timeout=30)
        time.sleep(held_up.SETTLED_S)
        for customer in range(CUSTOMERS):
            soak.visit(pilot, customer)
        return _told(file, pilot, process)


def _counter(place: Path, hall: Branch) -> dict[str, object]:
    file = place / "turns.json"
    with (
        Api(hall.url, hall.tokens["manager"]) as manager,
        piloted("counter", place, hall, *desk.OPTIONS, code=_code(file, "counter")) as (pilot, process),
    ):
        desk.sign_in(pilot)
        time.sleep(held_up.SETTLED_S)
        for _ in range(SERVICES):
            manager.issue("A")
        for n in range(SERVICES):
            desk.serve(pilot)
            desk.rate(pilot, n)
        return _told(file, pilot, process)


def _display(place: Path, hall: Branch) -> dict[str, object]:
    file = place / "turns.json"
    counter, kiosk = sign_in(hall, 1, "0312"), Client(hall.url, hall.tokens["kiosk"])
    with piloted("display", place, hall, code=_code(file, "display")) as (pilot, process):
        time.sleep(held_up.SETTLED_S)
        for _ in range(CALLS):
            kiosk.post("/v1/tickets", {"service": "A"})
        for _ in range(CALLS):
            for act in ("next", "start", "finish"):
                counter.post(f"/v1/counters/1/{act}")
            time.sleep(PAUSE_S)  # as calls come in a hall, if a busy one
        return _told(file, pilot, process)
