"""[[services]] and [[groups]] of branch.toml: what is offered, and how it is grouped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from branch.domain.offer import MINUTE, Service, ServiceGroup
from branch.service.config_sections import Id, Names, Section

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

    def made(self) -> Service:
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
        )


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
