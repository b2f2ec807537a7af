"""What has been done in a visit so far: its stops at counters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ended = Literal["served", "transferred", "parked", "missed"]


@dataclass(frozen=True, slots=True)
class Stop:
    """One stay at a counter with ``staff``, for ``service``: how and when (ms) it ended, how long (ms) the
    customer was served there, and the word for whoever comes next."""

    service: str
    counter: int
    staff: str | None
    ended: Ended
    at: int
    took: int
    note: str | None = None
