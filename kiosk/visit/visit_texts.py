"""The words about a number that was given, and about none, and how words are said. Context "Kiosk"."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.qt.text.languages import Languages

CONTEXT = "Kiosk"


def say(languages: Languages, source: str, value: str = "") -> str:
    """A text of the context in the current language, with ``value`` put for %1."""
    return languages.text(CONTEXT, source).replace("%1", value)


CLOSING_SOON = str(QT_TRANSLATE_NOOP("Kiosk", "We close soon: you may not be served today."))

# On the thank-you screen
BY_NUMBER = str(QT_TRANSLATE_NOOP("Kiosk", "Your number is valid and keeps this time."))
APPOINTMENT_AT = str(QT_TRANSLATE_NOOP("Kiosk", "appointment at %1"))
HAVE_READY = str(QT_TRANSLATE_NOOP("Kiosk", "Please have ready: %1"))
BETWEEN = str(QT_TRANSLATE_NOOP("Kiosk", ", "))

# When there is no ticket
ANOTHER = str(QT_TRANSLATE_NOOP("Kiosk", "Please choose another service, or ask our staff."))
ASK_STAFF = str(QT_TRANSLATE_NOOP("Kiosk", "Please ask our staff, they will give you a number."))
NO_NUMBERS = str(QT_TRANSLATE_NOOP("Kiosk", "No numbers can be given at the moment."))
NO_LINE = str(QT_TRANSLATE_NOOP("Kiosk", "The branch service did not answer."))
SERVICE_OPENS = str(QT_TRANSLATE_NOOP("Kiosk", "This service opens at %1."))
NEXT_NUMBERS = str(QT_TRANSLATE_NOOP("Kiosk", "All numbers for now have been given. There are more at %1."))

# When something was scanned
SCAN_UNKNOWN = str(QT_TRANSLATE_NOOP("Kiosk", "This code is not for this kiosk."))
SCAN_WHAT = str(
    QT_TRANSLATE_NOOP("Kiosk", "Please scan the code of your appointment or of a number of this branch.")
)
SCAN_LOST = str(QT_TRANSLATE_NOOP("Kiosk", "Codes cannot be checked at the moment: the connection is gone."))
PRINTED_OFTEN = str(QT_TRANSLATE_NOOP("Kiosk", "Please ask our staff: they can have it printed again."))
