"""The branch as the kiosk shows it: header, cards, and the screens for when there is nothing to choose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.branch_info import BranchInfo
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.timing import make_timer
from kiosk.assist.accessibility import Accessibility
from kiosk.home.branch_status import Availability, BranchStatus, LinkState, branch_status
from kiosk.home.precedence import Precedence, chosen
from kiosk.home.service_cards import ROLES, Card, cards, seen_from
from kiosk.home.service_groups import ServiceGroups, level
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.visit.unconfirmed import TicketRequest

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
        accessibility: Accessibility,
        offline: OfflineTickets,
        groups: ServiceGroups,
        precedence: Precedence,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._languages, self._accessibility, self._offline = (
            link,
            languages,
            accessibility,
            offline,
        )
        self._groups, self._precedence = groups, precedence
        self._services: dict[str, Card] = {}
        self._status = BranchStatus("waiting")
        self._child: str | None = None
        self._held = self._due = False
        self._by_ourselves = False
        self._few: frozenset[str] | None = None
        self._has_more = False
        self._cards = KeyedListModel(ROLES, parent=self)
        self._clock = make_timer(self)
        self._clock.setObjectName("header clock")
        self._clock.timeout.connect(self._renew)
        link.stateChanged.connect(self.refresh)
        link.snapshotTaken.connect(self.refresh)
        link.changed.connect(self.refresh)
        offline.changed.connect(self.refresh)
        languages.currentChanged.connect(self.refresh)
        accessibility.changed.connect(self.refresh)
        groups.changed.connect(self.refresh)
        precedence.changed.connect(self.refresh)
        self.refresh()

    def start(self) -> None:
        """Keep the clock of the header going."""
        self._clock.start(TICK_MS)

    def stop(self) -> None:
        """Stop the clock of the header."""
        self._clock.stop()

    # What screens see

    @Property(bool, notify=changed)
    def lost(self) -> bool:
        """Whether the service is gone: what is shown is what was."""
        return self._status.lost

    @Property(bool, notify=changed)
    def byReserve(self) -> bool:
        """Whether there are tickets all the same, from the numbers that were set aside."""
        return self._by_ourselves

    @Property(str, notify=changed)
    def since(self) -> str:
        """Since when, 14:32; empty while all is well, or where the service was not there since our start."""
        return str(self._link.since) if self._status.lost else ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """The branch's name."""
        return self._status.name

    @Property(str, notify=changed)
    def timeLine(self) -> str:
        """Date, time of the service, open until."""
        return self._status.time_line

    @Property(str, notify=changed)
    def notice(self) -> str:
        """The branch's own words to its customers."""
        return self._status.notice

    @Property(str, notify=changed)
    def waitingFor(self) -> str:
        """What we wait for."""
        return self._status.waiting_for

    @Property(str, notify=changed)
    def waitingHow(self) -> str:
        """What can be done about it."""
        return self._status.waiting_how

    @Property(str, notify=changed)
    def waitingIcon(self) -> str:
        """A clock, or a warning when somebody has to do something."""
        return self._status.waiting_icon

    @Property(str, notify=changed)
    def closedTitle(self) -> str:
        """When we open, as large as a title."""
        return self._status.closed_title

    @Property(str, notify=changed)
    def closedText(self) -> str:
        """And what that means."""
        return self._status.closed_text

    @Property(list, notify=changed)
    def hours(self) -> list[dict[str, str]]:
        """The usual hours: rows of `days` and `hours`."""
        return [{"days": days, "hours": hours} for days, hours in self._status.hours]

    @Property(bool, notify=changed)
    def hasPriority(self) -> bool:
        """Whether this branch has a segment for those who are to be served first."""
        return self._status.has_priority

    @Property(list, notify=changed)
    def reasons(self) -> list[dict[str, str]]:
        """Why somebody may go first here: rows of `segment`, `reason` and `name`; none where nobody asks."""
        return [
            {"segment": segment.id, "reason": reason.id, "name": self._languages.pick(reason.names)}
            for segment in self._link.branch.offered_segments
            for reason in segment.reasons
            if not reason.kept
        ]

    @Property(str, notify=changed)
    def cardSegment(self) -> str:
        """What the customer's card makes them; empty without one."""
        segment = self._link.branch.segment_by_id.get(self._precedence.card or "")
        return self._languages.pick(segment.names) if segment is not None else ""

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
    def availability(self) -> Availability:
        """Whether there is something to show, and whether the branch is open."""
        return self._status.availability

    @property
    def is_open(self) -> bool:
        """Whether there are services to choose from."""
        return self.availability == "open"

    def usable(self, service: str) -> bool:
        """Whether a ticket of that service may be asked for now."""
        card = self._services.get(service)
        able = bool(self._link.live) or self._by_ourselves
        return able and self.is_open and card is not None and card.usable

    @property
    def segment(self) -> str | None:
        """The segment that this customer's number is to have; None for the usual one."""
        return self._precedence.segment

    def request(self, key: str, service: str) -> TicketRequest:
        """What this customer asks for: a ticket of that service, in their language and segment."""
        return TicketRequest(
            key,
            service=service,
            language=language_for(self._languages, self._link.branch),
            segment=self.segment,
            segment_reason=self._precedence.reason,
        )

    def tell_child(self, trouble: str | None) -> None:
        """Say that the kiosk runs a service of its own; ``trouble`` keeps that from starting, "" does not."""
        self._child = trouble
        self.refresh()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Look only once, at the end, at all that changes meanwhile: each look sets the whole screen anew."""
        self._held, self._due = True, False
        try:
            yield
        finally:
            self._held = False
        if self._due:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Work out cards and branch status again."""
        if self._held:
            self._due = True
            return
        link = self._link
        self._by_ourselves = self._offline.in_charge
        states = [seen_from(state, self.segment) for state in link.view.services]
        services = cards(
            self._languages,
            link.branch,
            states,
            live=bool(link.live),
            few=bool(self._precedence.priority),
            left=self._offline.left if self._by_ourselves else None,
        )
        self._services = {card.id: card for card in services}
        few = self._fewer(services)
        if few is not None:
            rows = [card for card in services if card.id in few]
        else:
            rows = level(self._languages, link.branch, states, services, str(self._groups.opened))
        if (few is not None or not rows) and str(self._groups.opened):  # what was open is no more
            self._groups.reset()
            return
        self._cards.replace(rows)
        self._renew(also=True)

    def _fewer(self, services: list[Card]) -> frozenset[str] | None:
        """The services that elderly mode shows; None where all are shown. Settled when it begins: a card that
        comes and goes with the queue would be looked for."""
        if not self._accessibility.elderly:
            self._few = None
            return None
        every = {card.id for card in services}
        if self._few is None or not self._few <= every:
            self._few = chosen(self._link.branch, self._link.view.services, services)
        self._has_more = self._few != every
        return None if self._accessibility.everything else self._few

    @Slot()
    def _renew(self, *, also: bool = False) -> None:
        link, view = self._link, self._link.view
        new = branch_status(
            self._languages,
            LinkState("lost", known=True)
            if self._by_ourselves
            else LinkState(str(link.state), str(link.detail), bool(link.known)),
            link.branch,
            self._offline.hours() if self._by_ourselves else (view.phase, view.opens_at, view.closes_at),
            link.now(),
            self._child,
        )
        if also or new != self._status:
            self._status = new
            self.changed.emit()


def language_for(languages: Languages, branch: BranchInfo) -> str | None:
    """The language of a ticket: that of the screen, where the branch has it."""
    return languages.code if languages.code in branch.languages else None
