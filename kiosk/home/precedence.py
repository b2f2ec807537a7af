"""Who goes first, by a touch and a reason or by a card; and the few services of elderly mode."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.answers.hall_answers import ServiceState
from branch.contract.branch_info import BranchInfo
from branch.qt.qml_types import QmlUncreatable
from kiosk.home.service_cards import Card

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Precedence(QObject):
    """The segment that this customer's number is to have, and why.

    Signals:
        changed: another segment.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.segment: str | None = None
        """None leaves it to the service."""
        self.reason: str | None = None
        self._by_card = False

    @Property(bool, notify=changed)
    def priority(self) -> bool:
        """Whether the next number goes first, with fewer and larger choices."""
        return self.segment is not None and not self._by_card

    @property
    def card(self) -> str | None:
        """The segment that a card has brought; the choices stay as they are."""
        return self.segment if self._by_card else None

    @Slot()
    def togglePriority(self) -> None:
        """Have a number of the segment "priority", or an ordinary one."""
        self._put(None if self.priority else "priority")

    @Slot(str, str)
    def goFirst(self, segment: str, reason: str) -> None:
        """Have a number of that segment, for that reason."""
        self._put(segment, reason)

    def by_card(self, segment: str, reason: str | None) -> None:
        """Have a number of that segment, as the customer's card says."""
        self._put(segment, reason, by_card=True)

    def reset(self) -> None:
        """Have an ordinary number: the next customer's."""
        if self.segment is not None:
            self._put(None)

    def _put(self, segment: str | None, reason: str | None = None, *, by_card: bool = False) -> None:
        self.segment, self.reason, self._by_card = segment, reason, by_card
        self.changed.emit()


FEW = 3
"""How many where the branch names none."""

MANY = 5
"""From so many services on there are fewer; four large cards fit the screen."""


def chosen(branch: BranchInfo, states: Sequence[ServiceState], cards: Sequence[Card]) -> frozenset[str]:
    """The ids of the few out of ``cards``; all where there are not many, but for those with customers of
    their own."""
    named = branch.kiosk.elderly_services
    few = frozenset(card.id for card in cards if card.id in named)
    if few:
        return few
    own = {service.id for service in branch.offered_services if service.segment}
    there = [card for card in cards if card.id not in own]
    if len(there) < MANY:
        return frozenset(card.id for card in there)
    waiting = {state["id"]: state["waiting"] for state in states}
    busiest = sorted(there, key=lambda card: (not card.usable, -waiting.get(card.id, 0)))  # else as listed
    return frozenset(card.id for card in busiest[:FEW])
