"""What a customer should know before taking a number of a service: papers to bring, and a quicker way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.answers.hall_answers import ServiceState
from branch.contract.branch_info import ServiceInfo
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.wording.wait_wording import plain
from kiosk.assist.accessibility import Accessibility
from kiosk.home.service_cards import newcomers_wait, seen_from
from kiosk.visit import visit_texts
from kiosk.visit.ticket_step import TicketStep
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import BeforeTicket
from kiosk.visit.visit_texts import say

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


def documents_in(languages: Languages, code: str, service: ServiceInfo) -> list[str]:
    """What to bring, in that language; else in English, else in whichever there is."""
    joined = {language: "\n".join(lines) for language, lines in service.documents.items()}
    said = languages.pickIn(code, joined)
    return said.split("\n") if said else []


@dataclass(frozen=True, slots=True)
class ReadingNotice(BeforeTicket):
    """What there is to know before a ticket of a service is on the screen."""

    page = "serviceNotice"
    prompt = "read-notice"


@QmlElement
@QmlUncreatable("made by the app")
class ServiceNotice(TicketStep):
    """The service that was tapped, in words.

    Signals:
        changed: another service, other counts, or another language.
    """

    changed = Signal()
    state = ReadingNotice

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        flow: VisitFlow,
        accessibility: Accessibility,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(link, languages, flow, accessibility, parent)
        languages.currentChanged.connect(self.changed)
        link.changed.connect(self.changed)
        link.stateChanged.connect(self.changed)

    def wanted(self, service: str) -> bool:
        """Whether there are papers to bring, a quicker way, or closing time to warn of."""
        known = self._info(service)
        return bool(known.documents or known.self_service or self._closing(service))

    def begin(self, service: str, segment: str | None) -> None:
        """Show what there is to know about that service for who comes in that segment."""
        super().begin(service, segment)
        self.changed.emit()

    def clear(self) -> None:
        """Forget the service: its customer is gone."""
        super().clear()
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Go on to the ticket: the notice was read. What has been closed meanwhile is refused in words."""
        if self.current:
            self.passed.emit(self.service)

    @Property(str, notify=changed)
    def name(self) -> str:
        """Its name."""
        return self._languages.pick(self._info(self.service).names)

    @Property(list, notify=changed)
    def documents(self) -> list[str]:
        """What to have ready."""
        return documents_in(self._languages, self._languages.code, self._info(self.service))

    @Property(str, notify=changed)
    def selfService(self) -> str:
        """Where the same is done without a number."""
        return self._languages.pick(self._info(self.service).self_service)

    @Property(str, notify=changed)
    def closing(self) -> str:
        """That closing time may come first; empty while it will not, as far as anybody can tell."""
        return say(self._languages, visit_texts.CLOSING_SOON) if self._closing(self.service) else ""

    @Property(str, notify=changed)
    def wait(self) -> str:
        """Who is ahead, the middle and the top, as they are now; nothing while nobody can say."""
        state = self._state(self.service)
        if state is None:
            return ""
        words = newcomers_wait(self._languages, seen_from(state, self.segment))
        return " · ".join(plain(text) for text in (words.people, words.about, words.within) if text)

    def _state(self, service: str) -> ServiceState | None:
        """The state of a service, while anybody can say."""
        states = self._link.view.services if self._link.live else []
        return next((state for state in states if state["id"] == service), None)

    def _closing(self, service: str) -> bool:
        state = self._state(service)
        return state is not None and bool(state.get("closing"))

    def _info(self, service: str) -> ServiceInfo:
        known: ServiceInfo | None = self._link.branch.service_by_id.get(service)
        return known or ServiceInfo(id=service)
