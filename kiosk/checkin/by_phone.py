"""An appointment by the phone number it was booked under: typed, found, chosen by service and time."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.answers.appointment_answers import FoundAppointment
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.home.branch_status import clock_of
from kiosk.home.service_cards import service_name
from kiosk.visit.phone_entry import PhoneNumber
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import ChoosingAppointment, EnteringCode, Issuing, Searching

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ByPhone(QObject):
    """The states `EnteringCode` (while typing), `Searching` and `ChoosingAppointment` are its own.

    Signals:
        changed: other choices, another way in, another language.
        chosen: the id of the appointment to check in.
        refused: nothing can be found now; the Refusal or ServiceError.
    """

    changed = Signal()
    chosen = Signal(str)
    refused = Signal(object)

    def __init__(
        self, link: ServiceLink, languages: Languages, flow: VisitFlow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._languages, self._flow = link, languages, flow
        self.number = PhoneNumber(self)
        self.number.changed.connect(self._on_number)
        self._by_phone = self._missed = False
        self._found: tuple[FoundAppointment, ...] = ()
        languages.currentChanged.connect(self.changed)
        flow.changed.connect(self._on_flow)

    @Property(PhoneNumber, constant=True)
    def entered(self) -> PhoneNumber:
        """The number so far."""
        return self.number

    @Property(bool, notify=changed)
    def byPhone(self) -> bool:
        """Whether the number is typed, and not a booking code."""
        return self._by_phone

    @Property(bool, notify=changed)
    def missed(self) -> bool:
        """Whether nothing was found under the number; until it is changed."""
        return self._missed

    @Property(list, notify=changed)
    def choices(self) -> list[dict[str, str]]:
        """What was found: rows of `id`, `at` and `name`."""
        branch = self._link.branch
        return [
            {
                "id": found["id"],
                "at": clock_of(found["starts_at"], branch.zone),
                "name": service_name(self._languages, branch, found["service"]),
            }
            for found in self._found
        ]

    @Slot(bool)
    def use(self, by_phone: bool) -> None:
        """Switch between phone number and booking code."""
        if isinstance(self._flow.state, EnteringCode) and by_phone != self._by_phone:
            self._by_phone = by_phone
            self.changed.emit()

    @Slot()
    def find(self) -> None:
        """Look for today's appointments under the number."""
        if isinstance(self._flow.state, EnteringCode) and bool(self.number.complete) and self._link.live:
            self._flow.enter(Searching())
            phone = self.number.digits
            self._link.ask(
                lambda api: api.find_appointments(phone),
                done=self._came,
                failed=self.refused.emit,
            )

    @Slot(str)
    def choose(self, appointment: str) -> None:
        """Check in with that appointment."""
        if isinstance(self._flow.state, ChoosingAppointment) and self._link.live:
            self.chosen.emit(appointment)

    def reject(self) -> None:
        """Say that there is no such appointment any more."""
        self._missed = True
        self.changed.emit()

    def clear(self) -> None:
        """Forget the number and what was found."""
        self._by_phone = self._missed = False
        self.number.clear()
        self.changed.emit()

    @Slot()
    def _on_number(self) -> None:
        if self._missed:
            self._missed = False
            self.changed.emit()

    @Slot()
    def _on_flow(self) -> None:
        state = self._flow.state.before if isinstance(self._flow.state, Issuing) else self._flow.state
        found = state.found if isinstance(state, ChoosingAppointment) else ()
        if found != self._found:
            self._found = found
            self.changed.emit()

    def _came(self, found: list[FoundAppointment]) -> None:
        self._missed = not found
        self._flow.enter(ChoosingAppointment(tuple(found)) if found else EnteringCode())
        self.changed.emit()
