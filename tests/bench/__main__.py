"""`python -m tests.bench [PART ...]`: queue, screens, starts, apps, desk; all of them if none is named."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench import apps, desk, queue, screens, starts
from tests.bench.table import Table

RESULT = Path("out/bench.json")


def main() -> None:
    """Measure, print, keep."""
    parts = set(sys.argv[1:]) or {"queue", "screens", "starts", "apps", "desk"}
    table = Table()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "queue" in parts:
            bare_ms, bare_rate = queue.limits(table, folder)
            queue.ours(table, folder, bare_ms, bare_rate)
        if "screens" in parts:
            screens.measure(table, folder)
        if "starts" in parts:
            starts.measure(table, folder)
        if "apps" in parts:
            apps.measure(table, folder)
        if "desk" in parts:
            desk.measure(table)
    table.write(RESULT)
    print(f"\n{RESULT}")


if __name__ == "__main__":
    main()
