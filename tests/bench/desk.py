"""A counter worked through its two windows, service after service: `python -m tests.bench.desk [SERVICES]`.

The counter app is a process of its own beside the service, so the figure is its alone. Every service is
called, started and finished by key; the customer rates with a face and a reason, some in large type, some
with a sentence, some not at all; the language changes from one to the next. What was rated is counted.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from branch.client.autopilot_client import Autopilot
from branch.client.calls.service_api import Api
from tests.bench.programs import branch, piloted
from tests.bench.table import Table
from tests.harness.branch import PIN

SERVICES = 500
MARKS = (50, 250, 500)
"""After how many services the memory is told; the growth is that from the first to the last."""

QUICK = """
import sys
from counter.shell import action_runner
from counter.__main__ import main
action_runner.DOUBLE_PRESS_MS = 0
sys.exit(main())
"""
"""The counter that takes each press at once: that of a nervous hand is not what is measured."""

OPTIONS = ("--windowed", "--rating-window", "--counter", "1", "--language", "en")
DESK, PAD = "counterWindow", "ratingWindow"
PATIENCE_S = 30


def sign_in(pilot: Autopilot) -> None:
    """The teller is there."""
    pilot.wait("signInScreen", window=DESK, timeout=PATIENCE_S)
    for field, text in (("signInStaff", "0312"), ("signInPin", PIN)):
        pilot.click(field, window=DESK)
        pilot.type_text(text, window=DESK)
    pilot.click("signInButton", window=DESK)
    pilot.wait("workScreen", window=DESK, timeout=PATIENCE_S)


def serve(pilot: Autopilot) -> None:
    """One service by key, until its customer is asked for a rating."""
    for meaning in ("Call next", "Start service", "Finish and ask for rating"):
        pilot.wait("primaryButton", equals=meaning, window=DESK, timeout=PATIENCE_S)
        pilot.key("F2", window=DESK)
    pilot.wait("ratingScreen", window=PAD, timeout=PATIENCE_S)


def rate(pilot: Autopilot, n: int) -> bool:
    """What the customer does; whether they give a rating."""
    if n % 10 == 9:
        pilot.tap("ratingSkip", window=PAD)
        return False
    if n % 5 == 1:
        pilot.tap("ratingLarge", window=PAD)
        pilot.tap("ratingContrast", window=PAD)
    pilot.tap(f"score-{n % 5 + 1}", window=PAD)
    pilot.tap("ratingTag-0", window=PAD)
    if n % 10 == 4:
        pilot.tap("ratingWrite", window=PAD)
        for key in "haode":
            pilot.tap(f"key-{key}", window=PAD)
        pilot.tap("key-done", window=PAD)
    pilot.tap("ratingSend", window=PAD)
    return True


def run(services: int, marks: tuple[int, ...]) -> dict[int, float]:
    """The counter's memory (MB resident) after so many services of a run; raises if a rating was lost."""
    figures: dict[int, float] = {}
    rated = 0
    with (
        tempfile.TemporaryDirectory() as place,
        branch(Path(place) / "branch") as hall,
        Api(hall.url, hall.tokens["manager"]) as manager,
        piloted("counter", Path(place), hall, *OPTIONS, code=QUICK) as (pilot, process),
    ):
        sign_in(pilot)
        for n in range(services):
            manager.issue("A", language=("zh", "en")[n % 2])
            serve(pilot)
            rated += rate(pilot, n)
            if n + 1 in marks:
                figures[n + 1] = process.memory_info().rss / 1e6
        pilot.wait("ratingIdle", window=PAD, timeout=PATIENCE_S)
        rows = manager.visits()["visits"]
        assert len([row for row in rows if row["status"] == "served"]) == services
        assert len([row for row in rows if row["rating"]]) == rated
        assert len([row for row in rows if row["unrated"]]) == services - rated
    return figures


def growth(figures: dict[int, float]) -> float:
    """Percent from the first mark to the last."""
    first, *_, last = figures.values()
    return (last / first - 1) * 100


def measure(table: Table) -> None:
    """A part of `make bench`."""
    table.heading("The counter, 500 services through its windows")
    figures = run(SERVICES, MARKS)
    for mark, figure in figures.items():
        table.add(f"memory after {mark} services", figure, "MB")
    table.add(f"growth from {MARKS[0]} to {MARKS[-1]}", growth(figures), "%", aim="< 5")


def main(arguments: list[str]) -> int:
    """Run it and say what came of it, at every fiftieth service."""
    services = int(arguments[0]) if arguments else SERVICES
    figures = run(services, tuple(range(50, services + 1, 50)))
    for mark, figure in figures.items():
        sys.stdout.write(f"{mark:6} services  {figure:7.1f} MB\n")
    sys.stdout.write(f"growth {growth(figures):.1f} %\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
