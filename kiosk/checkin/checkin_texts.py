"""The words about appointments and about tickets that customers hold already. Context "Kiosk"."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

# An appointment that gives no number now
TAKE_A_NUMBER = str(QT_TRANSLATE_NOOP("Kiosk", "You can take a walk-in number instead."))
TYPE_THE_CODE = str(
    QT_TRANSLATE_NOOP(
        "Kiosk", "You can type your booking code under “I have an appointment”, or ask our staff."
    )
)
OTHER_WAYS = str(QT_TRANSLATE_NOOP("Kiosk", "Please ask our staff, or check in with your booking code."))
COME_BACK = str(QT_TRANSLATE_NOOP("Kiosk", "Please check in shortly before that time."))
COME_BACK_AT = str(
    QT_TRANSLATE_NOOP("Kiosk", "Please check in from %1 on. If you cannot wait, take a walk-in number now.")
)
LATE_HEADING = str(QT_TRANSLATE_NOOP("Kiosk", "Your walk-in number:"))
LATE_TURN = str(QT_TRANSLATE_NOOP("Kiosk", "Your appointment was at %1: you wait in turn now."))
LATE_CREDIT = str(
    QT_TRANSLATE_NOOP(
        "Kiosk", "Your appointment was at %1: you wait in turn now, as if you had come %2 min earlier."
    )
)
OTHER_DAY = str(QT_TRANSLATE_NOOP("Kiosk", "Your appointment is on another day: %1."))
ON_THAT_DAY = str(
    QT_TRANSLATE_NOOP("Kiosk", "Please check in on that day. To be served today, take a walk-in number.")
)
CHECKED_IN = str(QT_TRANSLATE_NOOP("Kiosk", "You have checked in already: your number is %1."))
MISSED_IT = str(
    QT_TRANSLATE_NOOP("Kiosk", "You need no other number. If you missed it, please ask our staff.")
)
TOO_EARLY = str(QT_TRANSLATE_NOOP("Kiosk", "Your appointment is at %1. It is too early to check in."))
TOO_LATE = str(QT_TRANSLATE_NOOP("Kiosk", "Your appointment was at %1: it is too late to check in."))
PROMISE_TODAY = str(
    QT_TRANSLATE_NOOP("Kiosk", "Your appointment at %1 is valid. Check-in comes back with the connection.")
)

# A ticket that was scanned
TICKET_CALLED = str(QT_TRANSLATE_NOOP("Kiosk", "Number %1 has been called."))
GO_TO = str(QT_TRANSLATE_NOOP("Kiosk", "Please go to counter %1."))
TICKET_SERVING = str(QT_TRANSLATE_NOOP("Kiosk", "Number %1 is being served."))
TICKET_PARKED = str(QT_TRANSLATE_NOOP("Kiosk", "Number %1 is set aside for you."))
WILL_BE_CALLED = str(QT_TRANSLATE_NOOP("Kiosk", "You will be called again: you need no new number."))
TICKET_SERVED = str(QT_TRANSLATE_NOOP("Kiosk", "Number %1 has been served."))
TICKET_CANCELLED = str(QT_TRANSLATE_NOOP("Kiosk", "Number %1 was cancelled."))
TICKET_EXPIRED = str(QT_TRANSLATE_NOOP("Kiosk", "Number %1 has expired."))
NEW_NUMBER = str(QT_TRANSLATE_NOOP("Kiosk", "If there is more to do, please take a new number."))
FRESH_NUMBER = str(QT_TRANSLATE_NOOP("Kiosk", "To be served, please take a new number."))
NEW_OR_STAFF = str(QT_TRANSLATE_NOOP("Kiosk", "Please take a new number, or ask our staff."))
NOT_OF_HERE = str(
    QT_TRANSLATE_NOOP("Kiosk", "It may be of another day or another branch. Please take a new number.")
)
STILL_VALID = str(
    QT_TRANSLATE_NOOP("Kiosk", "Your number stays valid. Please wait for its call, or ask our staff.")
)
STILL_WAITING = str(QT_TRANSLATE_NOOP("Kiosk", "You are still in the queue:"))
BACK_IN_QUEUE = str(QT_TRANSLATE_NOOP("Kiosk", "You are back in the queue:"))
