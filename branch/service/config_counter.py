"""[counter] of branch.toml: how tellers work."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from branch.domain.call_reasons import CALL_REASONS, CallReason
from branch.service.config_sections import Id, Names, Section


class CallReasonSection(Section):
    """One of [counter] call_reasons"""

    id: Id
    names: Names


class CounterAppSection(Section):
    """[counter]"""

    call_reasons: Annotated[tuple[CallReasonSection, ...], Field(max_length=6)] | None = None

    @model_validator(mode="after")
    def _once(self) -> Self:
        ids = [reason.id for reason in self.call_reasons or ()]
        if len(ids) != len(set(ids)):
            raise ValueError("a reason stands there twice")
        return self

    @property
    def offered(self) -> tuple[CallReason, ...]:
        """The branch's own, none if it has an empty list, or those that come with the program."""
        if self.call_reasons is None:
            return CALL_REASONS
        return tuple(CallReason(reason.id, reason.names) for reason in self.call_reasons)
