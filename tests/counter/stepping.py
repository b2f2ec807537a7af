"""A clock for tests that cannot wait for minutes."""

from __future__ import annotations

from tests.running import clock_at


class SteppingClock:
    """A clock that is moved on by hand and runs in between."""

    speed = 1.0

    def __init__(self, text: str) -> None:
        self._running = clock_at(text)
        self._ahead = 0

    def now(self) -> int:
        """The instant."""
        return self._running.now() + self._ahead

    def pass_minutes(self, minutes: float) -> None:
        """Let so much time have gone."""
        self._ahead += round(minutes * 60_000)


class StandingClock(SteppingClock):
    """One that stands still in between, so that pictures taken twice show the same times."""

    speed = 0.0

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._at = self._running.now()

    def now(self) -> int:
        """The instant."""
        return self._at + self._ahead
