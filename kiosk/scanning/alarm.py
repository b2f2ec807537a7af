"""Tells the staff that the scanner is gone, and that it is back: one alert, however often the line breaks."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from branch.client import shapes
from branch.client.errors import ServiceError
from branch.domain.errors import Refusal
from branch.qt.link import ServiceLink

log = logging.getLogger(__name__)


class ScannerAlarm(QObject):
    """Keeps the alert as it should be, as soon as the service can be told."""

    def __init__(self, link: ServiceLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._trouble = ""
        self._alert = ""
        self._asking = False
        link.stateChanged.connect(self._settle)

    def hear(self, trouble: str) -> None:
        """What is wrong with the scanner now; "" for nothing."""
        self._trouble = trouble
        self._settle()

    def _settle(self) -> None:
        if self._asking or not self._link.live or bool(self._trouble) == bool(self._alert):
            return
        self._asking = True
        if self._trouble:
            detail = self._trouble[:200]
            self._link.ask(
                lambda api: api.raise_alert("scanner", detail=detail), done=self._raised, failed=self._failed
            )
        else:
            alert = self._alert
            self._link.ask(lambda api: api.clear_alert(alert), done=self._cleared, failed=self._failed)

    def _raised(self, alert: shapes.Alert) -> None:
        self._asking, self._alert = False, alert["id"]
        self._settle()

    def _cleared(self, _: shapes.Alert) -> None:
        self._asking, self._alert = False, ""
        self._settle()

    def _failed(self, error: Refusal | ServiceError) -> None:
        log.info("the staff was not told about the scanner: %s", error)
        self._asking = False
        if isinstance(error, Refusal):  # somebody has cleared it by hand
            self._alert = ""
