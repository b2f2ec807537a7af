"""Forecasts: nothing from nobody, zero at a free counter, more people more minutes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from branch.domain import commands as c
from branch.domain.queueing.estimate import Forecast
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.tickets.ticket import TicketStatus
from branch.opening_hours import MINUTE
from tests.domain.branches import PLAN, ruled
from tests.domain.helpers import Story, called_in, given, issue, seat
from tests.domain.strategies import commands, lived_through

QUIET = settings(derandomize=True, database=None, deadline=None, max_examples=150)


def newcomer(story: Story, service: str = "A") -> WaitEstimate | None:
    """The forecast for somebody who takes a number now."""
    return Forecast(story.hall, story.now).for_newcomer(service)


def waiting(story: Story, ticket: str) -> WaitEstimate | None:
    """The forecast for a ticket that waits."""
    return Forecast(story.hall, story.now).for_ticket(story.hall.tickets[ticket])


def busy(people: int, *more: c.Command) -> Story:
    """Counter 1 serves, and so many wait for A behind."""
    return given(issue("x"), seat(1), *called_in(1), *(issue(f"t{n}") for n in range(people)), *more)


def test_without_an_open_counter_there_is_no_forecast() -> None:
    assert newcomer(given(issue("a"))) is None
    assert waiting(given(issue("a")), "a") is None
    assert newcomer(given(seat(3))) is None, "counter 3 does not serve A"
    assert newcomer(given(seat(1), c.PauseCounter(1))) is None
    assert newcomer(given(seat(1), c.CloseCounter(1))) is None


def test_at_an_idle_counter_the_wait_is_nothing() -> None:
    check_at_once(newcomer(given(seat(1))))
    check_at_once(newcomer(given(issue("a"), seat(1), *called_in(1), seat(2))))
    check_at_once(waiting(given(seat(1), issue("a")), "a"))


def check_at_once(estimate: WaitEstimate | None) -> None:
    """Nobody is ahead, and the wait is no more than the way to the counter."""
    assert estimate is not None
    assert estimate.ahead == 0
    assert estimate.middle < 5_000
    assert estimate.top < MINUTE


def test_a_paused_counter_is_no_idle_one() -> None:
    band = newcomer(given(issue("a"), seat(1), *called_in(1), seat(2), c.PauseCounter(2)))
    assert band
    assert band.top > 0


def test_one_service_is_about_its_standard() -> None:
    band = newcomer(busy(0))
    assert band
    assert band.low < 5 * MINUTE < band.top


def test_more_people_ahead_mean_more_minutes() -> None:
    bands = [newcomer(busy(people)) for people in range(30)]
    lows, highs = [band.low for band in bands if band], [band.top for band in bands if band]
    assert len(lows) == 30
    assert lows == sorted(lows)
    assert highs == sorted(set(highs)), "each one more makes it longer"


def test_tickets_in_a_row_wait_longer_and_longer() -> None:
    story = busy(12)
    bands = [waiting(story, f"t{n}") for n in range(12)]
    highs = [band.top for band in bands if band]
    assert highs == sorted(set(highs))


def test_more_counters_mean_fewer_minutes() -> None:
    one = newcomer(busy(10))
    two = newcomer(busy(10, seat(2), *called_in(2)))
    assert one
    assert two
    assert two.top < one.top


def test_those_who_go_first_wait_less() -> None:
    story = busy(10, issue("v", segment="vip"))
    vip, last = waiting(story, "v"), waiting(story, "t9")
    assert vip
    assert last
    assert vip.top < last.top
    fair = given(plan=ruled("first-come"))
    fair.given(issue("x"), seat(1), *called_in(1), issue("a"), issue("v", segment="vip"))
    first, second = waiting(fair, "a"), waiting(fair, "v")
    assert first
    assert second
    assert first.top < second.top


def test_people_of_another_service_at_the_same_counter_count() -> None:
    alone, shared = newcomer(busy(0)), newcomer(busy(0, issue("b", "B"), issue("b2", "B")))
    assert alone
    assert shared
    assert shared.top > alone.top


def test_a_service_under_way_counts_whole_however_long_it_has_lasted() -> None:
    story = busy(0)
    fresh = newcomer(story)
    assert fresh
    assert fresh.top > 0
    assert newcomer(story.given("+4m")) == fresh == newcomer(story.given("+30m"))


def test_the_pace_is_learnt() -> None:
    quick = given(seat(1))
    for n in range(30):
        quick.given(issue(f"q{n}"), *called_in(1), c.FinishServing(1))
    quick.given(issue("x"), *called_in(1), issue("y"))
    learnt, standard = newcomer(quick), newcomer(busy(1))
    assert learnt
    assert standard
    assert learnt.top < standard.top / 2


@for_all(asked=st.lists(commands(), min_size=5, max_size=60))
@QUIET
def test_whatever_the_hall_a_forecast_is_in_order(asked: list[Any]) -> None:
    hall, _, now = lived_through(asked)
    forecast = Forecast(hall, now)
    for service in PLAN.services:
        check(forecast.for_newcomer(service), forecast.counters(service))
    for ticket in hall.tickets.values():
        if ticket.status is TicketStatus.WAITING:
            check(forecast.for_ticket(ticket), forecast.counters(ticket.service))


def check(band: WaitEstimate | None, counters: int) -> None:
    """There is a band exactly when somebody serves, and it is no nonsense."""
    assert (band is None) == (counters == 0)
    assert band is None or 0 <= band.low <= band.top


@pytest.mark.parametrize("service", PLAN.services)
def test_the_hall_counts_the_counters_of_a_service(service: str) -> None:
    story = given(seat(1), seat(2), seat(3), c.PauseCounter(2))
    serving = sum(service in PLAN.counters[number].services for number in (1, 3))
    assert Forecast(story.hall, story.now).counters(service) == serving
