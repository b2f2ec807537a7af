"""What an app tells the staff of its machine: an open alert for each kind of trouble, until it is over.

Which alerts are open is kept on the disk, as what is still to be told is: an app that was started anew clears
what it raised before.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api, new_key
from branch.client.deliveries import Error, OutboxFile
from branch.client.local_store import LocalStore
from branch.client.outbox import Outbox
from branch.client.responses import ServiceError
from branch.contract.answers.hall_answers import Alert
from branch.contract.refusals import Refusal
from branch.qt.link_outbox import OutboxLine
from branch.qt.service_link import ServiceLink

AGAIN_MS = 5_000
LEAVE_S = 2.0
"""How long the end of an app waits for the service."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class AlertNews:
    """That there is trouble of a kind, or that its alert ``clears`` is over."""

    key: str
    kind: str
    detail: str | None = None
    clears: str | None = None

    @property
    def begins(self) -> bool:
        """Whether it raises an alert."""
        return self.clears is None

    def tell(self, api: Api) -> Alert:
        """Raise or clear the alert; raises Refusal or ServiceError."""
        if self.clears is not None:
            return api.clear_alert(self.clears, key=self.key)
        return api.raise_alert(self.kind, detail=self.detail, key=self.key)


class DeviceAlerts(QObject):
    """The troubles of now, by the kinds of docs/protocol.md ("printer", "paper-low", "unprinted", ...)."""

    def __init__(self, link: ServiceLink, app: str, parent: QObject | None = None) -> None:
        """``app`` names the files in the settings folder, as in kiosk-alerts.json."""
        super().__init__(parent)
        self._link = link
        self._file = LocalStore(f"{app}-alerts.json", dict[str, str], dict)
        self._open = self._file.read()
        self._outbox = Outbox(
            OutboxLine(link, self),
            OutboxFile(f"{app}-alerts-untold.json", "alerts", AlertNews),
            lane=lambda news: news.kind,
            again_ms=AGAIN_MS,
            on_taken=self._taken,
            on_given_up=self._given_up,
        )
        self._now: dict[str, str | None] = dict.fromkeys(self._open)
        for news in self._outbox.waiting:
            if news.begins:
                self._now[news.kind] = news.detail
            else:
                self._now.pop(news.kind, None)

    def has(self, kind: str) -> bool:
        """Whether there is trouble of that kind."""
        return kind in self._now

    @property
    def untold(self) -> int:
        """How much the service does not know yet."""
        return len(self._outbox)

    def begin(self, kind: str, detail: str | None = None) -> None:
        """Tell of trouble, once however often it is said."""
        if kind not in self._now:
            self._now[kind] = detail
            self._settle(kind)

    def end(self, kind: str) -> None:
        """Tell that trouble is over, if there was any of that kind."""
        if kind in self._now:
            del self._now[kind]
            self._settle(kind)

    def leave(self) -> None:
        """End with the app, and its troubles with it: clear what is open, if the service answers within
        `LEAVE_S`. Else the next start clears it."""
        self._outbox.discard(lambda news: news.begins and self._outbox.is_unsent(news.key))
        for kind, alert in list(self._open.items()):
            news = self._waiting(kind) or AlertNews(new_key(), kind, clears=alert)
            try:
                self._link.last(news.tell, LEAVE_S)
            except (Refusal, ServiceError) as error:
                log.info("alert %s was not cleared: %s", alert, error)
            else:
                self._closed(kind)
        self._outbox.discard(lambda news: not news.begins and news.kind not in self._open)
        self._outbox.close()

    def _settle(self, kind: str) -> None:
        """See to it that the service is told what it does not know yet of that kind."""
        news = self._waiting(kind)
        if news is not None and news.begins is not self.has(kind) and self._outbox.is_unsent(news.key):
            self._outbox.discard(lambda other: other.kind == kind)
        elif news is not None:
            return  # its answer comes here again
        if self.has(kind) and kind not in self._open:
            self._outbox.put(AlertNews(new_key(), kind, self._now[kind]))
        elif not self.has(kind) and kind in self._open:
            self._outbox.put(AlertNews(new_key(), kind, clears=self._open[kind]))

    def _waiting(self, kind: str) -> AlertNews | None:
        return next((news for news in self._outbox.waiting if news.kind == kind), None)

    def _taken(self, news: AlertNews, answer: object) -> None:
        if news.begins:
            self._open[news.kind] = cast(Alert, answer)["id"]
            self._file.keep(self._open)
        else:
            self._closed(news.kind)
        self._settle(news.kind)

    def _given_up(self, news: AlertNews, error: Error) -> None:
        if news.begins:
            log.info("the staff were not told of %s: %s", news.kind, error)
            self._now.pop(news.kind, None)
        else:  # somebody has seen to it already
            self._closed(news.kind)
            self._settle(news.kind)

    def _closed(self, kind: str) -> None:
        self._open.pop(kind, None)
        self._file.keep(self._open)
