"""[counter] of branch.toml: how tellers work."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from branch.domain.plan.default_reasons import CALL_REASONS
from branch.domain.plan.segments import NamedReason
from branch.service.config.hall_sections import NamedReasonSection, Section, no_twins


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
