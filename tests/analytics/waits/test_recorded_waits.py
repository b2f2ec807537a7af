"""The real recordings: a bank in February 1999, twenty offices around the turn of 2020."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from branch.analytics.waits.waits_command import main_json

# Real data are not part of the project; they lie beside it on machines that have them.
DATA = Path(__file__).parents[4] / "shared" / "data"
BANK, OFFICES = DATA / "bank-calls-1999.csv.gz", DATA / "office-queues-2020.csv.gz"


def shares(found: dict[str, Any], least: int, by: str = "by_day") -> list[float]:
    """The share under the top on each day with so many waits."""
    return [one["under_top"] for one in found[by].values() if one["n"] >= least]


@pytest.mark.skipif(not BANK.exists(), reason=f"{BANK.name} is not on this machine")
def test_the_bank() -> None:
    found = main_json([BANK], "15")
    assert found["n"] == 3834
    assert found["mae"] <= 48
    assert found["rmse"] <= 73
    assert found["pinball"] <= 15.6
    assert len(shares(found, 200)) == 5
    assert all(0.88 <= share <= 0.93 for share in shares(found, 200))
    assert found["mae"] < min(found["mean_so_far"]["mae"], found["last_wait"]["mae"])


@pytest.mark.skipif(not OFFICES.exists(), reason=f"{OFFICES.name} is not on this machine")
def test_the_offices() -> None:
    found = main_json([OFFICES], "2020-01-09")
    assert found["mae"] <= 9.3 * 60
    assert found["many_waiting"]["mae"] <= 20 * 60
    assert all(0.88 <= share <= 0.92 for share in shares(found, 1))
    by_office = shares(found, 100, "by_place_and_day")
    assert sum(0.87 <= share <= 0.93 for share in by_office) >= 0.9 * len(by_office)
