"""The figures of a day, against ones worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.analytics.report.report_figures import busiest, day_figures, percentile
from branch.analytics.report.report_model import DayFigures, Ends, Ratings, Spread, StepFigures
from branch.contract.branch_info import NO_BRANCH
from tests.analytics.report.days import busy_day, row, sample_branch

BRANCH = sample_branch()


def small_day() -> list[dict[str, Any]]:
    """Six customers: waits of 2, 6, 10, 12 and 20 minutes, one who left before the call."""
    return [
        row("A001", "09:05", 120, took=240, score=5, counter=1),
        row("A002", "09:10", 600, took=360, score=4, counter=2, reason="credit", segment="priority"),
        row("A003", "09:50", 720, counter=1),
        row("B001", "10:00", 1200, took=600, counter=2, reason="only"),
        row("V001", "10:20", 360, took=900, score=2, counter=3, segment="vip"),
        row("A004", "11:01", status="cancelled", finished_at="2026-11-21T11:05:00.000+08:00"),
    ]


@pytest.fixture(scope="module")
def figures() -> DayFigures:
    return day_figures(small_day(), BRANCH)


def test_how_the_visits_ended(figures: DayFigures) -> None:
    assert figures.ends == Ends(6, served=4, missed=1, cancelled=1, expired=0, unfinished=0)
    assert figures.ends.left == 1
    assert str(figures.day) == "2026-11-21"


def test_waits_of_all_who_were_called(figures: DayFigures) -> None:
    # 2, 6, 10, 12, 20 min; p90: h = 4 * 0.9 = 3.6, so 12 + 0.6 * 8 = 16.8.
    # Standards 10, 10, 10, 15, 10: 12 (A) and 20 (B) are beyond, and 10 is within 10.
    waits = figures.waits
    assert (waits.count, waits.mean_s, waits.median_s, waits.max_s) == (5, 600, 600, 1200)
    assert waits.p90_s == pytest.approx(16.8 * 60)
    assert (waits.judged, waits.within, waits.late, waits.share) == (5, 3, 2, 0.6)
    assert waits.standard_s == 11 * 60


def test_services_in_the_order_of_the_branch(figures: DayFigures) -> None:
    assert [service.id for service in figures.services] == ["A", "B", "C", "V"]
    cash, _, business, wealth = figures.services
    assert (cash.ends.customers, cash.waits.count, cash.waited_s) == (4, 3, (120, 600, 720))
    assert (cash.times.mean_s, cash.standard_s, cash.times.share) == (300, 300, 0.5)
    assert business.waits == business.times == Spread(0, None, None, None, None, 0, 0, None)
    assert business.waits.share is None
    assert (wealth.times.share, wealth.times.late) == (0, 1)


def test_how_often_every_step_was_ticked() -> None:
    rows = [
        row("A001", "09:05", 60, took=240, steps={"done": 4, "of": 4}),
        row("A002", "09:06", 60, took=240, steps={"done": 3, "of": 4}),
        row("A003", "09:07", 60, steps={"done": 4, "of": 4}),  # called in vain: nothing to keep
        row("A004", "09:08", 60, took=240, steps={"done": None, "of": "x"}),
        row("B001", "09:09", 60, took=240, steps=None),
    ]
    cash, accounts, _, _ = day_figures(rows, sample_branch()).services
    assert cash.steps == StepFigures(served=2, all=1)
    assert accounts.steps is None


def test_segments_and_hours_of_arrival(figures: DayFigures) -> None:
    assert {s.id: s.ends.customers for s in figures.segments} == {"ordinary": 4, "vip": 1, "priority": 1}
    assert [(h.hour, h.ends.customers, h.waits.mean_s) for h in figures.hours] == [
        (9, 3, 480),
        (10, 2, 780),
        (11, 1, None),
    ]
    assert busiest(figures.hours) == figures.hours[0]


def test_counters_are_held_to_the_standards_of_what_they_served(figures: DayFigures) -> None:
    first, second, third, fourth = figures.counters
    assert (first.times.count, first.times.mean_s, first.pace) == (1, 240, 0.8)
    # 6 min of A (5) and 10 min of B (10): 16 of 15.
    assert (second.times.count, second.times.mean_s) == (2, 480)
    assert second.pace == pytest.approx(16 / 15)
    assert (third.ratings.count, third.ratings.satisfied) == (1, 0)
    assert (fourth.times.count, fourth.pace, fourth.ratings.rate) == (0, None, None)


def test_ratings(figures: DayFigures) -> None:
    ratings = figures.ratings
    assert ratings == Ratings(4, (0, 1, 0, 1, 1))
    assert (ratings.count, ratings.rate, ratings.unhappy) == (3, 0.75, 1)
    assert ratings.mean == pytest.approx(11 / 3)
    assert ratings.satisfied == pytest.approx(2 / 3)


def test_who_was_asked_and_said_nothing_is_told_apart_from_who_was_not_asked() -> None:
    rows = [
        row("A001", "09:00", 60, took=60, score=4, unrated=True),  # on the phone, later
        row("A002", "09:01", 60, took=60, unrated=True),
        row("A003", "09:02", 60, took=60),
        row("A004", "09:03", 60, took=60, unrated="yes"),  # no truth of ours
    ]
    figures = day_figures(rows, BRANCH)
    assert figures.ratings == Ratings(4, (0, 0, 0, 1, 0), unanswered=1)
    assert figures.counters[0].ratings.unanswered == 1


def test_reasons_and_longest_waits(figures: DayFigures) -> None:
    assert figures.reasons == (("longest-wait", 3), ("credit", 1), ("only", 1))
    assert [wait.number for wait in figures.longest] == ["B001", "A003", "A002", "V001", "A001"]
    assert (figures.longest[0].standard_s, figures.longest[1].status) == (900, "missed")


def test_the_day_by_the_clock(figures: DayFigures) -> None:
    line = figures.timeline
    assert [(f"{q.start:%H:%M}", q.arrivals, q.calls) for q in line.quarters] == [
        ("09:00", 2, 1),
        ("09:15", 0, 1),
        ("09:30", 0, 0),
        ("09:45", 1, 0),
        ("10:00", 1, 1),
        ("10:15", 1, 2),
        ("10:30", 0, 0),
        ("10:45", 0, 0),
        ("11:00", 1, 0),
    ]
    # At 10:00 two wait: A003 since 09:50, B001 since now.
    assert line.peak is not None
    assert (f"{line.peak.at:%H:%M}", line.peak.waiting) == ("10:00", 2)
    assert line.levels[-1].waiting == 0


def test_times_are_told_in_the_zone_of_the_branch() -> None:
    visit = row("A001", "09:05", 120, took=60) | {"issued_at": "2026-11-21T01:05:00.000+00:00"}
    assert day_figures([visit], BRANCH).hours[0].hour == 9


def test_a_day_without_customers() -> None:
    empty = day_figures([], BRANCH)
    assert empty.ends == Ends(0, 0, 0, 0, 0, 0)
    assert (empty.day, empty.hours, empty.longest, empty.reasons) == (None, (), (), ())
    assert (empty.waits.mean_s, empty.waits.share, empty.ratings.rate, empty.ratings.mean) == (None,) * 4
    assert empty.timeline.peak is None


def test_a_day_on_which_nobody_was_served() -> None:
    figures = day_figures([row("A001", "09:00"), row("A002", "09:01", 60)], BRANCH)
    assert figures.ends == Ends(2, served=0, missed=1, cancelled=0, expired=0, unfinished=1)
    assert (figures.times.mean_s, figures.ratings.satisfied, figures.waits.share) == (None, None, 1)


def test_what_the_branch_no_longer_has_comes_last_and_is_not_judged() -> None:
    figures = day_figures([row("X001", "09:00", 60, took=60, segment="staff")], BRANCH)
    assert figures.services[-1].id == "X"
    assert (figures.services[-1].waits.count, figures.services[-1].waits.judged) == (1, 0)
    assert figures.segments[-1].id == "staff"
    assert figures.counters[0].pace is None


def test_rows_without_anything_are_counted_and_a_branch_without_anything_is_enough() -> None:
    figures = day_figures([{}, dict.fromkeys(small_day()[0])], NO_BRANCH)
    assert figures.ends == Ends(2, 0, 0, 0, 0, unfinished=2)


def test_a_wrong_date_does_not_make_a_day_of_years() -> None:
    late = row("A002", "09:00") | {"issued_at": "2031-01-01T09:00:00+08:00"}
    assert len(day_figures([row("A001", "09:00"), late], BRANCH).timeline.quarters) == 1


@given(
    st.lists(st.floats(0, 1e6), min_size=1, max_size=50),
    st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]),
)
def test_percentiles_are_those_of_numpy(values: list[float], p: float) -> None:
    assert percentile(values, p) == pytest.approx(float(np.quantile(values, p)), rel=1e-9, abs=1e-6)


def test_a_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 0.5)


SECONDS = st.none() | st.floats() | st.integers(-5, 10**6) | st.text(max_size=3)
TIMES = (
    st.none()
    | st.text(max_size=8)
    | st.datetimes().map(lambda at: f"{at.isoformat()}+08:00")
    | st.integers(0, 86399).map(lambda s: f"2026-11-21T{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}+08:00")
)
TEXTS = st.none() | st.text(max_size=6)
ROWS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "number": TEXTS,
            "service": TEXTS | st.sampled_from("ABCV"),
            "segment": TEXTS | st.sampled_from(["vip", "ordinary"]),
            "status": TEXTS | st.sampled_from(["served", "missed", "cancelled", "expired", "waiting"]),
            "counter": st.none() | st.integers(-1, 9) | st.booleans(),
            "issued_at": TIMES,
            "first_called_at": TIMES,
            "finished_at": TIMES,
            "waited_s": SECONDS,
            "service_s": SECONDS,
            "reason": TEXTS | st.sampled_from(["cap", "only"]),
            "rating": st.none() | st.fixed_dictionaries({"score": st.none() | st.integers(-1, 7)}),
        },
    ),
    max_size=12,
)


def check(figures: DayFigures, customers: int) -> None:
    """What holds on every day."""
    ends = figures.ends
    assert ends.customers == customers
    assert ends.served + ends.missed + ends.left + ends.unfinished == customers
    assert sum(s.ends.customers for s in figures.services) == customers
    assert sum(s.ends.customers for s in figures.segments) == customers
    assert sum(s.waits.count for s in figures.services) == figures.waits.count
    assert sum(h.ends.customers for h in figures.hours) <= customers
    assert sum(c.ratings.served for c in figures.counters) <= ends.served
    assert figures.ratings.count <= figures.ratings.served == ends.served
    groups = [figures.waits, figures.times, *(h.waits for h in figures.hours)]
    groups += [spread for s in figures.services for spread in (s.waits, s.times)]
    for spread in groups:
        assert 0 <= spread.within <= spread.judged <= spread.count <= customers
        known = (spread.median_s, spread.p90_s, spread.max_s)
        if spread.count:
            assert known == tuple(sorted(known, key=lambda s: s or 0))
        else:
            assert known == (None, None, None)
    ratings = [figures.ratings, *(c.ratings for c in figures.counters)]
    shares = [s.share for s in groups] + [r.rate for r in ratings] + [r.satisfied for r in ratings]
    assert all(part is None or 0 <= part <= 1 for part in shares)
    assert all(level.waiting >= 0 for level in figures.timeline.levels)
    assert len(figures.timeline.quarters) <= 96


@settings(deadline=None)
@given(ROWS)
def test_any_rows_have_figures(rows: list[dict[str, Any]]) -> None:
    check(day_figures(rows, BRANCH), len(rows))


def test_a_plausible_day_has_figures() -> None:
    rows = busy_day()
    figures = day_figures(rows, BRANCH)
    check(figures, len(rows))
    assert sum(q.arrivals for q in figures.timeline.quarters) == len(rows)
    assert sum(q.calls for q in figures.timeline.quarters) == figures.waits.count


def test_a_day_is_held_against_its_own_standards_and_not_todays() -> None:
    """A wait of four minutes kept the promise of ten; that it is two today changes nothing."""
    then = {"standard_s": 300, "wait_standard_s": 600}
    rows = [row("A001", "09:00", 240) | then, row("A002", "09:01", 60) | then]
    [today] = [service for service in BRANCH.services if service.id == "A"]
    others = tuple(service for service in BRANCH.services if service.id != "A")
    today = replace(today, standard_s=60, wait_standard_s=120)
    stricter = replace(BRANCH, services=(today, *others))
    figures = day_figures(rows, stricter)
    assert (figures.waits.within, figures.waits.standard_s) == (2, 600.0)
    [service] = [service for service in figures.services if service.id == "A"]
    assert (service.standard_s, service.wait_standard_s) == (300.0, 600.0)
