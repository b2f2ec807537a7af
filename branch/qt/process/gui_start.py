"""Starting Qt on a screen. Where there is none Qt gives a page of advice and aborts: an app says it in one
line, and ends with an exit code that a supervisor and a technician can tell from a crash."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

NO_SCREEN_EXIT_CODE = 71
"""The exit code when no screen could be shown (EX_OSERR)."""

_SAYS_WHERE = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
_SAYS_NOTHING = ("Could not load the Qt platform plugin", "This application failed to start", "From 6.5.0,")
"""How the messages begin that follow from another one, or that advise what may not be so."""

_log = logging.getLogger(__name__)


class _Start:
    """What Qt says while it starts: told afterwards, or in one line if it is the end."""

    def __init__(self) -> None:
        self.said: list[tuple[QtMsgType, QMessageLogContext, str]] = []

    def __call__(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        self.said.append((kind, context, message or ""))
        if kind == QtMsgType.QtFatalMsg:  # Qt aborts the process when this returns
            self.give_up()

    def give_up(self) -> None:
        """End the program: there is no Qt that could be ended in good order, and nothing else was begun."""
        _log.critical("%s", no_screen([message for _, _, message in self.said], os.environ))
        os._exit(NO_SCREEN_EXIT_CODE)


def start_gui(name: str) -> QGuiApplication:
    """Give Qt's application, on a screen; ends the program with NO_SCREEN_EXIT_CODE where there is none."""
    present = QCoreApplication.instance()
    if isinstance(present, QGuiApplication):
        return present
    start = _Start()
    before = qInstallMessageHandler(start)
    gui = QGuiApplication([name])
    if not gui.screens():  # as with a frame buffer that is not there: it goes on, and nobody would see it
        start.give_up()
    qInstallMessageHandler(before)
    if before is not None:
        for kind, context, message in start.said:
            before(kind, context, message)
    return gui


def no_screen(said: list[str], surroundings: Mapping[str, str]) -> str:
    """One line of why there is no screen: what we were told of one, and what Qt says of that."""
    told = " ".join(f"{key}={surroundings[key]}" for key in _SAYS_WHERE if surroundings.get(key))
    if not told:
        return (
            "no screen can be shown: neither DISPLAY nor WAYLAND_DISPLAY is set, so nobody would see it"
            " (start it on the machine's own screen, as the unit for systemd does)"
        )
    reasons = [first.strip() for text in said if (first := text.strip().partition("\n")[0])]
    telling = [reason for reason in reasons if not reason.startswith(_SAYS_NOTHING)]
    why = "; ".join(dict.fromkeys(telling or reasons)) or "Qt found no screen"
    return f"no screen can be shown with {told}: {why}"
