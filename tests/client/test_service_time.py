"""The service's time, as an app goes on with it."""

from __future__ import annotations

import pytest

from branch.client.service_time import ServiceTime
from tests.harness.clocks import OPEN_HOURS, instant

NOW, HOUR = instant(OPEN_HOURS), 3_600_000


@pytest.fixture
def passed() -> list[float]:
    return [0.0]


@pytest.fixture
def told(passed: list[float]) -> ServiceTime:
    return ServiceTime(lambda: passed[0])


def test_it_goes_on_by_a_clock_that_nobody_sets(told: ServiceTime, passed: list[float]) -> None:
    told.take(NOW)
    passed[0] = 6.0
    assert told.now() == NOW + 6_000


@pytest.mark.parametrize("wrong", [8 * HOUR, -8 * HOUR, 24 * HOUR, -56 * 8_766 * HOUR])
def test_a_service_whose_clock_was_put_right_is_followed(
    told: ServiceTime, passed: list[float], wrong: int
) -> None:
    told.take(NOW + wrong)
    passed[0] = 6.0
    told.take(NOW + 6_000)
    passed[0] = 7.0
    assert told.now() == NOW + 7_000


def test_what_is_told_out_of_its_order_sets_nothing_back(told: ServiceTime) -> None:
    told.take(NOW)
    told.take(NOW - 900)
    assert told.now() == NOW


def test_nor_does_it_in_a_day_that_runs_faster(told: ServiceTime) -> None:
    told.speed = 600.0
    told.take(NOW)
    told.take(NOW - 300_000)
    assert told.now() == NOW
