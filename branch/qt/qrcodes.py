"""QR codes for QML: crisp modules, whatever the size, with their quiet zone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

PROVIDER = "qr"

QUIET_ZONE = 4
"""Modules of empty border that scanners need."""


def matrix(text: str) -> list[list[bool]]:
    """The modules of a QR code for `text`, with the quiet zone; True is dark."""
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
    """Answers image://qr/RRGGBB/RRGGBB/TEXT (dark, light): see QrCode.qml, and icons.py for why."""

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
