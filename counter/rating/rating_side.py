"""The customer's side of the counter: the rating window, and the screen that it stands on."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from counter.rating.customer_screen import CustomerScreen
from counter.rating.rating_pad import RatingPad

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class RatingSide(QObject):
    """The rating window, for QML.

    Attributes:
        rating_pad: what is asked there.
        screen: where it is.
    """

    def __init__(
        self,
        rating_pad: RatingPad,
        screen: CustomerScreen,
        *,
        always: bool,
        allowed: bool,
        parent: QObject | None = None,
    ) -> None:
        """``always``: the window stays open without a second screen too; ``allowed``: customers are asked."""
        super().__init__(parent)
        self.rating_pad, self.screen = rating_pad, screen
        self._always, self._allowed = always and allowed, allowed

    pad = Property(RatingPad, attrgetter("rating_pad"), constant=True)
    customer = Property(CustomerScreen, attrgetter("screen"), constant=True)

    @Property(bool, constant=True)
    def always(self) -> bool:
        """Whether the window is open also while nobody is asked and there is one screen only."""
        return self._always

    @Property(bool, constant=True)
    def allowed(self) -> bool:
        """Whether customers are asked at all."""
        return self._allowed
