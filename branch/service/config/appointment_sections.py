"""Appointments in branch.toml: [appointments], head office's list, and [[slots]], what the branch offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import combinations
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from branch.domain.plan.branch_plan import SlotRule
from branch.service.config.section_types import DAYS, Clock, Id, Minutes, Section, minutes_ms

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@dataclass(frozen=True, slots=True)
class ListSource:
    """Where head office's list is and how often it is asked for; times in seconds. ``alert_after`` is how
    long head office may be away before the manager is told."""

    url: str
    token: str = field(repr=False)
    interval: float
    timeout: float
    alert_after: float


class AppointmentsSection(Section):
    """[appointments]"""

    source_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+")] | None = None
    token: Annotated[str, Field(repr=False)] = ""
    interval_minutes: Annotated[float, Field(gt=0, le=24 * 60)] = 5
    timeout_seconds: Annotated[float, Field(gt=0, le=120)] = 10
    away_minutes: Minutes = 30

    def made(self) -> ListSource | None:
        """How head office is asked; None where there is none."""
        if self.source_url is None:
            return None
        return ListSource(
            self.source_url,
            self.token,
            self.interval_minutes * 60,
            self.timeout_seconds,
            self.away_minutes * 60,
        )


class SlotSection(Section):
    """[[slots]]"""

    service: Id
    days: Annotated[tuple[Day, ...], Field(min_length=1)] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    start: Clock = Field(alias="from")
    end: Clock = Field(alias="to")
    every_minutes: Annotated[float, Field(ge=1, le=480)]
    capacity: Annotated[int, Field(ge=1, le=999)] = 1

    @model_validator(mode="after")
    def _room(self) -> Self:
        noon = date(2026, 1, 1)
        length = datetime.combine(noon, self.end) - datetime.combine(noon, self.start)
        if length.total_seconds() + 1 < self.every_minutes * 60:  # a second, since "24:00" is just before it
            raise ValueError("no slot fits between from and to")
        return self

    def made(self) -> SlotRule:
        """The rule as the queue knows it."""
        return SlotRule(
            self.service,
            frozenset(DAYS.index(day) for day in self.days),
            self.start,
            self.end,
            minutes_ms(self.every_minutes),
            self.capacity,
        )


def slot_mistakes(slots: Sequence[SlotSection], services: set[str]) -> Iterator[str]:
    """Every rule for a service that does not exist, and every two that overlap."""
    for slot in slots:
        if slot.service not in services:
            yield f"slots name service {slot.service!r}, which does not exist"
    for one, other in combinations(slots, 2):
        same = one.service == other.service and set(one.days) & set(other.days)
        if same and one.start < other.end and other.start < one.end:
            yield f"service {one.service}: the slots of one day overlap"
