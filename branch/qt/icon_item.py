"""An icon of assets/icons as a QML item, in any colour and sharp at any size.

The files are strokes of `currentColor` on a 24 x 24 ground; the software renderer has no shader that could
tint a picture, so the colour is put into the drawing.
"""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtCore import Property, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem
from PySide6.QtSvg import QSvgRenderer

import assets

QML_IMPORT_NAME = "Branchline.Core"
QML_IMPORT_MAJOR_VERSION = 1

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


@QmlElement
class Icon(QQuickPaintedItem):
    """Shows the icon `name` in `color`.

    Signals:
        nameChanged, colorChanged: the properties' notify signals.
    """

    nameChanged = Signal()
    colorChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """24 x 24 and empty until it gets a name."""
        super().__init__(parent)
        self._name = ""
        self._color = QColor("black")
        self._renderer: QSvgRenderer | None = None
        self.setImplicitSize(24, 24)

    def _get_name(self) -> str:
        return self._name

    def _set_name(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self._renew()
            self.nameChanged.emit()

    def _get_color(self) -> QColor:
        return self._color

    def _set_color(self, color: QColor) -> None:
        if color != self._color:
            self._color = QColor(color)
            self._renew()
            self.colorChanged.emit()

    name = Property(str, _get_name, _set_name, notify=nameChanged)
    color = Property(QColor, _get_color, _set_color, notify=colorChanged)

    def _renew(self) -> None:
        self._renderer = None
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw it into the largest centred square."""
        source = _source(self._name) if self._name else ""
        if not source:
            return
        if self._renderer is None:
            tinted = source.replace("currentColor", self._color.name())
            self._renderer = QSvgRenderer(tinted.encode(), self)
        side = min(self.width(), self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._color.alphaF())
        self._renderer.render(
            painter, QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        )
