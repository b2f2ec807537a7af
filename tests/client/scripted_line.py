"""A line that does what a test says, and something to tell over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from branch.client.calls.service_api import Api
from branch.client.deliveries import Error


@dataclass(frozen=True)
class Word:
    """Something to tell. The service of these tests is a list."""

    key: str
    topic: str = ""
    text: str = field(default="", repr=False)

    def tell(self, api: Api) -> object:
        """Add it to the list."""
        told = cast("list[str]", api)
        if self.key not in told:
            told.append(self.key)
        return f"{self.key} taken"


@dataclass
class Ask:
    """A question under way."""

    question: Callable[[Api], object]
    done: Callable[[object], None]
    failed: Callable[[Error], None]


class ScriptedLine:
    """A line that does what the test says, when it says so."""

    def __init__(self) -> None:
        self.live = True
        self.clock = 1_000_000
        self.told: list[str] = []
        self.under_way: list[Ask] = []
        self.wake_at: int | None = None
        self._wake: Callable[[], None] | None = None

    def now(self) -> int:
        """The clock of the test."""
        return self.clock

    def ask(
        self,
        question: Callable[[Api], object],
        done: Callable[[object], None],
        failed: Callable[[Error], None],
    ) -> None:
        """Remember it for `answer` or `fail`."""
        self.under_way.append(Ask(question, done, failed))

    def wakes(self, call: Callable[[], None]) -> None:
        """Whom `pass_time` and `come_back` call."""
        self._wake = call

    def wake_in(self, ms: int) -> None:
        """At that time of the test's clock."""
        self.wake_at = self.clock + ms

    def rest(self) -> None:
        """Wake nobody."""
        self._wake = self.wake_at = None

    # The test's side

    def answer(self) -> None:
        """The service takes the oldest that is under way."""
        ask = self.under_way.pop(0)
        ask.done(ask.question(cast(Api, self.told)))

    def answer_all(self) -> None:
        """Until nothing is under way."""
        while self.under_way:
            self.answer()

    def fail(self, error: Error, *, done: bool = False) -> None:
        """The oldest comes back with an error; ``done``: the service has taken it all the same."""
        ask = self.under_way.pop(0)
        if done:
            ask.question(cast(Api, self.told))
        ask.failed(error)

    def pass_time(self, ms: int) -> None:
        """Move the clock, and wake whoever asked for it."""
        self.clock += ms
        if self.wake_at is not None and self.clock >= self.wake_at:
            self.wake_at = None
            if self._wake is not None:
                self._wake()

    def come_back(self) -> None:
        """There is a line again."""
        self.live = True
        if self._wake is not None:
            self._wake()
