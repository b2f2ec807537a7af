"""How well waits were foretold: by the estimator, by the mean so far, by the last wait."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from branch.domain.queueing.ratio_trackers import SHARES
from branch.domain.queueing.wait_learning import Quantiles
from branch.opening_hours import SECOND

MANY_WAITING = 10


@dataclass(frozen=True, slots=True)
class ForetoldWait:
    """A wait (ms) with what was foretold of it when it began, by three ways to foretell; ``waiting`` waited
    then, and ``place`` is where."""

    day: str
    place: str
    waiting: int
    waited: int
    estimator: Quantiles
    mean_so_far: Quantiles
    last_wait: Quantiles


class MeanSoFar:
    """Foretells the mean of all waits of the day, or before the first the one of the days before; above it
    as much as nine in ten of the waits so far lay under."""

    def __init__(self) -> None:
        self._waits: list[int] = []
        self._total = 0
        self._before: Quantiles = Quantiles(0, 0, 0)

    def quantiles(self) -> Quantiles:
        """What it foretells now."""
        if not self._waits:
            return self._before
        count = len(self._waits)
        low, _, high = (self._waits[min(count - 1, int(count * share))] for share in SHARES)
        return Quantiles(low, round(self._total / count), high)

    def learn(self, waited: int) -> None:
        """Take in a wait that has ended."""
        insort(self._waits, waited)
        self._total += waited

    def end_day(self) -> None:
        """Begin anew, with the mean of this day for the first of the next."""
        self._before, self._waits, self._total = self.quantiles(), [], 0


class LastWait:
    """Foretells the wait that ended last; nine in ten lay under so many times that."""

    def __init__(self) -> None:
        self._last = 0
        self._times = 2.0

    def quantiles(self) -> Quantiles:
        """What it foretells now."""
        return Quantiles(0, self._last, round(self._last * self._times))

    def learn(self, waited: int) -> None:
        """Take in a wait that has ended."""
        self._times = max(1.0, self._times + (0.45 if waited > self._last * self._times else -0.05))
        self._last = waited


Foretelling = Callable[[ForetoldWait], Quantiles]


Scores = dict[str, Any]
"""As plain data."""


def scores(waits: Sequence[ForetoldWait]) -> Scores:
    """The figures of the estimator, with those of the two simple ways beside it."""
    return {
        **figures(waits, lambda wait: wait.estimator),
        "many_waiting": figures(
            [wait for wait in waits if wait.waiting >= MANY_WAITING], lambda wait: wait.estimator
        ),
        "by_day": _by(waits, lambda wait: wait.day),
        "by_place_and_day": _by(waits, lambda wait: f"{wait.place} {wait.day}".strip()),
        "mean_so_far": figures(waits, lambda wait: wait.mean_so_far),
        "last_wait": figures(waits, lambda wait: wait.last_wait),
    }


def figures(waits: Sequence[ForetoldWait], foretelling: Foretelling) -> Scores:
    """Errors of the middle and of the top, in seconds; None of no waits."""
    count = len(waits)
    if not count:
        return {"n": 0, **dict.fromkeys(("mae", "rmse", "bias", "pinball", "under_top", "width"))}
    told = [(wait.waited, foretelling(wait)) for wait in waits]
    errors = [(quantiles.middle - waited) / SECOND for waited, quantiles in told]
    over = [(waited - quantiles.top) / SECOND for waited, quantiles in told]
    share = SHARES[-1]
    return {
        "n": count,
        "mae": round(sum(map(abs, errors)) / count, 1),
        "rmse": round(sqrt(sum(error * error for error in errors) / count), 1),
        "bias": round(sum(errors) / count, 1),
        "pinball": round(sum(max(share * one, (share - 1) * one) for one in over) / count, 2),
        "under_top": round(sum(one <= 0 for one in over) / count, 4),
        "width": round(sum(q.top - q.low for _, q in told) / SECOND / count, 1),
    }


def _by(waits: Iterable[ForetoldWait], key: Callable[[ForetoldWait], str]) -> Scores:
    """How many waits there were of each kind, and the share of them under the top."""
    parts: dict[str, list[ForetoldWait]] = {}
    for wait in waits:
        parts.setdefault(key(wait), []).append(wait)
    return {
        name: {
            "n": len(some),
            "under_top": round(sum(w.waited <= w.estimator.top for w in some) / len(some), 4),
        }
        for name, some in sorted(parts.items())
    }
