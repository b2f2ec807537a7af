"""What sections of branch.toml are made of: ids, texts, times of day and units, and how mistakes are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from branch.domain.plan.services_offered import NamedReason
from branch.opening_hours import HOUR, MINUTE, SECOND
from branch.service.config.typed_times import clock_time, span

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

LOCATED = "located"
"""What `located` calls its mistakes."""


class Section(BaseModel):
    """Base of all sections: what is not known is a mistake."""

    # Built when the whole is: each by itself first would be work done twice.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def pattern(text: str) -> str:
    """A regular expression, which the whole of something has to match; raises ValueError."""
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from error
    return text


Span = Annotated[tuple[time, time], BeforeValidator(span)]
Hours = tuple[Span, ...]


def in_order(hours: Hours) -> Hours:
    """The hours of one day as they are; raises ValueError if they overlap."""
    if any(later[0] < earlier[1] for earlier, later in pairwise(hours)):
        raise ValueError("the hours overlap or are not in order")
    return hours


DayHours = Annotated[Hours, AfterValidator(in_order)]
Clock = Annotated[time, BeforeValidator(clock_time)]
Names = Annotated[dict[str, str], Field(min_length=1)]
Id = Annotated[str, Field(min_length=1, max_length=32, pattern=r"^[A-Za-z0-9_-]+$")]
Minutes = Annotated[float, Field(ge=0, le=24 * 60)]
Pattern = Annotated[str, AfterValidator(pattern)]


def seconds_ms(seconds: float) -> int:
    """The unit of [limits] undo_seconds, as the plan has it."""
    return round(seconds * SECOND)


def minutes_ms(minutes: float) -> int:
    """The unit of every key that ends in _minutes."""
    return round(minutes * MINUTE)


def hours_ms(hours: float) -> int:
    """The unit of every key that ends in _hours."""
    return round(hours * HOUR)


def days_ms(days: int) -> int:
    """The unit of every key that ends in _days."""
    return days * 24 * HOUR


class NamedReasonSection(Section):
    """One of a segment's reasons, or of [counter] call_reasons"""

    id: Id
    names: Names

    def made(self) -> NamedReason:
        """The reason as the queue knows it."""
        return NamedReason(self.id, self.names)


def no_twins(reasons: Iterable[NamedReasonSection]) -> None:
    """Raise ValueError if two of them have one id."""
    ids = [reason.id for reason in reasons]
    if len(ids) != len(set(ids)):
        raise ValueError("a reason stands there twice")


def twice(section: str, ids: Sequence[str | int]) -> Iterator[str]:
    """The mistake of a section in which an id stands twice."""
    seen = set[str | int]()
    for one in ids:
        if one in seen:
            yield f"{section}: {one} stands there twice"
        seen.add(one)


def located(lines: Iterable[str]) -> PydanticCustomError:
    """What a validator raises that has found several mistakes; each line says by itself where it is."""
    return PydanticCustomError(LOCATED, "{lines}", {"lines": "\n".join(lines)})
