"""What one customer asks of the screen: elderly mode, large type, high contrast, low reach, who goes first.

Over when they leave.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from kiosk.visit.ticket_request import TicketRequest

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Accessibility(QObject):
    """The toggles.

    Signals:
        changed: one of them is different now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._large = self._reach = self._elderly = self._contrast = self._everything = False
        self._segment: str | None = None
        self._reason: str | None = None
        self._by_card = False

    @Property(bool, notify=changed)
    def elderly(self) -> bool:
        """Large type, high contrast, fewer choices and more time, all by one touch."""
        return self._elderly

    @Property(bool, notify=changed)
    def everything(self) -> bool:
        """In elderly mode: whether all services are to be seen, and not only those most come for."""
        return self._everything

    @Property(bool, notify=changed)
    def contrast(self) -> bool:
        """Colours of high contrast."""
        return self._contrast or self._elderly

    @Property(bool, notify=changed)
    def large(self) -> bool:
        """Larger type and one card in a row."""
        return self._large or self._elderly

    @Property(bool, notify=changed)
    def reach(self) -> bool:
        """Everything to touch in the lower part of the screen."""
        return self._reach

    @Property(bool, notify=changed)
    def priority(self) -> bool:
        """The next number is one of a segment that goes first, with fewer and larger choices."""
        return self._segment is not None and not self._by_card

    @property
    def any(self) -> bool:
        """Whether anything is not as it is for the next customer."""
        return self._large or self._reach or bool(self._segment) or self._elderly or self._contrast

    @property
    def patience(self) -> int:
        """How many times as long as usual screens stay."""
        return 2 if self._elderly else 1

    @property
    def segment(self) -> str | None:
        """The segment of the next ticket; None leaves it to the service."""
        return self._segment

    @property
    def card(self) -> str | None:
        """The segment that a card has brought; the choices stay as they are."""
        return self._segment if self._by_card else None

    def wish(self, key: str, service: str, language: str | None) -> TicketRequest:
        """What this customer asks for."""
        return TicketRequest(
            key, service=service, language=language, segment=self._segment, segment_reason=self._reason
        )

    @Slot()
    def toggleElderly(self) -> None:
        """Elderly mode, or as usual."""
        self._elderly, self._everything = not self._elderly, False
        self.changed.emit()

    @Slot()
    def toggleEverything(self) -> None:
        """All services, or back to the few of elderly mode."""
        self._everything = not self._everything
        self.changed.emit()

    @Slot()
    def toggleContrast(self) -> None:
        """High contrast, or as usual."""
        self._contrast = not self._contrast
        self.changed.emit()

    @Slot()
    def toggleLarge(self) -> None:
        """Larger type, or as usual."""
        self._large = not self._large
        self.changed.emit()

    @Slot()
    def toggleReach(self) -> None:
        """Low, or as usual."""
        self._reach = not self._reach
        self.changed.emit()

    @Slot()
    def togglePriority(self) -> None:
        """A number of the segment "priority", or an ordinary one."""
        self._put(None if self.priority else "priority")

    @Slot(str, str)
    def goFirst(self, segment: str, reason: str) -> None:
        """The next number is one of that segment, for that reason."""
        self._put(segment, reason)

    def by_card(self, segment: str, reason: str | None) -> None:
        """The same, as the customer's card says."""
        self._put(segment, reason, by_card=True)

    def reset(self) -> None:
        """As it is for the next customer."""
        if self.any:
            self._large = self._reach = self._elderly = self._contrast = self._everything = False
            self._put(None)

    def _put(self, segment: str | None, reason: str | None = None, *, by_card: bool = False) -> None:
        self._segment, self._reason, self._by_card = segment, reason, by_card
        self.changed.emit()
