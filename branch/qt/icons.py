"""An icon of assets/icons drawn in one colour of the theme, sharp at any size: `Icon { name: "bell" }`.

The icons are line drawings that say `currentColor`; the colour is filled in before they are drawn. They come
through an image provider and not as a QML type of Python's: PySide 6.11 keeps something of every instance
that QML has destroyed (some 12 KB of a painted item), and a kiosk makes twenty icons for every customer.
"""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

import assets

PROVIDER = "icons"
_USUAL = QSize(24, 24)

_log = logging.getLogger(__name__)


def icon_names() -> list[str]:
    """The names of all icons."""
    return sorted(file.stem for file in (assets.ROOT / "icons").glob("*.svg"))


@cache
def _source(name: str) -> str:
    file = assets.ROOT / "icons" / f"{name}.svg"
    if not file.is_file():
        _log.error("no icon %r in %s", name, file.parent)
        return ""
    return file.read_text(encoding="utf-8")


class Icons(QQuickImageProvider):
    """Answers image://icons/NAME/AARRGGBB."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, wanted: QSize) -> QImage:
        """Draw it into the largest centred square; transparent where there is no such icon."""
        name, _, colour = address.rpartition("/")
        box = wanted if wanted.width() > 0 and wanted.height() > 0 else _USUAL
        image = QImage(box, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        size.setWidth(box.width())
        size.setHeight(box.height())
        if source := _source(name):
            ink = QColor(f"#{colour}")
            side = min(box.width(), box.height())
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(ink.alphaF())
            QSvgRenderer(source.replace("currentColor", ink.name()).encode()).render(
                painter, QRectF((box.width() - side) / 2, (box.height() - side) / 2, side, side)
            )
            painter.end()
        return image
