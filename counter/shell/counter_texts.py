"""How the teller's window says a text from Python; each module has its own, the screens' are in their QML."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.qt.text.languages import Languages

CONTEXT = "Counter"

NO_LINE = str(QT_TRANSLATE_NOOP("Counter", "Not done: no connection to the branch service."))
NOBODY = str(QT_TRANSLATE_NOOP("Counter", "Nobody is waiting."))
LATE_BY = str(QT_TRANSLATE_NOOP("Counter", "%1 late"))
UNANSWERED = str(QT_TRANSLATE_NOOP("Counter", "%1 gave no rating"))


def say(languages: Languages, text: str, *values: object) -> str:
    """The text in the current language with its %1, %2 ... filled in."""
    return fill(languages.text(CONTEXT, text), *values)


def fill(text: str, *values: object) -> str:
    """The text with its %1, %2 ... filled in."""
    for number, value in enumerate(values, 1):
        text = text.replace(f"%{number}", str(value))
    return text
