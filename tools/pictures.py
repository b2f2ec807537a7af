"""`python -m tools.pictures`: every screen in every state, as PNG in out/pictures, for looking at."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

APPS = ("kiosk", "display", "counter")


def main() -> int:
    """Make the pictures of the apps named, or of all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for app in sys.argv[1:] or APPS:
        folder = Path("out/pictures") / app
        folder.mkdir(parents=True, exist_ok=True)
        import_module(f"tests.{app}.pictures").pictures(folder)
        print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
