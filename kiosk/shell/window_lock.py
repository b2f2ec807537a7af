"""Keeps the window where it belongs: over the whole screen, whatever keys there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputDevice, QKeyEvent, QMouseEvent, QTouchEvent, QWindow

DESIGN = QSize(1080, 1920)
"""The screen that everything is laid out on, in pixels."""

CORNER = 160
"""The side of the corner that counts taps, in pixels of the design."""

_TOUCHES = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.TabletPress}
)
_WAYS_OUT = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_Menu, Qt.Key.Key_Meta, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R}
    | {Qt.Key.Key_Print, Qt.Key.Key_Help, Qt.Key.Key_Back, Qt.Key.Key_HomePage, Qt.Key.Key_Sleep}
    | {Qt.Key.Key_PowerOff, Qt.Key.Key_PowerDown, Qt.Key.Key_LaunchMail, Qt.Key.Key_LaunchMedia}
    | {Qt.Key(Qt.Key.Key_F1.value + n) for n in range(12)}
)
"""Keys that leave a program or start another; those beyond F12 are a scanner's."""

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_SYSTEM_KEYS = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
)


def windowed_size(windowed: bool) -> QSize:
    """The size of the window: the design's, or what of it a desktop has room for."""
    screen = QGuiApplication.primaryScreen()
    if not windowed or screen is None or QGuiApplication.platformName() == "offscreen":
        return DESIGN
    room = screen.availableSize() * 0.9
    return (
        DESIGN
        if room.height() >= DESIGN.height()
        else DESIGN.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    )


class WindowLock(QObject):
    """Filters the events of the kiosk's window.

    Signals:
        touched: somebody is here.
        cornered: and has tapped the upper left corner, where the staff menu begins.
    """

    touched = Signal()
    cornered = Signal()

    def __init__(self, window: QWindow, *, windowed: bool, parent: QObject | None = None) -> None:
        """``windowed`` lets go of everything but the touches: for whoever works on the kiosk."""
        super().__init__(parent)
        self._window = window
        self._windowed = windowed
        window.installEventFilter(self)
        if not windowed:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow what would let a customer out."""
        kind = event.type()
        if kind in _TOUCHES:
            self.touched.emit()
            if self._in_corner(event):
                self.cornered.emit()
        if self._windowed:
            return False
        if kind == QEvent.Type.Close:
            event.ignore()
            return True
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return event.key() in _WAYS_OUT or bool(event.modifiers() & _SYSTEM_KEYS)
        if (
            kind == QEvent.Type.WindowStateChange
            and not self._window.windowState() & Qt.WindowState.WindowFullScreen
        ):
            self._window.showFullScreen()
        return False

    def _in_corner(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            at = event.points()[0].position()
        elif isinstance(event, QMouseEvent) and event.device().type() != QInputDevice.DeviceType.TouchScreen:
            at = event.position()
        else:  # a key, or a touch that Qt tells once more as a mouse
            return False
        side = CORNER * self._window.width() / DESIGN.width()
        return at.x() < side and at.y() < side

    def stop(self) -> None:
        """Filter the events no more."""
        self._window.removeEventFilter(self)
        if not self._windowed:
            QGuiApplication.restoreOverrideCursor()
