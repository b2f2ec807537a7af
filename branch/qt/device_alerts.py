"""What an app tells the staff of its machine: an open alert for each trouble, until it is over.

A trouble is a kind and its detail: each number without paper and each cause has an alert of its own. Which
are open is kept on the disk, as what is still to be told is: an app that was started anew clears what it
raised before.
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
    def about(self) -> str:
        """Which trouble it is, as the file of what is open names it."""
        return about(self.kind, self.detail)

    @property
    def begins(self) -> bool:
        """Whether it raises an alert."""
        return self.clears is None

    def tell(self, api: Api) -> Alert:
        """Raise or clear the alert; raises Refusal or ServiceError."""
        if self.clears is not None:
            return api.clear_alert(self.clears, key=self.key)
        return api.raise_alert(self.kind, detail=self.detail, key=self.key)


def about(kind: str, detail: str | None) -> str:
    """Name a trouble in one text; a file of an older version names its kind alone."""
    return kind if detail is None else f"{kind}:{detail}"


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
        self._now: dict[str, None] = dict.fromkeys(self._open)
        for news in self._outbox.waiting:
            if news.begins:
                self._now[news.about] = None
            else:
                self._now.pop(news.about, None)

    def has(self, kind: str) -> bool:
        """Whether there is trouble of that kind."""
        return bool(self._of_kind(kind))

    @property
    def untold(self) -> int:
        """How much the service does not know yet."""
        return len(self._outbox)

    def begin(self, kind: str, detail: str | None = None, *, again: bool = False) -> None:
        """Tell of trouble, once however often it is said; with ``again`` it has happened once more, and is
        told once more if staff have cleared its alert meanwhile."""
        trouble = about(kind, detail)
        if trouble not in self._now:
            self._now[trouble] = None
            self._settle(trouble)
        elif again and trouble in self._open and self._waiting(trouble) is None:
            self._outbox.put(AlertNews(new_key(), kind, detail))

    def turn(self, kind: str, cause: str | None, *, again: bool = False) -> None:
        """Tell of trouble that has one cause at a time: other causes are over."""
        for trouble in self._of_kind(kind):
            if trouble != about(kind, cause):
                self._end(trouble)
        self.begin(kind, cause, again=again)

    def end(self, kind: str, *details: str | None) -> None:
        """Tell that trouble is over, if there was any: all of that kind, or that with these details."""
        for trouble in [about(kind, detail) for detail in details] if details else self._of_kind(kind):
            self._end(trouble)

    def leave(self) -> None:
        """End with the app, and its troubles with it: clear what is open, if the service answers within
        `LEAVE_S`. Else the next start clears it."""
        self._outbox.discard(lambda news: news.begins and self._outbox.is_unsent(news.key))
        for trouble, alert in list(self._open.items()):
            news = self._waiting(trouble)
            if news is None or news.begins:
                news = _over(trouble, alert)
            try:
                self._link.last(news.tell, LEAVE_S)
            except (Refusal, ServiceError) as error:
                log.info("alert %s was not cleared: %s", alert, error)
            else:
                self._closed(trouble)
        self._outbox.discard(lambda news: not news.begins and news.about not in self._open)
        self._outbox.close()

    def _of_kind(self, kind: str) -> list[str]:
        return [trouble for trouble in self._now if _kind_of(trouble) == kind]

    def _end(self, trouble: str) -> None:
        if trouble in self._now:
            del self._now[trouble]
            self._settle(trouble)

    def _settle(self, trouble: str) -> None:
        """See to it that the service is told what it does not know yet of that trouble."""
        news, there = self._waiting(trouble), trouble in self._now
        if news is not None and news.begins is not there and self._outbox.is_unsent(news.key):
            self._outbox.discard(lambda other: other.about == trouble)
        elif news is not None:
            return  # its answer comes here again
        if there and trouble not in self._open:
            kind, _, detail = trouble.partition(":")
            self._outbox.put(AlertNews(new_key(), kind, detail or None))
        elif not there and trouble in self._open:
            self._outbox.put(_over(trouble, self._open[trouble]))

    def _waiting(self, trouble: str) -> AlertNews | None:
        return next((news for news in self._outbox.waiting if news.about == trouble), None)

    def _taken(self, news: AlertNews, answer: object) -> None:
        if news.begins:
            alert = cast(Alert, answer)["id"]
            for older in [one for one, known in self._open.items() if known == alert]:
                self._open.pop(older)  # raised by an older version, which kept no detail
                if older != news.about:
                    self._now.pop(older, None)
            self._open[news.about] = alert
            self._file.keep(self._open)
        else:
            self._closed(news.about)
        self._settle(news.about)

    def _given_up(self, news: AlertNews, error: Error) -> None:
        if news.begins:
            log.info("the staff were not told of %s: %s", news.about, error)
            self._now.pop(news.about, None)
        else:  # somebody has seen to it already
            self._closed(news.about)
            self._settle(news.about)

    def _closed(self, trouble: str) -> None:
        self._open.pop(trouble, None)
        self._file.keep(self._open)


def _kind_of(trouble: str) -> str:
    return trouble.partition(":")[0]


def _over(trouble: str, alert: str) -> AlertNews:
    kind, _, detail = trouble.partition(":")
    return AlertNews(new_key(), kind, detail or None, clears=alert)
