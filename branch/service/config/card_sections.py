"""[[cards]] of branch.toml: which customers are known by the card they hold to a kiosk's scanner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from branch.service.config.hall_sections import Id, Section, SegmentSection
from branch.service.config.kiosk_sections import pattern


class CardSection(Section):
    """[[cards]]. The whole of what the scanner reads has to match ``pattern``; the first that does counts."""

    pattern: Annotated[str, Field(min_length=1, max_length=200), AfterValidator(pattern)]
    segment: Id
    reason: Id | None = None

    def view(self) -> dict[str, Any]:
        """As GET /v1/branch carries it."""
        return {"pattern": self.pattern, "segment": self.segment, "reason": self.reason}


def check_cards(cards: Sequence[CardSection], segments: Sequence[SegmentSection]) -> None:
    """Raises ValueError for a segment, or a reason of it, that does not exist."""
    reasons = {segment.id: {reason.id for reason in segment.reasons} for segment in segments}
    for card in cards:
        if card.segment not in reasons:
            raise ValueError(f"a card names segment {card.segment!r}, which does not exist")
        if card.reason is not None and card.reason not in reasons[card.segment]:
            raise ValueError(f"a card names reason {card.reason!r}, which segment {card.segment} has not")
