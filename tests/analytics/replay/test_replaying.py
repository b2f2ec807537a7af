"""Replays whose waits can be worked out by hand, and what holds for every replay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.analytics.replay import replay
from branch.analytics.replay.replay_setting import mean_lengths, staffing
from branch.analytics.replay.trace import Customer, Trace, read_trace
from branch.domain.plan.branch_plan import Rule
from branch.domain.plan.schedule import MINUTE, SECOND
from tests.analytics.replay.traces import QUEUE, SHIFT, written

BANK = Rule(cap=0)


def waited(path: Path, rule: Rule | None = None, credit: int | None = None) -> list[float | None]:
    """By order of arrival, how long each waited; None for those who left."""
    visits = replay(path, rule=rule, credit=credit).visits
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
    assert waited(path) == [0, 0, 60, 0]


def test_counters_are_as_many_as_servers_were_busy_in_the_hour(tmp_path: Path) -> None:
    days = read_trace(written(tmp_path, *SHIFT)).days()
    assert staffing(days[1]) == [2, 1]
    late = Customer(1, 3500, "PS", "regular", 50, 3700, "S9")
    assert staffing([late]) == [1, 1, 1], "3550 to 7250"
    assert staffing([Customer(1, 3500, "PS", "regular", 100, 0, "S9")]) == [0, 1]
    assert staffing([Customer(1, 3500, "PS", "regular", 100, None, "")]) == []


def test_a_counter_that_closes_finishes_its_customer_and_calls_no_other(tmp_path: Path) -> None:
    """At 3600 the second has a customer till 3610; whoever came at 3605 waits for the first, till 3800."""
    assert waited(written(tmp_path, *SHIFT)) == [0, 0, 0, 0, 195]


def test_in_an_hour_without_servers_people_wait_for_the_next(tmp_path: Path) -> None:
    path = written(tmp_path, "1,100,PS,regular,7200,10,served,S1", "1,200,PS,regular,7200,10,served,S1")
    assert waited(path) == [7100, 7010]


def test_the_last_shift_stays_until_nobody_waits(tmp_path: Path) -> None:
    """The third is called at 3700 though the hour is over; who comes when all have gone waits and leaves."""
    path = written(
        tmp_path,
        "1,3000,PS,regular,0,600,served,S1",
        "1,3001,PS,regular,0,100,served,S1",
        "1,3002,PS,regular,0,1,served,S1",
        "1,4000,PS,regular,30,,left,",
    )
    assert waited(path) == [0, 599, 698, None]


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


@given(
    rows=_ROWS, rule=st.sampled_from([BANK, Rule(cap=MINUTE), Rule("first-come"), Rule("strict-priority")])
)
@settings(derandomize=True, database=None, deadline=None, max_examples=100)
def test_everybody_comes_to_an_end(rows: list[Customer], rule: Rule) -> None:
    """Who was served then is served, who left then waits no longer than they did then, nobody less than 0."""
    customers = tuple(sorted(rows, key=lambda customer: (customer.day, customer.arrived_s)))
    visits = replay(Trace("made-up", customers), rule=rule).visits
    assert [visit.customer for visit in visits] == list(customers)
    for visit in visits:
        assert visit.waited is not None or visit.customer.service_s is None
        if visit.waited is not None:
            assert visit.waited >= 0
            assert visit.customer.service_s is not None or visit.waited <= visit.customer.waited_s * SECOND


@given(rows=_ROWS)
@settings(derandomize=True, database=None, deadline=None, max_examples=20)
def test_the_same_trace_gives_the_same_figures(rows: list[Customer]) -> None:
    trace = Trace("made-up", tuple(sorted(rows, key=lambda customer: (customer.day, customer.arrived_s))))
    assert replay(trace).to_json() == replay(trace).to_json()
