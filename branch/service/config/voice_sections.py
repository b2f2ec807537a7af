"""The section [voice] of branch.toml: how calls are spoken. The service only passes it on."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from branch.service.config.hall_sections import Id, Section, clock_time


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

    from_: Annotated[time, BeforeValidator(clock_time), Field(alias="from")]
    percent: Annotated[int, Field(ge=0, le=100)]


class VoiceSection(Section):
    """[voice]"""

    speak: bool = True
    languages: tuple[Id, ...] = ()
    order: Literal["listed", "ticket", "ticket-only"] = "listed"
    one: Literal["yi", "yao"] = "yi"
    repeat: Annotated[int, Field(ge=1, le=3)] = 1
    chime: bool = True
    volume: tuple[VolumeSection, ...] = ()
    quiet: tuple[Annotated[tuple[time, time], BeforeValidator(quiet_span)], ...] = ()

    def view(self) -> dict[str, Any]:
        """As GET /v1/branch carries it."""
        return {
            "speak": self.speak,
            "languages": list(self.languages),
            "order": self.order,
            "one": self.one,
            "repeat": self.repeat,
            "chime": self.chime,
            "volume": [{"from": _text(step.from_), "percent": step.percent} for step in self.volume],
            "quiet": [[_text(start), _text(end)] for start, end in self.quiet],
        }


def _text(at: time) -> str:
    return "24:00" if at == time.max else at.isoformat("minutes")
