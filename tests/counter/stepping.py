"""Clocks for tests that cannot wait for minutes: the former place of tests.harness.clocks."""

from __future__ import annotations

from tests.harness.clocks import HandClock

SteppingClock = HandClock


class StandingClock(HandClock):
    """A clock that stands still, so that pictures taken twice show the same times."""

    def __init__(self, text: str) -> None:
        super().__init__(text, 0.0)
