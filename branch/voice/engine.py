"""What makes clips, as whoever plays them and whoever writes packs of them know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Line:
    """What a clip says.

    Attributes:
        before: is said with it, and cut off: alone a letter or a number is clipped and without its melody.
        after: as ``before``.
        speed: 1 is as the voice speaks by itself; smaller is slower.
    """

    text: str
    before: str = ""
    after: str = ""
    speed: float = 1.0


class Engine(Protocol):
    """What makes clips; used by one thread only."""

    def line_of(self, name: str) -> Line | None:
        """What the clip of that name says (zh/number/035); None if it is none of ours."""
        ...

    def voice(self, language: str) -> str:
        """Who speaks, as part of a file's name."""
        ...

    def clip(self, line: Line, language: str) -> bytes:
        """A line as a sound file; raises EngineError."""
        ...


class EngineError(Exception):
    """The engine is not installed or cannot say that; the message is one line."""
