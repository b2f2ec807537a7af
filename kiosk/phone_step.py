"""A phone number with the ticket, where the branch offers that: typed on our own keys, or skipped."""

from __future__ import annotations

import re

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from kiosk.comfort import Comfort
from kiosk.phone import PhoneNumber
from kiosk.steps import Steps

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

ENOUGH = 11
"""Digits after which somebody may be told that it is none; before, they are still typing."""


@QmlElement
@QmlUncreatable("made by the app")
class PhoneStep(QObject):
    """Its step is "phone".

    Signals:
        changed: another number.
        done: the ticket now, with `number`, which is empty after a skip.
    """

    changed = Signal()
    done = Signal()

    def __init__(
        self, link: ServiceLink, steps: Steps, comfort: Comfort, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._steps, self._comfort = link, steps, comfort
        self.service = ""
        self.number = PhoneNumber(self)
        self.number.changed.connect(self.changed)

    @property
    def wanted(self) -> bool:
        """Whether to ask. Elderly mode has as few steps as there can be."""
        offered = self._link.branch.get("kiosk", {}).get("ask_phone") == "offer"
        return offered and not bool(self._comfort.elderly)

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is a phone number, going by the branch."""
        pattern = self._link.branch.get("kiosk", {}).get("phone_pattern", "")
        return bool(pattern) and re.fullmatch(pattern, self.number.digits) is not None

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """Whether it can hardly become one."""
        return len(self.number.digits) >= ENOUGH and not self.ready

    def about(self, service: str) -> None:
        """Ask before the ticket of that service."""
        self.service = service
        self._steps.enter("phone")

    @Slot()
    def skip(self) -> None:
        """Without one."""
        if self._steps.now == "phone":
            self.number.clear()
            self.done.emit()

    @Slot()
    def confirm(self) -> None:
        """With this one."""
        if self._steps.now == "phone" and self.ready:
            self.done.emit()

    def clear(self) -> None:
        """As it is for the next customer."""
        self.service = ""
        self.number.clear()
