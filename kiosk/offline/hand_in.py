"""Hands in the tickets that were given without the service, one by one and in their order.

They are kept by `kiosk.offline.offline_store`, in the transaction that takes their numbers.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api
from branch.client.deliveries import Error, OutboxFile, any_order, one_by_one
from branch.client.outbox import Outbox
from branch.contract.answers.hall_answers import Alert
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.refusals import Refusal
from branch.qt.link_outbox import OutboxLine
from branch.qt.service_link import ServiceLink
from kiosk.offline.offline_store import OfflineStore, OfflineStoreError
from kiosk.offline.offline_ticket import OfflineTicket
from kiosk.paper.pending_prints import PrintReports

AGAIN_MS = 5_000

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class NotHandedIn:
    """That the service does not take a ticket: an alert for the staff, who give its customer a new number."""

    key: str
    detail: str

    def tell(self, api: Api) -> Alert:
        """Raise it; raises Refusal or ServiceError."""
        return api.raise_alert("not-handed-in", detail=self.detail, key=self.key)


class _Kept:
    """The tickets of the store, as the shelf of an outbox; the store itself writes them down."""

    def __init__(self, store: OfflineStore) -> None:
        self._store = store

    def load(self) -> list[OfflineTicket]:
        try:
            return self._store.kept()
        except OfflineStoreError as error:
            log.error("tickets to be handed in cannot be read: %s", error)  # noqa: TRY400 - one line
            return []

    def save(self, waiting: Sequence[OfflineTicket]) -> None:
        """Leave it to the store."""


class HandIn:
    """The tickets that the service does not know yet."""

    def __init__(
        self,
        link: ServiceLink,
        store: OfflineStore,
        reports: PrintReports,
        changed: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """``reports`` tells what comes of a paper after its ticket was handed in; ``changed`` hears that
        there are more or fewer tickets."""
        self._store, self._reports = store, reports
        self._outbox = Outbox(
            OutboxLine(link, parent),
            _Kept(store),
            lane=one_by_one,
            again_ms=AGAIN_MS,
            on_taken=self._taken,
            on_given_up=self._given_up,
            on_changed=changed,
        )
        self._alerts = Outbox(
            OutboxLine(link, parent),
            OutboxFile("kiosk-not-handed-in.json", "alerts", NotHandedIn),
            lane=any_order,
            again_ms=AGAIN_MS,
        )

    def __len__(self) -> int:
        return len(self._outbox)

    def put(self, ticket: OfflineTicket) -> None:
        """Hand in a ticket that the store has just given."""
        self._outbox.put(ticket)

    def paper(self, ticket: str, printed: bool, reason: str | None) -> None:
        """Tell whether a ticket came out on paper: with it, or after it. Raises OfflineStoreError."""
        known = self._store.paper(ticket, printed, reason)
        if known is None or not any(waiting.key == ticket for waiting in self._outbox.waiting):
            self._reports.tell(ticket, printed, reason)
        elif self._outbox.is_unsent(ticket):
            self._outbox.replace(known)
        # else it may be known by now: `_taken` sees what the service has heard of its paper

    def stop(self) -> None:
        """Hand nothing in any more before the next start."""
        self._outbox.close()
        self._alerts.close()

    # With the mark in the store the ticket has left its shelf. What else is to be told of it is put before
    # that, under a key that is the same if a power cut has both done again.

    def _taken(self, ticket: OfflineTicket, answer: object) -> None:
        log.info("ticket handed in", extra={"ticket": ticket.id})
        now, heard = self._try(partial(self._store.ticket, ticket.id)), cast(IssuedTicket, answer)["printed"]
        if now is not None and now.printed is not None and now.printed != heard:
            self._reports.tell(now.id, now.printed, now.reason, key=f"{now.id}-paper")
        self._try(partial(self._store.told, ticket.id))

    def _given_up(self, ticket: OfflineTicket, error: Error) -> None:
        code = error.code if isinstance(error, Refusal) else ""
        log.error("the service does not take ticket %s: %s", ticket.number, code)
        self._alerts.put(NotHandedIn(f"{ticket.id}-not-handed-in", f"{ticket.number}: {code}"))
        self._try(partial(self._store.refused, ticket.id, code))

    def _try(self, use: Callable[[], T]) -> T | None:
        try:
            return use()
        except OfflineStoreError as error:
            log.error("a ticket that was handed in could not be noted: %s", error)  # noqa: TRY400 - one line
            return None
