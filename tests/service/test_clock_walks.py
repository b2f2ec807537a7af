"""A queue round the clock, on a machine whose clock does anything: nobody who waits is lost, no number that
somebody holds is given, and in the end time is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import time
from random import Random

import pytest

from branch.domain.counters.counter import OpenCounter
from branch.domain.counters.serving_messages import CallNext, FinishServing, StartServing
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Command
from branch.domain.tickets.ticket import TicketStatus
from branch.domain.tickets.ticket_messages import IssueTicket
from branch.opening_hours import Schedule
from branch.service.core.trusted_clock import SETTLES_MS, TrustedClock
from branch.service.core.writer import Writer
from branch.service.core.writer_inbox import Answered
from branch.service.journal.journal_port import MemoryJournal
from tests.domain.branches import PLAN, ZONE
from tests.harness.clocks import OPEN_HOURS, instant

ALWAYS = replace(PLAN, schedule=Schedule(ZONE, (((time(0), time.max),),) * 7))
SECONDS = 10
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
JUMPS = (-30 * DAY, -DAY, -8 * HOUR, -HOUR, -50_000, 50_000, HOUR, 8 * HOUR, DAY, 30 * DAY)


def _call_all(callbacks: Sequence[Callable[[], None]]) -> None:
    for callback in callbacks:
        callback()


class Walk:
    """The machine, its true time, the queue on it, and who is known to wait."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.right, self.off, self.steady = instant(OPEN_HOURS), 0, 5_000
        self.journal = MemoryJournal()
        self.waiting: dict[str, str] = {}
        self._made = 0
        self.start()

    def start(self, *, accepted: bool = False) -> None:
        """Begin to serve, on a machine that has just come up."""
        self.steady = 5_000
        self.clock = TrustedClock(lambda: self.right + self.off, lambda: self.steady, accepted=accepted)
        self.writer = Writer(
            self.journal,
            ALWAYS,
            self.clock,
            publish=lambda _: None,
            deliver=_call_all,
        )
        self.writer.start()
        self.ask(OpenCounter(1, "teller"))

    def ask(self, command: Command) -> Answered:
        """Have it carried out."""
        future: Future[Answered] = Future()
        self.writer.submit(
            command,
            lambda *_: (200, b""),
            lambda refusal: (409, refusal.code.encode()),
            future.set_result,
            future.set_exception,
        )
        return future.result(SECONDS)

    def hall(self) -> tuple[dict[str, tuple[str, TicketStatus]], int]:
        """Everybody's number and status, and the instant."""

        def look(hall: Hall, now: int) -> tuple[dict[str, tuple[str, TicketStatus]], int]:
            return {t.id: (t.number, t.status) for t in hall.tickets.values()}, now

        future: Future[tuple[dict[str, tuple[str, TicketStatus]], int]] = Future()
        self.writer.read(look, future.set_result, future.set_exception)
        return future.result(SECONDS)

    def issue(self) -> None:
        """Somebody comes, and is given a number whatever the clock says."""
        self._made += 1
        assert self.ask(IssueTicket(f"t{self._made}", "A")).status == 200
        number = self.hall()[0][f"t{self._made}"][0]
        assert number not in self.waiting.values()
        self.waiting[f"t{self._made}"] = number

    def serve(self) -> None:
        """Whoever is next is served."""
        for command in (CallNext(1), StartServing(1), FinishServing(1)):
            self.ask(command)
        stand = self.hall()[0]
        self.waiting = {one: n for one, n in self.waiting.items() if stand[one][1] is not TicketStatus.SERVED}

    def pass_ms(self, ms: int) -> None:
        """Have time pass, while the service looks at the clock."""
        for _ in range(4):
            self.right += ms // 4
            self.steady += ms // 4
            self.hall()

    def step(self) -> None:
        """Let something happen."""
        what = self.chance.random()
        if what < 0.4:
            self.issue()
        elif what < 0.55:
            self.serve()
        elif what < 0.75:
            self.pass_ms(self.chance.choice((1_000, 20_000, 4 * MINUTE, 30 * MINUTE, 9 * HOUR)))
        elif what < 0.95:
            self.off = 0 if self.off else self.chance.choice(JUMPS)
        else:
            self.writer.stop()
            self.start()

    def check(self) -> None:
        """Everybody who waits is there, with the number that they have."""
        stand = self.hall()[0]
        for ticket, number in self.waiting.items():
            assert stand[ticket] == (number, TicketStatus.WAITING)
        numbers = [number for number, _ in stand.values()]
        assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("seed", range(40))
def test_nobody_is_lost_whatever_the_clock_does(seed: int) -> None:
    walk = Walk(seed)
    for _ in range(50):
        walk.step()
        walk.check()
    walk.off = 0
    walk.pass_ms(4 * SETTLES_MS)
    if walk.clock.off_ms:  # settled on a wrong day, which is not left without a word: the documented way back
        walk.writer.stop()
        walk.start(accepted=True)
    walk.issue()
    walk.check()
    assert abs(walk.hall()[1] - walk.right) <= MINUTE
    walk.writer.stop()
