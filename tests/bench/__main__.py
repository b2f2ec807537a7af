"""`python -m tests.bench [PART ...]`: queue, push, hall, screens, starts, apps, desk, waits, faults, soak;
all if none is named."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench import apps, desk, faults, hall, push, queue, screens, soak, starts, waits
from tests.bench.table import Table

RESULT = Path("out/bench.json")
PARTS = ("queue", "push", "hall", "screens", "starts", "apps", "desk", "waits", "faults", "soak")


def main() -> None:
    """Measure, print, keep."""
    parts = set(sys.argv[1:]) or set(PARTS)
    table = Table()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "queue" in parts:
            queue.measure(table, folder / "queue")
        if "push" in parts:
            push.measure(table, folder / "push")
        if "hall" in parts:
            hall.measure(table, folder / "hall")
        if "screens" in parts:
            screens.measure(table, folder)
        if "starts" in parts:
            starts.measure(table, folder / "starts")
        if "apps" in parts:
            apps.measure(table, folder)
        if "desk" in parts:
            desk.measure(table)
        if "waits" in parts:
            waits.measure(table)
        if "faults" in parts:
            faults.measure(table, folder / "faults")
        if "soak" in parts:
            soak.measure(table)
    table.write(RESULT)
    print(f"\n{RESULT}")


if __name__ == "__main__":
    main()
