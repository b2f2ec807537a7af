"""Where the customer goes on to: a service, a colleague or a counter; now, or afterwards in this visit."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.hall_view import staff_counters
from branch.contract.actions import Action
from branch.contract.answers.counter_answers import ActionAnswer, StaffCounter
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import BranchNames, say
from counter.shell.panels import Panels
from counter.shell.part import News
from counter.shell.wait_line import wait_line
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

PANEL = "transfer"
CLOSED_NOW = str(QT_TRANSLATE_NOOP("Counter", "closed for now"))
PERSON_AT = str(QT_TRANSLATE_NOOP("Counter", "%1 · counter %2"))
PERSON_AWAY = str(QT_TRANSLATE_NOOP("Counter", "%1 · paused"))
WAITS_THERE = str(QT_TRANSLATE_NOOP("Counter", "%1 for %2: %3"))


@QmlElement
@QmlUncreatable("made by the app")
class Transfer(QObject):
    """The choices of the transfer panel, and what each of them does.

    Signals:
        changed: see `busy`.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        panels: Panels,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """The choices are the branch's; the ticket is the one at the session's counter."""
        super().__init__(parent)
        self._link, self._session, self._runner = link, session, runner
        self._panels, self._languages = panels, languages
        self.service_model = KeyedListModel(
            ("service", "name", "hint", "chained", "here"), key="service", parent=self
        )
        self.counter_model = KeyedListModel(("number", "hint", "open"), key="number", parent=self)
        self.people_model = KeyedListModel(("staff", "name", "hint", "open"), key="staff", parent=self)
        runner.changed.connect(self.changed)
        languages.currentChanged.connect(self._look)

    def _get_services(self) -> KeyedListModel:
        return self.service_model

    def _get_counters(self) -> KeyedListModel:
        return self.counter_model

    def _get_people(self) -> KeyedListModel:
        return self.people_model

    services = Property(KeyedListModel, _get_services, constant=True)
    counters = Property(KeyedListModel, _get_counters, constant=True)
    people = Property(KeyedListModel, _get_people, constant=True)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the customer is being sent on just now."""
        return self._runner.holds(Action.TRANSFER)

    @Slot(str, str)
    def toService(self, service: str, note: str) -> None:
        """Send the customer to a service."""
        self._transfer(note, service=service)

    @Slot(int, str)
    def toCounter(self, counter: int, note: str) -> None:
        """Send the customer to a counter."""
        self._transfer(note, counter=counter)

    @Slot(str, str)
    def toPerson(self, staff: str, note: str) -> None:
        """Send the customer to a colleague, wherever they sit."""
        self._transfer(note, staff=staff)

    @Slot(str)
    def chain(self, service: str) -> None:
        """Let a service follow in this visit, or no more."""
        number = self._session.number
        ticket = self._session.ticket
        then = list(ticket.get("then", [])) if ticket else []
        then = [other for other in then if other != service] if service in then else [*then, service]
        self._runner.ask(Action.CHAIN, lambda api, key: api.then(number, then, key=key))

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        if self._session.phase not in ("called", "serving"):
            self._panels.close(PANEL)
        self._look()

    def tick(self, _: int) -> None:
        """Do nothing: the choices change with the view alone."""

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        names = BranchNames(self._link.branch, self._languages)
        ticket = self._session.ticket
        chain = ticket.get("then", []) if ticket else []
        others = [one for n, one in staff_counters(self._link.view).items() if n != self._session.number]
        self.service_model.replace(
            {
                "service": service,
                "name": names.service(service) + self._closed(service, names),
                "hint": key_of(names.service_info(service).prefix),
                "chained": chain.index(service) + 1 if service in chain else 0,
                "here": ticket is not None and ticket["service"] == service,
            }
            for service, info in names.branch.service_by_id.items()
            if not info.kept or service in chain  # what has left the branch takes nobody new
        )
        self.counter_model.replace(
            {
                "number": counter["number"],
                "hint": key_of(str(counter["number"])),
                "open": counter["state"] != "closed",
            }
            for counter in others
        )
        self.people_model.replace(
            person_row(counter, self._languages)
            for counter in others
            if counter["state"] != "closed" and counter["staff"]
        )

    def _transfer(
        self, note: str, *, service: str | None = None, counter: int | None = None, staff: str | None = None
    ) -> None:
        number, words = self._session.number, note.strip() or None
        self._runner.ask(
            Action.TRANSFER,
            lambda api, key: api.transfer(
                number, service=service, counter=counter, staff=staff, note=words, key=key
            ),
            done=self._waits_there,
        )

    def _waits_there(self, answer: ActionAnswer) -> None:
        """Say what the customer may be told: who is ahead there, and how long it will take."""
        ticket = answer["ticket"]
        if ticket is None or ticket["status"] != "waiting":
            return
        self._runner.say(
            lambda: say(
                self._languages,
                WAITS_THERE,
                ticket["number"],
                BranchNames(self._link.branch, self._languages).service(ticket["service"]),
                wait_line(ticket, self._languages),
            )
        )

    def _closed(self, service: str, names: BranchNames) -> str:
        """That it takes no newcomers, and why; those who are sent there are served all the same."""
        state = next((one for one in self._link.view.services if one["id"] == service), None)
        if state is None or state["open"] or state.get("closed_by", "staff") != "staff":
            return ""
        why = self._languages.pick(names.branch.close_reason(state["reason"]))
        return f" · {why or say(self._languages, CLOSED_NOW)}"


def key_of(text: str) -> str:
    """What can be a key: one letter or digit; nothing for anything else."""
    return text.upper() if len(text) == 1 and text.isascii() and text.isalnum() else ""


def person_row(counter: StaffCounter, languages: Languages) -> dict[str, object]:
    """Who is signed in at a counter, and whether a customer can be sent to them now."""
    names, number = counter.get("public_name"), counter["number"]
    who = (languages.pick(names) if names else "") or counter["staff"] or ""
    away = counter["state"] == "paused"
    return {
        "staff": counter["staff"],
        "name": say(languages, PERSON_AWAY if away else PERSON_AT, who, number),
        "hint": f"Ctrl+{number}" if number < 10 else "",
        "open": not away,
    }
