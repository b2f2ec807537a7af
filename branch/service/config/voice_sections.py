"""The section [voice] of branch.toml: how calls are spoken.

The service passes it on as `branch.contract.branch_info.VoiceInfo`, where its defaults stand.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated

from pydantic import BeforeValidator, Field

from branch.contract.branch_info import MandarinOne, VoiceInfo, VoiceOrder, VolumeStep
from branch.service.config.hall_sections import Clock, Id, Section, clock_time

_USUAL = VoiceInfo()


def quiet_span(text: object) -> tuple[time, time]:
    """From when to when; unlike opening hours it may go past midnight: "22:00-07:00"."""
    if not isinstance(text, str) or text.count("-") != 1:
        raise ValueError('must be two times such as "12:00-13:30"')
    start, end = (clock_time(part.strip()) for part in text.split("-"))
    if start == end:
        raise ValueError(f"{text} is no time at all")
    return start, end


class VolumeSection(Section):
    """One step of [voice] volume."""

    start: Clock = Field(alias="from")
    percent: Annotated[int, Field(ge=0, le=100)]


class VoiceSection(Section):
    """[voice]"""

    speak: bool = _USUAL.speak
    languages: tuple[Id, ...] = _USUAL.languages
    order: VoiceOrder = _USUAL.order
    one: MandarinOne = _USUAL.one
    repeat: Annotated[int, Field(ge=1, le=3)] = _USUAL.repeat
    chime: bool = _USUAL.chime
    volume: tuple[VolumeSection, ...] = ()
    quiet: tuple[Annotated[tuple[time, time], BeforeValidator(quiet_span)], ...] = _USUAL.quiet

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
