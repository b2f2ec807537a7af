"""The real recording: three weeks of a bank's line, 23,601 customers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from branch.analytics.replay import compare, replay
from branch.analytics.replay.trace import Trace, read_trace
from branch.domain.plan.branch_plan import Rule

# Real data are not part of the project; they lie beside it on machines that have them.
FILE = Path(__file__).parents[4] / "shared" / "data" / "bank-calls-1999.csv.gz"

pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"{FILE.name} is not on this machine")


@pytest.fixture(scope="module")
def trace() -> Trace:
    """The recording."""
    return read_trace(FILE)


def mean(result: dict[str, Any], segment: str) -> float:
    """The mean wait of a segment in the whole."""
    found: float = result["total"]["waits_s"][segment]["mean"]
    return found


def test_all_days_under_the_banks_own_rule(trace: Trace) -> None:
    result = replay(trace).to_json()
    total = result["total"]
    assert [day["day"] for day in result["days"]] == list(range(1, 22))
    assert total["customers"] == sum(day["customers"] for day in result["days"]) == 23_601
    assert total["served"] + total["left"] == 23_601
    assert total["served"] >= total["recorded"]["served"] == 20_515
    assert total["recorded"]["waits_s"]["all"]["mean"] == 40.5
    assert total["recorded"]["waits_s"]["priority"]["mean"] == 63.6
    assert total["recorded"]["waits_s"]["regular"]["mean"] == 92.3
    assert mean(result, "priority") < mean(result, "regular")
    assert 0.65 < total["forecast"]["those_who_waited"]["within"] < 0.95


def test_the_rules_do_what_they_say_in_a_busy_week(trace: Trace) -> None:
    week = Trace(trace.name, tuple(c for c in trace.customers if 7 <= c.day <= 11))
    rules = (Rule(cap=0), Rule("strict-priority"), Rule("first-come"))
    own, strict, fair = (result.to_json() for result in compare(week, rules))
    assert mean(strict, "priority") <= mean(own, "priority") < mean(fair, "priority")
    assert mean(fair, "regular") < mean(own, "regular") <= mean(strict, "regular")
