"""The waits of recorded ticket queues of offices, foretold one after the other as their record allows.

A ticket is made of each snapshot in which called and waiting together are more than in the day so far, and
somebody waits. It waits until the first snapshot in which its number has been called. Of that instant the
record knows that it is since the snapshot before; where that is longer ago than `GAP` nobody knows the wait,
and it is left out, as are waits over `LONGEST`. Each office is a branch of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from branch.analytics.waits.office_records import Snapshot
from branch.analytics.waits.wait_scores import ForetoldWait, LastWait, MeanSoFar
from branch.domain.plan.branch_plan import Rule
from branch.domain.queueing.dry_run import DryCounter, DryLane, DryRun
from branch.domain.queueing.estimate import in_turn
from branch.domain.queueing.overtaking import Overtakes
from branch.domain.queueing.wait_learning import Outlook, Quantiles, WaitLearning
from branch.opening_hours import MINUTE

LONGEST = 300 * MINUTE
GAP = 15 * MINUTE

_STANDARD = 8 * MINUTE
"""What one customer takes before any has been called."""

_MOST_CALLED = 50
"""No queue calls so many from one snapshot to the next: its numbers were set anew."""

_FIRST_COME = Rule("first-come")


@dataclass(slots=True)
class LeftOut:
    """How many tickets are in no figure, and why."""

    too_long: int = 0
    called_in_a_gap: int = 0
    not_called: int = 0


@dataclass(slots=True)
class OfficeWaits:
    """Some offices with what the days of each have taught."""

    learning: dict[str, WaitLearning] = field(default_factory=dict)
    mean_so_far: dict[str, MeanSoFar] = field(default_factory=dict)
    last_wait: dict[str, LastWait] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)

    def days(self, snapshots: Sequence[Snapshot]) -> Iterator[ForetoldWait]:
        """All days of a record, each opened as a branch opens its day."""
        for day, some in groupby(snapshots, key=lambda one: one.day):
            offices: dict[str, list[Snapshot]] = {}
            for snapshot in some:
                offices.setdefault(snapshot.office, []).append(snapshot)
            for office, its_own in offices.items():
                before = self.learning.get(office)
                self.learning[office] = WaitLearning(None if before is None else before.learnt())
                yield from _OfficeDay(self, office, day).waits(its_own)
                self.mean_so_far[office].end_day()


@dataclass(slots=True)
class _Ticket:
    """A number that waits."""

    id: str
    number: int
    since: int
    waiting: int
    told: tuple[Quantiles, Quantiles, Quantiles]


@dataclass(slots=True)
class _Queue:
    """A queue as its last snapshot left it."""

    last: Snapshot
    counters: int = 1
    latest: int = 0
    tickets: list[_Ticket] = field(default_factory=list)


class _OfficeDay:
    def __init__(self, offices: OfficeWaits, office: str, day: str) -> None:
        self._office, self._day = office, day
        self._left_out = offices.left_out
        self._learning = offices.learning[office]
        self._mean_so_far = offices.mean_so_far.setdefault(office, MeanSoFar())
        self._last_wait = offices.last_wait.setdefault(office, LastWait())
        self._queues: dict[str, _Queue] = {}

    def waits(self, snapshots: Sequence[Snapshot]) -> Iterator[ForetoldWait]:
        """Go through the snapshots, in order."""
        for snapshot in snapshots:
            queue = self._queues.get(snapshot.queue)
            if queue is None:
                queue = self._queues[snapshot.queue] = _Queue(snapshot)
            yield from self._called(queue, snapshot)
            self._came(queue, snapshot)
            queue.last = snapshot
        for queue in self._queues.values():
            for ticket in queue.tickets:
                self._learning.left(ticket.id, queue.last.at)
                self._left_out.not_called += 1

    def _called(self, queue: _Queue, snapshot: Snapshot) -> Iterator[ForetoldWait]:
        """Learn from those called since the snapshot before."""
        before = queue.last
        took, called = snapshot.at - before.at, snapshot.called - before.called
        if before.waiting and 0 <= called < _MOST_CALLED and 0 < took <= GAP:
            self._learning.cycles.stayed(snapshot.queue, took * max(1, before.counters), called)
        waiting, queue.tickets = queue.tickets, []
        for ticket in waiting:
            if ticket.number > snapshot.called:
                queue.tickets.append(ticket)
                continue
            waited = snapshot.at - ticket.since
            if waited > LONGEST or took > GAP:
                self._learning.left(ticket.id, snapshot.at)
                self._left_out.too_long += waited > LONGEST
                self._left_out.called_in_a_gap += waited <= LONGEST
                continue
            self._learning.called(ticket.id, snapshot.at)
            self._mean_so_far.learn(waited)
            self._last_wait.learn(waited)
            yield ForetoldWait(self._day, self._office, ticket.waiting, waited, *ticket.told)

    def _came(self, queue: _Queue, snapshot: Snapshot) -> None:
        """Announce the wait of the latest ticket, if it is new."""
        queue.counters = snapshot.counters or queue.counters
        latest = snapshot.called + snapshot.waiting
        if latest <= queue.latest:
            return
        queue.latest = latest
        if not snapshot.waiting:
            return
        id_ = f"{snapshot.queue}-{latest}"
        dry_run = self._dry_run(queue, snapshot)
        outlook = Outlook(dry_run, snapshot.waiting - 1, snapshot.counters, snapshot.queue, "")
        told = self._learning.quantiles(outlook, snapshot.at)
        self._learning.announce(id_, outlook, snapshot.at, told.top)
        simple = self._mean_so_far.quantiles(), self._last_wait.quantiles()
        queue.tickets.append(_Ticket(id_, latest, snapshot.at, snapshot.waiting, (told, *simple)))

    def _dry_run(self, queue: _Queue, snapshot: Snapshot) -> int:
        """How long until the last one who waits is called, if the counters of now stay open."""
        cycle = self._learning.cycles.of(snapshot.queue, _STANDARD)
        entries = [(snapshot.at, index, str(index)) for index in range(snapshot.waiting)]
        rests = [(float(cycle), number) for number in range(queue.counters)]
        counters = [DryCounter(free_at, (0,)) for free_at in in_turn(rests, snapshot.at).values()]
        call = DryRun([DryLane(entries, 1, 0, cycle)], counters, _FIRST_COME, Overtakes(0)).call_of(
            entries[-1][2]
        )
        return max(1, call.at - snapshot.at) if call is not None else cycle
