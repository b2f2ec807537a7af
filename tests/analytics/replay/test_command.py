"""The command line of a replay, with and without a configuration."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from branch.analytics.replay.replay_command import add_arguments, main_json, run
from branch.analytics.replay.trace import ReplayError
from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.schedule import MINUTE, SECOND
from tests.analytics.replay.traces import QUEUE, written
from tests.domain.branches import PLAN, ruled


def printed(capsys: pytest.CaptureFixture[str], *words: str, plan: Plan | None = None) -> dict[str, Any]:
    """What the command prints, read back."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args(words), plan) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_banks_own_rule_when_nothing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, str(written(tmp_path, *QUEUE)))
    assert (found["trace"], found["customers"], found["days"]) == ("made-up.csv", 4, 1)
    (only,) = found["replays"]
    assert (only["rule"], only["cap_s"], only["credit_s"]) == (
        "longest-wait",
        0.0,
        {"regular": 0.0, "priority": 90.0},
    )


def test_two_rules_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(written(tmp_path, *QUEUE))
    found = printed(capsys, path, "--rule", "first-come", "--rule", "strict-priority", "--rule", "first-come")
    replays = found["replays"]
    assert [one["rule"] for one in replays] == ["first-come", "strict-priority"]
    assert [one["total"]["waits_s"]["priority"]["max"] for one in replays] == [180.0, 80.0]


def test_cap_in_minutes_and_credit_in_seconds(tmp_path: Path) -> None:
    path = written(tmp_path, *QUEUE)
    (capped,) = main_json(path, cap=1.5, credit=100)["replays"]
    assert (capped["cap_s"], capped["credit_s"]["priority"]) == (90.0, 100.0)
    assert capped["total"]["calls_by_cap"] == 1
    (generous,) = main_json(path, credit=0)["replays"]
    assert generous["total"]["waits_s"]["priority"]["max"] == 180.0


@pytest.mark.parametrize(
    "words", [["--cap", "-1"], ["--cap", "nan"], ["--credit", "much"], ["--rule", "fair"]]
)
def test_nonsense_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["trace.csv", *words])
    assert words[0] in capsys.readouterr().err


def test_a_configuration_gives_the_rule_and_the_segments(tmp_path: Path) -> None:
    """Regular and unknown customers are the branch's ordinary ones, priority ones its own priority ones."""
    path = written(tmp_path, *QUEUE)
    (own,) = main_json(path, plan=ruled(cap=20 * MINUTE))["replays"]
    assert (own["rule"], own["cap_s"]) == ("longest-wait", 1200.0)
    assert own["credit_s"] == {"ordinary": 0.0, "vip": 600.0, "priority": 300.0}
    assert own["total"]["waits_s"]["priority"]["max"] == 80.0
    (other,) = main_json(path, plan=ruled("strict-priority"), rules=["first-come"])["replays"]
    assert other["rule"] == "first-come"
    assert other["total"]["waits_s"]["priority"]["max"] == 180.0


def test_the_hours_of_the_configuration_turn_nobody_away(tmp_path: Path) -> None:
    found = main_json(written(tmp_path, *QUEUE), plan=PLAN)
    assert found["replays"][0]["total"]["served"] == 3
    assert any("hours and counters do not count" in note for note in found["notes"])


def test_a_service_that_is_configured_keeps_its_standard_but_not_its_quota(tmp_path: Path) -> None:
    few = replace(PLAN.services["A"], last=1, standard=77 * SECOND)
    plan = replace(PLAN, services={"A": few})
    rows = [row.replace("PS", "A") for row in QUEUE]
    assert main_json(written(tmp_path, *rows), plan=plan)["replays"][0]["total"]["served"] == 3


def test_a_segment_that_the_configuration_lacks_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, *QUEUE, "1,50,PS,royal,0,10,served,S1")
    with pytest.raises(ReplayError, match=r"no segment 'royal' .* it has ordinary, vip, priority$"):
        main_json(path, plan=PLAN)


def test_ordinary_customers_may_be_called_ordinary(tmp_path: Path) -> None:
    rows = [row.replace("regular", "ordinary") for row in QUEUE]
    (found,) = main_json(written(tmp_path, *rows))["replays"]
    assert found["credit_s"] == {"ordinary": 0.0, "priority": 90.0}


def test_a_bad_file_is_the_callers_to_report(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match="cannot be read"):
        main_json(tmp_path / "nowhere.csv")
