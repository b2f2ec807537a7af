"""The words of the home screen and of its cards that controllers say. Context "Kiosk"."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

# On a service's card, in place of the wait, whose words are in branch.wording
CLOSED = str(QT_TRANSLATE_NOOP("Kiosk", "Closed for now"))
OPENS_AT = str(QT_TRANSLATE_NOOP("Kiosk", "Opens at %1"))
NUMBERS_AT = str(QT_TRANSLATE_NOOP("Kiosk", "Numbers again at %1"))
OVER_TODAY = str(QT_TRANSLATE_NOOP("Kiosk", "Over for today"))
ALL_GIVEN = str(QT_TRANSLATE_NOOP("Kiosk", "No numbers left today"))
TOO_LATE_TODAY = str(QT_TRANSLATE_NOOP("Kiosk", "Too late for today"))
NOT_NOW = str(QT_TRANSLATE_NOOP("Kiosk", "Not available now"))

# In the header
OPEN_UNTIL = str(QT_TRANSLATE_NOOP("Kiosk", "open until %1"))

# While there is nothing to show
ASKING = str(QT_TRANSLATE_NOOP("Kiosk", "Connecting to the branch service"))
ASKING_WHERE = str(QT_TRANSLATE_NOOP("Kiosk", "Asking at %1. Tickets can be taken as soon as it answers."))
SEARCHING = str(QT_TRANSLATE_NOOP("Kiosk", "Looking for the branch service"))
SEARCHING_HOW = str(
    QT_TRANSLATE_NOOP(
        "Kiosk", "Searching this branch's network. Please ask our staff for a number meanwhile."
    )
)
SEVERAL = str(QT_TRANSLATE_NOOP("Kiosk", "More than one branch was found"))
SEVERAL_HOW = str(
    QT_TRANSLATE_NOOP("Kiosk", "%1 answer here. Staff: please start this kiosk with the address of its own.")
)
TOKEN_REFUSED = str(QT_TRANSLATE_NOOP("Kiosk", "This kiosk has not been admitted"))
TOKEN_REFUSED_HOW = str(
    QT_TRANSLATE_NOOP(
        "Kiosk", "The service at %1 does not accept its token. Staff: please give it a new one."
    )
)
STARTING = str(QT_TRANSLATE_NOOP("Kiosk", "The branch service is starting"))
STARTING_HOW = str(QT_TRANSLATE_NOOP("Kiosk", "It runs on this machine and will be there in a moment."))
NOT_STARTING = str(QT_TRANSLATE_NOOP("Kiosk", "The branch service does not start"))

# Outside opening hours
CLOSED_TITLE = str(QT_TRANSLATE_NOOP("Kiosk", "We are closed now"))
CLOSED_TEXT = str(QT_TRANSLATE_NOOP("Kiosk", "Numbers are given during opening hours."))
SOON_TITLE = str(QT_TRANSLATE_NOOP("Kiosk", "We open at %1"))
SOON_TEXT = str(QT_TRANSLATE_NOOP("Kiosk", "You can take a number here from then on."))
BREAK_TITLE = str(QT_TRANSLATE_NOOP("Kiosk", "Back at %1"))
BREAK_TEXT = str(QT_TRANSLATE_NOOP("Kiosk", "We are taking a break. Numbers given before stay valid."))
CLOSED_ALL_DAY = str(QT_TRANSLATE_NOOP("Kiosk", "closed"))
