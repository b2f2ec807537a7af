"""The one way in which tests, the demo and the picture maker touch the real screens.

Items are found by `objectName` in what is on screen, delegates included; they are touched with real events
at their centre, and only if a person could touch them there: visible, enabled, inside the window, not under
something else. Otherwise `DriverError` says which item and why not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from PySide6.QtCore import QKeyCombination, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

_TEXT_CLASSES = ("QQuickText", "QQuickTextInput", "QQuickTextEdit")
_TAGS = re.compile(r"<[^>]+>")
_SAME_LINE = 4.0
"""Texts whose tops differ by no more than this many pixels are read left to right."""


class DriverError(Exception):
    """What was to be touched or read is not there for a person; the text names it."""


def windows() -> list[QQuickWindow]:
    """The app's visible windows."""
    return [w for w in QGuiApplication.allWindows() if isinstance(w, QQuickWindow) and w.isVisible()]


def window(name: str | None = None) -> QQuickWindow:
    """The visible window of that objectName, or the only one."""
    present = windows()
    chosen = [w for w in present if name is None or w.objectName() == name]
    if not chosen:
        names = ", ".join(repr(w.objectName()) for w in present) or "none"
        raise DriverError(f"no visible window{f' {name!r}' if name else ''}; there are: {names}")
    return chosen[0]


def walk(root: QQuickItem) -> Iterator[QQuickItem]:
    """`root` and every item in it that is drawn: parents before children, delegates too."""
    if not root.isVisible() or root.opacity() <= 0:
        return
    yield root
    for child in root.childItems():
        yield from walk(child)


def settle(where: QQuickWindow) -> None:
    """Have the window lay itself out: what has just appeared has its place only with the next frame."""
    where.grabWindow()


def _taker(item: QQuickItem, point: QPointF) -> QQuickItem | None:
    """The topmost item at a point of the window that takes touches."""
    if not item.isVisible() or not item.isEnabled():
        return None
    inside = item.contains(item.mapFromScene(point))
    if item.clip() and not inside:
        return None
    drawn = sorted(item.childItems(), key=lambda child: child.z())
    for child in drawn[::-1]:
        found = _taker(child, point)
        if found is not None:
            return found
    return item if inside and item.acceptedMouseButtons() != Qt.MouseButton.NoButton else None


def _is_in(item: QQuickItem, outer: QQuickItem) -> bool:
    above: QQuickItem | None = item
    while above is not None and above is not outer:
        above = around(above)
    return above is outer


def around(item: QQuickItem) -> QQuickItem | None:
    """The item that it is in; None for the outermost."""
    # The stubs say there always is one.
    return item.parentItem()


def window_of(item: QQuickItem) -> QQuickWindow | None:
    """The window that the item is in.

    WORKAROUND: QQuickItem.window() makes PySide6 tie the window's Python object to that of the item, and the
    window is "already deleted" for Python as soon as the item's Python object goes.
    """
    root = item
    while (above := around(root)) is not None:
        root = above
    return next(
        (w for w in QGuiApplication.allWindows() if isinstance(w, QQuickWindow) and w.contentItem() is root),
        None,
    )


def find_all(where: QQuickWindow, name: str) -> list[QQuickItem]:
    """The visible items of that objectName, in the order of drawing."""
    return [item for item in walk(where.contentItem()) if item.objectName() == name]


def find(where: QQuickWindow, name: str) -> QQuickItem:
    """The first visible item of that objectName."""
    found = find_all(where, name)
    if found:
        return found[0]
    names = sorted({item.objectName() for item in walk(where.contentItem())} - {""})
    raise DriverError(f"no visible item {name!r}; there are: {', '.join(names) or 'none'}")


def centre(item: QQuickItem) -> tuple[QQuickWindow, QPoint]:
    """The item's window and its centre in there, if a person could touch it there."""
    name = item.objectName() or item.metaObject().className()
    where = window_of(item)
    if where is None or not item.isVisible():
        raise DriverError(f"{name!r} is not visible")
    if not item.isEnabled():
        raise DriverError(f"{name!r} is not enabled")
    if item.width() <= 0 or item.height() <= 0:
        raise DriverError(f"{name!r} has no size")
    settle(where)
    point = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
    if not QRectF(0, 0, where.width(), where.height()).contains(point):
        raise DriverError(f"{name!r} is outside the window, at {point.x():.0f}, {point.y():.0f}")
    above = around(item)
    while above is not None:
        if above.clip() and not above.boundingRect().contains(above.mapFromScene(point)):
            raise DriverError(f"{name!r} is scrolled out of sight")
        above = around(above)
    taker = _taker(where.contentItem(), point)
    if taker is not None and not (_is_in(taker, item) or _is_in(item, taker)):
        raise DriverError(f"{name!r} is under {taker.objectName() or taker.metaObject().className()!r}")
    return where, point.toPoint()


@cache
def _touchscreen() -> QPointingDevice:
    return QTest.createTouchDevice()


def tap(item: QQuickItem) -> None:
    """Touch the item's centre with a finger, and lift it."""
    touch(*centre(item))


def touch(where: QQuickWindow, *points: QPoint) -> None:
    """Touch points of the window at once, each with a finger, whatever is there, and lift them."""
    down = QTest.touchEvent(where, _touchscreen())
    for finger, point in enumerate(points):
        down.press(finger, point, where)
    down.commit()
    up = QTest.touchEvent(where, _touchscreen())
    for finger, point in enumerate(points):
        up.release(finger, point, where)
    up.commit()


def slide(where: QQuickWindow, begin: QPoint, end: QPoint) -> None:
    """Put a finger on one point of the window, draw it to another, and lift it there."""
    QTest.touchEvent(where, _touchscreen()).press(0, begin, where).commit()
    QTest.touchEvent(where, _touchscreen()).move(0, end, where).commit()
    release(where, end)


def press(item: QQuickItem) -> QPoint:
    """Put a finger on the item's centre and leave it there; `release` lifts it."""
    where, point = centre(item)
    QTest.touchEvent(where, _touchscreen()).press(0, point, where).commit()
    return point


def release(where: QQuickWindow, point: QPoint) -> None:
    """Lift the finger."""
    QTest.touchEvent(where, _touchscreen()).release(0, point, where).commit()


def click(item: QQuickItem) -> None:
    """Click the item's centre with the mouse."""
    where, point = centre(item)
    QTest.mouseClick(where, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def key(where: QQuickWindow, keys: str) -> None:
    """Press and release a key or a combination, written as people do: "F2", "Return", "Ctrl+Z"."""
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    combinations = cast("Sequence[QKeyCombination]", sequence)
    if sequence.count() != 1 or combinations[0].key() == Qt.Key.Key_unknown:
        raise DriverError(f"no key is called {keys!r}")
    QTest.keyClick(where, combinations[0].key(), combinations[0].keyboardModifiers())


def type_text(where: QQuickWindow, text: str) -> None:
    """Type printable Latin text, as a keyboard or a barcode scanner does; a line feed is Return."""
    for character in text:
        if character == "\n":
            QTest.keyClick(where, Qt.Key.Key_Return)
        else:
            QTest.keyClick(where, ord(character))


def grab(where: QQuickWindow) -> QImage:
    """What the window shows now."""
    return where.grabWindow()


def text_of(item: QQuickItem) -> str:
    """What the item says: its own text, else the texts in it, one after the other."""
    own = item.property("text")
    if isinstance(own, str) and own:
        return _TAGS.sub("", own)
    return " ".join(text for _, text in _placed_texts(item))


def texts(where: QQuickWindow) -> list[str]:
    """All texts a person can read in the window, from top to bottom."""
    settle(where)
    return [text for _, text in _placed_texts(where.contentItem())]


def cut_texts(where: QQuickWindow) -> list[str]:
    """The texts that are elided, or wider or higher than the box they were given."""
    settle(where)
    cut = []
    for item in _text_items(where.contentItem()):
        too_wide = float(item.property("contentWidth") or 0) > item.width() + 1
        too_high = float(item.property("contentHeight") or 0) > item.height() + 1
        if item.property("text") and (item.property("truncated") or too_wide or too_high):
            cut.append(str(item.property("text")))
    return cut


def _text_items(root: QQuickItem) -> Iterator[QQuickItem]:
    for item in walk(root):
        if any(item.inherits(name) for name in _TEXT_CLASSES):
            yield item


def _placed_texts(root: QQuickItem) -> list[tuple[tuple[float, float], str]]:
    placed = []
    for item in _text_items(root):
        text = _TAGS.sub("", str(item.property("text") or "")).strip()
        if text:
            corner = item.mapToScene(QPointF(0, 0))
            placed.append(((round(corner.y() / _SAME_LINE), corner.x()), text))
    return sorted(placed)
