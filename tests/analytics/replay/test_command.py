"""The command line of a replay, with and without a configuration."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from branch.analytics.replay.replay_command import add_arguments, main_json, run
from branch.analytics.replay.trace import ReplayError
from branch.domain.plan.branch_plan import Plan, RuleName
from branch.opening_hours import MINUTE, SECOND
from tests.analytics.replay.traces import QUEUE, WRITING_UP, written
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


def test_every_rule_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The record first; where nobody has named a promise each rule without one and with the usual one."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args([str(written(tmp_path, *QUEUE)), "--rules"])) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert [(one["rule"], one["most_passes"]) for one in found["replays"]] == [
        (name, promise) for promise in (0, 5) for name in get_args(RuleName)
    ]
    record, *rows = found["table"]
    assert [one["rates"] for one in found["replays"] if one["rule"] == "accumulating-priority"] == [
        {"regular": 1.0, "priority": 2.5}
    ] * 2
    assert record["rule"] == "as recorded"
    assert record["waits_s"]["all"] == {"mean": 90.0, "p90": 180.0, "p99": 180.0}
    assert record["waits_s"]["priority"] == {"mean": None, "p90": None, "p99": None}, "not all are known"
    assert (record["left"], record["passed_at_most"]) == (1, None)
    by_rule = {row["rule"]: row for row in rows}
    assert len(by_rule) == len(rows) == len(found["replays"])
    assert by_rule["first-come"]["waits_s"]["priority"]["mean"] == 180.0
    strict = by_rule["strict-priority, promise 5"]
    assert (strict["waits_s"]["priority"]["mean"], strict["passed_at_most"]) == (80.0, 1)
    lines = err.splitlines()
    assert [line.split("  ")[0] for line in lines[2:]] == ["as recorded", *by_rule]
    assert len({len(line) for line in lines}) == 1, "columns"
    assert lines[2].split()[-2:] == ["1", "-"]


def test_every_rule_with_the_settings_of_a_configuration(tmp_path: Path) -> None:
    path = written(tmp_path, *QUEUE)
    plan = ruled(cap=20 * MINUTE, most_passes=3)
    found = main_json(path, plan=plan, every=True)
    assert [one["rule"] for one in found["replays"]] == list(get_args(RuleName))
    assert all(one["most_passes"] == 3 for one in found["replays"])
    assert "longest-wait, vip 600 s, priority 300 s, cap 20 min, promise 3" in [
        row["rule"] for row in found["table"]
    ]
    assert {one["most_passes"] for one in main_json(path, every=True, promise=2)["replays"]} == {2}


def test_the_seed_is_told_and_decides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(written(tmp_path, *QUEUE))
    assert printed(capsys, path)["seed"] == 1
    first, again = (printed(capsys, path, "--seed", "12") for _ in range(2))
    assert first["seed"] == 12
    assert first == again


def test_what_was_measured_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(written(tmp_path, *WRITING_UP))
    found = printed(capsys, path)
    assert found["measured"] == {"wrap_up_s": 30.0, "patience_s": {"PS": None}, "server_hours": 0.1}
    assert found["replays"][0]["total"]["waits_s"]["all"]["max"] == 240.0
    other = printed(capsys, path, "--wrap-up", "0")
    assert other["measured"]["wrap_up_s"] == 0
    assert other["replays"][0]["total"]["waits_s"]["all"]["max"] == 180.0


def test_counters_are_as_many_as_servers_were_there_at_once(tmp_path: Path) -> None:
    """Three servers, of whom the third comes when the second has gone."""
    path = written(
        tmp_path,
        "1,0,PS,unknown,0,100,served,S1",
        "1,50,PS,unknown,0,50,served,S2",
        "1,100,PS,unknown,0,50,served,S3",
    )
    assert main_json(path)["replays"][0]["counters"] == 2
    assert main_json(written(tmp_path, "1,0,PS,regular,5,,left,"))["replays"][0]["counters"] == 0


def test_cap_in_minutes_and_credit_in_seconds(tmp_path: Path) -> None:
    path = written(tmp_path, *QUEUE)
    (capped,) = main_json(path, cap=1.5, credit=100)["replays"]
    assert (capped["cap_s"], capped["credit_s"]["priority"]) == (90.0, 100.0)
    assert capped["total"]["calls_by_cap"] == 1
    (generous,) = main_json(path, credit=0)["replays"]
    assert generous["total"]["waits_s"]["priority"]["max"] == 180.0


@pytest.mark.parametrize(
    "words",
    [
        ["--cap", "-1"],
        ["--cap", "nan"],
        ["--credit", "much"],
        ["--rule", "fair"],
        ["--seed", "x"],
        ["--wrap-up", "-1"],
        ["--rules", "--rule", "first-come"],
    ],
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
