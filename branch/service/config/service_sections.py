"""[[services]] and [[groups]] of branch.toml: what is offered, and how it is grouped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from branch.domain.plan.default_reasons import CLOSE_REASONS
from branch.domain.plan.schedule import MINUTE, Schedule
from branch.domain.plan.segments import NamedReason
from branch.domain.plan.services_offered import Quota, Service, ServiceGroup, Step
from branch.service.config.hall_sections import BranchSection, Clock, DayHours, Id, Names, Section

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MOST_STEPS = 9
"""Steps of one service: each has a digit for its key."""

Text = Annotated[str, Field(min_length=1, max_length=80)]


class GroupSection(Section):
    """[[groups]]"""

    id: Id
    names: Names
    hints: dict[str, str] = Field(default_factory=dict)
    group: Id | None = None

    def made(self) -> ServiceGroup:
        """The group as the queue knows it."""
        return ServiceGroup(self.id, self.names, self.hints, self.group)


class HoursSection(Section):
    """[services.hours]: like [hours], and special days too."""

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


class CloseReasonSection(Section):
    """[[close_reasons]]"""

    id: Id
    names: dict[str, Annotated[str, Field(min_length=1, max_length=24)]]

    def made(self) -> NamedReason:
        """The reason as the queue knows it."""
        return NamedReason(self.id, self.names)


def _every_day(hours: object) -> object:
    """A list is the hours of every day."""
    return dict.fromkeys(DAYS, hours) if isinstance(hours, list) else hours


class QuotaSection(Section):
    """One of a service's quotas"""

    start: Clock = Field(alias="from")
    end: Clock = Field(alias="to")
    tickets: Annotated[int, Field(ge=0, le=999_999)]

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.start >= self.end:
            raise ValueError("the quota ends before it begins")
        return self


class StepSection(Section):
    """One of a service's steps"""

    id: Id
    names: dict[str, Annotated[str, Field(min_length=1, max_length=40)]] = Field(min_length=1)


class ServiceSection(Section):
    """[[services]]"""

    id: Id
    prefix: Annotated[str, Field(pattern=r"^[A-Z]{1,2}$")]
    names: Names
    hints: dict[str, str] = Field(default_factory=dict)
    group: Id | None = None
    segment: Id | None = None
    first: Annotated[int, Field(ge=0)] = 1
    last: Annotated[int, Field(le=999_999)] = 999
    standard_minutes: Annotated[float, Field(gt=0, le=480)] = 8
    wait_standard_minutes: Annotated[float, Field(gt=0, le=480)] = 10
    documents: dict[str, Annotated[tuple[Text, ...], Field(max_length=8)]] = Field(default_factory=dict)
    self_service: dict[str, Text] = Field(default_factory=dict)
    hours: Annotated[HoursSection | None, BeforeValidator(_every_day)] = None
    quotas: tuple[QuotaSection, ...] = ()
    per_day: Annotated[int, Field(ge=1, le=999_999)] | None = None
    steps: Annotated[tuple[StepSection, ...], Field(max_length=MOST_STEPS)] = ()

    def made(self, branch: BranchSection) -> Service:
        """The service as the queue knows it."""
        return Service(
            id=self.id,
            prefix=self.prefix,
            names=self.names,
            hints=self.hints,
            first=self.first,
            last=self.last,
            segment=self.segment,
            standard=round(self.standard_minutes * MINUTE),
            wait_standard=round(self.wait_standard_minutes * MINUTE),
            group=self.group,
            documents=self.documents,
            self_service=self.self_service,
            hours=None if self.hours is None else self.hours.made(branch),
            quotas=tuple(Quota(q.start, q.end, q.tickets) for q in self.quotas),
            per_day=self.per_day,
            steps=tuple(Step(step.id, step.names) for step in self.steps),
        )


CloseReasonSections = Annotated[tuple[CloseReasonSection, ...], Field(min_length=1, max_length=6)]


def made_close_reasons(sections: CloseReasonSections | None) -> tuple[NamedReason, ...]:
    """The branch's own, or those that come with the program."""
    return CLOSE_REASONS if sections is None else tuple(section.made() for section in sections)


def check_services(
    services: Sequence[ServiceSection], groups: Sequence[GroupSection], segments: set[str]
) -> None:
    """Whether they fit together; raises ValueError in one line."""
    known = {group.id: group.group for group in groups}
    for service in services:
        if service.first > service.last:
            raise ValueError(f"service {service.id}: first {service.first} is after last {service.last}")
        if service.segment is not None and service.segment not in segments:
            raise ValueError(f"service {service.id} names segment {service.segment!r}, which does not exist")
        if service.group is not None and service.group not in known:
            raise ValueError(f"service {service.id} names group {service.group!r}, which does not exist")
        steps = [step.id for step in service.steps]
        if len(steps) != len(set(steps)):
            raise ValueError(f"service {service.id} has a step twice")
        if any(later.start < earlier.end for earlier, later in pairwise(service.quotas)):
            raise ValueError(f"service {service.id}: the quotas overlap or are not in order")
    for group in groups:
        if group.id in {service.id for service in services}:
            raise ValueError(f"group {group.id} has the id of a service")
        if group.group is not None and group.group not in known:
            raise ValueError(f"group {group.id} names group {group.group!r}, which does not exist")
        above, seen = group.group, {group.id}
        while above is not None:
            if above in seen:
                raise ValueError(f"group {group.id} stands in itself")
            seen.add(above)
            above = known.get(above)
    for at, one in enumerate(services):
        for other in services[at + 1 :]:
            if one.prefix == other.prefix and one.first <= other.last and other.first <= one.last:
                raise ValueError(f"services {one.id} and {other.id} would give the same numbers")
