"""Waits are learnt from waits: what is told holds, the same from the journal, and from the first minute."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.queueing.wait_learning import Outlook, Quantiles, WaitLearning
from branch.opening_hours import MINUTE, SECOND
from tests.domain.branches import MONDAY
from tests.domain.helpers import called_in, given, issue, replayed, seat, served_in
from tests.domain.simulated_days import simulated_days

TEN_MINUTES = Outlook(10 * MINUTE, 4, 2, "A", "ordinary")


def announced(learning: WaitLearning, ticket: str, now: int, outlook: Outlook = TEN_MINUTES) -> Quantiles:
    """Say a wait and remember it."""
    told = learning.quantiles(outlook, now)
    learning.announce(ticket, outlook, now, told.top)
    return told


def test_before_anything_is_learnt_the_middle_is_about_the_dry_run() -> None:
    told = WaitLearning().quantiles(TEN_MINUTES, 0)
    assert told.low < told.middle < told.top
    assert 0.7 * TEN_MINUTES.dry_run < told.middle < 1.5 * TEN_MINUTES.dry_run
    assert told.top < 3 * TEN_MINUTES.dry_run


def test_one_strange_wait_leads_nobody_astray() -> None:
    learning = WaitLearning()
    announced(learning, "strange", 0, Outlook(1 * SECOND, 0, 1, "A", "ordinary"))
    learning.called("strange", 300 * SECOND)
    assert learning.quantiles(TEN_MINUTES, 300 * SECOND).middle < 2 * TEN_MINUTES.dry_run


def test_waits_twice_as_long_as_the_rule_alone_says_are_learnt() -> None:
    learning = WaitLearning()
    for number in range(200):
        announced(learning, str(number), number * MINUTE)
        learning.called(str(number), number * MINUTE + 20 * MINUTE)
    told = learning.quantiles(TEN_MINUTES, 300 * MINUTE)
    assert told.middle == pytest.approx(20 * MINUTE, rel=0.1)


def test_a_wait_above_its_top_counts_at_that_moment_and_once() -> None:
    learning = WaitLearning()
    told = announced(learning, "long", 0)
    just, over = told.top, told.top + 1
    assert learning.quantiles(TEN_MINUTES, just).top == told.top
    raised = learning.quantiles(TEN_MINUTES, over).top
    assert raised > told.top
    announced(learning, "other", over)
    assert learning.quantiles(TEN_MINUTES, over).top == raised


def test_who_leaves_has_told_nothing() -> None:
    learning = WaitLearning()
    told = announced(learning, "leaves", 0)
    learning.left("leaves", told.top + MINUTE)
    assert learning.quantiles(TEN_MINUTES, told.top + MINUTE).top == told.top
    assert learning.learnt() == WaitLearning().learnt()


def test_what_is_learnt_outlives_the_day_and_the_shift_of_the_top_does_not() -> None:
    learning = WaitLearning()
    for number in range(10):
        announced(learning, str(number), number)
        learning.called(str(number), number + 60 * MINUTE)
    tomorrow = WaitLearning(learning.learnt())
    assert tomorrow.learnt() == learning.learnt()
    assert tomorrow.quantiles(TEN_MINUTES, 0).top < learning.quantiles(TEN_MINUTES, 60 * MINUTE).top


def test_the_journal_alone_tells_all_that_was_learnt() -> None:
    story = given(*(issue(f"t{n}", "AB"[n % 2]) for n in range(8)), seat(1), seat(2))
    for number in range(4):
        story.given(issue(f"u{number}"), *served_in(1), *served_in(2), "+10s")
    story.given("17:00", c.TurnDay(MONDAY))
    assert story.last(e.DayOpened).waits == story.hall.waits.learnt()
    assert story.hall.waits.learnt().stays
    again = replayed(story.hall.plan, story.history)
    assert again.waits.state() == story.hall.waits.state()


def test_a_cycle_has_the_way_to_the_counter_and_the_gap_in_it() -> None:
    story = given(*(issue(f"t{n}") for n in range(60)), seat(1))
    for _ in range(50):
        story.given(c.CallNext(1), "+30s", c.StartServing(1), "+58s", c.FinishServing(1), "+19s")
    cycles = story.hall.waits.cycles
    assert cycles.of("A", 5 * MINUTE) == pytest.approx(110 * SECOND, rel=0.2)


def test_nobody_learns_of_what_the_end_of_the_day_has_cut_off() -> None:
    story = given(seat(1), issue("a"), *called_in(1), "+3h")
    story.given(c.TurnDay(MONDAY))
    assert story.hall.waits.learnt().stays == {}


@pytest.mark.parametrize(("load", "most_minutes"), [(0.66, 4.7), (0.8, 7.6), (0.95, 11.0)])
def test_nine_in_ten_end_within_the_top_on_simulated_days(load: float, most_minutes: float) -> None:
    """Days two to five of several branches that know nothing on the first."""
    told = [
        wait
        for seed in range(5)
        for number, day in enumerate(simulated_days(load, seed, 5))
        if number > 0
        for wait in day
    ]
    assert len(told) > 1000
    within = sum(wait.waited <= wait.announced.top for wait in told) / len(told)
    assert 0.88 <= within <= 0.92
    error = sum(abs(wait.waited - wait.announced.middle) for wait in told) / len(told)
    assert error <= most_minutes * MINUTE


def test_however_many_wait_longer_than_they_were_told_no_top_is_beyond_a_day() -> None:
    """A thousand people who are overdue at once would have said the year 17295."""
    learning = WaitLearning()
    outlook = Outlook(600_000, 3, 1, "A", "ordinary")
    for number in range(1_000):
        learning.announce(f"ticket {number}", outlook, number, 600_000)
    assert learning.quantiles(outlook, 3_600_000).top <= 86_400_000
    learning.called("ticket 0", 3_600_000)
    assert learning.quantiles(outlook, 3_600_000).top <= 86_400_000
