"""[[services]] and [[groups]] of branch.toml: what is offered, and how it is grouped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from branch.domain.plan.services_offered import NamedReason, Quota, Service, ServiceGroup, Step
from branch.opening_hours import MINUTE
from branch.service.config.branch_sections import BranchSection, HoursSection
from branch.service.config.default_reasons import CLOSE_REASONS
from branch.service.config.section_types import DAYS, Clock, Id, Names, Section, minutes_ms

MOST_STEPS = 9
"""Steps of one service: each has a digit for its key."""

_SERVICE = Service("", "", {})

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
    first: Annotated[int, Field(ge=0)] = _SERVICE.first
    last: Annotated[int, Field(le=999_999)] = _SERVICE.last
    standard_minutes: Annotated[float, Field(gt=0, le=480)] = _SERVICE.standard / MINUTE
    wait_standard_minutes: Annotated[float, Field(gt=0, le=480)] = _SERVICE.wait_standard / MINUTE
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
            standard=minutes_ms(self.standard_minutes),
            wait_standard=minutes_ms(self.wait_standard_minutes),
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


def service_mistakes(
    services: Sequence[ServiceSection], groups: set[str], segments: set[str]
) -> Iterator[str]:
    """Everything about services that does not fit together."""
    for service in services:
        if service.first > service.last:
            yield f"service {service.id}: first {service.first} is after last {service.last}"
        if service.segment is not None and service.segment not in segments:
            yield f"service {service.id} names segment {service.segment!r}, which does not exist"
        if service.group is not None and service.group not in groups:
            yield f"service {service.id} names group {service.group!r}, which does not exist"
        steps = [step.id for step in service.steps]
        if len(steps) != len(set(steps)):
            yield f"service {service.id} has a step twice"
        if any(later.start < earlier.end for earlier, later in pairwise(service.quotas)):
            yield f"service {service.id}: the quotas overlap or are not in order"
    for one, other in combinations(services, 2):
        if one.prefix == other.prefix and one.first <= other.last and other.first <= one.last:
            yield f"services {one.id} and {other.id} would give the same numbers"


def group_mistakes(groups: Sequence[GroupSection], services: set[str]) -> Iterator[str]:
    """Every group that is no branch of a tree."""
    known = {group.id: group.group for group in groups}
    for group in groups:
        if group.id in services:
            yield f"group {group.id} has the id of a service"
        if group.group is not None and group.group not in known:
            yield f"group {group.id} names group {group.group!r}, which does not exist"
        elif _stands_in_itself(group.id, known):
            yield f"group {group.id} stands in itself"


def _stands_in_itself(group: str, known: Mapping[str, str | None]) -> bool:
    above, seen = known[group], {group}
    while above is not None:
        if above in seen:
            return True
        seen.add(above)
        above = known.get(above)
    return False
