"""Debian's packages that a machine of a branch needs, read from the one list of them."""

from __future__ import annotations

from assets import ROOT

FILE = ROOT / "debian-packages.txt"


def packages(group: str) -> list[str]:
    """The names under ``[group]``: service, screen, alone (one program on the screen) or printer."""
    names: dict[str, list[str]] = {}
    current: list[str] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = names.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return names[group]
