"""Tickets on their way to paper, kept on the disk until what came of them is known, and told.

A kiosk that ended between a ticket and its paper offers the paper when it is back, as long as the customer
may still be there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api, new_key
from branch.client.deliveries import OutboxFile
from branch.client.outbox import Outbox
from branch.client.responses import ServiceError
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.refusals import Refusal
from branch.qt.device_alerts import DeviceAlerts
from branch.qt.link_outbox import OutboxLine
from branch.qt.service_link import ServiceLink
from kiosk.offline.offline_store import OfflineStore, OfflineStoreError

AGAIN_MS = 5_000


@dataclass(frozen=True)
class PrintReport:
    """Whether the paper of a ticket came out, and if not, why."""

    key: str
    ticket: str
    ok: bool
    reason: str | None

    def tell(self, api: Api) -> IssuedTicket:
        """Tell the service; raises Refusal or ServiceError."""
        return api.printed(self.ticket, self.ok, self.reason, key=self.key)


class PrintReports:
    """Those that the service does not have yet."""

    def __init__(self, link: ServiceLink, parent: QObject | None = None) -> None:
        self._outbox = Outbox(
            OutboxLine(link, parent),
            OutboxFile("kiosk-prints.json", "prints", PrintReport),
            lane=lambda report: report.ticket,
            again_ms=AGAIN_MS,
        )

    def __len__(self) -> int:
        return len(self._outbox)

    def tell(self, ticket: str, ok: bool, reason: str | None, *, key: str | None = None) -> None:
        """Tell whether the paper of that ticket came out; ``key`` for what may be told twice."""
        self._outbox.put(PrintReport(key or new_key(), ticket, ok, reason))

    def stop(self) -> None:
        """Tell nothing any more before the next start."""
        self._outbox.close()


OFFER_MS = 10 * 60_000
"""A customer waits so long for a kiosk to come back; later the number is called all the same."""

T = TypeVar("T")
log = logging.getLogger(__name__)


class PendingPrints(QObject):
    """The tickets whose paper is not settled. Without an outbox, nothing is kept."""

    def __init__(
        self,
        link: ServiceLink,
        outbox: OfflineStore | None,
        troubles: DeviceAlerts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._outbox, self._troubles = link, outbox, troubles
        self._nobodys: set[str] = set()
        self._offered = False

    @property
    def kept(self) -> int:
        """How many tickets are on their way, as far as the disk tells."""
        return len(self._try(self._outbox.papers) or []) if self._outbox is not None else 0

    def begin(self, ticket: IssuedTicket, *, offline: bool) -> None:
        """Keep a ticket that goes to the printer now, on the disk before the first byte is sent."""
        if self._outbox is not None:
            self._try(partial(self._outbox.begin_paper, dict(ticket), offline, self._link.now()))

    def end(self, ticket: str) -> None:
        """Keep a ticket no longer that is on paper, or whose customer has seen the number."""
        if self._outbox is not None:
            self._try(partial(self._outbox.end_paper, ticket))

    def not_held(self, ticket: IssuedTicket) -> None:
        """Tell the staff that nobody holds a number, until somebody does or they have seen to it."""
        self._nobodys.add(ticket["id"])
        self._troubles.begin("unprinted", ticket["number"], again=True)

    def held(self, ticket: IssuedTicket | None) -> None:
        """Tell the staff no longer of a number that has its customer, on paper or not."""
        if ticket is not None and ticket["id"] in self._nobodys:
            self._nobodys.remove(ticket["id"])
            self._troubles.end("unprinted", ticket["number"])
            if not self._nobodys:
                self._troubles.end("unprinted", None)  # that of an older version, which kept no number

    def offer(self, show: Callable[[IssuedTicket, bool], None]) -> None:
        """Hand what was left to ``show`` once after the start, with whether the service knows it not yet."""
        if self._offered or self._outbox is None:
            return
        self._offered = True
        for ticket, offline, at in self._try(self._outbox.papers) or []:
            if not 0 <= self._link.now() - at <= OFFER_MS:
                self.end(ticket["id"])
            elif offline:  # the service does not know it yet
                show(ticket, offline)
            else:
                self._link.ask(
                    lambda api, ticket=ticket: api.ticket(ticket["id"]),  # type: ignore[misc]  # bound now
                    partial(self._stands, show, ticket),
                    partial(self._unknown, show, ticket),
                )

    def stop(self) -> None:
        """Write nothing any more: the store is about to be closed."""
        self._outbox = None

    def _stands(
        self, show: Callable[[IssuedTicket, bool], None], kept: IssuedTicket, now: IssuedTicket
    ) -> None:
        if now["status"] in ("waiting", "called") and not now["printed"]:
            show(kept, False)
        else:
            self.end(kept["id"])

    def _unknown(
        self,
        show: Callable[[IssuedTicket, bool], None],
        kept: IssuedTicket,
        error: Refusal | ServiceError,
    ) -> None:
        log.info("a ticket whose paper is not known could not be asked about: %s", error)
        show(kept, False)

    def _try(self, use: Callable[[], T]) -> T | None:
        try:
            return use()
        except OfflineStoreError as error:
            log.error("tickets on their way to paper are not kept: %s", error)  # noqa: TRY400 - one line
            return None
