"""How the customer reads the rating window: letters, contrast, language; it is theirs, and goes with them."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.text.languages import ENGLISH, Languages

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
