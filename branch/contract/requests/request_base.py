"""What all requests have in common: unknown keys are named, not ignored, and every text has its longest."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from branch.contract import phone_numbers

Short = Annotated[str, Field(min_length=1, max_length=64)]
Note = Annotated[str, Field(max_length=500)]
Phone = Annotated[str, Field(pattern=phone_numbers.PATTERN)]
Pin = Annotated[str, Field(max_length=64)]
CounterNumber = Annotated[int, Field(ge=1, le=99)]

Instant = Annotated[
    AwareDatetime,
    Field(strict=False, ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(3000, 1, 1, tzinfo=UTC)),
]
"""Bounded, because a day beyond the calendar's ends in the branch's zone could not be worked with later. A
kiosk whose clock began at its zero is heard: what it has printed counts."""


class Request(BaseModel):
    """Base of all requests."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ReasonRequest(Request):
    """Anything that may be given a reason."""

    reason: Note | None = None
