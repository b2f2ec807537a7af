"""What the teller's window says from Python, in English; the screens' own words are in their QML."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.qt.text.languages import Languages

CONTEXT = "Counter"

NO_LINE = str(QT_TRANSLATE_NOOP("Counter", "Not done: no connection to the branch service."))
ASKING = str(QT_TRANSLATE_NOOP("Counter", "Asking the branch service…"))
STILL_ASKING = str(
    QT_TRANSLATE_NOOP("Counter", "Key not taken: the branch service has not answered the last one yet.")
)
NOT_TAKEN = str(QT_TRANSLATE_NOOP("Counter", "The key pressed after it was not taken."))
SERVED_ALREADY = str(QT_TRANSLATE_NOOP("Counter", "Not possible: the service has been started."))
NOBODY_HERE = str(QT_TRANSLATE_NOOP("Counter", "Not possible: there is nobody at this counter."))
SOMEBODY_HERE = str(QT_TRANSLATE_NOOP("Counter", "Not possible: there is a customer at this counter."))
BACK_AT = str(QT_TRANSLATE_NOOP("Counter", "Back at %1"))
CLOSED_NOW = str(QT_TRANSLATE_NOOP("Counter", "closed for now"))
PAUSED_HERE = str(QT_TRANSLATE_NOOP("Counter", "Not possible: this counter is paused."))
KEPT_START = str(QT_TRANSLATE_NOOP("Counter", "No connection. The start of %1 is kept and sent later."))
KEPT_FINISH = str(QT_TRANSLATE_NOOP("Counter", "No connection. The finish of %1 is kept and sent later."))
KEPT_STEP = str(QT_TRANSLATE_NOOP("Counter", "No connection. The step of %1 is kept and sent later."))
KEPT = {"start": KEPT_START, "finish": KEPT_FINISH, "tick": KEPT_STEP, "untick": KEPT_STEP}
SENT = str(QT_TRANSLATE_NOOP("Counter", "Sent: %1, with its real time."))
LOST = str(QT_TRANSLATE_NOOP("Counter", "%1 was changed while there was no connection: %2 That stands."))
UNSAFE = str(QT_TRANSLATE_NOOP("Counter", "Kept only until the app ends: this machine's disk refuses."))
MANAGER_CALLED = str(QT_TRANSLATE_NOOP("Counter", "The lobby manager is called."))
MANAGER_LATER = str(QT_TRANSLATE_NOOP("Counter", "No connection: the lobby manager will be called later."))
COPY_OF_WHOM = str(QT_TRANSLATE_NOOP("Counter", "Choose a number first: its ticket is printed again."))
COPY_SENT = str(QT_TRANSLATE_NOOP("Counter", "%1 is being printed again at %2."))
COPY_DONE = str(QT_TRANSLATE_NOOP("Counter", "%1 has been printed again."))
COPY_FAILED = str(QT_TRANSLATE_NOOP("Counter", "%1 was not printed: the kiosk has no paper or printer."))
COPY_UNKNOWN = str(
    QT_TRANSLATE_NOOP("Counter", "The kiosk has not said whether %1 was printed: please look.")
)
NOBODY = str(QT_TRANSLATE_NOOP("Counter", "Nobody is waiting."))
CHOOSE = str(QT_TRANSLATE_NOOP("Counter", "Choose with ↑ ↓, then Enter. Esc: leave it."))
ENDED = str(QT_TRANSLATE_NOOP("Counter", "You have been signed out at counter %1."))
ELSEWHERE = str(QT_TRANSLATE_NOOP("Counter", "You are signed in at counter %1."))
ELSEWHERE_WITH = str(QT_TRANSLATE_NOOP("Counter", "You are at counter %1. %2 comes with you."))
NOT_HERE = str(QT_TRANSLATE_NOOP("Counter", "You are signed in at another counter."))
MOVE_HERE = str(QT_TRANSLATE_NOOP("Counter", "Move to counter %1"))
MOVED = str(QT_TRANSLATE_NOOP("Counter", "You are signed in at counter %1 now."))
LOCKED_FOR = str(QT_TRANSLATE_NOOP("Counter", "Too many wrong PINs. Please wait %1 seconds."))
LOCKED_FOR_ONE = str(QT_TRANSLATE_NOOP("Counter", "Too many wrong PINs. Please wait 1 second."))
CHOOSE_COUNTER = str(QT_TRANSLATE_NOOP("Counter", "Please choose a counter."))
GIVE_STAFF = str(QT_TRANSLATE_NOOP("Counter", "Please enter your staff number."))
GIVE_PIN = str(QT_TRANSLATE_NOOP("Counter", "Please enter your PIN."))

CALL_NEXT = str(QT_TRANSLATE_NOOP("Counter", "Call next"))
START = str(QT_TRANSLATE_NOOP("Counter", "Start service"))
FINISH_AND_RATE = str(QT_TRANSLATE_NOOP("Counter", "Finish and ask for rating"))
FINISH = str(QT_TRANSLATE_NOOP("Counter", "Finish"))
NO_SHOW = str(QT_TRANSLATE_NOOP("Counter", "No-show"))
RECALL = str(QT_TRANSLATE_NOOP("Counter", "Recall"))
RESUME = str(QT_TRANSLATE_NOOP("Counter", "Resume"))
PAUSE = str(QT_TRANSLATE_NOOP("Counter", "Pause"))

CALLED = str(QT_TRANSLATE_NOOP("Counter", "Called · %1"))
SERVING = str(QT_TRANSLATE_NOOP("Counter", "Serving · %1"))
PAUSED = str(QT_TRANSLATE_NOOP("Counter", "Paused"))
PAUSED_FOR = str(QT_TRANSLATE_NOOP("Counter", "Paused · %1"))
NEXT_UP = str(QT_TRANSLATE_NOOP("Counter", "Next · %1"))
NONE_WAITING = str(QT_TRANSLATE_NOOP("Counter", "No customers waiting"))
STANDARD = str(QT_TRANSLATE_NOOP("Counter", "Standard %1"))
STEP_OF = str(QT_TRANSLATE_NOOP("Counter", "Step %1/%2 · %3"))
STEPS_DONE = str(QT_TRANSLATE_NOOP("Counter", "All %1 steps done"))
RECALLED = str(QT_TRANSLATE_NOOP("Counter", "Recalled %1×"))

WAITED = str(QT_TRANSLATE_NOOP("Counter", "Waited %1"))
TRANSFERRED = str(QT_TRANSLATE_NOOP("Counter", "Transferred"))
APPOINTMENT = str(QT_TRANSLATE_NOOP("Counter", "Appt %1"))
LATE_FOR = str(QT_TRANSLATE_NOOP("Counter", "Late for %1"))
FOR_YOU = str(QT_TRANSLATE_NOOP("Counter", "For you"))
WAS_FOR = str(QT_TRANSLATE_NOOP("Counter", "Was for %1"))
PERSON_AT = str(QT_TRANSLATE_NOOP("Counter", "%1 · counter %2"))
PERSON_AWAY = str(QT_TRANSLATE_NOOP("Counter", "%1 · paused"))
FINISH_THEN = str(QT_TRANSLATE_NOOP("Counter", "Finish, then %1"))
THEN = str(QT_TRANSLATE_NOOP("Counter", "Then %1"))
OUT_OF_TURN = str(QT_TRANSLATE_NOOP("Counter", "Out of turn"))
CHOSEN_GONE = str(QT_TRANSLATE_NOOP("Counter", "The chosen number is no longer waiting."))
NOT_PRINTED = str(QT_TRANSLATE_NOOP("Counter", "Not printed"))
MISSED = str(QT_TRANSLATE_NOOP("Counter", "Missed"))
PARKED_TILL = str(QT_TRANSLATE_NOOP("Counter", "Until %1"))
PARKED = str(QT_TRANSLATE_NOOP("Counter", "Parked"))
SHORT_WAIT = str(QT_TRANSLATE_NOOP("Counter", "%1 min"))
JUST_CAME = str(QT_TRANSLATE_NOOP("Counter", "Just now"))
DAY_OF = str(QT_TRANSLATE_NOOP("Counter", "%1: your day"))
DAY_SERVED = str(QT_TRANSLATE_NOOP("Counter", "%1 served"))
DAY_AVERAGE = str(QT_TRANSLATE_NOOP("Counter", "average %1"))
DAY_WITHIN = str(QT_TRANSLATE_NOOP("Counter", "%1 within standard"))
DAY_PAUSES = str(QT_TRANSLATE_NOOP("Counter", "Pauses: %1, %2"))
DAY_NO_PAUSE = str(QT_TRANSLATE_NOOP("Counter", "No pause"))
DAY_UNANSWERED = str(QT_TRANSLATE_NOOP("Counter", "%1 gave no rating"))
DAY_RATINGS = str(QT_TRANSLATE_NOOP("Counter", "%1 ratings, satisfied %2"))
BRANCH_CLOSED = str(QT_TRANSLATE_NOOP("Counter", "The branch has closed and nobody waits. F12: sign out"))
OWN_WORK = str(QT_TRANSLATE_NOOP("Counter", "Today: %1 served · average %2"))
OWN_RATING = str(QT_TRANSLATE_NOOP("Counter", "Satisfied %1"))

WAITS_AGAIN = str(QT_TRANSLATE_NOOP("Counter", "%1 waits again, %2 before it."))
WAITS_FIRST = str(QT_TRANSLATE_NOOP("Counter", "%1 waits again, nobody before it."))
TIME_UP = str(QT_TRANSLATE_NOOP("Counter", "%1: parked time is over."))
PARKED_OPEN = str(QT_TRANSLATE_NOOP("Counter", "%1 stays parked."))
BY_APPOINTMENT = str(QT_TRANSLATE_NOOP("Counter", "appointment"))
CAME_LATE = str(QT_TRANSLATE_NOOP("Counter", "late for an appointment"))
WHY_ONLY = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: nobody else waits for this counter."))
WHY_LONGEST = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: the longest wait (%2)."))
WHY_CREDIT = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: waited %2, plus %3 credit (%4)."))
WHY_PRIORITY = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: goes first (%2)."))
WHY_FIRST = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: came first."))
WHY_PROMISE = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: already passed by %2 who came later."))
WHY_CAP = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: has waited over %2, so goes before all."))
WHY_SERVICE = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: %2 comes first at this counter."))

LATE_BY = str(QT_TRANSLATE_NOOP("Counter", "%1 late"))
ABOUT_HINT = str(QT_TRANSLATE_NOOP("Counter", "Hint"))
ABOUT_NOTE = str(QT_TRANSLATE_NOOP("Counter", "Note"))
ABOUT_APPOINTMENT = str(QT_TRANSLATE_NOOP("Counter", "Appointment"))
ABOUT_CUSTOMER = str(QT_TRANSLATE_NOOP("Counter", "Customer"))
ABOUT_BEFORE = str(QT_TRANSLATE_NOOP("Counter", "Before"))
COUNTER_NUMBER = str(QT_TRANSLATE_NOOP("Counter", "Counter %1"))
ENDED_AS = {
    "served": str(QT_TRANSLATE_NOOP("Counter", "served")),
    "transferred": str(QT_TRANSLATE_NOOP("Counter", "transferred")),
    "parked": str(QT_TRANSLATE_NOOP("Counter", "parked")),
    "missed": str(QT_TRANSLATE_NOOP("Counter", "missed")),
}
"""How a stay at a counter ended, by the service's name for it."""

UNDONE = {
    "call": str(QT_TRANSLATE_NOOP("Counter", "%1 called")),
    "start": str(QT_TRANSLATE_NOOP("Counter", "%1 started")),
    "finish": str(QT_TRANSLATE_NOOP("Counter", "%1 finished")),
    "no-show": str(QT_TRANSLATE_NOOP("Counter", "%1 missed")),
    "park": str(QT_TRANSLATE_NOOP("Counter", "%1 parked")),
    "tick": str(QT_TRANSLATE_NOOP("Counter", "%1: step ticked")),
    "untick": str(QT_TRANSLATE_NOOP("Counter", "%1: tick taken off")),
    "transfer": str(QT_TRANSLATE_NOOP("Counter", "%1 transferred")),
    "park-again": str(QT_TRANSLATE_NOOP("Counter", "%1 parked again")),
    "chain": str(QT_TRANSLATE_NOOP("Counter", "%1: what follows was changed")),
    "requeue": str(QT_TRANSLATE_NOOP("Counter", "%1 put back")),
}
"""The action that can be taken back, by the service's name for it."""

REASONS = {
    "lunch": str(QT_TRANSLATE_NOOP("Counter", "Lunch")),
    "handover": str(QT_TRANSLATE_NOOP("Counter", "Handover")),
    "other": str(QT_TRANSLATE_NOOP("Counter", "Other business")),
}
"""Why a counter pauses, by what the service is told."""


def say(languages: Languages, text: str, *values: object) -> str:
    """The text in the current language with its %1, %2 ... filled in."""
    return fill(languages.text(CONTEXT, text), *values)


def fill(text: str, *values: object) -> str:
    """The text with its %1, %2 ... filled in."""
    for number, value in enumerate(values, 1):
        text = text.replace(f"%{number}", str(value))
    return text
