"""How long services have taken on a day, as a running mean and deviation."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """How long services have taken: count, mean and sum of squared deviations, in ms (Welford 1962)."""

    n: int = 0
    mean: float = 0.0
    m2: float = 0.0

    def with_sample(self, x: float) -> ServiceTimes:
        """These after one more service of ``x`` ms."""
        n = self.n + 1
        delta = x - self.mean
        mean = self.mean + delta / n
        return ServiceTimes(n, mean, self.m2 + delta * (x - mean))

    def without_sample(self, x: float) -> ServiceTimes:
        """These had ``x`` never been added; what undoing a finish needs."""
        if self.n <= 1:
            return ServiceTimes()
        n = self.n - 1
        mean = (self.mean * self.n - x) / n
        return ServiceTimes(n, mean, max(0.0, self.m2 - (x - mean) * (x - self.mean)))

    @property
    def deviation(self) -> float:
        """The standard deviation in ms, 0 for fewer than two."""
        return sqrt(self.m2 / (self.n - 1)) if self.n > 1 else 0.0
