"""How long services have been taking, as a running mean and deviation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """How long services have taken: count, mean and sum of squared deviations, in ms (Welford 1962)."""

    n: int = 0
    mean: float = 0.0
    m2: float = 0.0

    def with_sample(self, x: float) -> ServiceTimes:
        """This pace after one more service of ``x`` ms."""
        n = self.n + 1
        delta = x - self.mean
        mean = self.mean + delta / n
        return ServiceTimes(n, mean, self.m2 + delta * (x - mean))

    def without_sample(self, x: float) -> ServiceTimes:
        """This pace had ``x`` never been added; what undoing a finish needs."""
        if self.n <= 1:
            return ServiceTimes()
        n = self.n - 1
        mean = (self.mean * self.n - x) / n
        return ServiceTimes(n, mean, max(0.0, self.m2 - (x - mean) * (x - self.mean)))


CARRIED_AT_MOST = 200
"""A pace carried to the next day counts for at most so many services, so that a change of habit shows."""


def faded(pace: ServiceTimes) -> tuple[int, float, float]:
    if pace.n <= CARRIED_AT_MOST:
        return pace.n, pace.mean, pace.m2
    return CARRIED_AT_MOST, pace.mean, pace.m2 * CARRIED_AT_MOST / pace.n
