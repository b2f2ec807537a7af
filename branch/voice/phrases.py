"""Of which clips a sentence is made, and how the branch wants it said. A clip is named ``zh/number/035``.

A call is three clips, as it was measured to be understood: the letters of the ticket, its whole number read
figure by figure, and the way to the counter. What no clip has is put together of smaller ones: of two letters
the second is said alone; of a number the longest end that there is, and the figures before it one by one; and
for an unknown counter everybody is sent to the board.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import time
from typing import Literal

from branch.contract.branch_info import BranchInfo, MandarinOne, VoiceInfo

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


CHIME = "chime"

JOINT_MS = {"zh": (120, 150), "en": (60, 220)}
"""Silence between letters and number, and between number and counter."""

_JOINT_MS = (60, 180)


@dataclass(frozen=True, slots=True)
class Part:
    """A clip, by its names in the order in which they are looked for, and the silence after it in ms.

    Attributes:
        instead: what is said if there is none of them; the silence is after it too.
    """

    names: tuple[str, ...]
    pause_ms: int = 0
    instead: tuple[Part, ...] = ()


def call(language: str, number: str, counter: int, one: MandarinOne = "yi") -> tuple[Part, ...]:
    """ "Ticket A zero three five, please go to counter three" of A035 and 3."""
    after_letters, after_number = JOINT_MS.get(language, _JOINT_MS)
    letters, figures = split(number)
    return (
        _letters(language, "prefix", letters, after_letters),
        *_figures(language, figures, one, after_number),
        Part((f"{language}/counter/{counter}",), instead=(Part((f"{language}/counter/board",)),)),
    )


def yours(language: str, number: str, one: MandarinOne = "yi") -> tuple[Part, ...]:
    """ "Your number is A zero three five": what the kiosk says with the ticket."""
    after_letters, _ = JOINT_MS.get(language, _JOINT_MS)
    letters, figures = split(number)
    return (_letters(language, "yours", letters, after_letters), *_figures(language, figures, one))


def prompt(language: str, name: str) -> tuple[Part, ...]:
    """A sentence of assets/voices/prompts.toml."""
    return (Part((f"{language}/prompt/{name}",)),)


def text(language: str, words: str) -> tuple[Part, ...]:
    """A text of the moment, which `branch.voice.synth` makes under this name."""
    mark = hashlib.sha256(words.encode()).hexdigest()[:16]
    return (Part((f"{language}/text/{mark}",)),)


def split(number: str) -> tuple[str, str]:
    """A ticket's letters and its figures: A035 is A and 035."""
    letters = number.rstrip("0123456789")
    return letters, number[len(letters) :]


def _letters(language: str, kind: str, letters: str, pause_ms: int) -> Part:
    rest = tuple(Part((f"{language}/letter/{letter}",)) for letter in letters[1:])
    instead = (Part((f"{language}/{kind}/{letters[0]}",)), *rest) if rest else ()
    return Part((f"{language}/{kind}/{letters}",), pause_ms, instead)


def _figures(language: str, figures: str, one: MandarinOne, pause_ms: int = 0) -> tuple[Part, ...]:
    if not figures:
        return ()
    return (Part(_read(language, "number", figures, one), pause_ms, _end(language, figures, one)),)


def _end(language: str, figures: str, one: MandarinOne) -> tuple[Part, ...]:
    first, rest = figures[0], figures[1:]
    if not rest:
        return ()
    return (
        Part(_read(language, "figure", first, one)),
        Part(_read(language, "number", rest, one), instead=_end(language, rest, one)),
    )


def _read(
    language: str, kind: Literal["number", "figure"], figures: str, one: MandarinOne
) -> tuple[str, ...]:
    plain = f"{language}/{kind}/{figures}"
    if one == "yi" or "1" not in figures:
        return (plain,)
    return (f"{language}/yao/{figures}" if kind == "number" else f"{language}/figure/yao", plain)
