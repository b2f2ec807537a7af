"""[[hints]] of branch.toml: what a teller is reminded of on the card of a customer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from branch.domain.plan.counters_and_staff import TellerHint
from branch.service.config.hall_sections import Id, Section


class HintSection(Section):
    """[[hints]]"""

    text: Annotated[dict[str, Annotated[str, Field(min_length=1, max_length=120)]], Field(min_length=1)]
    service: Id | None = None
    segment: Id | None = None

    def made(self) -> TellerHint:
        """The hint as the branch knows it."""
        return TellerHint(self.text, self.service, self.segment)


def check_hints(hints: Sequence[HintSection], services: set[str], segments: set[str]) -> None:
    """Whether each is about something that is there, and the only one about it; raises ValueError."""
    seen = set()
    for hint in hints:
        if hint.service is not None and hint.service not in services:
            raise ValueError(f"a hint names service {hint.service!r}, which does not exist")
        if hint.segment is not None and hint.segment not in segments:
            raise ValueError(f"a hint names segment {hint.segment!r}, which does not exist")
        about = (hint.service, hint.segment)
        if about in seen:
            raise ValueError(f"two hints for service {hint.service} and segment {hint.segment}")
        seen.add(about)
