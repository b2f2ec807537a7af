"""What sections of branch.toml are made of: ids, texts, times of day and units, and how mistakes are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from branch.contract.mistakes import mistakes
from branch.contract.times import clock_from_text
from branch.domain.plan.services_offered import NamedReason
from branch.opening_hours import HOUR, MINUTE, SECOND

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_LOCATED = "located"


class Section(BaseModel):
    """Base of all sections: what is not known is a mistake."""

    # Built when the whole is: each by itself first would be work done twice.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def clock_time(text: object) -> time:
    """A time of day such as "09:00"; "24:00" is the last moment there is."""
    if not isinstance(text, str):
        raise ValueError('must be a time such as "09:00"')
    return clock_from_text(text)


def span(text: object) -> tuple[time, time]:
    """From when to when: "09:00-17:00"."""
    start, end = any_span(text, "09:00-17:00")
    if start >= end:
        raise ValueError(f"{text} ends before it begins")
    return start, end


def any_span(text: object, example: str) -> tuple[time, time]:
    """The same, also past midnight."""
    if not isinstance(text, str) or text.count("-") != 1:
        raise ValueError(f'must be two times such as "{example}"')
    start, end = (clock_time(part.strip()) for part in text.split("-"))
    return start, end


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
    return PydanticCustomError(_LOCATED, "{lines}", {"lines": "\n".join(lines)})


def told(error: ValidationError) -> list[str]:
    """All that pydantic and our own checks have found, in the order of the file's sections."""
    return [
        line
        for mistake in mistakes(error.errors())
        for line in (mistake.what.splitlines() if mistake.kind == _LOCATED else [mistake.line])
    ]
