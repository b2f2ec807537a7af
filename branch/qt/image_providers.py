"""Pictures that QML asks for by an address, sharp at any size: icons in a colour, and QR codes.

Icons are line drawings of assets/icons that say `currentColor`; the colour is put in before they are drawn.
Both come through image providers and not as QML types of Python: PySide 6.11 keeps something of every one
that QML has destroyed (some 12 KB of a painted item), and a kiosk makes twenty icons for every customer.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

import assets

ICONS = "icons"
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
        box = wanted if wanted.width() > 0 and wanted.height() > 0 else _USUAL
        size.setWidth(box.width())
        size.setHeight(box.height())
        return _drawn(address, box.width(), box.height())


@lru_cache(maxsize=128)
def _drawn(address: str, width: int, height: int) -> QImage:
    """Kept, for a screen that turns to large type and back asks for seventy at once; some KB each."""
    name, _, colour = address.rpartition("/")
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    if source := _source(name):
        ink = QColor(f"#{colour}")
        side = min(width, height)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(ink.alphaF())
        QSvgRenderer(source.replace("currentColor", ink.name()).encode()).render(
            painter, QRectF((width - side) / 2, (height - side) / 2, side, side)
        )
        painter.end()
    return image


QR_CODES = "qr"

QUIET_ZONE = 4
"""Modules of empty border that scanners need."""


@lru_cache(maxsize=4)
def matrix(text: str) -> Sequence[Sequence[bool]]:
    """The modules of a QR code for `text`, with the quiet zone; True is dark.

    Kept for a moment: QML asks again for each size that a code has while a page is laid out.
    """
    import qrcode  # when the first code is shown
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def picture(text: str, dark: QColor, light: QColor) -> QImage:
    """The QR code with one pixel a module."""
    modules = matrix(text)
    image = QImage(len(modules), len(modules), QImage.Format.Format_RGB32)
    image.fill(light)
    for y, row in enumerate(modules):
        for x, on in enumerate(row):
            if on:
                image.setPixelColor(x, y, dark)
    return image


class QrCodes(QQuickImageProvider):
    """Answers image://qr/RRGGBB/RRGGBB/TEXT (dark, light)."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, wanted: QSize) -> QImage:
        """Draw it: whole pixels for every module, so that no edge is blurred."""
        dark, light, text = address.split("/", 2)
        code = picture(QUrl.fromPercentEncoding(text.encode()), QColor(f"#{dark}"), QColor(f"#{light}"))
        box = wanted if wanted.width() > 0 and wanted.height() > 0 else code.size() * 4
        size.setWidth(box.width())
        size.setHeight(box.height())
        image = QImage(box, QImage.Format.Format_RGB32)
        image.fill(QColor(f"#{light}"))
        side = max(1, min(box.width(), box.height()) // code.width()) * code.width()
        painter = QPainter(image)
        painter.drawImage(
            QRect(round((box.width() - side) / 2), round((box.height() - side) / 2), side, side), code
        )
        painter.end()
        return image
