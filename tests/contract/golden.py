"""JSON kept in files, compared line by line.

When a shape is meant to change: ``REGOLDEN=1 pytest tests/contract``, then read the diff.
"""

from __future__ import annotations

import difflib
import json
import os
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "golden"


def check_golden(name: str, value: Any) -> None:
    """``value`` is what golden/NAME.json holds; else fail with the difference."""
    file = FOLDER / f"{name}.json"
    now = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("REGOLDEN"):
        file.write_text(now, encoding="utf-8")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    if now != kept:
        difference = "".join(
            difflib.unified_diff(
                kept.splitlines(keepends=True), now.splitlines(keepends=True), f"golden/{file.name}", "now"
            )
        )
        pytest.fail(f"{name} has changed (REGOLDEN=1 takes the new shape):\n{difference}", pytrace=False)
