"""The words that controllers say; those that never change are in the QML. Context "Kiosk"."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.client.service_errors import ServiceError, Unauthorized, Unavailable
from branch.domain.errors import Refusal
from branch.qt.text.languages import QT_TRANSLATE_N_NOOP, Languages
from branch.qt.text.refusal_texts import explain

CONTEXT = "Kiosk"

# On a service's card and on the thank-you screen; %1 is set heavier than the rest.
PEOPLE = str(QT_TRANSLATE_NOOP("Kiosk", "%1 waiting"))
MINUTES = str(QT_TRANSLATE_NOOP("Kiosk", "%1 min"))
ABOUT = str(QT_TRANSLATE_NOOP("Kiosk", "about %1 min"))
WITHIN = str(QT_TRANSLATE_NOOP("Kiosk", "within %1 min"))
NO_WAIT = str(QT_TRANSLATE_NOOP("Kiosk", "No wait"))
NO_COUNTER = str(QT_TRANSLATE_NOOP("Kiosk", "No counter open"))
CLOSED = str(QT_TRANSLATE_NOOP("Kiosk", "Closed for now"))
OPENS_AT = str(QT_TRANSLATE_NOOP("Kiosk", "Opens at %1"))
NUMBERS_AT = str(QT_TRANSLATE_NOOP("Kiosk", "Numbers again at %1"))
OVER_TODAY = str(QT_TRANSLATE_NOOP("Kiosk", "Over for today"))
ALL_GIVEN = str(QT_TRANSLATE_NOOP("Kiosk", "No numbers left today"))
CLOSING_SOON = str(QT_TRANSLATE_NOOP("Kiosk", "We close soon: you may not be served today."))
TOO_LATE_TODAY = str(QT_TRANSLATE_NOOP("Kiosk", "Too late for today"))
NOT_NOW = str(QT_TRANSLATE_NOOP("Kiosk", "Not available now"))
FIRST = str(QT_TRANSLATE_NOOP("Kiosk", "No one ahead of you"))
AHEAD = QT_TRANSLATE_N_NOOP("Kiosk", "%n people ahead of you")
BY_NUMBER = str(QT_TRANSLATE_NOOP("Kiosk", "Your number is valid and keeps this time."))
UNKNOWN_WAIT = str(QT_TRANSLATE_NOOP("Kiosk", "waiting time not known yet"))
APPOINTMENT_AT = str(QT_TRANSLATE_NOOP("Kiosk", "appointment at %1"))

HAVE_READY = str(QT_TRANSLATE_NOOP("Kiosk", "Please have ready: %1"))
BETWEEN = str(QT_TRANSLATE_NOOP("Kiosk", ", "))

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

# When there is no ticket
ANOTHER = str(QT_TRANSLATE_NOOP("Kiosk", "Please choose another service, or ask our staff."))
ASK_STAFF = str(QT_TRANSLATE_NOOP("Kiosk", "Please ask our staff, they will give you a number."))
NO_NUMBERS = str(QT_TRANSLATE_NOOP("Kiosk", "No numbers can be given at the moment."))
NO_LINE = str(QT_TRANSLATE_NOOP("Kiosk", "The branch service did not answer."))
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
SERVICE_OPENS = str(QT_TRANSLATE_NOOP("Kiosk", "This service opens at %1."))
NEXT_NUMBERS = str(QT_TRANSLATE_NOOP("Kiosk", "All numbers for now have been given. There are more at %1."))

# When something was scanned
SCAN_UNKNOWN = str(QT_TRANSLATE_NOOP("Kiosk", "This code is not for this kiosk."))
SCAN_WHAT = str(
    QT_TRANSLATE_NOOP("Kiosk", "Please scan the code of your appointment or of a number of this branch.")
)
SCAN_LOST = str(QT_TRANSLATE_NOOP("Kiosk", "Codes cannot be checked at the moment: the connection is gone."))
PROMISE_TODAY = str(
    QT_TRANSLATE_NOOP("Kiosk", "Your appointment at %1 is valid. Check-in comes back with the connection.")
)
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

PRINTED_OFTEN = str(QT_TRANSLATE_NOOP("Kiosk", "Please ask our staff: they can have it printed again."))

_HINTS = {
    "reprint-limit": PRINTED_OFTEN,
    "service-closed": ANOTHER,
    "quota-reached": ANOTHER,
    "closing-too-soon": ANOTHER,
    "unknown-service": ANOTHER,
    "unknown-ticket": NOT_OF_HERE,
    "requeue-limit": NEW_OR_STAFF,
    "branch-closed": SOON_TEXT,
    "appointment-too-early": COME_BACK,
    "appointment-too-late": TAKE_A_NUMBER,
    "appointment-wrong-day": TAKE_A_NUMBER,
    "appointment-cancelled": TAKE_A_NUMBER,
    "appointment-expired": TAKE_A_NUMBER,
    "appointment-wrong-branch": TAKE_A_NUMBER,
    "appointment-forged": TYPE_THE_CODE,
    "too-many-tries": OTHER_WAYS,
}
# What is said of these elsewhere is for staff; a customer can do nothing with it.
_STAFF_ONLY = frozenset({"not-allowed", "key-reused", "invalid", "unknown-segment", "unknown-language"})


def say(languages: Languages, source: str, value: str = "") -> str:
    """One of the texts above in the current language, with ``value`` put for %1."""
    return languages.text(CONTEXT, source).replace("%1", value)


def refusal_text(languages: Languages, error: Refusal | ServiceError) -> str:
    """Why there is no ticket, in one sentence for a customer."""
    if isinstance(error, Unavailable | Unauthorized):
        return say(languages, NO_NUMBERS)
    if isinstance(error, ServiceError):
        return say(languages, NO_LINE)
    return say(languages, NO_NUMBERS) if error.code in _STAFF_ONLY else explain(languages, error)


def refusal_hint(languages: Languages, error: Refusal | ServiceError) -> str:
    """What the customer can do instead."""
    code = error.code if isinstance(error, Refusal) else ""
    return say(languages, _HINTS.get(code, ASK_STAFF))
