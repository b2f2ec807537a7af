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


def days(trace: Trace, first: int, last: int) -> Trace:
    """Those days of it, as a recording of its own: everything is measured in them alone."""
    return Trace(trace.name, tuple(c for c in trace.customers if first <= c.day <= last))


def assert_like_the_record(total: dict[str, Any]) -> None:
    """Mean wait and the number of those who left are within a tenth."""
    assert total["left"] == pytest.approx(total["recorded"]["left"], rel=0.1)
    recorded = total["recorded"]["waits_s"]["all"]["mean"]
    assert total["waits_s"]["all"]["mean"] == pytest.approx(recorded, rel=0.1)


def test_all_days_under_the_banks_own_rule(trace: Trace) -> None:
    replayed = replay(trace)
    result = replayed.to_json()
    total = result["total"]
    assert [day["day"] for day in result["days"]] == list(range(1, 22))
    assert total["customers"] == sum(day["customers"] for day in result["days"]) == 23_601
    assert total["served"] + total["left"] == 23_601
    assert total["recorded"]["served"] == 20_515
    assert total["recorded"]["left"] == 3_086
    assert total["recorded"]["waits_s"]["all"]["mean"] == 40.5
    assert total["recorded"]["waits_s"]["priority"]["mean"] == 63.6
    assert total["recorded"]["waits_s"]["regular"]["mean"] == 92.3
    assert mean(result, "priority") < mean(result, "regular")
    assert replayed.measured.to_json()["server_hours"] == pytest.approx(1416, abs=1)
    assert_like_the_record(total)


@pytest.mark.parametrize("first", [1, 8, 15])
def test_a_week_alone_is_like_its_record(trace: Trace, first: int) -> None:
    assert_like_the_record(replay(days(trace, first, first + 6)).total())


def test_a_day_alone_is_like_its_record(trace: Trace) -> None:
    assert_like_the_record(replay(days(trace, 10, 10)).total())


def test_the_rules_do_what_they_say_in_a_busy_week(trace: Trace) -> None:
    rules = (Rule(cap=0), Rule("strict-priority"), Rule("first-come"))
    own, strict, fair = (result.to_json() for result in compare(days(trace, 7, 11), rules))
    assert mean(strict, "priority") <= mean(own, "priority") < mean(fair, "priority")
    assert mean(fair, "regular") < mean(own, "regular") <= mean(strict, "regular")
