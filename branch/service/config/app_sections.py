"""What branch.toml says to the apps alone: [kiosk] and [[cards]], [voice].

The service passes it on in `branch.contract.branch_info`, where the defaults stand too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from branch.contract.branch_info import CardInfo, KioskInfo, MandarinOne, VoiceInfo, VoiceOrder, VolumeStep
from branch.service.config.branch_sections import SegmentSection
from branch.service.config.section_types import Clock, Id, Pattern, Section
from branch.service.config.typed_times import any_span

MOST_ELDERLY = 4
"""So many large cards stand on a screen without scrolling."""

_KIOSK, _VOICE = KioskInfo(), VoiceInfo()


class CardSection(Section):
    """[[cards]]. The whole of what the scanner reads has to match ``pattern``; the first that does counts."""

    pattern: Annotated[Pattern, Field(min_length=1, max_length=200)]
    segment: Id
    reason: Id | None = None

    def made(self) -> CardInfo:
        """The card as the kiosks know it."""
        return CardInfo(pattern=self.pattern, segment=self.segment, reason=self.reason)


class KioskSection(Section):
    """[kiosk]"""

    elderly_services: Annotated[tuple[Id, ...], Field(max_length=MOST_ELDERLY)] = _KIOSK.elderly_services
    ask_phone: Literal["never", "offer"] = _KIOSK.ask_phone
    phone_pattern: Pattern = _KIOSK.phone_pattern

    def made(self, cards: Sequence[CardSection]) -> KioskInfo:
        """What the kiosks are told."""
        return KioskInfo(
            elderly_services=self.elderly_services,
            ask_phone=self.ask_phone,
            phone_pattern=self.phone_pattern,
            cards=tuple(card.made() for card in cards),
        )


def _quiet_span(text: object) -> tuple[time, time]:
    """From when to when; unlike opening hours it may go past midnight: "22:00-07:00"."""
    start, end = any_span(text, "12:00-13:30")
    if start == end:
        raise ValueError(f"{text} is no time at all")
    return start, end


class VolumeSection(Section):
    """One step of [voice] volume."""

    start: Clock = Field(alias="from")
    percent: Annotated[int, Field(ge=0, le=100)]


class VoiceSection(Section):
    """[voice]"""

    speak: bool = _VOICE.speak
    languages: tuple[Id, ...] = _VOICE.languages
    order: VoiceOrder = _VOICE.order
    one: MandarinOne = _VOICE.one
    repeat: Annotated[int, Field(ge=1, le=3)] = _VOICE.repeat
    chime: bool = _VOICE.chime
    volume: tuple[VolumeSection, ...] = ()
    quiet: tuple[Annotated[tuple[time, time], BeforeValidator(_quiet_span)], ...] = _VOICE.quiet

    def made(self) -> VoiceInfo:
        """What the apps are told."""
        return VoiceInfo(
            speak=self.speak,
            languages=self.languages,
            order=self.order,
            one=self.one,
            repeat=self.repeat,
            chime=self.chime,
            volume=tuple(VolumeStep(start=step.start, percent=step.percent) for step in self.volume),
            quiet=self.quiet,
        )


def kiosk_mistakes(kiosk: KioskSection, services: set[str]) -> Iterator[str]:
    """Every service that does not exist, or that is named twice."""
    for service in dict.fromkeys(kiosk.elderly_services):
        if service not in services:
            yield f"kiosk.elderly_services names service {service!r}, which does not exist"
        if kiosk.elderly_services.count(service) > 1:
            yield f"kiosk.elderly_services names service {service!r} twice"


def card_mistakes(cards: Sequence[CardSection], segments: Sequence[SegmentSection]) -> Iterator[str]:
    """Every segment, or reason of it, that does not exist."""
    reasons = {segment.id: {reason.id for reason in segment.reasons} for segment in segments}
    for card in cards:
        if card.segment not in reasons:
            yield f"a card names segment {card.segment!r}, which does not exist"
        elif card.reason is not None and card.reason not in reasons[card.segment]:
            yield f"a card names reason {card.reason!r}, which segment {card.segment} has not"
