"""Replays whose waits can be worked out by hand, and what holds for every replay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.analytics.replay import replay
from branch.analytics.replay.replay_setting import mean_lengths
from branch.analytics.replay.trace import Customer, Trace, read_trace
from branch.domain.plan.branch_plan import Rule, RuleName
from branch.opening_hours import MINUTE, SECOND
from tests.analytics.replay.traces import QUEUE, WRITING_UP, written

BANK = Rule(cap=0)
RULES: tuple[RuleName, ...] = get_args(RuleName)


def waited(
    path: Path, rule: Rule | None = None, credit: int | None = None, wrap_up: float | None = None
) -> list[float | None]:
    """By order of arrival, how long each waited; None for those who left."""
    visits = replay(path, rule=rule, credit=credit, wrap_up=wrap_up).visits
    return [None if visit.waited is None else visit.waited / SECOND for visit in visits]


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    """One server, two who wait, one who leaves."""
    return written(tmp_path, *QUEUE)


def test_the_banks_own_rule_is_longest_wait_with_ninety_seconds(queue: Path) -> None:
    """At 100 the ordinary one has waited for 90, the other for 80 and 90 more; at 150 the ordinary one."""
    assert waited(queue) == waited(queue, BANK) == [0, 140, 80, None]


def test_without_credit_the_first_is_the_first(queue: Path) -> None:
    assert waited(queue, credit=0) == [0, 90, 180, None]
    assert waited(queue, credit=10 * SECOND) == [0, 90, 180, None], "10 s late and 10 s of credit: by arrival"
    assert waited(queue, credit=11 * SECOND) == [0, 140, 80, None]


def test_first_come(queue: Path) -> None:
    assert waited(queue, Rule("first-come")) == [0, 90, 180, None]


def test_strict_priority(queue: Path) -> None:
    assert waited(queue, Rule("strict-priority")) == [0, 140, 80, None]


def test_the_cap_decides_and_is_counted(queue: Path) -> None:
    result = replay(queue, rule=Rule(cap=90 * SECOND))
    assert [visit.waited for visit in result.visits] == [0, 90 * SECOND, 180 * SECOND, None]
    assert result.to_json()["total"]["calls_by_cap"] == 1
    assert replay(queue, rule=Rule(cap=91 * SECOND)).to_json()["total"]["calls_by_cap"] == 0


def test_whoever_is_called_in_the_second_of_leaving_stays(tmp_path: Path) -> None:
    patient = written(tmp_path, QUEUE[0], "1,30,PS,regular,70,,left,")
    assert waited(patient) == [0, 70]
    impatient = written(tmp_path, QUEUE[0], "1,30,PS,regular,69,,left,")
    assert waited(impatient) == [0, None]


def test_one_who_left_and_is_served_here_takes_the_mean_time_of_the_service(tmp_path: Path) -> None:
    """PS takes (100 + 40) / 2 = 70; NE is longer, but another service."""
    path = written(
        tmp_path,
        "1,0,PS,regular,0,100,served,S1",
        "1,300,PS,regular,500,,left,",
        "1,310,PS,regular,0,40,served,S1",
        "1,900,NE,regular,0,1000,served,S1",
    )
    assert mean_lengths(read_trace(path)) == {"PS": 70 * SECOND, "NE": 1000 * SECOND}
    assert waited(path, wrap_up=0) == [0, 0, 60, 0]


def test_a_day_of_one_line_is_replayed_as_it_was(tmp_path: Path) -> None:
    """Also a server who is not ready for half a minute after each customer, or comes two hours late."""
    assert waited(written(tmp_path, *WRITING_UP)) == [0, 120, 240]
    late = ("1,100,PS,regular,7200,10,served,S1", "1,200,PS,regular,7200,10,served,S1")
    assert waited(written(tmp_path, *late)) == [7200, 7200]


def test_another_wrap_up_may_be_tried(tmp_path: Path) -> None:
    assert waited(written(tmp_path, *WRITING_UP), wrap_up=0) == [0, 90, 180]
    assert waited(written(tmp_path, *WRITING_UP), wrap_up=7.5) == [0, 97.5, 195]


def test_nobody_calls_during_a_break(tmp_path: Path) -> None:
    """Whoever comes at 300 is called at 900; had the server been back within ten minutes, at once."""
    comes = "1,300,PS,regular,700,,left,"
    out = written(tmp_path, "1,0,PS,unknown,0,100,served,S1", comes, "1,900,PS,unknown,0,40,served,S1")
    assert waited(out) == [0, 600, 70]
    there = written(tmp_path, "1,0,PS,unknown,0,100,served,S1", comes, "1,700,PS,unknown,0,40,served,S1")
    assert waited(there) == [0, 0, 0]


def test_a_server_who_goes_finishes_the_customer_and_calls_no_other(tmp_path: Path) -> None:
    """The second server goes at 3100, here with a customer until 3300; at 3320 only the first is there."""
    path = written(
        tmp_path,
        "1,3000,PS,unknown,0,100,served,S2",
        "1,3000,PS,unknown,0,300,served,S1",
        "1,3310,PS,unknown,0,40,served,S1",
        "1,3320,PS,regular,30,50,served,S1",
    )
    assert waited(path) == [0, 0, 0, 30]


def test_the_last_server_stays_until_nobody_waits(tmp_path: Path) -> None:
    """The third is called at 200 though the session is over; who comes when all have gone leaves."""
    path = written(
        tmp_path,
        "1,0,PS,unknown,0,100,served,S1",
        "1,10,PS,regular,90,100,served,S1",
        "1,20,PS,regular,500,,left,",
        "1,400,PS,regular,30,,left,",
    )
    assert waited(path) == [0, 90, 180, None]


def test_a_server_calls_nobody_for_a_service_they_are_not_asked_for(tmp_path: Path) -> None:
    """The first server is free, but has never had an NE; the line for PS is another one."""
    path = written(
        tmp_path,
        *(f"1,{i * 100},PS,unknown,0,50,served,S1" for i in range(40)),
        *(f"1,{i * 100},NE,unknown,0,50,served,S2" for i in range(40)),
        "1,3910,NE,regular,40,10,served,S2",
    )
    by_service = {visit.customer.service: visit.waited for visit in replay(path).visits}
    assert by_service == {"PS": 0, "NE": 40 * SECOND}


def test_whoever_was_called_before_one_who_came_earlier_has_passed_them(queue: Path) -> None:
    """Counted for persons, also for those who leave; those who may be passed are in nobody's way."""
    assert [visit.passed for visit in replay(queue, rule=Rule("strict-priority")).visits] == [0, 1, 0, 0]
    assert [visit.passed for visit in replay(queue, rule=Rule("first-come")).visits] == [0, 0, 0, 0]
    assert replay(queue, rule=Rule("strict-priority")).total()["passed_at_most"] == 1


def test_nobody_was_served_at_all(tmp_path: Path) -> None:
    path = written(tmp_path, "1,100,PS,regular,30,,left,", "3,100,PS,regular,30,,left,")
    assert waited(path) == [None, None]
    total = replay(path).to_json()["total"]
    assert total["waits_s"]["all"]["mean"] is None
    assert total["forecast"]["all"]["within"] is None


def test_a_day_that_runs_over_midnight_ends_before_the_next_begins(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "1,86000,PS,regular,0,90000,served,S1",
        "1,86390,PS,regular,0,10,served,S1",
        "2,0,PS,regular,0,10,served,S1",
    )
    assert waited(path) == [0, 86_000 + 90_000 - 86_390, 0]


_ROWS = st.lists(
    st.builds(
        Customer,
        day=st.integers(1, 2),
        arrived_s=st.integers(0, 9_000),
        service=st.sampled_from(["PS", "NE"]),
        segment=st.sampled_from(["regular", "priority", "unknown"]),
        waited_s=st.integers(0, 900),
        service_s=st.none() | st.integers(0, 900),
        server=st.sampled_from(["S1", "S2", "S3"]),
    ),
    min_size=1,
    max_size=40,
)


@given(rows=_ROWS, rule=st.sampled_from([BANK, Rule(cap=MINUTE), *map(Rule, RULES)]))
@settings(derandomize=True, database=None, deadline=None, max_examples=100)
def test_everybody_comes_to_an_end(rows: list[Customer], rule: Rule) -> None:
    """Nobody waits longer than their patience or less than 0; who left then has what they had then."""
    customers = tuple(sorted(rows, key=lambda customer: (customer.day, customer.arrived_s)))
    visits = replay(Trace("made-up", customers), rule=rule).visits
    assert [visit.customer for visit in visits] == list(customers)
    for visit in visits:
        assert visit.waited is not None or visit.patience is not None
        if visit.customer.service_s is None:
            assert visit.patience == visit.customer.waited_s * SECOND
        if visit.waited is not None:
            assert 0 <= visit.waited <= (visit.waited if visit.patience is None else visit.patience)


_CROWD = st.lists(
    st.builds(
        Customer,
        day=st.just(1),
        arrived_s=st.integers(0, 5).map(lambda minute: 60 * minute),
        service=st.sampled_from(["PS", "NE"]),
        segment=st.sampled_from(["regular", "priority", "unknown"]),
        waited_s=st.integers(0, 900),
        service_s=st.none() | st.integers(60, 300),
        server=st.sampled_from(["S1", "S2"]),
    ),
    min_size=10,
    max_size=40,
)


@given(rows=_CROWD, name=st.sampled_from(RULES), promise=st.sampled_from([1, 2, 5]))
@settings(derandomize=True, database=None, deadline=None, max_examples=150)
def test_nobody_is_passed_more_often_than_promised(
    rows: list[Customer], name: RuleName, promise: int
) -> None:
    """Counted here by person, also of those who came in the same second, and not by asking the queue."""
    customers = tuple(sorted(rows, key=lambda customer: (customer.day, customer.arrived_s)))
    result = replay(Trace("made-up", customers), rule=Rule(name, cap=0, most_passes=promise))
    assert max(visit.passed for visit in result.visits) <= promise


@given(rows=_ROWS)
@settings(derandomize=True, database=None, deadline=None, max_examples=50)
def test_where_nobody_left_everybody_is_served(rows: list[Customer]) -> None:
    served = (replace(customer, service_s=customer.service_s or 0) for customer in rows)
    customers = tuple(sorted(served, key=lambda customer: (customer.day, customer.arrived_s)))
    assert all(visit.waited is not None for visit in replay(Trace("made-up", customers)).visits)


@given(rows=_ROWS)
@settings(derandomize=True, database=None, deadline=None, max_examples=20)
def test_the_same_seed_gives_the_same_figures(rows: list[Customer]) -> None:
    trace = Trace("made-up", tuple(sorted(rows, key=lambda customer: (customer.day, customer.arrived_s))))
    assert replay(trace, seed=3).to_json() == replay(trace, seed=3).to_json()


def test_the_draws_do_not_depend_on_the_rule(queue: Path) -> None:
    patience = [[visit.patience for visit in replay(queue, rule=Rule(name)).visits] for name in RULES]
    assert patience == [patience[0]] * len(RULES)
    assert [visit.patience for visit in replay(queue, seed=2).visits] != patience[0]
