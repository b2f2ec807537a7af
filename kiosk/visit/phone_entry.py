"""Phone numbers that a customer types on the kiosk's keys, and the step that asks for one before a ticket."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.phone_numbers import LEAST, MOST
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.assist.accessibility import Accessibility
from kiosk.visit.ticket_step import TicketStep
from kiosk.visit.unconfirmed import TicketRequest
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import BeforeTicket

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

HIDDEN = "•"
ENOUGH = 11
"""Digits after which somebody may be told that it is none; before, they are still typing."""


def spaced(digits: str) -> str:
    """Digits in groups, as they are read out: 138 0013 8000."""
    head = 3 if len(digits) <= 11 else len(digits) - 8
    parts = [digits[:head], *(digits[at : at + 4] for at in range(head, len(digits), 4))]
    return " ".join(part for part in parts if part)


def masked(digits: str) -> str:
    """A number that its owner knows again and whoever looks on cannot use: 138 •••• 8000."""
    shown = (3, 4) if len(digits) >= 9 else (0, 2)
    first, last = digits[: shown[0]], digits[len(digits) - shown[1] :]
    return spaced(first + HIDDEN * (len(digits) - len(first) - len(last)) + last)


@QmlElement
@QmlUncreatable("made by the app")
class PhoneNumber(QObject):
    """The digits so far.

    Signals:
        changed: others.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.digits = ""

    @Property(str, notify=changed)
    def shown(self) -> str:
        """What has been typed, in groups."""
        return spaced(self.digits)

    @Property(str, notify=changed)
    def masked(self) -> str:
        """Most of it hidden."""
        return masked(self.digits)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether it may be a number."""
        return len(self.digits) >= LEAST

    @Slot(str)
    def press(self, key: str) -> None:
        """Add the digit of a key; anything else is ignored."""
        if len(key) == 1 and key in "0123456789" and len(self.digits) < MOST:
            self._put(self.digits + key)

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._put(self.digits[:-1])

    def clear(self) -> None:
        """Forget the number."""
        self._put("")

    def _put(self, digits: str) -> None:
        if digits != self.digits:
            self.digits = digits
            self.changed.emit()


@dataclass(frozen=True, slots=True)
class EnteringPhone(BeforeTicket):
    """A phone number is being typed, or skipped."""

    page = "phone"


@QmlElement
@QmlUncreatable("made by the app")
class PhoneStep(TicketStep):
    """Where the branch offers it: a phone number with the ticket.

    Signals:
        changed: another number.
    """

    changed = Signal()
    state = EnteringPhone

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        flow: VisitFlow,
        accessibility: Accessibility,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(link, languages, flow, accessibility, parent)
        self.number = PhoneNumber(self)
        self.number.changed.connect(self.changed)

    def wanted(self, service: str) -> bool:  # noqa: ARG002 - the same for all
        """Whether the branch offers it. Elderly mode has as few steps as there can be."""
        offered = self._link.branch.kiosk.ask_phone == "offer"
        return bool(offered) and not bool(self._accessibility.elderly)

    @Property(PhoneNumber, constant=True)
    def entered(self) -> PhoneNumber:
        """The number so far."""
        return self.number

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is a phone number, going by the branch."""
        pattern = self._link.branch.kiosk.phone_pattern
        return re.fullmatch(pattern, self.number.digits) is not None

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """Whether it can hardly become one."""
        return len(self.number.digits) >= ENOUGH and not self.ready

    @Slot()
    def skip(self) -> None:
        """Take the ticket without a number."""
        if self.current:
            self.number.clear()
            self.passed.emit(self.service)

    @Slot()
    def confirm(self) -> None:
        """Take the ticket with this number."""
        if self.current and self.ready:
            self.passed.emit(self.service)

    def fill(self, request: TicketRequest) -> TicketRequest:
        """Put the number into the request."""
        return replace(request, phone=self.number.digits)

    def clear(self) -> None:
        """Forget the number."""
        super().clear()
        self.number.clear()
