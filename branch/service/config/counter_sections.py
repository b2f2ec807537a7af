"""Counters and those who work there in branch.toml: [[counters]], [[staff]], [counter], [[hints]], [rating],
[feedback]."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Self

from pydantic import Field, model_validator

from branch.domain.plan.branch_plan import CounterPlan, Direction, Feedback, StaffPlan, TellerHint
from branch.domain.plan.services_offered import NamedReason, Reason
from branch.opening_hours import HOUR
from branch.service.config.default_reasons import CALL_REASONS, RATING_REASONS
from branch.service.config.section_types import (
    Id,
    NamedReasonSection,
    Names,
    Section,
    days_ms,
    hours_ms,
    no_twins,
)

MOST_REASONS = 4
"""Reasons for one score: so many stand beside each other on the pad."""

_FEEDBACK = Feedback()


class CounterSection(Section):
    """[[counters]]"""

    number: Annotated[int, Field(ge=1, le=99)]
    services: Annotated[tuple[Id, ...], Field(min_length=1)]
    direction: Direction | None = None

    def made(self) -> CounterPlan:
        """The counter as the queue knows it."""
        return CounterPlan(self.number, self.services, self.direction)


class StaffSection(Section):
    """[[staff]]"""

    id: Id
    pin: str = ""
    public_name: dict[str, Annotated[str, Field(min_length=1, max_length=40)]] = Field(default_factory=dict)

    def made(self) -> StaffPlan:
        """The member of staff as the queue knows them."""
        return StaffPlan(self.id, self.public_name)


class CounterAppSection(Section):
    """[counter]"""

    call_reasons: Annotated[tuple[NamedReasonSection, ...], Field(max_length=6)] | None = None

    @model_validator(mode="after")
    def _once(self) -> Self:
        no_twins(self.call_reasons or ())
        return self

    @property
    def offered(self) -> tuple[NamedReason, ...]:
        """The branch's own, none if it has an empty list, or those that come with the program."""
        if self.call_reasons is None:
            return CALL_REASONS
        return tuple(reason.made() for reason in self.call_reasons)


class HintSection(Section):
    """[[hints]]"""

    text: Annotated[dict[str, Annotated[str, Field(min_length=1, max_length=120)]], Field(min_length=1)]
    service: Id | None = None
    segment: Id | None = None

    def made(self) -> TellerHint:
        """The hint as the branch knows it."""
        return TellerHint(self.text, self.service, self.segment)


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
            return RATING_REASONS
        return tuple(Reason(reason.id, reason.scores, reason.names) for reason in self.reasons)


class FeedbackSection(Section):
    """[feedback]"""

    poor_score: Annotated[int, Field(ge=0, le=5)] = _FEEDBACK.poor_score
    answer_within_hours: Annotated[float, Field(gt=0, le=2000)] = _FEEDBACK.answer_within / HOUR
    opening_hours: bool = _FEEDBACK.opening_hours
    keep_days: Annotated[int, Field(ge=1, le=400)] = _FEEDBACK.keep // (24 * HOUR)

    def made(self) -> Feedback:
        """What is done about unhappy customers, as the queue knows it."""
        return Feedback(
            self.poor_score, hours_ms(self.answer_within_hours), self.opening_hours, days_ms(self.keep_days)
        )


def counter_mistakes(counters: Sequence[CounterSection], services: set[str]) -> Iterator[str]:
    """Every counter that names a service which does not exist, or one twice."""
    for counter in counters:
        for service in dict.fromkeys(counter.services):
            if service not in services:
                yield f"counter {counter.number} names service {service!r}, which does not exist"
            if counter.services.count(service) > 1:
                yield f"counter {counter.number} names service {service!r} twice"


def hint_mistakes(hints: Sequence[HintSection], services: set[str], segments: set[str]) -> Iterator[str]:
    """Every hint about something that is not there, or not the only one about it."""
    seen = set()
    for hint in hints:
        if hint.service is not None and hint.service not in services:
            yield f"a hint names service {hint.service!r}, which does not exist"
        if hint.segment is not None and hint.segment not in segments:
            yield f"a hint names segment {hint.segment!r}, which does not exist"
        about = (hint.service, hint.segment)
        if about in seen:
            yield f"two hints for service {hint.service} and segment {hint.segment}"
        seen.add(about)
