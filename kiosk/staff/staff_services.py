"""The staff menu's services: closed with a reason that everybody can read, and opened again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api
from branch.client.responses import ServiceError
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import UNREACHABLE, explain

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class StaffServices(QObject):
    """The branch's services as staff switch them. The page is shown by the menu; this is what stands on it.

    Signals:
        changed: a service, the one that is about to be closed, or what was refused.
    """

    changed = Signal()

    def __init__(self, link: ServiceLink, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._languages = link, languages
        self._closing, self._error = "", ""
        self._staff, self._pin = "", ""
        link.changed.connect(self.changed)
        link.snapshotTaken.connect(self.changed)
        languages.currentChanged.connect(self.changed)

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """Rows of `id`, `name`, `open` and `reason` (why it is closed, in words)."""
        states = {state["id"]: state for state in self._link.view.services}
        return [
            {
                "id": service.id,
                "name": self._languages.pick(service.names),
                "open": states[service.id].get("closed_by") != "staff",
                "reason": self._languages.pick(self._link.branch.close_reason(states[service.id]["reason"])),
            }
            for service in self._link.branch.offered_services
            if service.id in states
        ]

    @Property(str, notify=changed)
    def closing(self) -> str:
        """The name of the service that is about to be closed, and waits for a reason; else nothing."""
        return next((str(row["name"]) for row in self._rows() if row["id"] == self._closing), "")

    @Property(list, notify=changed)
    def reasons(self) -> list[dict[str, str]]:
        """Rows of `id` and `name`: the branch's own."""
        return [
            {"id": reason.id, "name": self._languages.pick(reason.names)}
            for reason in self._link.branch.close_reasons
            if not reason.kept
        ]

    @Property(str, notify=changed)
    def error(self) -> str:
        """Why nothing was switched, in words."""
        return self._error

    @Slot(str)
    def toggle(self, service: str) -> None:
        """Ask why an open service is to be closed; open a closed one."""
        row = next((row for row in self._rows() if row["id"] == service), None)
        if row is None or not self._can():
            return
        if row["open"]:
            self._closing = service
            self.changed.emit()
        else:
            staff, pin = self._staff, self._pin
            self._ask(lambda api: api.reopen_service(service, staff=staff, pin=pin))

    @Slot(str)
    def close(self, reason: str) -> None:
        """Close the service that waits for a reason."""
        service, self._closing = self._closing, ""
        if service and self._can():
            staff, pin = self._staff, self._pin
            self._ask(lambda api: api.close_service(service, reason, staff=staff, pin=pin))
        self.changed.emit()

    def let_in(self, staff: str, pin: str) -> None:
        """Switch in the name of that person, whom the service asks for anew each time; "" for nobody any
        more."""
        self._staff, self._pin = staff, pin

    @Slot()
    def back(self) -> None:
        """Close no service after all."""
        self._closing, self._error = "", ""
        self.changed.emit()

    def _rows(self) -> list[dict[str, object]]:
        rows: list[dict[str, object]] = self.rows  # type: ignore[assignment]  # a Property
        return rows

    def _can(self) -> bool:
        """Whether the line is there: a service that closes minutes later would surprise everybody."""
        self._error = "" if self._link.live else self._languages.text("Refusal", UNREACHABLE)
        self.changed.emit()
        return not self._error

    def _ask(self, question: Callable[[Api], object]) -> None:
        self._error = ""
        self._link.ask(question, failed=self._refused)

    def _refused(self, error: Refusal | ServiceError) -> None:
        self._error = explain(self._languages, error)
        self.changed.emit()
