"""The fonts of assets/fonts, for Qt: no screen depends on a font of the machine."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

import assets

LATIN = "Inter"
CHINESE = "Noto Sans SC"
ARABIC = "Noto Sans Arabic"

_log = logging.getLogger(__name__)


def font_files() -> list[Path]:
    """The font files that are shipped."""
    return sorted((assets.ROOT / "fonts").glob("*.ttf"))


def load_fonts() -> list[str]:
    """Make the shipped fonts known to Qt, Inter first and the Noto families for what Inter lacks."""
    families: set[str] = set()
    for file in font_files():
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            _log.error("font %s cannot be read", file.name)
            continue
        families.update(QFontDatabase.applicationFontFamilies(number))
    QFont.insertSubstitutions(LATIN, [CHINESE, ARABIC])
    QGuiApplication.setFont(QFont(LATIN))
    return sorted(families)
