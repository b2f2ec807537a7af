"""[[slots]] of branch.toml: the times that the branch itself offers for appointments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import combinations
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from branch.domain.plan.rules import SlotRule
from branch.domain.plan.schedule import MINUTE
from branch.service.config.hall_sections import Clock, Id, Section
from branch.service.config.service_sections import DAYS

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


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
            round(self.every_minutes * MINUTE),
            self.capacity,
        )


def check_slots(slots: Sequence[SlotSection], services: set[str]) -> None:
    """Whether they fit together; raises ValueError in one line."""
    for slot in slots:
        if slot.service not in services:
            raise ValueError(f"slots name service {slot.service!r}, which does not exist")
    for one, other in combinations(slots, 2):
        same = one.service == other.service and set(one.days) & set(other.days)
        if same and one.start < other.end and other.start < one.end:
            raise ValueError(f"service {one.service}: the slots of one day overlap")
