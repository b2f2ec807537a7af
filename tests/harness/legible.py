"""Whether what a window writes can be read on what lies under it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem, QQuickWindow

SMALL_TEXT, LARGE_TEXT = 4.5, 3.0
"""The contrast that WCAG 2 asks for at least (AA)."""

LARGE_BOLD = 24
"""Bold text from this many pixels on is large: less contrast is enough for it."""


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = []
    for part in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def place(item: QQuickItem) -> QRectF:
    """Where an item is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def ink(text: QQuickItem) -> QRectF:
    """Where a text's box is in the window; as wide as it was laid out."""
    return text.mapRectToScene(QRectF(0, 0, text.width(), float(text.property("contentHeight"))))


def pale(window: QQuickWindow, small: float = SMALL_TEXT, bold: float = LARGE_TEXT) -> Iterator[str]:
    """Texts that are too like their ground, by WCAG's AA unless told otherwise; what cannot be used now may
    be pale."""
    ground: list[tuple[QRectF, QColor, float]] = []
    for item, seen, live in _painted(window.contentItem()):
        if item.inherits("QQuickRectangle"):
            ground.append((place(item), item.property("color"), seen))
        if not item.inherits("QQuickText") or not item.property("text") or not live:
            continue
        below = window.color()
        middle = ink(item).center()
        for area, colour, share in ground:
            if area.contains(middle):
                below = _over(colour, share, below)
        font = item.property("font")
        large = font.pixelSize() >= LARGE_BOLD and font.weight() >= 600
        ratio = contrast(_over(item.property("color"), seen, below), below)
        if ratio < (bold if large else small):
            yield f"pale ({ratio:.1f} on {below.name()}): {item.property('text')}"


def _painted(
    item: QQuickItem, seen: float = 1.0, *, live: bool = True
) -> Iterator[tuple[QQuickItem, float, bool]]:
    """What is drawn, in the order of drawing, with its opacity and whether it can be used."""
    seen *= item.opacity()
    if not item.isVisible() or seen <= 0:
        return
    live = live and item.isEnabled()
    behind = [child for child in item.childItems() if child.z() < 0]
    before = sorted((child for child in item.childItems() if child.z() >= 0), key=lambda child: child.z())
    for child in behind:
        yield from _painted(child, seen, live=live)
    yield item, seen, live
    for child in before:
        yield from _painted(child, seen, live=live)


def _over(top: QColor, share: float, below: QColor) -> QColor:
    share *= top.alphaF()
    parts = zip(top.getRgbF()[:3], below.getRgbF()[:3], strict=True)  # type: ignore[index]  # four floats
    return QColor.fromRgbF(*(over * share + under * (1 - share) for over, under in parts))
