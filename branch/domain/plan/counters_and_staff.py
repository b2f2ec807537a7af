"""Where customers are served and by whom, and what a teller is reminded of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """A counter and the services it serves, the first being its own; ``direction`` is where it lies as seen
    from the board, None if nobody has said."""

    number: int
    services: tuple[str, ...]
    direction: Direction | None = None


Direction = Literal["left", "right", "straight", "up", "down"]


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """One of the staff. ``public_name`` is what customers may read of them, by language; empty: nothing."""

    id: str
    public_name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TellerHint:
    """A line by language for those who serve customers of a ``service`` and a ``segment``; None for any."""

    text: Mapping[str, str]
    service: str | None = None
    segment: str | None = None
