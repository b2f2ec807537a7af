"""What came of the paper of each ticket, told to the service in its order, also after a cut or a restart."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api, new_key
from branch.client.deliveries import OutboxFile
from branch.client.outbox import Outbox
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.qt.link_outbox import OutboxLine
from branch.qt.service_link import ServiceLink

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
