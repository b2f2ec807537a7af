"""The panels that open in place: where to transfer, why to pause or to call, what to know and to do."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.close_reasons import close_reason
from branch.client.hall_view import staff_counters
from branch.contract.answers.counter_answers import StaffCounter
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.shell.catalogue import Catalogue
from counter.shell.counter_texts import CLOSED_NOW, PERSON_AT, PERSON_AWAY, REASONS, say
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

PAUSE_MINUTES = (5, 10, 15, 30, 60)


@QmlElement
@QmlUncreatable("made by the app")
class Panels(QObject):
    """Which panel is open, and what there is to choose in it.

    Signals:
        openChanged: see `open`.
        minutesChanged: see `minutes`.
    """

    openChanged = Signal()
    minutesChanged = Signal()

    def __init__(
        self, link: ServiceLink, session: Session, languages: Languages, parent: QObject | None = None
    ) -> None:
        """The choices are the branch's."""
        super().__init__(parent)
        self._link, self._session, self._languages = link, session, languages
        self._open = ""
        self._minutes = 0
        self.service_model = KeyedListModel(
            ("service", "name", "hint", "chained", "here"), key="service", parent=self
        )
        self.counter_model = KeyedListModel(("number", "hint", "open"), key="number", parent=self)
        self.people_model = KeyedListModel(("staff", "name", "hint", "open"), key="staff", parent=self)
        self.reason_model = KeyedListModel(("reason", "name", "hint"), key="reason", parent=self)
        self.call_reason_model = KeyedListModel(("reason", "name", "hint"), key="reason", parent=self)
        languages.currentChanged.connect(self.refresh)

    @Property(str, notify=openChanged)
    def open(self) -> str:
        """ "transfer", "pause", "callReason", "details", "leave" or none."""
        return self._open

    @property
    def shown(self) -> str:
        """The same, for Python."""
        return self._open

    @Property(int, notify=minutesChanged)
    def minutes(self) -> int:
        """How long the pause is meant to be, in minutes; 0 while nobody has said."""
        return self._minutes

    @Property(list, constant=True)
    def minuteChoices(self) -> list[int]:
        """What may be said of it, in minutes."""
        return list(PAUSE_MINUTES)

    @property
    def meant(self) -> int | None:
        """The same, as the service takes it."""
        return self._minutes or None

    def _get_services(self) -> KeyedListModel:
        return self.service_model

    def _get_counters(self) -> KeyedListModel:
        return self.counter_model

    def _get_reasons(self) -> KeyedListModel:
        return self.reason_model

    def _get_people(self) -> KeyedListModel:
        return self.people_model

    def _get_call_reasons(self) -> KeyedListModel:
        return self.call_reason_model

    services = Property(KeyedListModel, _get_services, constant=True)
    counters = Property(KeyedListModel, _get_counters, constant=True)
    people = Property(KeyedListModel, _get_people, constant=True)
    reasons = Property(KeyedListModel, _get_reasons, constant=True)
    callReasons = Property(KeyedListModel, _get_call_reasons, constant=True)

    @Slot(str)
    def toggle(self, panel: str) -> None:
        """Open that one, or close it if it is."""
        self.show("" if self._open == panel else panel)

    def show(self, panel: str) -> None:
        """Open that one; an empty text closes."""
        if panel != self._open:
            self._open = panel
            self._set_minutes(0)
            self.openChanged.emit()

    @Slot(int)
    def chooseMinutes(self, minutes: int) -> None:
        """The pause is meant to be that long; said twice it is taken back."""
        self._set_minutes(0 if minutes == self._minutes else minutes)

    @Slot()
    def nextMinutes(self) -> None:
        """The next longer one, and after the longest none."""
        choices = (0, *PAUSE_MINUTES)
        self._set_minutes(choices[(choices.index(self._minutes) + 1) % len(choices)])

    def _set_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self.minutesChanged.emit()

    @Slot()
    def refresh(self) -> None:
        """Look at the service's view again."""
        catalogue = Catalogue(self._link.branch, self._languages)
        state = self._session.state
        ticket = state["ticket"] if state else None
        chain = ticket.get("then", []) if ticket else []
        self.service_model.replace(
            {
                "service": service,
                "name": catalogue.service(service) + self._closed(service),
                "hint": _key(catalogue.prefix(service)),
                "chained": chain.index(service) + 1 if service in chain else 0,
                "here": ticket is not None and ticket["service"] == service,
            }
            for service in catalogue.services
        )
        self.counter_model.replace(
            {"number": number, "hint": _key(str(number)), "open": counter["state"] != "closed"}
            for number, counter in self._link.view.counters.items()
            if number != self._session.number
        )
        self.people_model.replace(
            person_row(counter, self._languages)
            for number, counter in staff_counters(self._link.view).items()
            if number != self._session.number and counter["state"] != "closed" and counter["staff"]
        )
        self.call_reason_model.replace(
            {"reason": reason, "name": name, "hint": str(number)}
            for number, (reason, name) in enumerate(catalogue.call_reasons.items(), 1)
        )
        self.reason_model.replace(
            {"reason": reason, "name": say(self._languages, text), "hint": str(number)}
            for number, (reason, text) in enumerate(REASONS.items(), 1)
        )

    def _closed(self, service: str) -> str:
        """That it takes no newcomers, and why; those who are sent there are served all the same."""
        state = next((one for one in self._link.view.services if one["id"] == service), None)
        if state is None or state["open"] or state.get("closed_by", "staff") != "staff":
            return ""
        why = self._languages.pick(close_reason(self._link.branch, state["reason"]))
        return f" · {why or say(self._languages, CLOSED_NOW)}"


def _key(text: str) -> str:
    """What can be a key: one letter or digit."""
    return text.upper() if len(text) == 1 and text.isascii() and text.isalnum() else ""


def person_row(counter: StaffCounter, languages: Languages) -> dict[str, object]:
    """Who is signed in at a counter, and whether a customer can be sent to them now."""
    names, number = counter.get("public_name"), counter["number"]
    who = (languages.pick(names) if names else "") or counter.get("staff") or ""
    away = counter["state"] == "paused"
    return {
        "staff": counter.get("staff"),
        "name": say(languages, PERSON_AWAY if away else PERSON_AT, who, number),
        "hint": f"Ctrl+{number}" if number < 10 else "",
        "open": not away,
    }
