"""Where a kiosk's own numbers lie: on which machine, and in which file. A copy lies elsewhere.

Numbers that were set aside for one kiosk must not be given by its copy too: not by a disk that was cloned,
not by a settings folder that was copied, nor by a backup that was put back.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

_NETWORK = Path("/sys/class/net")
_MADE_UP = 1 << 40
"""Set in a number of `uuid.getnode` that is no network card's."""


@dataclass(frozen=True, slots=True)
class StorePlace:
    """The number of the file in its file system, and the network cards of the machine, as far as known."""

    file: int
    cards: frozenset[str]

    def is_same(self, other: StorePlace) -> bool:
        """Whether it is the same file on the same machine; a card may have been changed."""
        if self.file != other.file:
            return False
        return not self.cards or not other.cards or bool(self.cards & other.cards)


def network_cards(folder: Path = _NETWORK) -> frozenset[str]:
    """The addresses of the cards that are built in, none that a program has made up."""
    if folder.is_dir():
        found = (card / "address" for card in folder.iterdir() if (card / "device").exists())
        return frozenset(card.read_text(encoding="ascii").strip() for card in found)
    node = uuid.getnode()
    return frozenset() if node & _MADE_UP else frozenset({f"{node:012x}"})


def place_of(path: Path) -> StorePlace:
    """Where that file lies. Raises OSError."""
    return StorePlace(path.stat().st_ino, network_cards())
