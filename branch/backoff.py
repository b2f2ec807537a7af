"""How long to wait before asking again."""

from __future__ import annotations

import random

_chance = random.SystemRandom()


def pause(failures: int, *, first: float, most: float) -> float:
    """Seconds to wait after so many failures in a row: doubling from ``first``, never over ``most``.

    A random part of it is left out, so that the screens of a branch do not all come back in the same instant.
    """
    full = min(most, first * 2.0 ** min(max(0, failures - 1), 30))
    return full * _chance.uniform(0.5, 1.0)
