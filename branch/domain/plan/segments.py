"""Kinds of customers, and the reasons that are chosen from a list: for a score, a closed service, a call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """A kind of customer. ``credit`` counts as time already waited; a lower ``rank`` goes first when
    the rule is strict priority. With ``reasons`` the kiosk offers it to whoever has one of them."""

    id: str
    names: Mapping[str, str]
    credit: int = 0
    rank: int = 9
    reasons: tuple[NamedReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: the rating's tag, the scores it is offered for, and its name by language."""

    id: str
    scores: tuple[int, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NamedReason:
    """A reason that says no more than its name, by language: why a service takes nobody for now, why somebody
    is called out of turn, why they belong to a segment."""

    id: str
    names: Mapping[str, str]
