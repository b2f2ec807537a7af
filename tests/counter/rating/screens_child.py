"""A counter app on two screens, LEFT (the teller's) and RIGHT: the customer's is chosen by the mouse in the
settings. With ``plug`` the second one is plugged out and in again, by xrandr on an X server of our own."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtGui import QGuiApplication

from branch.qt.text.app_fonts import load_fonts
from tests.counter.desks import Desk
from tests.harness.waiting import until


def xrandr(*arguments: str) -> None:
    """Change the screens as a hand at a plug would."""
    subprocess.run(["xrandr", *arguments], check=True, capture_output=True)


def plug_in() -> None:
    """The customer's screen is there."""
    xrandr("--setmonitor", "RIGHT", "1000/300x700/200+1000+0", "none")


def pull() -> None:
    """And is gone."""
    xrandr("--delmonitor", "RIGHT")


def on(desk: Desk, screen: str) -> bool:
    """Whether the customer's window covers that screen."""
    area = next((s.geometry() for s in QGuiApplication.screens() if s.name() == screen), None)
    if area is None or not desk.pad.visible():
        return False
    window = desk.pad.window.geometry()
    # Qt's platform without a screen leaves two pixels of a frame that the window had before.
    return window.size() == area.size() and (window.topLeft() - area.topLeft()).manhattanLength() <= 2


def main(url: str, token: str, how: str) -> None:
    """Ends with an error if anything is not as it should be."""
    app = QGuiApplication([])
    load_fonts()
    if how == "plug":
        xrandr("--setmonitor", "LEFT", "1000/300x700/200+0+0", "screen")
        until(lambda: [s.name() for s in QGuiApplication.screens()] == ["LEFT"])
    desk = Desk(url, token, windowed=False)
    try:
        _scene(desk, how)
    finally:
        desk.close()
        del app


def _scene(desk: Desk, how: str) -> None:
    desk.sign_in()
    assert desk.window.screen().name() == "LEFT"
    if how == "plug":
        assert not desk.pad.visible()
        plug_in()
    until(lambda: on(desk, "RIGHT"), "the second screen is the customer's")
    desk.click("settingsButton")
    own = desk.wait("customerScreen-LEFT")
    assert not own.isEnabled(), "the teller's own screen may be chosen"
    assert own.property("detail") == "This is where you work"
    desk.click("customerScreen-none")
    until(lambda: not desk.pad.visible(), "a window that is turned is there only while it asks")
    desk.click("customerScreen-RIGHT")
    until(lambda: on(desk, "RIGHT"), "the chosen screen is the customer's")
    if how == "plug":
        pull()
        until(lambda: not desk.pad.visible(), "without its screen the window is not there")
        assert desk.wait("customerScreen-RIGHT").property("detail") == "Not plugged in: waited for"
        plug_in()
        until(lambda: on(desk, "RIGHT"), "it is back on its screen")


if __name__ == "__main__":
    main(*sys.argv[1:])
