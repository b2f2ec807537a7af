"""The one protocol behind which the devices of a maker stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Shown:
    """A text on a sign, and how: what ``attribute`` means is the maker's."""

    text: str
    attribute: int = 0


Pressed = Callable[[int, int], None]
"""Called with the address and the key of a button, in a thread of the adapter."""


class Adapter(Protocol):
    """Signs that show texts, and buttons that are pressed. No call blocks, none raises: what cannot be
    shown now is shown when the line is back."""

    def show(self, address: int, shown: Shown) -> None:
        """Have that sign show it from now on."""

    def start(self, pressed: Pressed) -> None:
        """Begin, once."""

    def stop(self) -> None:
        """End; nothing is called after this."""
