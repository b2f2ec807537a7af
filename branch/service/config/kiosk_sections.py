"""The sections [kiosk] and [[cards]] of branch.toml: what the kiosks of the branch offer, and whom they know.

The service passes them on as `branch.contract.branch_info.KioskInfo`, where their defaults stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from branch.contract.branch_info import CardInfo, KioskInfo
from branch.service.config.hall_sections import Id, Section, SegmentSection

MOST_ELDERLY = 4
"""So many large cards stand on a screen without scrolling."""

_USUAL = KioskInfo()


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from error
    return text


class CardSection(Section):
    """[[cards]]. The whole of what the scanner reads has to match ``pattern``; the first that does counts."""

    pattern: Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_pattern)]
    segment: Id
    reason: Id | None = None

    def made(self) -> CardInfo:
        """The card as the kiosks know it."""
        return CardInfo(pattern=self.pattern, segment=self.segment, reason=self.reason)


class KioskSection(Section):
    """[kiosk]"""

    elderly_services: Annotated[tuple[Id, ...], Field(max_length=MOST_ELDERLY)] = _USUAL.elderly_services
    ask_phone: Literal["never", "offer"] = _USUAL.ask_phone
    phone_pattern: Annotated[str, AfterValidator(_pattern)] = _USUAL.phone_pattern

    def check(self, services: Sequence[str]) -> None:
        """Raises ValueError for a service that does not exist, or that is named twice."""
        for service in self.elderly_services:
            if service not in services:
                raise ValueError(f"kiosk.elderly_services names service {service!r}, which does not exist")
            if self.elderly_services.count(service) > 1:
                raise ValueError(f"kiosk.elderly_services names service {service!r} twice")

    def made(self, cards: Sequence[CardSection]) -> KioskInfo:
        """What the kiosks are told."""
        return KioskInfo(
            elderly_services=self.elderly_services,
            ask_phone=self.ask_phone,
            phone_pattern=self.phone_pattern,
            cards=tuple(card.made() for card in cards),
        )


def check_cards(cards: Sequence[CardSection], segments: Sequence[SegmentSection]) -> None:
    """Raises ValueError for a segment, or a reason of it, that does not exist."""
    reasons = {segment.id: {reason.id for reason in segment.reasons} for segment in segments}
    for card in cards:
        if card.segment not in reasons:
            raise ValueError(f"a card names segment {card.segment!r}, which does not exist")
        if card.reason is not None and card.reason not in reasons[card.segment]:
            raise ValueError(f"a card names reason {card.reason!r}, which segment {card.segment} has not")
