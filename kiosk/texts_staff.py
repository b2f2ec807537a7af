"""The words that the staff menu says from Python. Context "Kiosk"."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

# What came of a print
PRINTING = str(QT_TRANSLATE_NOOP("Kiosk", "Printing…"))
PRINTED = str(QT_TRANSLATE_NOOP("Kiosk", "Printed"))
NOT_PRINTED = str(QT_TRANSLATE_NOOP("Kiosk", "Not printed"))
NO_PRINTER = str(QT_TRANSLATE_NOOP("Kiosk", "There is no printer"))

# What the printer says of itself
PRINTER_ASKED = str(QT_TRANSLATE_NOOP("Kiosk", "The printer is being asked…"))
PAPER_PRESENT = str(QT_TRANSLATE_NOOP("Kiosk", "The printer says: paper present"))
PAPER_LOW = str(QT_TRANSLATE_NOOP("Kiosk", "The printer says: paper near its end"))
PAPER_OUT = str(QT_TRANSLATE_NOOP("Kiosk", "The printer says: no paper"))
COVER_OPEN = str(QT_TRANSLATE_NOOP("Kiosk", "The printer says: the cover is open"))
PRINTER_OFF = str(QT_TRANSLATE_NOOP("Kiosk", "The printer cannot be reached, or is off line"))
PRINTER_SILENT = str(
    QT_TRANSLATE_NOOP("Kiosk", "No answer: nobody knows whether there is paper. Please do a test print.")
)
