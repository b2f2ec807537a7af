"""What a desktop must be able to do for hot keys, whichever it is; and what the keys are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

MODIFIERS = ("ctrl", "alt", "shift")
DEFAULT = "ctrl+shift"
"""With them F2 to F10 are free on most desktops; alone they belong to whatever program is in front, and Ctrl
with Alt changes the console of a Linux machine."""

Pressed = Callable[[str], None]
"""Told the key, such as "F2", in the thread that listens."""


@dataclass(frozen=True, slots=True)
class Chord:
    """Keys that are held, and the one that is pressed with them."""

    modifiers: tuple[str, ...]
    key: str


class Grabber(Protocol):
    """Listens in a thread of its own from `start` to `stop`."""

    def start(self, chords: Sequence[Chord], pressed: Pressed) -> list[str]:
        """Begin; gives the keys that another program has already."""
        ...

    def stop(self) -> None:
        """Give them all back; returns when the thread has ended."""
        ...


class NoHotKeysError(Exception):
    """This desktop has none; the message says why."""


def parse_modifiers(text: str) -> tuple[str, ...]:
    """ "ctrl+shift" -> what is held; raises ValueError for anything else."""
    parts = tuple(part.strip().lower() for part in text.split("+"))
    if not parts or len(set(parts)) != len(parts) or not set(parts) <= set(MODIFIERS):
        raise ValueError(f"hot keys are held with {', '.join(MODIFIERS)}, such as {DEFAULT}; not {text!r}")
    return tuple(name for name in MODIFIERS if name in parts)
