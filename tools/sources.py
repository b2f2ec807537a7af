"""Where the house's sources are; what lint and translations walk over."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
QT_FOLDERS = ("branch/qt", "kiosk", "display", "counter")
"""The folders that may have QML and texts for people."""


def files(folders: tuple[str, ...], suffix: str, root: Path = ROOT) -> list[Path]:
    """All files with that suffix in those folders."""
    return sorted(file for folder in folders for file in (root / folder).rglob(f"*{suffix}"))


def qml_folders() -> list[Path]:
    """The import paths of our QML modules."""
    return [ROOT / folder / "qml" for folder in QT_FOLDERS if (ROOT / folder / "qml").is_dir()]
