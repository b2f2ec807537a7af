"""`branchline check` says where the promise of fairness takes the place of the rule."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from branch.commands.check_promise import promise_warnings
from branch.domain.plan.branch_plan import Plan
from branch.service.journal.journal_format import to_record
from branch.service.journal.journal_port import Draft
from branch.service.journal.sqlite_journal import SqliteJournal
from tests.domain.branches import FRIDAY, PLAN, ruled
from tests.domain.helpers import Story, given, issue, seat, served_in

RULED = ruled("accumulating-priority", most_passes=5)


def recorded(story: Story, folder: Path) -> Path:
    """A data folder with the journal of that day."""
    drafts = [Draft(FRIDAY, event.at, *to_record(event)) for event in story.history]
    with closing(SqliteJournal.open(folder)) as journal:
        journal.append(drafts)
    return folder


def crowd(every: int, most: int) -> Story:
    """A hundred and twenty customers, every so many-th with priority, all waiting before the first call."""
    people = [issue(f"t{n}", segment=None if n % every else "priority") for n in range(120)]
    plan = ruled("strict-priority", most_passes=most)
    return given(*people, seat(1), *(step for _ in people for step in served_in(1)), plan=plan)


@pytest.mark.parametrize(("every", "told"), [(3, True), (10, False)])
def test_many_with_priority_are_told_of(every: int, told: bool, tmp_path: Path) -> None:
    folder = recorded(crowd(every, 5), tmp_path)
    (warning,) = promise_warnings(RULED, folder) or ("",)
    assert ("33% of 120 recorded customers go before others" in warning) == told
    assert promise_warnings(replace(RULED, rule=replace(RULED.rule, most_passes=8)), folder) == []


def test_a_promise_that_decided_many_calls_is_told_of(tmp_path: Path) -> None:
    folder = recorded(crowd(3, 2), tmp_path)
    (warning,) = promise_warnings(ruled("strict-priority", most_passes=2), folder)
    assert warning.startswith("rule: the promise of 2 decided ")
    assert promise_warnings(ruled("strict-priority", most_passes=3), folder) == [], "no such day was recorded"


def test_equal_rates_are_no_rule(tmp_path: Path) -> None:
    same = {segment.id: replace(segment, rate=1.0) for segment in PLAN.segments.values()}
    (warning,) = promise_warnings(replace(RULED, segments=same), tmp_path)
    assert warning == "rule: all segments have the same rate, so everybody is called by arrival"


@pytest.mark.parametrize("plan", [RULED, PLAN])
def test_without_recorded_days_nothing_is_said(plan: Plan, tmp_path: Path) -> None:
    assert promise_warnings(plan, tmp_path) == []
    assert promise_warnings(plan, None) == []
