"""The sections of branch.toml, each value typed and in its range."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from itertools import pairwise
from typing import Annotated, Literal, Self
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from branch.contract.lan_service import PORT
from branch.contract.times import clock_from_text
from branch.domain.plan.counters_and_staff import Direction
from branch.domain.plan.default_reasons import REASONS
from branch.domain.plan.schedule import MINUTE
from branch.domain.plan.segments import NamedReason, Reason, Segment


def clock_time(text: object) -> time:
    """A time of day such as "09:00"; "24:00" is the last moment there is."""
    if not isinstance(text, str):
        raise ValueError('must be a time such as "09:00"')
    return clock_from_text(text)


def _day_start(text: object) -> time:
    at = clock_time(text)
    if at == time.max:
        raise ValueError('must be a time from "00:00" to "23:59"')
    return at


def span(text: object) -> tuple[time, time]:
    """From when to when: "09:00-17:00"."""
    if not isinstance(text, str) or text.count("-") != 1:
        raise ValueError('must be two times such as "09:00-17:00"')
    start, end = (clock_time(part.strip()) for part in text.split("-"))
    if start >= end:
        raise ValueError(f"{text} ends before it begins")
    return start, end


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


MOST_REASONS = 4
"""Reasons for one score: so many stand beside each other on the pad."""


class Section(BaseModel):
    """Base of all sections: what is not known is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BranchSection(Section):
    """[branch]"""

    name: Names
    time_zone: str
    languages: Annotated[tuple[Id, ...], Field(min_length=1)] = ("zh", "en")
    day_starts: Annotated[time, BeforeValidator(_day_start)] = time(0, 0)
    country_code: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}$")] = "86"

    @model_validator(mode="after")
    def _zone(self) -> Self:
        if self.time_zone not in available_timezones():
            raise ValueError(f"time_zone {self.time_zone!r} is not a time zone")
        return self


class RuleSection(Section):
    """[rule]"""

    name: Literal["longest-wait", "strict-priority", "first-come"] = "longest-wait"
    cap_minutes: Minutes = 30
    appointment_credit_minutes: Minutes = 15
    service_order: Literal["together", "listed"] = "together"
    most_passes: Annotated[int, Field(ge=0, le=999)] = 0
    closing: Literal["off", "warn", "refuse"] = "off"
    closing_margin_minutes: Minutes = 0
    late_credit_minutes: Minutes = 5


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


class SegmentSection(Section):
    """[[segments]]"""

    id: Id
    names: Names
    credit_minutes: Minutes = 0
    rank: Annotated[int, Field(ge=0, le=99)] = 9
    reasons: Annotated[tuple[NamedReasonSection, ...], Field(max_length=6)] = ()

    @model_validator(mode="after")
    def _once(self) -> Self:
        no_twins(self.reasons)
        return self

    def made(self) -> Segment:
        """The segment as the queue knows it."""
        reasons = tuple(reason.made() for reason in self.reasons)
        return Segment(self.id, self.names, round(self.credit_minutes * MINUTE), self.rank, reasons)


class CounterSection(Section):
    """[[counters]]"""

    number: Annotated[int, Field(ge=1, le=99)]
    services: Annotated[tuple[Id, ...], Field(min_length=1)]
    direction: Direction | None = None


class StaffSection(Section):
    """[[staff]]"""

    id: Id
    pin: str = ""
    public_name: dict[str, Annotated[str, Field(min_length=1, max_length=40)]] = Field(default_factory=dict)


class LimitsSection(Section):
    """[limits]"""

    rating_minutes: Minutes = 30
    undo_seconds: Annotated[float, Field(ge=0, le=600)] = 10
    recalls: Annotated[int, Field(ge=0, le=99)] = 3
    requeue_places: Annotated[int, Field(ge=0, le=99)] = 3
    requeue_times: Annotated[int, Field(ge=0, le=99)] = 1
    reprints: Annotated[int, Field(ge=0, le=99)] = 2
    park_minutes: Minutes = 10
    appointment_early_minutes: Minutes = 30
    appointment_late_minutes: Minutes = 15
    appointment_walk_in_minutes: Minutes = 0
    offline_numbers: Annotated[int, Field(ge=0, le=500)] = 50
    phone_misses: Annotated[int, Field(ge=0, le=99)] = 5
    phone_misses_minutes: Annotated[float, Field(gt=0, le=24 * 60)] = 10


class ReasonSection(Section):
    """One of [rating] reasons"""

    id: Id
    scores: Annotated[tuple[Annotated[int, Field(ge=1, le=5)], ...], Field(min_length=1)]
    names: Names


class RatingSection(Section):
    """[rating]"""

    reasons: tuple[ReasonSection, ...] | None = None

    @model_validator(mode="after")
    def _few(self) -> Self:
        for score in range(1, 6):
            offered = [reason.id for reason in self.reasons or () if score in reason.scores]
            if len(offered) > MOST_REASONS:
                raise ValueError(f"score {score} has more than {MOST_REASONS} reasons")
            if len(offered) != len(set(offered)):
                raise ValueError(f"score {score} has a reason twice")
        return self

    @property
    def offered(self) -> tuple[Reason, ...]:
        """The branch's own, or those that come with the program."""
        if self.reasons is None:
            return REASONS
        return tuple(Reason(reason.id, reason.scores, reason.names) for reason in self.reasons)


class FeedbackSection(Section):
    """[feedback]"""

    poor_score: Annotated[int, Field(ge=0, le=5)] = 2
    answer_within_hours: Annotated[float, Field(gt=0, le=2000)] = 8
    opening_hours: bool = True
    keep_days: Annotated[int, Field(ge=1, le=400)] = 30


class ServerSection(Section):
    """[service]"""

    port: Annotated[int, Field(ge=0, le=65535)] = PORT
    host: str = "0.0.0.0"  # noqa: S104 - the apps are other machines of the branch's LAN
    public_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+")] | None = None
