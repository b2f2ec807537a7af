"""What an app tells the staff of its machine: an open alert for each kind of trouble, until it is over.

What is to be told is kept until the service can hear it, and which alerts are open is kept on the disk: a
app that was started anew clears what it raised before.
"""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Slot

from branch.client.app_settings import read_json, write_json
from branch.client.service_errors import ServiceError
from branch.contract import shapes
from branch.domain.errors import Refusal
from branch.qt.service_link import ServiceLink

LEAVE_S = 2.0
"""How long the end of an app waits for the service."""

log = logging.getLogger(__name__)


class Troubles(QObject):
    """The troubles of now, by the kinds of docs/protocol.md ("printer", "paper-low", "unprinted", ...)."""

    def __init__(self, link: ServiceLink, app: str, parent: QObject | None = None) -> None:
        """``app`` names the file in the settings folder, as in kiosk-alerts.json."""
        super().__init__(parent)
        self._link, self._file = link, f"{app}-alerts.json"
        self._open = _recalled(self._file)
        self._now: dict[str, str | None] = dict.fromkeys(self._open)
        self._asking: set[str] = set()
        self._left = False
        link.stateChanged.connect(self._settle)

    def has(self, kind: str) -> bool:
        """Whether there is trouble of that kind."""
        return kind in self._now

    def begin(self, kind: str, detail: str | None = None) -> None:
        """There is trouble; raised once, however often it is said. What could not be told is told again."""
        self._now.setdefault(kind, detail)
        self._settle()

    def end(self, kind: str) -> None:
        """It is over."""
        if self._now.pop(kind, self) is not self:
            self._settle()

    def leave(self) -> None:
        """The app ends, and its troubles with it: clear what is open, if the service answers within
        `LEAVE_S`. Else the next start clears it."""
        self._left = True
        for kind, alert in list(self._open.items()):
            try:
                self._link.last(lambda api, alert=alert: api.clear_alert(alert), LEAVE_S)  # type: ignore[misc]  # bound now
            except (Refusal, ServiceError) as error:
                log.info("alert %s was not cleared: %s", alert, error)
            else:
                self._cleared(kind, None)

    @Slot()
    def _settle(self) -> None:
        """Tell the service what it does not know yet, one question for each kind at a time."""
        if not self._link.live or self._left:
            return
        for kind in {*self._now, *self._open} - self._asking:
            if kind in self._now and kind not in self._open:
                detail = self._now[kind]
                self._asking.add(kind)
                self._link.ask(
                    lambda api, kind=kind, detail=detail: api.raise_alert(kind, detail=detail),  # type: ignore[misc]  # bound now
                    partial(self._raised, kind),
                    partial(self._not_raised, kind),
                )
            elif kind not in self._now:
                alert = self._open[kind]
                self._asking.add(kind)
                self._link.ask(
                    lambda api, alert=alert: api.clear_alert(alert),  # type: ignore[misc]  # bound now
                    partial(self._cleared, kind),
                    partial(self._not_cleared, kind),
                )

    def _raised(self, kind: str, alert: shapes.Alert) -> None:
        self._open[kind] = alert["id"]
        self._settled(kind)

    def _cleared(self, kind: str, _: object) -> None:
        self._open.pop(kind, None)
        self._settled(kind)

    def _settled(self, kind: str) -> None:
        self._asking.discard(kind)
        try:
            write_json(self._file, self._open)
        except OSError as error:
            log.info("which alerts are open could not be kept: %s", error)
        self._settle()

    def _not_raised(self, kind: str, error: Refusal | ServiceError) -> None:
        log.info("the staff were not told of %s: %s", kind, error)
        self._asking.discard(kind)
        if isinstance(error, Refusal):
            self._now.pop(kind, None)

    def _not_cleared(self, kind: str, error: Refusal | ServiceError) -> None:
        if isinstance(error, Refusal):  # somebody has seen to it already
            self._cleared(kind, None)
        else:
            log.info("alert %s was not cleared: %s", kind, error)
            self._asking.discard(kind)


def _recalled(file: str) -> dict[str, str]:
    try:
        return {str(kind): str(alert) for kind, alert in read_json(file).items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as error:
        log.info("%s is not usable: %s", file, error)
        return {}
