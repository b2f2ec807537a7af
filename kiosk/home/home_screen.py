"""The branch as the kiosk shows it: header, cards, and the screens for when there is nothing to choose."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.assist.accessibility import Accessibility
from kiosk.home.branch_status import BranchStatus, LinkState, outlook
from kiosk.home.elderly_services import chosen
from kiosk.home.service_cards import ROLES, Card, cards
from kiosk.home.service_groups import ServiceGroups, level
from kiosk.offline.offline_tickets import OfflineTickets

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 1000
"""How often the clock in the header is looked at."""


@QmlElement
@QmlUncreatable("made by the app")
class HomeScreen(QObject):
    """Follows the link.

    Signals:
        changed: something that is shown of the branch is different now (the cards tell of themselves).
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        comfort: Accessibility,
        reserve: OfflineTickets,
        menu: ServiceGroups,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._languages, self._comfort, self._reserve = link, languages, comfort, reserve
        self._menu = menu
        self._services: dict[str, Card] = {}
        self._outlook = BranchStatus("waiting")
        self._child: str | None = None
        self._by_reserve = False
        self._few: frozenset[str] | None = None
        self._has_more = False
        self._cards = KeyedListModel(ROLES, parent=self)
        self._clock = QTimer(self)
        self._clock.setObjectName("header clock")
        self._clock.timeout.connect(self._renew)
        link.stateChanged.connect(self.refresh)
        link.snapshotTaken.connect(self.refresh)
        link.changed.connect(self.refresh)
        reserve.changed.connect(self.refresh)
        languages.currentChanged.connect(self.refresh)
        comfort.changed.connect(self.refresh)
        menu.changed.connect(self.refresh)
        self.refresh()

    def start(self) -> None:
        """Keep the clock going."""
        self._clock.start(TICK_MS)

    def stop(self) -> None:
        """Let it stand."""
        self._clock.stop()

    # What screens see

    @Property(str, notify=changed)
    def stand(self) -> str:
        """ "waiting" (nothing to show yet), "closed" or "open"."""
        return self._outlook.stand

    @Property(bool, notify=changed)
    def lost(self) -> bool:
        """Whether the service is gone: what is shown is what was."""
        return self._outlook.lost

    @Property(bool, notify=changed)
    def byReserve(self) -> bool:
        """Whether there are tickets all the same, from the numbers that were set aside."""
        return self._by_reserve

    @Property(str, notify=changed)
    def since(self) -> str:
        """Since when, 14:32; empty while all is well, or where the service was not there since our start."""
        return str(self._link.since) if self._outlook.lost else ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """The branch's name."""
        return self._outlook.name

    @Property(str, notify=changed)
    def timeLine(self) -> str:
        """Date, time of the service, open until."""
        return self._outlook.time_line

    @Property(str, notify=changed)
    def notice(self) -> str:
        """The branch's own words to its customers."""
        return self._outlook.notice

    @Property(str, notify=changed)
    def waitingFor(self) -> str:
        """What we wait for."""
        return self._outlook.waiting_for

    @Property(str, notify=changed)
    def waitingHow(self) -> str:
        """What can be done about it."""
        return self._outlook.waiting_how

    @Property(str, notify=changed)
    def waitingIcon(self) -> str:
        """A clock, or a warning when somebody has to do something."""
        return self._outlook.waiting_icon

    @Property(str, notify=changed)
    def closedTitle(self) -> str:
        """When we open, as large as a title."""
        return self._outlook.closed_title

    @Property(str, notify=changed)
    def closedText(self) -> str:
        """And what that means."""
        return self._outlook.closed_text

    @Property(list, notify=changed)
    def hours(self) -> list[dict[str, str]]:
        """The usual hours: rows of `days` and `hours`."""
        return [{"days": days, "hours": hours} for days, hours in self._outlook.hours]

    @Property(bool, notify=changed)
    def hasPriority(self) -> bool:
        """Whether this branch has a segment for those who are to be served first."""
        return self._outlook.has_priority

    @Property(list, notify=changed)
    def reasons(self) -> list[dict[str, str]]:
        """Why somebody may go first here: rows of `segment`, `reason` and `name`; none where nobody asks."""
        return [
            {"segment": entry["id"], "reason": reason["id"], "name": self._languages.pick(reason["names"])}
            for entry in self._link.branch.get("segments", [])
            for reason in entry.get("reasons", [])
        ]

    @Property(str, notify=changed)
    def cardSegment(self) -> str:
        """What the customer's card makes them; empty without one."""
        segments = self._link.branch.get("segments", []) if self._comfort.card else []
        names = {entry["id"]: entry["names"] for entry in segments}
        return self._languages.pick(names.get(self._comfort.card, {}))

    @Property(QObject, constant=True)
    def services(self) -> KeyedListModel:
        """The cards of the level that is open: services and groups of them."""
        return self._cards

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        """In elderly mode: whether there are more services than it shows first."""
        return self._few is not None and self._has_more

    # What controllers ask

    @property
    def is_open(self) -> bool:
        """Whether there are services to choose from."""
        return self._outlook.stand == "open"

    def usable(self, service: str) -> bool:
        """Whether a ticket of that service may be asked for now."""
        card = self._services.get(service)
        able = bool(self._link.live) or self._by_reserve
        return able and self.is_open and card is not None and card.usable

    def tell_child(self, trouble: str | None) -> None:
        """We have a service of our own; ``trouble`` is what keeps it from starting, "" for nothing."""
        self._child = trouble
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look at everything again."""
        link = self._link
        self._by_reserve = self._reserve.in_charge
        states = link.view.services
        services = cards(
            self._languages,
            link.branch,
            states,
            live=bool(link.live),
            few=bool(self._comfort.priority),
            left=self._reserve.left if self._by_reserve else None,
        )
        self._services = {card.id: card for card in services}
        few = self._fewer(services)
        if few is not None:
            rows = [card for card in services if card.id in few]
        else:
            rows = level(self._languages, link.branch, states, services, str(self._menu.opened))
        if (few is not None or not rows) and str(self._menu.opened):  # what was open is no more
            self._menu.reset()
            return
        self._cards.replace(rows)
        self._renew(also=True)

    def _fewer(self, services: list[Card]) -> frozenset[str] | None:
        """The services that elderly mode shows; None where all are shown. Settled when it begins: a card that
        comes and goes with the queue would be looked for."""
        if not self._comfort.elderly:
            self._few = None
            return None
        every = {card.id for card in services}
        if self._few is None or not self._few <= every:
            self._few = chosen(self._link.branch, self._link.view.services, services)
        self._has_more = self._few != every
        return None if self._comfort.everything else self._few

    @Slot()
    def _renew(self, *, also: bool = False) -> None:
        link, view = self._link, self._link.view
        new = outlook(
            self._languages,
            LinkState("lost", known=True)
            if self._by_reserve
            else LinkState(str(link.state), str(link.detail), bool(link.known)),
            link.branch,
            self._reserve.hours() if self._by_reserve else (view.phase, view.opens_at, view.closes_at),
            link.now(),
            self._child,
        )
        if also or new != self._outlook:
            self._outlook = new
            self.changed.emit()
