"""The words about help and comfort that controllers say. Context "Kiosk"."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

# The call for the lobby manager
CALLING = str(QT_TRANSLATE_NOOP("Kiosk", "Telling the lobby manager…"))
CALLED_AT = str(QT_TRANSLATE_NOOP("Kiosk", "The lobby manager was told at %1. Please stay near this screen."))
REMIND = str(QT_TRANSLATE_NOOP("Kiosk", "Nobody here yet? Touch once more to remind them."))
MANAGER_COMES = str(QT_TRANSLATE_NOOP("Kiosk", "The lobby manager is on the way."))
NOT_CALLED = str(
    QT_TRANSLATE_NOOP("Kiosk", "Your call could not be sent. Please speak to our staff in the hall.")
)
