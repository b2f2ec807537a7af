"""What the rating window says, in the customer's language whatever the teller's is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Rating"

WORDS = {
    "question": str(QT_TRANSLATE_NOOP("Rating", "How was our service?")),
    "hint": str(QT_TRANSLATE_NOOP("Rating", "One touch is enough")),
    "send": str(QT_TRANSLATE_NOOP("Rating", "Submit")),
    "skip": str(QT_TRANSLATE_NOOP("Rating", "No, thank you")),
    "larger": str(QT_TRANSLATE_NOOP("Rating", "Large type")),
    "contrast": str(QT_TRANSLATE_NOOP("Rating", "High contrast")),
    "write": str(QT_TRANSLATE_NOOP("Rating", "+ Write a line")),
    "placeholder": str(QT_TRANSLATE_NOOP("Rating", "Tell us in a sentence")),
    "done": str(QT_TRANSLATE_NOOP("Rating", "Done")),
    "erase": str(QT_TRANSLATE_NOOP("Rating", "Delete")),
    "space": str(QT_TRANSLATE_NOOP("Rating", "Space")),
    "capital": str(QT_TRANSLATE_NOOP("Rating", "Capital letter")),
    "others": str(QT_TRANSLATE_NOOP("Rating", "More")),
    "switch": str(QT_TRANSLATE_NOOP("Rating", "Chinese or English")),
    "anonymous": str(QT_TRANSLATE_NOOP("Rating", "Your teller does not see your answer")),
    "thanks": str(QT_TRANSLATE_NOOP("Rating", "Thank you")),
    "thanksDetail": str(QT_TRANSLATE_NOOP("Rating", "Your word helps us to serve you better")),
    "already": str(QT_TRANSLATE_NOOP("Rating", "You have rated this service on your phone already")),
    "tooLate": str(QT_TRANSLATE_NOOP("Rating", "The time for rating this service is over")),
    "welcome": str(QT_TRANSLATE_NOOP("Rating", "Welcome")),
    "calling": str(QT_TRANSLATE_NOOP("Rating", "Now calling")),
    "serving": str(QT_TRANSLATE_NOOP("Rating", "Now serving")),
    "ready": str(QT_TRANSLATE_NOOP("Rating", "Please wait for your number to be called")),
    "paused": str(QT_TRANSLATE_NOOP("Rating", "This counter is paused for a moment")),
    "closed": str(QT_TRANSLATE_NOOP("Rating", "This counter is closed")),
}
COUNTER = str(QT_TRANSLATE_NOOP("Rating", "Counter %1"))
STAFF = str(QT_TRANSLATE_NOOP("Rating", "Staff %1"))
ABOUT = str(QT_TRANSLATE_NOOP("Rating", "Counter %1 · %2 · %3 %4"))
CLOSES = str(QT_TRANSLATE_NOOP("Rating", "Closes in %1 s"))
SENDS = str(QT_TRANSLATE_NOOP("Rating", "Submits in %1 s"))

SCORES = (
    str(QT_TRANSLATE_NOOP("Rating", "Very poor")),
    str(QT_TRANSLATE_NOOP("Rating", "Poor")),
    str(QT_TRANSLATE_NOOP("Rating", "Fair")),
    str(QT_TRANSLATE_NOOP("Rating", "Good")),
    str(QT_TRANSLATE_NOOP("Rating", "Very good")),
)
