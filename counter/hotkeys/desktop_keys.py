"""The counter's keys from anywhere on the desktop: off unless asked for, no more than the window's own."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from counter.hotkeys.grabber import Chord, Grabber, NoHotKeysError
from counter.signin.session import Session
from counter.work.actions import Actions
from counter.work.panels import Panels

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

KEYS = ("F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9")
_SIGNS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "\N{UPWARDS WHITE ARROW}"}
_log = logging.getLogger(__name__)


def this_desktop() -> Grabber:
    """The hot keys of this machine's desktop; raises NoHotKeysError where there are none (Wayland, say)."""
    if sys.platform == "win32":
        from counter.hotkeys.windows_keys import WindowsKeys

        return WindowsKeys()
    from counter.hotkeys.x11_keys import X11Keys  # xcffib is not there on every platform

    return X11Keys()


@QmlElement
@QmlUncreatable("made by the app")
class DesktopKeys(QObject):
    """Presses from another thread, one hop, and what each of them does.

    Signals:
        wanted: something has opened that must be seen: the window is to come to the front.
    """

    wanted = Signal()
    _pressed = Signal(str)

    def __init__(
        self,
        session: Session,
        desk: Actions,
        panels: Panels,
        parent: QObject | None = None,
    ) -> None:
        """They do what the keys of the window do, while somebody is signed in."""
        super().__init__(parent)
        self._session, self._desk, self._panels = session, desk, panels
        self._grabber: Grabber | None = None
        self._pressed.connect(self._press, Qt.ConnectionType.QueuedConnection)

    def start(self, modifiers: tuple[str, ...], make: Callable[[], Grabber] = this_desktop) -> None:
        """Take the keys; where that is not possible the app goes on without them, and its log says so."""
        try:
            grabber = make()
            taken = grabber.start([Chord(modifiers, key) for key in KEYS], self._pressed.emit)
        except NoHotKeysError as error:
            _log.error("no hot keys: %s", error)
            return
        if taken:
            _log.error("other programs have these hot keys: %s", ", ".join(taken))
        self._grabber = grabber
        self._desk.show_hot("".join(_SIGNS[name] for name in modifiers))

    def stop(self) -> None:
        """Give them back."""
        if self._grabber is not None:
            self._grabber.stop()
            self._grabber = None

    @Slot(str)
    def _press(self, key: str) -> None:
        if not self._session.here:
            return
        may, act, control = self._acts()[key]
        if not may:
            self._desk.pressedInVain(control)
            return
        act()
        if self._panels.shown:
            self.wanted.emit()

    def _acts(self) -> Mapping[str, tuple[object, Callable[[], None], str]]:
        """What each key does now, whether it may, and the control that it stands for."""
        desk = self._desk

        def may(name: str) -> object:
            return desk.property(name)

        return {
            "F2": (True, desk.primary, "primary"),
            "F3": (may("hasCalled"), desk.recall, "recall"),
            "F4": (may("hasCustomer"), lambda: self._panels.toggle("transfer"), "transfer"),
            "F5": (may("hasCustomer"), lambda: desk.act("park"), "park"),
            "F6": (may("hasCalled"), lambda: desk.act("missed"), "missed"),
            "F7": (may("isFree"), desk.chooseOrCall, "callChosen"),
            "F8": (may("mayLeave"), desk.togglePause, "pause"),
            "F9": (True, lambda: desk.act("undo"), "undo"),
        }
