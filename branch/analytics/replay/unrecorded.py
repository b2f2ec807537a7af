"""What a record does not say of its customers, drawn by a seed: patience, and who was served at once.

Whoever left had the patience of their wait. Of all others only the beginning is known: how long they would
have waited beyond it is drawn from an exponential distribution, which has no memory. Its mean by service is
the time that was waited in all for each of those who left (the most likely one when those served are cut
off), and a service with few who left leans on the mean of all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from branch.analytics.replay.trace import UNKNOWN, Customer, Trace

_LEANING = 20
"""So many who left the mean of all services counts for, in the mean of one."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one customer was given: the longest wait in seconds, None for endless patience, and a segment."""

    patience_s: float | None
    segment: str


class Unrecorded:
    """Draws for whole days, the same for a day whatever other days are in the trace and whatever the rule.

    Attributes:
        patience_s: the mean by service, None where nobody left at all.
    """

    def __init__(self, trace: Trace, seed: int) -> None:
        self.patience_s = mean_patience_s(trace)
        self._segments = _segments(trace)
        self._seed = seed

    def of_day(self, day: int, customers: Sequence[Customer]) -> list[Drawn]:
        """One for each customer, in their order."""
        chance = Random(f"{self._seed}/{day}")  # noqa: S311 - a simulation, not a secret
        return [self._drawn(customer, chance.expovariate(1), chance.random()) for customer in customers]

    def _drawn(self, customer: Customer, rest: float, share: float) -> Drawn:
        mean = self.patience_s[customer.service]
        if customer.service_s is None:
            patience: float | None = customer.waited_s
        else:
            patience = None if mean is None else customer.waited_s + rest * mean
        segment = customer.segment
        if segment == UNKNOWN:
            segment = _at(self._segments[customer.service], share)
        return Drawn(patience, segment)


def mean_patience_s(trace: Trace) -> Mapping[str, float | None]:
    """By service; None where nobody left at all."""
    waited: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for customer in trace.customers:
        waited[customer.service] += customer.waited_s
        left[customer.service] += customer.service_s is None
    if not left.total():
        return dict.fromkeys(trace.services())
    mean = waited.total() / left.total()
    return {
        service: (waited[service] + _LEANING * mean) / (left[service] + _LEANING)
        for service in trace.services()
    }


def _segments(trace: Trace) -> Mapping[str, Counter[str]]:
    """By service, how many of each segment are known; of all services where a service knows nobody."""
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for customer in trace.customers:
        if customer.segment != UNKNOWN:
            known[customer.service][customer.segment] += 1
    everybody = sum(known.values(), Counter[str]())
    return {service: known[service] or everybody for service in trace.services()}


def _at(counts: Counter[str], share: float) -> str:
    """The segment at that part of all, in order of name; unknown if there is none."""
    left = share * counts.total()
    for segment in sorted(counts):
        left -= counts[segment]
        if left < 0:
            return segment
    return UNKNOWN
