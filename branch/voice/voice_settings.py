"""How a branch wants to be spoken to: what GET /v1/branch carries as ``voice``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, Literal, cast

from branch.voice.phrases import One

Order = Literal["listed", "ticket", "ticket-only"]
"""Every language as listed; the ticket's own first; the ticket's own alone."""

Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """The section [voice] of branch.toml.

    Attributes:
        speak: whether calls are spoken at all.
        languages, order: in which languages, one after the other.
        one: how Mandarin reads a 1.
        repeat: how often each call is spoken, as long as no other waits.
        chime: whether two tones come before.
        volume: from which time on how loud, in percent; the last one goes on past midnight.
        quiet: when nothing is spoken but an emergency.
    """

    speak: bool = True
    languages: tuple[str, ...] = ("zh", "en")
    order: Order = "listed"
    one: One = "yi"
    repeat: int = 1
    chime: bool = True
    volume: tuple[tuple[time, int], ...] = ((time(0), 100),)
    quiet: tuple[Span, ...] = ()

    @classmethod
    def of_branch(cls, branch: Mapping[str, Any]) -> VoiceSettings:
        """As the service tells; a service that is older than the voice means the defaults."""
        voice: Mapping[str, Any] = branch.get("voice", {})
        default = cls(languages=tuple(branch.get("languages", ("zh", "en"))))
        return cls(
            speak=bool(voice.get("speak", default.speak)),
            languages=tuple(voice.get("languages") or default.languages),
            order=cast(Order, voice.get("order", default.order)),
            one=cast(One, voice.get("one", default.one)),
            repeat=int(voice.get("repeat", default.repeat)),
            chime=bool(voice.get("chime", default.chime)),
            volume=tuple((_time(v["from"]), int(v["percent"])) for v in voice.get("volume", ()))
            or default.volume,
            quiet=tuple((_time(start), _time(end)) for start, end in voice.get("quiet", ())),
        )

    def percent_at(self, at: time) -> int:
        """How loud it is at a local time."""
        steps = sorted(self.volume)
        return next((percent for start, percent in reversed(steps) if start <= at), steps[-1][1])

    def quiet_at(self, at: time) -> bool:
        """Whether it is a quiet hour; one such as 22:00 to 07:00 goes past midnight."""
        return any(start <= at < end if start < end else at >= start or at < end for start, end in self.quiet)

    def languages_for(self, ticket: str | None) -> tuple[str, ...]:
        """In which languages to speak to a customer whose ticket is in that language."""
        if ticket not in self.languages or self.order == "listed":
            return self.languages
        if self.order == "ticket-only":
            return (ticket,)
        return (ticket, *(language for language in self.languages if language != ticket))


def _time(text: str) -> time:
    return time.max if text == "24:00" else time.fromisoformat(text)
