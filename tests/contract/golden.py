"""Golden JSON of what the service tells: see tests.harness.golden."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.harness.golden import check_document

FOLDER = Path(__file__).parent / "golden"


def check_golden(name: str, value: Any) -> None:
    """``value`` is what golden/NAME.json holds; else fail with the difference."""
    check_document(FOLDER / f"{name}.json", value)
