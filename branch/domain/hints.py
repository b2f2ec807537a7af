"""What a teller is reminded of, as the branch has written it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TellerHint:
    """A line by language for those who serve customers of a ``service`` and a ``segment``; None for any."""

    text: Mapping[str, str]
    service: str | None = None
    segment: str | None = None
