"""The counter's keys from anywhere on the desktop: off unless asked for, no more than the window's own."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.actions import Action
from branch.qt.qml_types import QmlUncreatable
from counter.hotkeys.grabber import Chord, Grabber, NoHotKeysError
from counter.queue.chosen_ticket import ChosenTicket
from counter.shell.panels import Panels
from counter.shell.part import News
from counter.signin.session import Session
from counter.work.pause import Pause
from counter.work.teller_actions import PRIMARY, Actions
from counter.work.transfer import PANEL as TRANSFER_PANEL

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
        actions: Actions,
        pause: Pause,
        chosen: ChosenTicket,
        panels: Panels,
        parent: QObject | None = None,
    ) -> None:
        """They do what the keys of the window do, while somebody is signed in."""
        super().__init__(parent)
        self._session, self._actions, self._panels = session, actions, panels
        self._pause, self._chosen = pause, chosen
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
        self._actions.show_hot("".join(_SIGNS[name] for name in modifiers))

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
            self._actions.pressedInVain(control)
            return
        act()
        if self._panels.shown:
            self.wanted.emit()

    def _acts(self) -> Mapping[str, tuple[bool, Callable[[], None], str]]:
        """Whether each key may do now what it does, and the control that it stands for."""
        actions, pause, chosen = self._actions, self._pause, self._chosen
        called, here = actions.may("called"), actions.may("called", "serving")

        def act(action: Action) -> Callable[[], None]:
            return lambda: actions.act(action)

        return {
            "F2": (True, actions.primary, PRIMARY),
            "F3": (called, actions.recall, Action.RECALL),
            "F4": (here, lambda: self._panels.toggle(TRANSFER_PANEL), Action.TRANSFER),
            "F5": (here, act(Action.PARK), Action.PARK),
            "F6": (called, act(Action.NO_SHOW), Action.NO_SHOW),
            "F7": (actions.may("free"), chosen.chooseOrCall, Action.CALL),
            "F8": (actions.may("free", "paused"), pause.toggle, Action.PAUSE),
            "F9": (True, act(Action.UNDO), Action.UNDO),
        }

    def refresh(self, _: News) -> None:
        """Do nothing: whether a key may is looked at when it is pressed."""

    def tick(self, _: int) -> None:
        """Do nothing: keys have no time."""
