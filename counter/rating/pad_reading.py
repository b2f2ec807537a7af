"""What the rating window says, and how the customer reads it: letters, contrast, language.

It is said in the customer's language whatever the teller's is; what they have chosen goes with them.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.text.languages import ENGLISH, Languages

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


QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class PadReading(QObject):
    """Larger letters and more contrast, on the rating window alone.

    Signals:
        changed: either of them.
        touched: somebody has just asked for it, or for it no more.
    """

    changed = Signal()
    touched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """As everybody sees it."""
        super().__init__(parent)
        self._large = self._contrast = False

    @Property(bool, notify=changed)
    def large(self) -> bool:
        """Whether letters are larger."""
        return self._large

    @Property(bool, notify=changed)
    def contrast(self) -> bool:
        """Whether everything is black and white."""
        return self._contrast

    @Slot()
    def toggleLarge(self) -> None:
        """Larger, or as usual."""
        self._put(not self._large, self._contrast)
        self.touched.emit()

    @Slot()
    def toggleContrast(self) -> None:
        """Black and white, or as usual."""
        self._put(self._large, not self._contrast)
        self.touched.emit()

    def reset(self) -> None:
        """The next customer may see better."""
        self._put(False, False)

    def _put(self, large: bool, contrast: bool) -> None:
        if (large, contrast) != (self._large, self._contrast):
            self._large, self._contrast = large, contrast
            self.changed.emit()


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
