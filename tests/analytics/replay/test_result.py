"""The figures, from customers to JSON."""

from __future__ import annotations

from pathlib import Path

from branch.analytics.replay import replay
from branch.analytics.replay.replay_figures import forecasts, waits
from branch.analytics.replay.simulation import Visit
from branch.analytics.replay.trace import Customer
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.opening_hours import SECOND
from tests.analytics.replay.traces import QUEUE, written

SOMEBODY = Customer(1, 0, "PS", "regular", 0, 10, "S1")


def test_percentiles_are_waits_that_somebody_had() -> None:
    assert waits(range(1, 101)) == {
        "customers": 100,
        "mean": 50.5,
        "p50": 50,
        "p90": 90,
        "p95": 95,
        "p99": 99,
        "max": 100,
    }
    assert waits([7.0])["p90"] == 7.0
    assert waits([3.0, 1.0, 2.0])["p50"] == 2.0


def test_of_nobody_there_is_no_mean() -> None:
    assert waits([]) == {
        "customers": 0,
        "mean": None,
        "p50": None,
        "p90": None,
        "p95": None,
        "p99": None,
        "max": None,
    }


def test_a_forecast_is_kept_below_or_above() -> None:
    estimate = WaitEstimate(
        low=10 * SECOND, middle=20 * SECOND, top=30 * SECOND, ahead=1, dry_run=20 * SECOND
    )
    visits = [Visit(SOMEBODY, "regular", None, waited * SECOND, estimate) for waited in (9, 10, 20, 30, 31)]
    unforetold = Visit(SOMEBODY, "regular", None, 5, None)
    left = Visit(SOMEBODY, "regular", None, None, estimate)
    assert forecasts([*visits, unforetold, left]) == {
        "customers": 5,
        "within": 0.6,
        "below": 0.2,
        "above": 0.2,
        "mean_width_s": 20.0,
    }
    assert forecasts([])["within"] is None


def test_the_total_has_the_recording_beside_it(tmp_path: Path) -> None:
    result = replay(written(tmp_path, *QUEUE)).to_json()
    total = result["total"]
    assert (total["customers"], total["served"], total["left"]) == (4, 3, 1)
    assert total["waits_s"]["all"]["mean"] == round((0 + 140 + 80) / 3, 1)
    assert total["waits_s"]["regular"] == waits([140.0])
    assert total["waits_s"]["priority"] == waits([80.0])
    recorded = total["recorded"]
    assert (recorded["served"], recorded["left"]) == (3, 1)
    assert recorded["waits_s"]["all"] == waits([0.0, 90.0, 180.0])
    assert recorded["waits_s"]["regular"] == waits([90.0])
    assert recorded["waits_s"]["priority"] == waits([180.0])
    assert result["days"] == [{"day": 1, **total}]
    assert result["credit_s"] == {"regular": 0.0, "priority": 90.0}


def test_customers_of_unknown_segment_count_in_the_whole_only(tmp_path: Path) -> None:
    result = replay(written(tmp_path, *QUEUE))
    total = result.to_json()["total"]
    assert "unknown" not in total["waits_s"]
    assert "unknown" not in total["recorded"]["waits_s"]
    assert total["waits_s"]["all"]["customers"] == 3
    queued_as = total["queued_as_s"]
    assert queued_as["regular"]["customers"] + queued_as["priority"]["customers"] == 3
    assert total["of_those_who_waited_s"]["all"] == waits([140.0, 80.0])
    assert total["recorded"]["of_those_who_waited_s"]["all"] == waits([90.0, 180.0])
    assert any(note.startswith("1 customers of unknown segment") for note in result.notes)


def test_a_forecast_is_made_when_the_number_is_given(tmp_path: Path) -> None:
    visits = replay(written(tmp_path, *QUEUE)).visits
    assert visits[0].estimate is not None
    assert visits[0].estimate.middle == 0, "the counter was idle"
    assert all(visit.estimate is not None and visit.estimate.top > 0 for visit in visits[1:])
