"""Of which clips a sentence is made. A clip is named like its file: ``zh/number/035``.

A call is three clips, as it was measured to be understood: the letters of the ticket, its whole number read
figure by figure, and the way to the counter. Single figures are not, so a number is never put together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

One = Literal["yi", "yao"]
"""How Mandarin reads a 1 in a number: 一, or 幺 as on the telephone."""

CHIME = "chime"

JOINT_MS = {"zh": (60, 150), "en": (60, 220)}
"""Silence between letters and number, and between number and counter."""

_JOINT_MS = (60, 180)


@dataclass(frozen=True, slots=True)
class Part:
    """A clip, by its names in the order in which they are looked for, and the silence after it in ms."""

    names: tuple[str, ...]
    pause_ms: int = 0


def call(language: str, number: str, counter: int, one: One = "yi") -> tuple[Part, ...]:
    """ "Ticket A zero three five, please go to counter three" of A035 and 3."""
    after_letters, after_number = JOINT_MS.get(language, _JOINT_MS)
    letters, figures = split(number)
    return (
        Part((f"{language}/prefix/{letters}",), after_letters),
        *_figures(language, figures, one, after_number),
        Part((f"{language}/counter/{counter}",)),
    )


def yours(language: str, number: str, one: One = "yi") -> tuple[Part, ...]:
    """ "Your number is A zero three five": what the kiosk says with the ticket."""
    after_letters, _ = JOINT_MS.get(language, _JOINT_MS)
    letters, figures = split(number)
    return (Part((f"{language}/yours/{letters}",), after_letters), *_figures(language, figures, one))


def prompt(language: str, name: str) -> tuple[Part, ...]:
    """A sentence of assets/voices/prompts.toml."""
    return (Part((f"{language}/prompt/{name}",)),)


def split(number: str) -> tuple[str, str]:
    """A ticket's letters and its figures: A035 is A and 035."""
    letters = number.rstrip("0123456789")
    return letters, number[len(letters) :]


def _figures(language: str, figures: str, one: One, pause_ms: int = 0) -> tuple[Part, ...]:
    yao = (f"{language}/yao/{figures}",) if one == "yao" else ()
    return (Part((*yao, f"{language}/number/{figures}"), pause_ms),)
