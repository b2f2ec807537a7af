"""How a branch wants to be spoken to at an hour, and in which languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from branch.contract.branch_info import BranchInfo, VoiceInfo

_FULL = 100


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """What the branch says of the voice; ``languages`` are its own where the voice has none."""

    voice: VoiceInfo
    languages: tuple[str, ...]

    @classmethod
    def of_branch(cls, branch: BranchInfo) -> VoiceSettings:
        """Take a branch for what it has said."""
        return cls(branch.voice, branch.voice.languages or branch.languages)

    def percent_at(self, at: time) -> int:
        """How loud it is at a local time."""
        steps = sorted((step.start, step.percent) for step in self.voice.volume)
        last = steps[-1][1] if steps else _FULL
        return next((percent for start, percent in reversed(steps) if start <= at), last)

    def quiet_at(self, at: time) -> bool:
        """Whether it is a quiet hour; one such as 22:00 to 07:00 goes past midnight."""
        return any(
            start <= at < end if start < end else at >= start or at < end for start, end in self.voice.quiet
        )

    def languages_for(self, ticket: str | None) -> tuple[str, ...]:
        """In which languages to speak to a customer whose ticket is in that language."""
        if ticket not in self.languages or self.voice.order == "listed":
            return self.languages
        if self.voice.order == "ticket-only":
            return (ticket,)
        return (ticket, *(language for language in self.languages if language != ticket))
