"""How long a wait will be, with its band.

The hall is read as a small queueing network: the work of those ahead is spread evenly over the open counters
that serve their service, and a newcomer waits for the average of what lies before the counters that serve
theirs. Before ``k`` people are gone from ``c`` counters, ``k`` services of mean ``m`` and deviation ``sd``
must end, so the wait is about ``k * m / c`` with a deviation of ``sqrt(k) * sd / c`` (sum of independent
service times, shared by c servers). The band is that mean plus and minus `SPREAD` deviations.

``branchline replay`` measures how often the real wait fell into the band.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.queueing.discipline import counts_before
from branch.domain.queueing.weights import Weights
from branch.domain.tickets.ticket import Lane, Ticket


@dataclass(frozen=True, slots=True)
class Band:
    """A wait in ms: probably not less than ``low``, probably not more than ``high``."""

    low: int
    high: int


class Forecast:
    """The waits as they look at one instant; make one, ask it for many tickets."""

    def __init__(self, hall: Hall, now: int) -> None:
        self._hall = hall
        self._now = now
        self._weights = Weights(hall.plan, now)
        self._open = [c for c in hall.counters.values() if c.state == "open"]
        self._serving = {
            service: [c for c in self._open if service in c.services] for service in hall.plan.services
        }
        self._pace = {service: _pace(hall, service) for service in hall.plan.services}

    def counters(self, service: str) -> int:
        """How many open counters serve it now."""
        return len(self._serving[service])

    def for_newcomer(self, service: str, segment: str | None = None) -> Band | None:
        """The wait of one who comes now, an ordinary customer unless a segment is named; None when no open
        counter serves it."""
        plan = self._hall.plan
        segment = segment or plan.services[service].segment or plan.default_segment
        lane = Lane(service, None, segment, appointment=False)
        return self._band(service, self._weights.of(lane, self._now), 1 << 60)

    def for_ticket(self, ticket: Ticket) -> Band | None:
        """The wait from now of a ticket that waits; None when no open counter serves it, or when the one that
        it was sent to pauses."""
        weight = self._weights.of(ticket.lane, ticket.place.queued_from)
        if ticket.place.for_counter is None:
            return self._band(ticket.service, weight, ticket.place.issue_index)
        there = self._hall.counters[ticket.place.for_counter]
        return (
            self._band_at(there, ticket.service, weight, ticket.place.issue_index)
            if there.state == "open"
            else None
        )

    def _band_at(self, there: Counter, service: str, weight: int, order: int) -> Band:
        """The wait for one counter, which shares the work of those before with the others, but for those
        who were sent there too."""
        work = variance = 0.0
        lanes = self._hall.waiting.lanes_for(there.services, there.number)
        for lane, _, count in counts_before(self._weights, lanes, weight, order):
            if not count or lane.service not in self._pace:
                continue
            share = (
                count if lane.for_counter is not None else count / max(1, len(self._serving[lane.service]))
            )
            mean, deviation = self._pace[lane.service]
            work += share * mean
            variance += share * deviation**2
        if not work and there.ticket is None:
            return Band(0, 0)
        mean = work + self._residual(there)
        deviation = sqrt(variance + self._pace.get(service, (0.0, 0.0))[1] ** 2)
        return Band(max(0, round(mean - SPREAD * deviation)), round(mean + SPREAD * deviation))

    def _before(self, service: str, weight: int, order: int) -> int:
        lanes = self._hall.waiting.lanes_of(service)
        return sum(count for _, _, count in counts_before(self._weights, lanes, weight, order))

    def _band(self, service: str, weight: int, order: int) -> Band | None:
        mine = self._serving.get(service)
        if not mine:
            return None
        ahead = {
            other: self._before(other, weight, order)
            for other in {s for counter in mine for s in counter.services}
            if other in self._pace
        }
        servers = len(mine)
        if not any(ahead.values()) and any(c.ticket is None for c in mine):
            return Band(0, 0)
        work = variance = 0.0
        for counter in mine:
            for other in counter.services:
                if not ahead.get(other):
                    continue
                share = ahead[other] / len(self._serving[other])
                mean, deviation = self._pace[other]
                work += share * mean
                variance += share * deviation**2
        residual = sum(self._residual(counter) for counter in mine) / servers
        mean = (work + residual) / servers
        deviation = sqrt(variance + self._pace[service][1] ** 2) / servers
        return Band(max(0, round(mean - SPREAD * deviation)), round(mean + SPREAD * deviation))

    def _residual(self, counter: Counter) -> float:
        """What is left of the service at a busy counter: a whole mean, however long it has lasted.

        Exact for exponential times, which have no memory. Bank services vary about as much, and taking off
        what has passed made the waits of those with nobody ahead too short (measured on bank-calls-1999).
        """
        if counter.ticket is None:
            return 0.0
        ticket = self._hall.tickets[counter.ticket]
        return self._pace[ticket.service][0] if ticket.service in self._pace else 0.0


SPREAD = 1.1
"""Deviations on either side. About 80 % of those who waited in the replayed trace bank-calls-1999 waited
within the band, at three levels of staffing; 8 % less, 12 % longer."""

_PRIOR_WEIGHT = 8
"""How many services the configured standard counts for, until the branch has shown its own pace."""

_PRIOR_VARIATION = 0.7
"""Deviation over mean of service times before any was seen; bank services lie between 0.6 and 1.2."""


def _pace(hall: Hall, service: str) -> tuple[float, float]:
    """Mean and deviation of that service's duration in ms, the configured standard counted as a prior."""
    prior = float(hall.plan.services[service].standard)
    seen = hall.service_times.get(service)
    if seen is None:
        return prior, prior * _PRIOR_VARIATION
    weight = _PRIOR_WEIGHT + seen.n
    mean = (prior * _PRIOR_WEIGHT + seen.mean * seen.n) / weight
    variance = (_PRIOR_WEIGHT * (prior * _PRIOR_VARIATION) ** 2 + seen.m2) / weight
    return mean, sqrt(variance)
