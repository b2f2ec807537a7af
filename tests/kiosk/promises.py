"""What every screen of the kiosk promises whoever stands before it, and where it is not kept."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from branch.qt.driving import driver
from tests.harness.legible import ink, pale, place

LEAST = 96


def controls(window: QQuickWindow) -> Iterator[QQuickItem]:
    """All that can be tapped and is more than the ground of a page."""
    for item in driver.walk(window.contentItem()):
        if item.inherits("QQuickAbstractButton"):
            yield item


def broken(window: QQuickWindow, least: int = LEAST) -> list[str]:
    """The promises that the screen breaks: one line for each. ``least``: pixels, each way, of a control."""
    driver.settle(window)
    found = [f"cut: {text}" for text in driver.cut_texts(window)]
    for item in controls(window):
        found += _control(item, window, least)
    found += pale(window)
    found += _lonely(window)
    return found


def _control(item: QQuickItem, window: QQuickWindow, least: int) -> Iterator[str]:
    name = item.objectName()
    if item.width() < least or item.height() < least:
        yield f"small: {name} is {item.width():.0f} by {item.height():.0f}"
    context = qmlContext(item)
    said = context is not None and QQmlProperty(item, "Accessible.name", context).read()
    if not said:
        yield f"nameless: {name}"
    scroller = _scroller(item)
    where, whole = place(scroller or item), QRectF(0, 0, window.width(), window.height())
    if not whole.adjusted(-1, -1, 1, 1).contains(where):
        yield f"outside: {name}"
    room = place(item).adjusted(-1, -1, 1, 1)
    for inner in driver.walk(item):
        if inner.inherits("QQuickText") and inner.property("text") and not room.contains(ink(inner)):
            yield f"out of {name}: {inner.property('text')}"


def _scroller(item: QQuickItem) -> QQuickItem | None:
    above = driver.around(item)
    while above is not None:
        if above.clip() and above.inherits("QQuickFlickable"):
            return above
        above = driver.around(above)
    return None


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
