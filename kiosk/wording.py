"""How controllers say a text of the catalogues; those that never change are in the QML. Context "Kiosk"."""

from __future__ import annotations

from branch.qt.text.languages import Languages

CONTEXT = "Kiosk"


def say(languages: Languages, source: str, value: str = "") -> str:
    """A text of the context in the current language, with ``value`` put for %1."""
    return languages.text(CONTEXT, source).replace("%1", value)
