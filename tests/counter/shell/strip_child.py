"""A counter app on the screens of its platform: signs in, says where its strip and its large window are."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from branch.qt.text.app_fonts import load_fonts
from tests.counter.desks import Desk
from tests.harness.waiting import until


def main(url: str, token: str) -> None:
    """Prints [strip, whether it is always on top, large window]; the strip is left as it was found."""
    app = QGuiApplication([])
    load_fonts()
    desk = Desk(url, token)
    if desk.controller.session.number == 0:
        desk.sign_in()
    else:
        desk.try_sign_in(desk.controller.session.number)
        until(lambda: desk.controller.property("screen") == "work")
    wanted = desk.controller.compact_window
    until(lambda: desk.window.geometry() == wanted.property("strip"))
    strip = desk.window.geometry().getRect()
    on_top = bool(desk.window.flags() & Qt.WindowType.WindowStaysOnTopHint)
    desk.key("Ctrl+D")
    until(lambda: desk.window.geometry() == wanted.property("large"))
    large = desk.window.geometry().getRect()
    desk.key("Ctrl+D")
    until(lambda: desk.window.height() == 72)
    desk.close()
    del app
    print(json.dumps([strip, on_top, large]))


if __name__ == "__main__":
    main(*sys.argv[1:])
