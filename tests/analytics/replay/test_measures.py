"""What a replay measures in the record: sessions, what servers are asked for, wrap-up, patience, segments."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from branch.analytics.replay.server_sessions import sessions_of, skills_of
from branch.analytics.replay.trace import Trace, read_trace
from branch.analytics.replay.unrecorded import Drawn, Unrecorded, mean_patience_s
from branch.analytics.replay.wrap_up import wrap_up_s
from tests.analytics.replay.traces import QUEUE, WRITING_UP, written


def test_a_break_of_more_than_ten_minutes_ends_a_session(tmp_path: Path) -> None:
    trace = read_trace(
        written(
            tmp_path,
            "1,0,PS,unknown,0,100,served,S1",
            "1,650,PS,regular,50,100,served,S1",
            "1,1401,PS,unknown,0,99,served,S1",
            "1,40,PS,unknown,0,0,served,S2",
        )
    )
    sessions = sessions_of(trace)[1]
    assert [(one.server, one.start_s, one.end_s) for one in sessions] == [
        ("S1", 0, 800),
        ("S2", 40, 41),
        ("S1", 1401, 1500),
    ]
    assert sessions[0].served == ((0, 100), (700, 800))


def test_a_server_who_never_had_a_service_that_was_due_is_not_asked_for_it(tmp_path: Path) -> None:
    """Of 60 customers 20 came for NE; the first server should have had 10 of them, the third only one."""
    trace = read_trace(
        written(
            tmp_path,
            *(f"1,{i * 100},PS,unknown,0,50,served,S1" for i in range(30)),
            *(f"1,{i * 100},NE,unknown,0,50,served,S2" for i in range(20)),
            *(f"1,{i * 100},PS,unknown,0,50,served,S2" for i in range(20, 27)),
            *(f"1,{i * 100},PS,unknown,0,50,served,S3" for i in range(3)),
        )
    )
    assert skills_of(trace) == {"S1": {"PS"}, "S2": {"PS", "NE"}, "S3": {"PS", "NE"}}


def test_who_had_a_customer_of_a_service_on_a_day_is_asked_for_it_that_day(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        *(f"{day},{i * 100},PS,unknown,0,50,served,S1" for day in (1, 2) for i in range(30)),
        *(f"{day},{i * 100},NE,unknown,0,50,served,S2" for day in (1, 2) for i in range(30)),
        "2,5000,NE,unknown,0,50,served,S1",
    )
    days = sessions_of(read_trace(path))
    assert [sorted(one.services) for one in days[1]] == [["PS"], ["NE"]]
    assert [sorted(one.services) for one in days[2]] == [["NE", "PS"], ["NE"], ["NE", "PS"]]


def measured_wrap_up(path: Path) -> float:
    """In seconds."""
    trace = read_trace(path)
    return wrap_up_s(trace, sessions_of(trace))


def test_wrap_up_is_the_time_that_somebody_waits_for_a_server_who_serves_nobody(tmp_path: Path) -> None:
    assert measured_wrap_up(written(tmp_path, *WRITING_UP)) == 30


def test_while_nobody_waits_there_is_no_wrap_up_to_be_seen(tmp_path: Path) -> None:
    assert measured_wrap_up(written(tmp_path, *QUEUE)) == 0, "the next one is called at once"
    calm = ("1,0,PS,unknown,0,100,served,S1", "1,300,PS,unknown,0,100,served,S1")
    assert measured_wrap_up(written(tmp_path, *calm)) == 0


def test_whoever_waits_for_another_server_is_no_sign_of_wrap_up(tmp_path: Path) -> None:
    """The second server is asked for NE only; that somebody waits for PS tells nothing of them."""
    path = written(
        tmp_path,
        *(f"1,{i * 100},PS,unknown,0,50,served,S1" for i in range(30)),
        *(f"1,{i * 100},NE,unknown,0,50,served,S2" for i in range(30)),
        "1,2910,PS,regular,40,10,served,S1",
    )
    assert measured_wrap_up(path) == 0


def test_mean_patience_is_the_time_waited_for_each_who_left(tmp_path: Path) -> None:
    trace = read_trace(written(tmp_path, *QUEUE))
    assert mean_patience_s(trace) == {"PS": 90 + 180 + 60}
    nobody_left = read_trace(written(tmp_path, *QUEUE[:3]))
    assert mean_patience_s(nobody_left) == {"PS": None}
    assert Unrecorded(nobody_left, 1).of_day(1, nobody_left.customers)[1] == Drawn(None, "regular")


def test_a_service_with_few_who_left_leans_on_the_mean_of_all(tmp_path: Path) -> None:
    """100 s in all; NE alone would say 1,000 of one, NW 1 of 980."""
    trace = read_trace(
        written(
            tmp_path,
            "1,0,NE,regular,1000,,left,",
            *(f"1,{i},NW,regular,1,,left," for i in range(980)),
        )
    )
    found = mean_patience_s(trace)
    mean = (1000 + 980) / 981
    assert found["NE"] == pytest.approx((1000 + 20 * mean) / 21)
    assert found["NW"] == pytest.approx((980 + 20 * mean) / 1000)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Trace:
    """Two days of customers served at once, of those who waited, some of them priority ones, and who left."""
    known = ("priority", "regular", "regular", "regular")
    return read_trace(
        written(
            tmp_path_factory.mktemp("crowd"),
            *(
                f"{day},{i},PS,{known[i % 4] if i % 2 else 'unknown'},{100 * (i % 2)},10,served,S1"
                for day in (1, 2)
                for i in range(2_000)
            ),
            *(f"{day},{i},PS,{known[i % 4]},200,,left," for day in (1, 2) for i in range(400)),
        )
    )


def test_the_draws_are_those_of_the_seed_and_of_the_day_alone(crowd: Trace) -> None:
    second = crowd.days()[2]
    drawn = Unrecorded(crowd, 7).of_day(2, second)
    assert Unrecorded(crowd, 7).of_day(2, second) == drawn
    assert Unrecorded(crowd, 8).of_day(2, second) != drawn
    assert Unrecorded(crowd, 7).of_day(1, second) != drawn


def test_patience_goes_on_from_the_recorded_wait_and_who_left_has_no_more(crowd: Trace) -> None:
    customers = crowd.days()[1]
    drawn = Unrecorded(crowd, 1).of_day(1, customers)
    rests = []
    for customer, one in zip(customers, drawn, strict=True):
        assert one.patience_s is not None
        if customer.service_s is None:
            assert one.patience_s == customer.waited_s
        else:
            rests.append(one.patience_s - customer.waited_s)
    mean = (1_000 * 100 + 400 * 200) / 400
    assert min(rests) >= 0
    assert sum(rests) / len(rests) == pytest.approx(mean, rel=0.1), "2,000 draws: three deviations are 7 %"
    assert sum(rest > mean for rest in rests) / len(rests) == pytest.approx(0.37, abs=0.05)


def test_whoever_was_served_at_once_is_of_a_segment_by_its_share(crowd: Trace) -> None:
    customers = crowd.days()[1]
    drawn = Unrecorded(crowd, 1).of_day(1, customers)
    pairs = list(zip(customers, drawn, strict=True))
    assert all(one.segment == c.segment for c, one in pairs if c.segment != "unknown")
    made = Counter(one.segment for c, one in pairs if c.segment == "unknown")
    share = Counter(c.segment for c in crowd.customers if c.segment != "unknown")
    assert set(made) == {"priority", "regular"}
    assert made["priority"] / made.total() == pytest.approx(share["priority"] / share.total(), abs=0.05)
