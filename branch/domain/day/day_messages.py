"""What may be asked about the day and its services, and what happens to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from branch.domain.kernel.messages import Command, Event


@dataclass(frozen=True, slots=True)
class TurnDay(Command):
    """Begin business day ``day``, ending the one before."""

    day: str


@dataclass(frozen=True, slots=True)
class CloseService(Command):
    """Take no more customers for a service today, for now."""

    service: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReopenService(Command):
    """Take customers for that service again."""

    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOpened(Event):
    """A business day began. Carries what outlives the day before: the pace of each service (n, mean, m2),
    the appointments of days to come, the alerts that are open, the notices and the cases not long over,
    so that one day is replayed without the days before it."""

    day: str
    paces: Mapping[str, tuple[int, float, float]] = field(default_factory=dict)
    appointments: tuple[Mapping[str, Any], ...] = ()
    alerts: tuple[Mapping[str, Any], ...] = ()
    cases: tuple[Mapping[str, Any], ...] = ()
    notices: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClosed(Event):
    """A business day ended."""

    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceClosed(Event):
    """A service takes no more customers."""

    service: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReopened(Event):
    """A service takes customers again."""

    service: str
