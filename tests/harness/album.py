"""What becomes of the pictures that a tour of an app's states takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from tests.harness.golden import SHRINK

Keep = Callable[[str, QImage], None]
"""Takes a picture by its name."""


def small(picture: QImage, shrink: int = SHRINK) -> Image.Image:
    """Make the small copy of a picture that is compared."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size, row = (plain.width(), plain.height()), plain.bytesPerLine()
    return Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", row).reduce(shrink)


def to_folder(folder: Path) -> Keep:
    """Have pictures become files, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)

    def keep(name: str, picture: QImage) -> None:
        assert picture.save(str(folder / f"{name}.png"))

    return keep


class SmallCopies:
    """Has pictures become small copies, by their names."""

    def __init__(self, shrink: int = SHRINK) -> None:
        self._shrink = shrink
        self.made: dict[str, Image.Image] = {}

    def keep(self, name: str, picture: QImage) -> None:
        """Take one."""
        self.made[name] = small(picture, self._shrink)
