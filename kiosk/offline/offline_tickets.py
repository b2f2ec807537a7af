"""Goes on without the service: gives the numbers that were set aside, as long as nobody answers.

The service reserves a block for each of its services while it is there. When it is gone, tickets come from
the blocks; when it is back they are handed in.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot

from branch.client.calls.service_api import Api
from branch.client.responses import ServiceError
from branch.contract.answers.hall_answers import Phase
from branch.contract.answers.paper_answers import NumberBlock
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.branch_info import BranchInfo
from branch.contract.refusals import Refusal
from branch.contract.times import optional_text
from branch.opening_hours import Schedule
from branch.qt.service_link import ServiceLink
from branch.qt.timing import make_timer
from kiosk.offline.hand_in import HandIn
from kiosk.offline.offline_store import OfflineStore, OfflineStoreError
from kiosk.offline.offline_ticket import schedule_of, takes, ticket_of
from kiosk.paper.pending_prints import PrintReports
from kiosk.visit.unconfirmed import TicketRequest

AGAIN_MS = 5_000
ALONE_MS = 10_000
"""A service that has not been found for so long after our start is taken for gone."""

T = TypeVar("T")
log = logging.getLogger(__name__)

Hours = tuple[Phase, str | None, str | None]


class OfflineTickets(QObject):
    """What this kiosk can do by itself. Without a store, nothing.

    Signals:
        changed: another answer to `in_charge`, or other numbers left.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        store: OfflineStore | None,
        reports: PrintReports,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._store = link, store
        self._hand_in = HandIn(link, store, reports, self._go_on, self) if store is not None else None
        self._schedule: Schedule | None = None
        self._left: dict[str, int] = {}
        self._day = ""
        self._alone = False
        self._reserved: set[tuple[str, str]] = set()
        self._busy = False
        self._patience = make_timer(self, once=True)
        self._patience.setObjectName("alone")
        self._patience.timeout.connect(self._on_alone)
        self._again = make_timer(self)
        self._again.setObjectName("hand in again")
        self._again.timeout.connect(self._go_on)
        link.stateChanged.connect(self._on_state)
        link.snapshotTaken.connect(self._on_snapshot)
        link.changed.connect(self._on_change)

    def start(self) -> None:
        """Begin with what is kept on the disk."""
        if self._store is None:
            return
        branch = self._try(self._store.branch)
        if branch is not None:
            self._link.begin_with(branch)
            self._know(branch)
        self._patience.start(ALONE_MS)
        self._again.start(AGAIN_MS)

    def stop(self) -> None:
        """End every timer, and close the store."""
        self._patience.stop()
        self._again.stop()
        if self._hand_in is not None:
            self._hand_in.stop()
            self._hand_in = None
        if self._store is not None:
            self._store.close()
            self._store = None

    # What others ask

    @property
    def in_charge(self) -> bool:
        """Whether the service is gone and there are numbers of today to give."""
        if self._schedule is None or not self._left or self._day != self._today():
            return False
        state = str(self._link.state)
        if state == "lost":
            return True
        return self._alone and state in ("asking", "searching", "several", "connecting")

    def left(self, service: str) -> int:
        """How many numbers of that service there are to give."""
        left = self._left.get(service, 0)
        return left if left and takes(self._link.branch, service, self._link.now()) else 0

    def hours(self) -> Hours:
        """Phase, opens_at and closes_at, worked out here: nobody else can say."""
        if self._schedule is None:
            return "closed", None, None
        now, zone = self._link.now(), ZoneInfo(self._schedule.zone)
        opens, closes = self._schedule.opens_at(now), self._schedule.closes_at(now)
        return self._schedule.phase(now), optional_text(opens, zone), optional_text(closes, zone)

    @property
    def waiting(self) -> int:
        """How many tickets the service does not know yet."""
        return len(self._hand_in) if self._hand_in is not None else 0

    def give(self, request: TicketRequest) -> IssuedTicket | None:
        """Give a ticket from the numbers set aside; None when that cannot be."""
        if self._store is None or self._schedule is None or self._day != self._today():
            return None
        now = self._link.now()
        if self._schedule.phase(now) != "open" or not takes(self._link.branch, request.service, now):
            return None
        given = self._try(
            partial(
                self._store.give,
                self._day,
                request.service,
                now,
                language=request.language,
                segment=request.segment,
                segment_reason=request.segment_reason,
                phone=request.phone or None,
            )
        )
        if given is None:
            return None
        log.info("ticket given without the service", extra={"ticket": given.id})
        if self._hand_in is not None:
            self._hand_in.put(given)
        self._count()
        return ticket_of(given, self._link.branch)

    def paper(self, ticket: str, printed: bool, reason: str | None) -> None:
        """Tell what came of the paper of a ticket that was given here."""
        if self._hand_in is not None:
            self._try(partial(self._hand_in.paper, ticket, printed, reason))

    # How it goes

    @Slot()
    def _on_state(self) -> None:
        if bool(self._link.live):
            self._go_on()
        self.changed.emit()

    @Slot()
    def _on_alone(self) -> None:
        self._alone = True
        self._count()

    @Slot()
    def _on_snapshot(self) -> None:
        self._alone = False
        self._patience.stop()
        if self._store is not None:
            branch = self._link.branch
            self._try(partial(self._store.keep_branch, branch))
            self._reserved.clear()
            self._know(branch)
        self._go_on()

    @Slot(object)
    def _on_change(self, changes: object) -> None:
        if getattr(changes, "day", False):
            self._count()
            self._go_on()

    def _know(self, branch: BranchInfo) -> None:
        self._schedule = schedule_of(branch)
        self._count()

    def _today(self) -> str:
        return self._schedule.day_of(self._link.now()) if self._schedule is not None else ""

    def _count(self) -> None:
        self._day = self._today()
        outbox = self._store
        self._left = {} if outbox is None else self._try(partial(outbox.left, self._day)) or {}
        self.changed.emit()

    @Slot()
    def _go_on(self) -> None:
        """Have the service set numbers aside, for one service after the other, once it has our tickets."""
        if self._store is None or self._busy or not self._link.live or self._schedule is None or self.waiting:
            return
        day = self._day = self._today()
        names = (service.id for service in self._link.branch.offered_services)
        missing = next((name for name in names if (day, name) not in self._reserved), None)
        if missing is not None:
            self._busy = True
            self._link.ask(
                partial(_reserve, service=missing, holder=self._store.holder),
                partial(self._put, day, missing),
                partial(self._not_put, day, missing),
            )

    def _put(self, day: str, service: str, block: NumberBlock) -> None:
        self._busy = False
        if self._store is None:
            return
        self._reserved.add((day, service))
        self._try(partial(self._store.put, block))
        self._try(partial(self._store.forget_before, day))
        self._count()
        self._go_on()

    def _not_put(self, day: str, service: str, error: Refusal | ServiceError) -> None:
        self._busy = False
        log.info("no numbers of %s were reserved: %s", service, error)
        if isinstance(error, Refusal):  # the next one may be had all the same
            self._reserved.add((day, service))
            self._go_on()

    def _try(self, use: Callable[[], T]) -> T | None:
        try:
            return use()
        except OfflineStoreError as error:
            log.error("the kiosk's own numbers cannot be used: %s", error)  # noqa: TRY400 - one line
            return None


def _reserve(api: Api, service: str, holder: str) -> NumberBlock:
    return api.reserve(service, holder)
