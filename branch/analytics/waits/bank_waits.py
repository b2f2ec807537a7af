"""The waits of a recorded bank, foretold one after the other as its record allows.

The record says when each customer came, how long they waited, whether they were served, by whom and for how
long. An agent is there from their first call until `AWAY_AFTER` after their last; one who is there and serves
nobody while somebody waits is about to call. Who left without having been served waited like everybody until
then. Only who waited and was served is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from branch.analytics.replay.replay_setting import BANKS_CREDIT, BANKS_OWN
from branch.analytics.replay.trace import Customer, Trace
from branch.analytics.waits.wait_scores import ForetoldWait, LastWait, MeanSoFar
from branch.domain.queueing.dry_run import DryCounter, DryLane, DryRun
from branch.domain.queueing.estimate import in_turn, still_idle
from branch.domain.queueing.overtaking import Entry, Overtakes
from branch.domain.queueing.wait_learning import Outlook, Quantiles, WaitLearning
from branch.opening_hours import MINUTE, SECOND

AWAY_AFTER = 10 * MINUTE
"""An agent who has called nobody for so long is not there."""

_STANDARD = 3 * MINUTE
"""What one customer takes before any has been served."""

_END, _CALL, _ARRIVAL, _AT_ONCE = range(4)
"""What happens first of several things in one second."""

_NOBODY = ""


@dataclass(slots=True)
class _Agent:
    """Somebody who serves: whom and since when, or since when nobody."""

    serves: Customer | None
    since: int
    since_call: int


@dataclass(slots=True)
class BankWaits:
    """A bank with what its days have taught."""

    learning: WaitLearning = field(default_factory=WaitLearning)
    mean_so_far: MeanSoFar = field(default_factory=MeanSoFar)
    last_wait: LastWait = field(default_factory=LastWait)

    def days(self, trace: Trace) -> Iterator[ForetoldWait]:
        """All days of a trace, each opened as a branch opens its day."""
        for day, customers in trace.days().items():
            self.learning = WaitLearning(self.learning.learnt())
            yield from _BankDay(self, str(day), customers).waits()
            self.mean_so_far.end_day()


class _BankDay:
    def __init__(self, bank: BankWaits, day: str, customers: Sequence[Customer]) -> None:
        self._bank = bank
        self._learning = bank.learning
        self._day = day
        self._customers = customers
        self._waiting: dict[int, None] = {}
        self._agents: dict[str, _Agent] = {}
        self._numbers: dict[str, int] = {}
        self._foretold: dict[int, tuple[int, Quantiles, Quantiles, Quantiles]] = {}

    def waits(self) -> Iterator[ForetoldWait]:
        """Go through what happened, in order."""
        for at, kind, index in sorted(self._happenings()):
            customer = self._customers[index]
            if kind == _END:
                self._ended(customer, at)
            elif kind == _ARRIVAL:
                if customer.waited_s:
                    self._came(index, at)
            elif customer.service_s is None:
                self._waiting.pop(index, None)
                self._learning.left(str(index), at)
            else:
                yield from self._called(index, at)

    def _happenings(self) -> Iterator[tuple[int, int, int]]:
        for index, customer in enumerate(self._customers):
            came = customer.arrived_s * SECOND
            called = came + customer.waited_s * SECOND
            yield came, _ARRIVAL, index
            yield called, _CALL if customer.waited_s else _AT_ONCE, index
            if customer.service_s is not None:
                yield called + max(1, customer.service_s * SECOND), _END, index

    def _came(self, index: int, at: int) -> None:
        customer = self._customers[index]
        bank = self._bank
        self._waiting[index] = None
        run, counters = self._dry_run(at)
        call = run.call_of(str(index))
        dry_run, ahead = (call.at - at, call.ahead) if call is not None else (_STANDARD, len(self._waiting))
        outlook = Outlook(max(1, dry_run), ahead, counters, customer.service, customer.segment)
        told = self._learning.quantiles(outlook, at)
        self._learning.announce(str(index), outlook, at, told.top)
        waiting = len(self._waiting)
        self._foretold[index] = waiting, told, bank.mean_so_far.quantiles(), bank.last_wait.quantiles()

    def _called(self, index: int, at: int) -> Iterator[ForetoldWait]:
        customer = self._customers[index]
        came = customer.arrived_s * SECOND
        self._waiting.pop(index, None)
        agent = self._numbers.setdefault(customer.server, len(self._numbers))
        self._learning.cycles.called(agent, at, came)
        self._agents[customer.server] = _Agent(customer, at, at)
        self._learning.called(str(index), at)
        if index in self._foretold:
            waiting, *told = self._foretold.pop(index)
            waited = at - came
            self._bank.mean_so_far.learn(waited)
            self._bank.last_wait.learn(waited)
            yield ForetoldWait(self._day, "", waiting, waited, *told)

    def _ended(self, customer: Customer, at: int) -> None:
        agent = self._agents[customer.server]
        if agent.serves is customer:
            self._agents[customer.server] = _Agent(None, at, agent.since_call)
            self._learning.cycles.ended(self._numbers[customer.server], customer.service, at)

    def _dry_run(self, at: int) -> tuple[DryRun, int]:
        """The bank's own rule over those who wait, and how many agents are there."""
        lanes: dict[tuple[str, str], list[Entry]] = {}
        for index in self._waiting:
            customer = self._customers[index]
            entry = (customer.arrived_s * SECOND, index, str(index))
            lanes.setdefault((customer.service, customer.segment), []).append(entry)
        made = [
            DryLane(entries, 1, BANKS_CREDIT if segment == "priority" else 0, self._cycle(service))
            for (service, segment), entries in lanes.items()
        ]
        rests: list[tuple[float, int]] = []
        for name, agent in self._agents.items():
            if agent.serves is not None:
                rests.append((self._cycle(agent.serves.service), self._numbers[name]))
            elif at - agent.since < AWAY_AFTER:
                idle = at - agent.since
                rests.append((still_idle(idle, self._learning.cycles.gap), self._numbers[name]))
        everywhere = range(len(made))
        counters = [DryCounter(free_at, everywhere) for free_at in in_turn(rests, at).values()]
        return DryRun(made, counters, BANKS_OWN, Overtakes(0)), len(counters)

    def _cycle(self, service: str) -> int:
        return self._learning.cycles.of(service, _STANDARD)
