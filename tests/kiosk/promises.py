"""What every screen of the kiosk promises whoever stands before it, and where it is not kept."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QTextLayout, QTextOption
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from branch.qt import driver
from tests.qt.test_theme import LARGE_TEXT, SMALL_TEXT, contrast

LEAST = 96
LARGE_BOLD = 24
"""Bold text from this many pixels on is large: less contrast is enough for it."""


def controls(window: QQuickWindow) -> Iterator[QQuickItem]:
    """All that can be tapped and is more than the ground of a page."""
    for item in driver.walk(window.contentItem()):
        if item.inherits("QQuickAbstractButton"):
            yield item


def broken(window: QQuickWindow) -> list[str]:
    """The promises that the screen breaks: one line for each."""
    driver.settle(window)
    found = [f"cut: {text}" for text in driver.cut_texts(window)]
    for item in controls(window):
        found += _control(item, window)
    found += _pale(window)
    found += _lonely(window)
    return found


def _control(item: QQuickItem, window: QQuickWindow) -> Iterator[str]:
    name = item.objectName()
    if item.width() < LEAST or item.height() < LEAST:
        yield f"small: {name} is {item.width():.0f} by {item.height():.0f}"
    context = qmlContext(item)
    said = context is not None and QQmlProperty(item, "Accessible.name", context).read()
    if not said:
        yield f"nameless: {name}"
    scroller = _scroller(item)
    place, whole = _place(scroller or item), QRectF(0, 0, window.width(), window.height())
    if not whole.adjusted(-1, -1, 1, 1).contains(place):
        yield f"outside: {name}"
    room = _place(item).adjusted(-1, -1, 1, 1)
    for inner in driver.walk(item):
        if inner.inherits("QQuickText") and inner.property("text") and not room.contains(_ink(inner)):
            yield f"out of {name}: {inner.property('text')}"


def _place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _ink(text: QQuickItem) -> QRectF:
    """Where a text's box is in the window; as wide as it was laid out."""
    return text.mapRectToScene(QRectF(0, 0, text.width(), float(text.property("contentHeight"))))


def _scroller(item: QQuickItem) -> QQuickItem | None:
    above = driver._around(item)
    while above is not None:
        if above.clip() and above.inherits("QQuickFlickable"):
            return above
        above = driver._around(above)
    return None


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


def _pale(window: QQuickWindow) -> Iterator[str]:
    """Texts that are too like their ground; what cannot be used now may be pale."""
    ground: list[tuple[QRectF, QColor, float]] = []
    for item, seen, live in _painted(window.contentItem()):
        if item.inherits("QQuickRectangle"):
            ground.append((_place(item), item.property("color"), seen))
        if not item.inherits("QQuickText") or not item.property("text") or not live:
            continue
        below = window.color()
        middle = _ink(item).center()
        for place, colour, share in ground:
            if place.contains(middle):
                below = _over(colour, share, below)
        font = item.property("font")
        large = font.pixelSize() >= LARGE_BOLD and font.weight() >= 600
        ratio = contrast(_over(item.property("color"), seen, below), below)
        if ratio < (LARGE_TEXT if large else SMALL_TEXT):
            yield f"pale ({ratio:.1f} on {below.name()}): {item.property('text')}"


def _lonely(window: QQuickWindow) -> Iterator[str]:
    """Texts whose last line is one Chinese character: a word that was torn."""
    for item in driver.walk(window.contentItem()):
        text = str(item.property("text") or "")
        if not item.inherits("QQuickText") or "<" in text:
            continue
        last = list(_lines(item, text))[-1:]
        if last and len(last[0]) == 1 and last[0] != text and last[0] >= "\u3400":
            yield f"torn: {text}"


def _lines(item: QQuickItem, text: str) -> Iterator[str]:
    if int(item.property("lineCount")) < 2:
        return
    layout = QTextLayout(text.replace("\n", "\u2028"), item.property("font"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(item.width())
        yield text[line.textStart() : line.textStart() + line.textLength()].strip()
    layout.endLayout()
