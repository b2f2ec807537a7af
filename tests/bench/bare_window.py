"""The least that PySide6 can show, as a limit to compare the apps with: `python -m tests.bench.bare_window`.

One window of QML with a line of text. It says so when its first frame is drawn, and stays until it is ended.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

QML = b"""
import QtQuick
Window {
    width: 640; height: 480; visible: true
    Text { anchors.centerIn: parent; text: "Welcome" }
}
"""


def main() -> int:
    """Show it."""
    app = QGuiApplication(["bare"])
    engine = QQmlApplicationEngine()
    engine.loadData(QML)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)

    def drawn() -> None:
        window.frameSwapped.disconnect(drawn)
        print("the first frame is drawn", file=sys.stderr, flush=True)

    window.frameSwapped.connect(drawn)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
