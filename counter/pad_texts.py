"""What the rating window says, in the customer's language whatever the teller's is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtQml import QmlElement

from branch.qt.languages import ENGLISH, Languages
from branch.qt.qml_types import QmlUncreatable

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

CONTEXT = "Rating"

WORDS = {
    "question": str(QT_TRANSLATE_NOOP("Rating", "How was our service?")),
    "hint": str(QT_TRANSLATE_NOOP("Rating", "One touch is enough")),
    "send": str(QT_TRANSLATE_NOOP("Rating", "Submit")),
    "anonymous": str(QT_TRANSLATE_NOOP("Rating", "Your teller does not see your answer")),
    "thanks": str(QT_TRANSLATE_NOOP("Rating", "Thank you")),
    "thanksDetail": str(QT_TRANSLATE_NOOP("Rating", "Your word helps us to serve you better")),
    "welcome": str(QT_TRANSLATE_NOOP("Rating", "Welcome")),
    "calling": str(QT_TRANSLATE_NOOP("Rating", "Now calling")),
    "serving": str(QT_TRANSLATE_NOOP("Rating", "Now serving")),
    "ready": str(QT_TRANSLATE_NOOP("Rating", "Please wait for your number to be called")),
    "paused": str(QT_TRANSLATE_NOOP("Rating", "This counter is paused for a moment")),
    "closed": str(QT_TRANSLATE_NOOP("Rating", "This counter is closed")),
}
COUNTER = str(QT_TRANSLATE_NOOP("Rating", "Counter %1"))
ABOUT = str(QT_TRANSLATE_NOOP("Rating", "Counter %1 · Staff %2 · %3 %4"))
CLOSES = str(QT_TRANSLATE_NOOP("Rating", "Closes in %1 s"))
SENDS = str(QT_TRANSLATE_NOOP("Rating", "Submits in %1 s"))

SCORES = (
    str(QT_TRANSLATE_NOOP("Rating", "Very poor")),
    str(QT_TRANSLATE_NOOP("Rating", "Poor")),
    str(QT_TRANSLATE_NOOP("Rating", "Fair")),
    str(QT_TRANSLATE_NOOP("Rating", "Good")),
    str(QT_TRANSLATE_NOOP("Rating", "Very good")),
)
TAGS = {
    "friendly": str(QT_TRANSLATE_NOOP("Rating", "Friendly")),
    "fast": str(QT_TRANSLATE_NOOP("Rating", "Fast")),
    "clear": str(QT_TRANSLATE_NOOP("Rating", "Well explained")),
    "expert": str(QT_TRANSLATE_NOOP("Rating", "Knows the job")),
    "long-wait": str(QT_TRANSLATE_NOOP("Rating", "Long wait")),
    "slow": str(QT_TRANSLATE_NOOP("Rating", "Slow service")),
    "unclear": str(QT_TRANSLATE_NOOP("Rating", "Badly explained")),
    "unfriendly": str(QT_TRANSLATE_NOOP("Rating", "Unfriendly")),
    "not-solved": str(QT_TRANSLATE_NOOP("Rating", "Not solved")),
}
"""What the service is told of a tag, and its name."""

_BAD = ("long-wait", "unfriendly", "unclear", "not-solved")
TAGS_OF_SCORE = {
    1: _BAD,
    2: _BAD,
    3: ("long-wait", "slow", "unclear", "friendly"),
    4: ("friendly", "fast", "clear", "long-wait"),
    5: ("friendly", "fast", "clear", "expert"),
}


@QmlElement
@QmlUncreatable("made by the app")
class PadLanguages(Languages):
    """The language of the rating window alone: switching it leaves the teller's as it is."""

    @Slot(str)
    def use(self, code: str) -> None:
        """Speak `code` from now on; one that is not there falls back to English."""
        code = code if code in self._translators else ENGLISH
        if code != self._current:
            self._current = code
            self.currentChanged.emit()
