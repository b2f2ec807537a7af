"""The bank's logo at the head of a ticket: any picture, made black and white for the paper it goes on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

SHARE_ACROSS = 0.5
MOST_ROWS = 96
"""12 mm: higher, and every ticket of a roll pays for it. A serial line of 9600 baud takes two seconds."""


class Logo:
    """A logo that can be printed. Two of them are equal only if they are the same one."""

    def __init__(self, path: Path) -> None:
        """Read and check it; raises LogoError, one line that names the file."""
        from branch.devices.printers import logo_picture  # with Pillow, for the branches that have a logo

        self._picture = logo_picture
        self._grey = logo_picture.read(path)
        self._made = lru_cache(maxsize=4)(self._make)

    def on_width(self, dots: int) -> Image.Image:
        """As it stands on paper of so many dots: mode "1", as wide as its own ink."""
        return self._made(dots)

    def _make(self, dots: int) -> Image.Image:
        grey = self._grey
        scale = min(dots * SHARE_ACROSS / grey.width, MOST_ROWS / grey.height)
        return self._picture.scaled(grey, scale)
