"""What can be done with the chosen row of the queue: call it, put it back, keep it parked."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Slot
from PySide6.QtQml import QmlElement

from branch.contract.actions import Action
from branch.contract.answers.counter_answers import ActionAnswer
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.queue.my_queue import MyQueue
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import NOBODY, BranchNames, say
from counter.shell.panels import Panels
from counter.shell.part import News
from counter.shell.wait_line import wait_line
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

PANEL = "callReason"
CHOOSE = str(QT_TRANSLATE_NOOP("Counter", "Choose with ↑ ↓, then Enter. Esc: leave it."))
CHOSEN_GONE = str(QT_TRANSLATE_NOOP("Counter", "The chosen number is no longer waiting."))
WAITS_AGAIN = str(QT_TRANSLATE_NOOP("Counter", "%1 waits again: %2"))
PARKED_OPEN = str(QT_TRANSLATE_NOOP("Counter", "%1 stays parked."))


@QmlElement
@QmlUncreatable("made by the app")
class ChosenTicket(QObject):
    """The actions about the chosen row; before its turn it is called for a reason only."""

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        queue: MyQueue,
        panels: Panels,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """The row is chosen in ``queue``; the reasons are the branch's."""
        super().__init__(parent)
        self._link, self._session, self._runner = link, session, runner
        self._queue, self._panels, self._languages = queue, panels, languages
        self.reason_model = KeyedListModel(("reason", "name", "hint"), key="reason", parent=self)
        languages.currentChanged.connect(self._look)

    def _get_reasons(self) -> KeyedListModel:
        return self.reason_model

    reasons = Property(KeyedListModel, _get_reasons, constant=True)

    @Slot()
    def call(self) -> None:
        """Call the chosen row; before its turn, ask why first."""
        if self._queue.picked and self._queue.out_of_turn and self.reason_model.rowCount():
            self._panels.show(PANEL)
        else:
            self._call(None)

    @Slot(str)
    def callFor(self, reason: str) -> None:
        """Call the chosen row out of turn, for that reason."""
        self._panels.show("")
        self._call(reason)

    @Slot()
    def chooseOrCall(self) -> None:
        """Call the chosen row; without one, let one be chosen."""
        self._panels.show("")
        if self._queue.picked:
            self.call()
        elif self._queue.model.rowCount():
            self._queue.step(1)
            self._runner.rest(Action.CALL)
            self._runner.say(lambda: say(self._languages, CHOOSE))
        else:
            self._runner.say(lambda: say(self._languages, NOBODY))

    @Slot()
    def putBack(self) -> None:
        """Let the chosen one who stands aside wait again."""
        ticket, number = self._queue.picked, self._session.number
        if ticket:
            self._runner.ask(
                Action.REQUEUE,
                lambda api, key: api.put_back(number, ticket, key=key),
                done=self._waits_again,
            )

    @Slot()
    def parkAgain(self) -> None:
        """Let the chosen parked one stay aside, and be reminded later."""
        ticket, number = self._queue.picked, self._session.number
        if ticket:
            self._runner.ask(
                Action.PARK_AGAIN,
                lambda api, key: api.park_again(number, ticket, key=key),
                done=lambda _: self._stays_parked(ticket),
            )

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        phase = self._session.phase
        if phase == "free" and not self._queue.picked and self._panels.close(PANEL):
            self._runner.say(lambda: say(self._languages, CHOSEN_GONE), alert=True)
        if phase != "free":
            self._queue.choose("")
            self._panels.close(PANEL)
        self._look()

    def tick(self, _: int) -> None:
        """Do nothing: the rows have the time."""

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        names = BranchNames(self._link.branch, self._languages).call_reasons
        reasons = {one.id: names[one.id] for one in self._link.branch.call_reasons if not one.kept}
        self.reason_model.replace(
            {"reason": reason, "name": name, "hint": str(number)}
            for number, (reason, name) in enumerate(reasons.items(), 1)
        )

    def _call(self, reason: str | None) -> None:
        ticket, number = self._queue.picked, self._session.number
        if ticket:
            self._runner.ask(
                Action.CALL,
                lambda api, key: api.call(number, ticket, reason, key=key),
                feed_tells=False,  # a call by another window of this teller is no answer to ours
            )

    def _waits_again(self, answer: ActionAnswer) -> None:
        ticket = answer["ticket"]
        if ticket is None:
            return
        self._queue.choose("")
        self._runner.say(
            lambda: say(self._languages, WAITS_AGAIN, ticket["number"], wait_line(ticket, self._languages))
        )

    def _stays_parked(self, ticket: str) -> None:
        """The row knows the new time as soon as the queue has been told anew."""
        number = str(self._queue.value(ticket, "number"))
        self._queue.choose("")
        self._runner.say(lambda: say(self._languages, PARKED_OPEN, number))
