"""A QR code as a QML item: crisp modules, whatever the size, with its quiet zone."""

from __future__ import annotations

import qrcode
from PySide6.QtCore import Property, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem
from qrcode.constants import ERROR_CORRECT_M

QML_IMPORT_NAME = "Branchline.Core"
QML_IMPORT_MAJOR_VERSION = 1

QUIET_ZONE = 4
"""Modules of empty border that scanners need."""


def matrix(text: str) -> list[list[bool]]:
    """The modules of a QR code for `text`, with the quiet zone; True is dark."""
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


@QmlElement
class QrCode(QQuickPaintedItem):
    """Shows `text` as a QR code, as large as whole pixels a module allow, centred.

    Signals:
        textChanged, coloursChanged: the properties' notify signals.
    """

    textChanged = Signal()
    coloursChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """Empty until it gets a text."""
        super().__init__(parent)
        self._text = ""
        self._dark = QColor("black")
        self._light = QColor("white")
        self._image: QImage | None = None

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._renew()
            self.textChanged.emit()

    def _get_dark(self) -> QColor:
        return self._dark

    def _set_dark(self, colour: QColor) -> None:
        if colour != self._dark:
            self._dark = QColor(colour)
            self._renew()
            self.coloursChanged.emit()

    def _get_light(self) -> QColor:
        return self._light

    def _set_light(self, colour: QColor) -> None:
        if colour != self._light:
            self._light = QColor(colour)
            self._renew()
            self.coloursChanged.emit()

    text = Property(str, _get_text, _set_text, notify=textChanged)
    dark = Property(QColor, _get_dark, _set_dark, notify=coloursChanged)
    light = Property(QColor, _get_light, _set_light, notify=coloursChanged)

    def _renew(self) -> None:
        self._image = None
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw it: whole device pixels for every module, so that no edge is blurred."""
        if not self._text:
            return
        if self._image is None:
            self._image = picture(self._text, self._dark, self._light)
        ratio = painter.device().devicePixelRatio()
        modules = self._image.width()
        pixels = max(1, int(min(self.width(), self.height()) * ratio / modules))
        side = modules * pixels / ratio
        left = round((self.width() - side) / 2 * ratio) / ratio
        top = round((self.height() - side) / 2 * ratio) / ratio
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.fillRect(QRectF(0, 0, self.width(), self.height()), self._light)
        painter.drawImage(
            QRectF(left, top, side, side),
            self._image,
            QRectF(0, 0, modules, modules),
            Qt.ImageConversionFlag.AutoColor,
        )

    def preferred_size(self) -> QSizeF:
        """Four pixels a module: what a phone reads at arm's length."""
        side = 4.0 * len(matrix(self._text)) if self._text else 0.0
        return QSizeF(side, side)
