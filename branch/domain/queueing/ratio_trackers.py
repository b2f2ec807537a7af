"""By how much waits were longer or shorter than the prediction: quantiles that follow (Robbins, Monro 1951;
as a band they are the adaptive conformal inference of Gibbs, Candes 2021)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

SHARES = (0.1, 0.5, 0.9)
"""The quantiles that are followed."""

_EDGES_S = (15, 30, 60, 120, 240, 480, 960, 1920, 3840)
_MANY_AHEAD = 25

AT_ONCE = len(_EDGES_S) + 2
"""The bucket of those whom an idle counter can call at once."""

BUCKETS = AT_ONCE + 1

_START = (-1.2, 0.0, 0.65)
_STEP = 0.02
_FIRST_STEPS = 5


def bucket_of(predicted_s: float, ahead: int) -> int:
    """The bucket of a prediction: by its length, the last one for those with many people ahead."""
    return len(_EDGES_S) + 1 if ahead >= _MANY_AHEAD else bisect_right(_EDGES_S, predicted_s)


class RatioTrackers:
    """Three quantiles of the logarithm of wait over prediction in each bucket.

    Attributes:
        ratios: the quantiles by bucket.
        seen: from how many waits each bucket has learnt.
    """

    def __init__(self, ratios: Sequence[Sequence[float]], seen: Sequence[int]) -> None:
        self.ratios = [list(three) for three in ratios]
        self.seen = list(seen)

    @classmethod
    def before_anything(cls) -> RatioTrackers:
        """Quantiles that are believed until a wait is seen."""
        return cls([_START] * BUCKETS, [0] * BUCKETS)

    def learn(self, bucket: int, ratio: float) -> None:
        """Take in one wait: each quantile takes a step towards it, the first ones larger."""
        self.seen[bucket] += 1
        step = max(_STEP, 1 / (self.seen[bucket] + _FIRST_STEPS))
        three = self.ratios[bucket]
        for index, share in enumerate(SHARES):
            three[index] += step * (share - (ratio <= three[index]))
