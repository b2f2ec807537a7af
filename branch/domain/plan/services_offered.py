"""What a branch offers and to whom: services, the groups they stand in on a screen, kinds of customers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from branch.opening_hours import MINUTE, Schedule


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """Services under one name. ``group`` is the group that this one stands in, None at the top."""

    id: str
    names: Mapping[str, str]
    hints: Mapping[str, str] = field(default_factory=dict)
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """At most so many tickets of a service from ``start`` to ``end`` (excluded), by the branch's clocks."""

    start: time
    end: time
    tickets: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a service's standard, ticked at the counter: greet, check who it is."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Service:
    """One kind of business, with the prefix and the range of its numbers.

    ``standard`` is the service standard: how long one customer should take at the counter; until the
    day has shown better it is also the expected duration. ``wait_standard`` is the promised wait.
    ``segment`` is the segment of those who ask for this service and name none (VIP wealth management, say).
    ``documents`` are what a customer must have with them, by language; ``self_service`` says where the same
    is done without a ticket.
    ``hours`` are its own, besides the branch's: both must be open (None: whenever the branch is). ``quotas``
    limit windows of the day, which do not overlap, ``per_day`` the whole of it.
    ``steps`` are what the service standard asks of whoever serves, in order.
    """

    id: str
    prefix: str
    names: Mapping[str, str]
    hints: Mapping[str, str] = field(default_factory=dict)
    first: int = 1
    last: int = 999
    segment: str | None = None
    standard: int = 8 * MINUTE
    wait_standard: int = 10 * MINUTE
    group: str | None = None
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    self_service: Mapping[str, str] = field(default_factory=dict)
    hours: Schedule | None = None
    quotas: tuple[Quota, ...] = ()
    per_day: int | None = None
    steps: tuple[Step, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether its tickets are limited by more than the range of its numbers."""
        return bool(self.quotas) or self.per_day is not None

    def number(self, n: int) -> str:
        """The number as people read it: A035."""
        return number_text(self.prefix, n, self.digits)

    @property
    def digits(self) -> int:
        """How many digits its numbers are written with at least."""
        return max(3, len(str(self.last)))


def number_text(prefix: str, n: int, digits: int) -> str:
    """A number as people read it: A035."""
    return f"{prefix}{n:0{digits}d}"


@dataclass(frozen=True, slots=True)
class Segment:
    """A kind of customer. Under the longest wait ``credit`` counts as time already waited, under strict
    priority a lower ``rank`` goes first, under accumulating priority a minute waited counts ``rate`` times.
    With ``reasons`` the kiosk offers it to whoever has one of them."""

    id: str
    names: Mapping[str, str]
    credit: int = 0
    rank: int = 9
    reasons: tuple[NamedReason, ...] = ()
    rate: float = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: the rating's tag, the scores it is offered for, and its name by language."""

    id: str
    scores: tuple[int, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NamedReason:
    """A reason that says no more than its name, by language: why a service takes nobody for now, why somebody
    is called out of turn, why they belong to a segment. One that is ``kept`` has left branch.toml and is
    given by nobody any more."""

    id: str
    names: Mapping[str, str]
    kept: bool = False
