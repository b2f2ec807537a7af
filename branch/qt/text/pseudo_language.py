"""A language that is not one: it shows on screen what is too narrow and what nobody can translate."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTranslator

LONGER = 0.4
"""German and Russian texts are about this much longer than English ones."""

_ACCENTED = str.maketrans("aeiouAEIOUyn", "áéíóúÁÉÍÓÚýñ")
# Placeholders and tags must come through as they are.
_KEPT = re.compile(r"(%L?\d+|%n|<[^>]*>|&\w+;)")


def pseudo(text: str) -> str:
    """`text` with accents, brackets and about 40 % more length; placeholders and tags untouched."""
    parts = _KEPT.split(text)
    said = "".join(part if i % 2 else part.translate(_ACCENTED) for i, part in enumerate(parts))
    visible = sum(len(part) for part in parts[::2])
    return f"[{said}{'~' * max(1, round(visible * LONGER) - 2)}]"


class PseudoTranslator(QTranslator):
    """Answers every text with its pseudo form."""

    def __init__(self, parent: QObject | None = None) -> None:
        """`parent` owns it."""
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """Never: an empty translator would not be asked."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The pseudo form of `text`, whatever its context."""
        del context, disambiguation, n
        return pseudo(text)
