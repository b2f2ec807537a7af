"""What is known of waits and carried from one day to the next, in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class LearntWaits:
    """What the waits of all days have taught; see `branch.domain.queueing.wait_learning`.

    ``weights`` and ``matrix`` (row by row) are those of the least squares, ``offsets`` by service and segment
    what is over (a sum of logarithms, and a count). ``ratios`` are three by bucket, each learnt from so many
    waits as ``seen`` says. ``stays`` are by service the time at the counter (ms in all, and a count), ``gap``
    is from one customer to the call of the next (ms).
    """

    weights: tuple[float, ...]
    matrix: tuple[float, ...]
    offsets: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    ratios: tuple[tuple[float, float, float], ...]
    seen: tuple[int, ...]
    stays: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    gap: float
