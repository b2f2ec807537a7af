"""The branch as a whole in branch.toml: [branch], [hours], [rule], [[segments]], [limits], [service]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, model_validator

from branch.contract.basics import PORT
from branch.contract.times import date_from_text
from branch.domain.plan.branch_plan import USUAL_PROMISE, ClosingRule, Rule, RuleName, ServiceOrder
from branch.domain.plan.services_offered import Segment
from branch.opening_hours import MINUTE, Schedule
from branch.service.config.mistake_words import meant
from branch.service.config.section_types import (
    DAYS,
    DayHours,
    Id,
    Minutes,
    NamedReasonSection,
    Names,
    Section,
    in_order,
    located,
    minutes_ms,
    no_twins,
)
from branch.service.config.typed_times import clock_time, span

_RULE = Rule()
_SEGMENT = Segment("", {})


def _day_start(text: object) -> time:
    at = clock_time(text)
    if at == time.max:
        raise ValueError('must be a time from "00:00" to "23:59"')
    return at


class BranchSection(Section):
    """[branch]"""

    name: Names
    time_zone: str
    languages: Annotated[tuple[Id, ...], Field(min_length=1)] = ("zh", "en")
    day_starts: Annotated[time, BeforeValidator(_day_start)] = time(0, 0)
    country_code: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}$")] = "86"

    @model_validator(mode="after")
    def _zone(self) -> Self:
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, OSError, ValueError):  # a folder of zones, or a path out of theirs
            raise ValueError(f"time_zone {self.time_zone!r} is not a time zone") from None
        return self


class HoursSection(Section):
    """[hours] or [services.hours]: by day of the week, and for special days."""

    mon: DayHours = ()
    tue: DayHours = ()
    wed: DayHours = ()
    thu: DayHours = ()
    fri: DayHours = ()
    sat: DayHours = ()
    sun: DayHours = ()
    special: dict[date, DayHours] = Field(default_factory=dict)

    def made(self, branch: BranchSection) -> Schedule:
        """The schedule, by the branch's clocks."""
        return Schedule(
            zone=branch.time_zone,
            week=(self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun),
            special=self.special,
            day_starts=branch.day_starts,
        )


def _branch_hours(hours: object) -> object:
    """The hours of the branch, each mistake in words that a branch manager understands."""
    if not isinstance(hours, dict):
        return hours
    wrong = list(_hours_mistakes(hours))
    if wrong:
        raise located(wrong)
    return hours


BranchHours = Annotated[HoursSection, BeforeValidator(_branch_hours)]


def _hours_mistakes(hours: Mapping[str, object]) -> Iterator[str]:
    special = hours.get("special", {})
    unknown = set(hours) - {*DAYS, "special"}
    if unknown or not isinstance(special, dict):
        for day in sorted(unknown) or ["special"]:
            yield f"hours: {day} is not a day{meant(day, DAYS)}"
    for day in DAYS:
        yield from _day_mistakes(f"hours.{day}", hours.get(day, []))
    for day, spans in special.items() if isinstance(special, dict) else ():
        try:
            date_from_text(day)
        except ValueError:
            yield f"hours.special.{day}: {day!r} is not a date such as 2027-01-01"
        yield from _day_mistakes(f"hours.special.{day}", spans)


def _day_mistakes(key: str, spans: object) -> Iterator[str]:
    if not isinstance(spans, list):
        yield f'{key} must be a list such as ["09:00-17:00"]'
        return
    read = []
    for text in spans:
        try:
            read.append(span(text))
        except ValueError as error:
            yield f"{key}: {error}"
    try:
        in_order(tuple(read))
    except ValueError as error:
        yield f"{key}: {error}"


class RuleSection(Section):
    """[rule]"""

    name: RuleName = _RULE.name
    cap_minutes: Minutes = _RULE.cap / MINUTE
    appointment_credit_minutes: Minutes = _RULE.appointment_credit / MINUTE
    service_order: ServiceOrder = _RULE.service_order
    most_passes: Annotated[int, Field(ge=0, le=999)] | None = None
    closing: ClosingRule = _RULE.closing
    closing_margin_minutes: Minutes = _RULE.closing_margin / MINUTE
    late_credit_minutes: Minutes = _RULE.late_credit / MINUTE

    @property
    def _promise(self) -> int:
        """What the file says; where it says nothing the newer rule has its usual promise, the others none."""
        if self.most_passes is not None:
            return self.most_passes
        return USUAL_PROMISE if self.name == "accumulating-priority" else _RULE.most_passes

    def made(self) -> Rule:
        """The rule as the queue knows it."""
        return Rule(
            name=self.name,
            cap=minutes_ms(self.cap_minutes),
            appointment_credit=minutes_ms(self.appointment_credit_minutes),
            service_order=self.service_order,
            most_passes=self._promise,
            closing=self.closing,
            closing_margin=minutes_ms(self.closing_margin_minutes),
            late_credit=minutes_ms(self.late_credit_minutes),
        )


class SegmentSection(Section):
    """[[segments]]"""

    id: Id
    names: Names
    credit_minutes: Minutes = _SEGMENT.credit / MINUTE
    rank: Annotated[int, Field(ge=0, le=99)] = _SEGMENT.rank
    rate: Annotated[float, Field(ge=0.1, le=100)] = _SEGMENT.rate
    reasons: Annotated[tuple[NamedReasonSection, ...], Field(max_length=6)] = ()

    @model_validator(mode="after")
    def _once(self) -> Self:
        no_twins(self.reasons)
        return self

    def made(self) -> Segment:
        """The segment as the queue knows it."""
        reasons = tuple(reason.made() for reason in self.reasons)
        return Segment(self.id, self.names, minutes_ms(self.credit_minutes), self.rank, reasons, self.rate)


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


class ServerSection(Section):
    """[service]"""

    port: Annotated[int, Field(ge=0, le=65535)] = PORT
    host: str = "0.0.0.0"  # noqa: S104 - the apps are other machines of the branch's LAN
    public_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+")] | None = None
    tls: Literal["own"] | None = None
    cert: Annotated[str, Field(min_length=1)] | None = None
    key: Annotated[str, Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _one_certificate(self) -> Self:
        if (self.cert is None) != (self.key is None):
            raise ValueError("cert and key name a certificate together")
        if self.cert is not None and self.tls is not None:
            raise ValueError("cert and key are the bank's own; tls = \"own\" is the service's")
        return self

    @property
    def secure(self) -> bool:
        """Whether it speaks TLS."""
        return self.tls is not None or self.cert is not None
