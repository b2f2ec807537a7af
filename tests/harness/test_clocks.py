"""The service's time in tests stands, runs and is moved as the test says."""

from __future__ import annotations

import pytest

from tests.harness.clocks import HandClock, instant

NINE, TEN = "2026-11-21T09:00:00+08:00", "2026-11-21T10:00:00+08:00"


def test_a_standing_clock_moves_by_hand_only() -> None:
    clock = HandClock(NINE, standing=True)
    assert clock.now() == clock.now() == instant(NINE)
    assert clock.speed == 1
    clock.pass_minutes(59)
    clock.pass_seconds(60)
    assert clock.now() == instant(TEN)
    clock.put(NINE)
    clock.at += 1
    assert clock.now() == instant(NINE) + 1


@pytest.mark.parametrize("speed", [1.0, 1000.0])
def test_a_running_clock_is_moved_and_runs_on(speed: float) -> None:
    clock = HandClock(NINE, speed)
    clock.pass_minutes(60)
    assert instant(TEN) <= clock.now() < instant(TEN) + 60_000 * speed
    assert clock.speed == speed


def test_a_clock_without_speed_stands() -> None:
    clock = HandClock(NINE, 0.0)
    assert (clock.now(), clock.speed) == (instant(NINE), 0)
