"""`python -m tools.pictures`: every screen in every state, as PNG in out/pictures, for looking at."""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from branch.client.local_store import FOLDER_VARIABLE
from branch.qt.qt_app import prepare_environment
from branch.qt.text.app_fonts import load_fonts
from tests.harness.album import to_folder

APPS = ("kiosk", "display", "counter")


def main() -> int:
    """Make the pictures of the apps named, or of all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as settings:
        os.environ[FOLDER_VARIABLE] = settings  # what is remembered here is nobody else's business
        return _take(sys.argv[1:] or list(APPS))


def _take(apps: list[str]) -> int:
    prepare_environment()
    application = QGuiApplication(["pictures"])
    load_fonts()
    QTimer.singleShot(0, application.quit)
    application.exec()  # windows are only drawn once an event loop has run
    for app in apps:
        folder = Path("out/pictures") / app
        import_module(f"tests.{app}.pictures").pictures(to_folder(folder))
        print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
