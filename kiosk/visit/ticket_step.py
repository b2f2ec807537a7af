"""A step between the choice of a service and its number: something to read, or something to say.

Which there are stands in `kiosk.visit.before_ticket`. A step is a controller with a state of its own, and
a page that is named after that.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.assist.accessibility import Accessibility
from kiosk.visit.unconfirmed import TicketRequest
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import BeforeTicket

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlUncreatable("made by the app")
class TicketStep(QObject):
    """A step, for the customers of every service that wants it.

    Signals:
        passed: the customer is through with it, for a ticket of that service.
    """

    passed = Signal(str)

    state: ClassVar[type[BeforeTicket]]

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        flow: VisitFlow,
        accessibility: Accessibility,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._languages = link, languages
        self._flow, self._accessibility = flow, accessibility
        self.service = ""
        self.segment: str | None = None

    @property
    def current(self) -> bool:
        """Whether the customer is at this step."""
        return isinstance(self._flow.state, self.state)

    def wanted(self, service: str) -> bool:
        """Whether there is anything to ask before a ticket of that service."""
        raise NotImplementedError

    def begin(self, service: str, segment: str | None) -> None:
        """Go to the step's page, for a ticket of that service in that segment."""
        self.service, self.segment = service, segment
        self._flow.enter(self.state(service))

    def fill(self, request: TicketRequest) -> TicketRequest:
        """Put what the customer has said into the request."""
        return request

    def clear(self) -> None:
        """Forget what was said: the customer is gone."""
        self.service = ""
