"""Tickets that staff want printed again here: asked for by the service, printed in silence, told to it."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Slot

from branch.client.calls.service_api import Api
from branch.client.hall_view import Changes
from branch.client.responses import ServiceError
from branch.contract.answers.feed_events import KioskEvent
from branch.contract.answers.paper_answers import Reprint
from branch.contract.refusals import Refusal
from branch.devices.printers import Mark
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.paper.print_queue import Outcome, PrintQueue
from kiosk.paper.slip_from_ticket import slip_of

log = logging.getLogger(__name__)


class RemoteReprints(QObject):
    """Follows the feed. No screen shows anything of it: nobody at this kiosk has asked."""

    def __init__(
        self, link: ServiceLink, languages: Languages, paper: PrintQueue, parent: QObject | None = None
    ) -> None:
        """``paper`` is where they come out; without a printer nothing is asked of us."""
        super().__init__(parent)
        self._link, self._languages, self._paper = link, languages, paper
        self._seen: set[str] = set()
        link.changed.connect(self._on_event)
        link.snapshotTaken.connect(self._look)

    @Slot(object, object)
    def _on_event(self, _: Changes, event: KioskEvent) -> None:
        # Whom it names we cannot tell, since only the service knows what our token is called.
        if event.get("type") == "TicketReprinted" and event["kiosk"] is not None:
            self._look()

    @Slot()
    def _look(self) -> None:
        """Ask what is to be printed here, also after a cut, in which it may have been missed."""
        if self._paper.there:
            self._link.ask(Api.reprints, self._print, _later)

    def _print(self, reprints: list[Reprint]) -> None:
        for reprint in reprints:
            if reprint["id"] not in self._seen:
                self._seen.add(reprint["id"])
                ticket = reprint["ticket"]
                make = partial(slip_of, ticket, self._link.branch, self._languages, (Mark.REPRINT,))
                self._paper.print(ticket["id"], make, _done)


def _later(error: Refusal | ServiceError) -> None:
    log.info("what is to be printed again could not be asked: %s", error)  # the line comes back: it will be


def _done(_: Outcome) -> None:
    """Say nothing here: `PrintReports` tells the service, and that whoever has asked."""
