"""What the waits of those who were called teach about the waits of those who wait.

A wait is predicted by a line through logarithms: of the dry run, of the people ahead, of the last wait, of
the counters. What services and segments have of their own is added, and around that stand the quantiles of
what was missed before. The top has a shift besides that follows fast: up by each wait that has passed what
was announced for it, at that moment and not at the call, and down by each that has not.

Everything is folded from the events of the days, in their order.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from math import exp, log
from typing import NamedTuple

from branch.domain.queueing.cycles import Cycles
from branch.domain.queueing.learnt_waits import LearntWaits
from branch.domain.queueing.least_squares import LeastSquares
from branch.domain.queueing.ratio_trackers import AT_ONCE, RatioTrackers, bucket_of
from branch.domain.queueing.wait_estimate import WaitEstimate

_MS = 1000
_LEAST_S = 20.0
"""Added to every length before its logarithm is taken (s): shorter ones hardly differ to who waits."""

_FIRST_WEIGHTS = (0.0, 0.7, 0.0, 0.0, 0.3, 0.0, 1.0, 0.0)
_OFFSET = 6
"""Which of the numbers of a row is the offset of its service and segment."""

_DOUBT = 10.0
_FIRST_WORTH = 20
"""For how many waits the first weights count beside those learnt: a line through a few waits leads astray."""
_OFFSET_FADING = 0.98
_OFFSET_PRIOR = 10.0

_UP, _DOWN = 0.045, 0.005
"""By how much the top is shifted by a wait above it, and by one below: one in ten is above in the end."""


class Outlook(NamedTuple):
    """What can be seen of a wait when it is estimated: the dry run (ms), how many are ahead, how many
    counters serve it, and what it is for."""

    dry_run: int
    ahead: int
    counters: int
    service: str
    segment: str

    @classmethod
    def of(cls, estimate: WaitEstimate, service: str, segment: str) -> Outlook:
        """The one that an estimate was made from."""
        return cls(estimate.dry_run, estimate.ahead, estimate.counters, service, segment)

    @property
    def kind(self) -> str:
        """Its service and segment."""
        return f"{self.service}/{self.segment}"

    @property
    def at_once(self) -> bool:
        """Whether an idle counter can call it now."""
        return self.dry_run <= 0


class Quantiles(NamedTuple):
    """Of a wait in ms: one in ten is shorter than ``low``, half than ``middle``, nine in ten than ``top``."""

    low: int
    middle: int
    top: int


class _Announced(NamedTuple):
    """A wait that was announced and has not ended: what it was predicted from, without its offset ``bare``,
    and until when it should end."""

    outlook: Outlook
    row: tuple[float, ...]
    predicted: float
    bare: float
    bucket: int
    since: int
    until: int


class WaitLearning:
    """What is known now.

    Attributes:
        cycles: for how long one customer keeps a counter.
    """

    def __init__(self, learnt: LearntWaits | None = None) -> None:
        if learnt is None:
            self.cycles = Cycles({})
            self._line = LeastSquares.before_anything(_FIRST_WEIGHTS, _DOUBT)
            self._trackers = RatioTrackers.before_anything()
            self._offsets: dict[str, tuple[float, float]] = {}
        else:
            self.cycles = Cycles(learnt.stays, learnt.gap)
            self._line = LeastSquares(learnt.weights, learnt.matrix)
            self._trackers = RatioTrackers(learnt.ratios, learnt.seen)
            self._offsets = dict(learnt.offsets)
        self._shift = 0.0
        self._last: dict[str, int] = {}
        self._announced: dict[str, _Announced] = {}
        self._ends: list[tuple[int, str]] = []
        self._passed: set[str] = set()

    def learnt(self) -> LearntWaits:
        """What is carried to the next day; the shift and the last waits are of their day."""
        return LearntWaits(
            weights=tuple(self._line.weights),
            matrix=tuple(self._line.matrix),
            offsets=dict(self._offsets),
            ratios=tuple((low, middle, top) for low, middle, top in self._trackers.ratios),
            seen=tuple(self._trackers.seen),
            stays=dict(self.cycles.stays),
            gap=self.cycles.gap,
        )

    def quantiles(self, outlook: Outlook, now: int) -> Quantiles:
        """What can be said of that wait at ``now``."""
        _, predicted, bucket = self._predicted(outlook)
        low, middle, top = self._trackers.ratios[bucket]
        if not outlook.at_once:
            overdue = bisect_left(self._ends, (now, ""))
            top += self._shift + _UP * overdue
        logs = [min(predicted + ratio, _LONGEST) for ratio in (low, middle, top)]
        ends = [max(0, round((exp(end) - _LEAST_S) * _MS)) for end in logs]
        if outlook.at_once:
            return Quantiles(0, 0, ends[2])
        low_end, middle_end, top_end = sorted(ends[:2]) + ends[2:]
        return Quantiles(low_end, middle_end, max(middle_end, top_end))

    def announce(self, ticket: str, outlook: Outlook, now: int, top: int) -> None:
        """A wait begins of which it was said that it ends within ``top`` ms."""
        self._pass(now)
        row, predicted, bucket = self._predicted(outlook)
        bare = predicted if outlook.at_once else predicted - row[_OFFSET] * self._line.weights[_OFFSET]
        self._announced[ticket] = _Announced(outlook, row, predicted, bare, bucket, now, now + top)
        if not outlook.at_once:
            insort(self._ends, (now + top, ticket))

    def called(self, ticket: str, now: int) -> None:
        """The wait has ended with a call: what was announced is compared with it."""
        self._pass(now)
        wait = self._announced.pop(ticket, None)
        if wait is None:
            return
        waited = log(max(0, now - wait.since) / _MS + _LEAST_S)
        self._trackers.learn(wait.bucket, waited - wait.predicted)
        if wait.outlook.at_once:
            return
        if ticket in self._passed:
            self._passed.remove(ticket)
        else:
            self._forget_end(wait.until, ticket)
            self._shift -= _DOWN
        self._line.learn(wait.row, waited)
        total, count = self._offsets.get(wait.outlook.kind, (0.0, 0.0))
        over = total * _OFFSET_FADING + waited - wait.bare
        self._offsets[wait.outlook.kind] = over, count * _OFFSET_FADING + 1
        self._last[wait.outlook.service] = max(0, now - wait.since)

    def left(self, ticket: str, now: int) -> None:
        """The wait has ended without a call: nobody knows how long it would have been."""
        self._pass(now)
        wait = self._announced.pop(ticket, None)
        if wait is None or wait.outlook.at_once:
            return
        if ticket in self._passed:
            self._passed.remove(ticket)
            self._shift -= _UP
        else:
            self._forget_end(wait.until, ticket)

    def state(self) -> object:
        """All of it, to be compared."""
        learnt, cycles = self.learnt(), self.cycles.state()
        return learnt, cycles, self._shift, self._last, self._announced, self._ends, sorted(self._passed)

    def _predicted(self, outlook: Outlook) -> tuple[tuple[float, ...], float, int]:
        """The numbers that a wait is predicted from, the logarithm of the prediction (s), the bucket."""
        if outlook.at_once:
            return (), log(_LEAST_S), AT_ONCE
        dry_run = outlook.dry_run / _MS
        last = self._last.get(outlook.service)
        total, count = self._offsets.get(outlook.kind, (0.0, 0.0))
        row = (
            1.0,
            log(dry_run + _LEAST_S),
            0.0 if outlook.ahead else 1.0,
            log(outlook.ahead + 1.0),
            log((dry_run if last is None else last / _MS) + _LEAST_S),
            log(max(1.0, outlook.counters)),
            total / (count + _OFFSET_PRIOR),
            0.0 if outlook.counters else 1.0,
        )
        first, fitted = sum(map(float.__mul__, _FIRST_WEIGHTS, row)), self._line.fitted(row)
        seen = sum(self._trackers.seen[:AT_ONCE])
        predicted = min((_FIRST_WORTH * first + seen * fitted) / (_FIRST_WORTH + seen), _LONGEST)
        return row, predicted, bucket_of(exp(predicted), outlook.ahead)

    def _pass(self, now: int) -> None:
        """Count the waits that should have ended before ``now``."""
        while self._ends and self._ends[0][0] < now:
            _, ticket = self._ends.pop(0)
            self._passed.add(ticket)
            self._shift += _UP

    def _forget_end(self, until: int, ticket: str) -> None:
        del self._ends[bisect_left(self._ends, (until, ticket))]


_LONGEST = log(86_400.0)
"""No wait is predicted or announced longer than a day: who is overdue adds up, and soon to years."""
