"""The teller has a ticket printed again: which kiosk does it, and whether there is paper in the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Slot
from PySide6.QtQml import QmlElement

from branch.client.hall_view import Changes
from branch.contract.answers.feed_events import StaffEvent
from branch.contract.answers.paper_answers import ReprintedTicket
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.timing import make_timer
from counter.queue.my_queue import MyQueue
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import say
from counter.shell.part import News
from counter.signin.session import Session
from counter.work.teller_actions import Actions

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

REPRINT = "reprint"
ANSWER_MS = 20_000
"""For so long a kiosk may take to say what came of it; a ticket takes three seconds."""

COPY_OF_WHOM = str(QT_TRANSLATE_NOOP("Counter", "Choose a number first: its ticket is printed again."))
COPY_SENT = str(QT_TRANSLATE_NOOP("Counter", "%1 is being printed again at %2."))
COPY_DONE = str(QT_TRANSLATE_NOOP("Counter", "%1 has been printed again."))
COPY_FAILED = str(QT_TRANSLATE_NOOP("Counter", "%1 was not printed: the kiosk has no paper or printer."))
COPY_UNKNOWN = str(
    QT_TRANSLATE_NOOP("Counter", "The kiosk has not said whether %1 was printed: please look.")
)


@QmlElement
@QmlUncreatable("made by the app")
class Reprint(QObject):
    """Has one copy at a time printed, and waits for what the kiosk says of it."""

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        actions: Actions,
        queue: MyQueue,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """`runner` says how it went, ``actions`` why a press is in vain."""
        super().__init__(parent)
        self._link, self._session, self._runner, self._actions = link, session, runner, actions
        self._queue, self._languages = queue, languages
        self._waited_for: tuple[str, str] | None = None
        self._patience = make_timer(self, once=True)
        self._patience.setObjectName("copy")
        self._patience.timeout.connect(self._no_answer)
        link.changed.connect(self._on_event)

    @property
    def ticket(self) -> str:
        """The one that would be printed: the chosen row, else the ticket at the counter; "" for none."""
        if self._queue.picked:
            return self._queue.picked
        held = self._session.ticket
        return held.get("id", "") if held is not None else ""

    @Slot()
    def ask(self) -> None:
        """Have the ticket of the chosen row, or of the customer here, printed again at a kiosk."""
        if self._runner.slow or self._runner.holds(REPRINT):
            self._actions.pressedInVain(REPRINT)
            return
        ticket = self.ticket
        if ticket:
            self._runner.ask(REPRINT, lambda api, key: api.reprint(ticket, key=key), done=self._sent)
        else:
            self._runner.say(lambda: say(self._languages, COPY_OF_WHOM))

    def refresh(self, _: News) -> None:
        """Do nothing: a print is told by an event of its own kind, see `_on_event`."""

    def tick(self, _: int) -> None:
        """Do nothing: the patience with a kiosk is a timer of its own."""

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._patience.stop()

    def _sent(self, answer: ReprintedTicket) -> None:
        number, kiosk = answer["ticket"]["number"], answer["kiosk"] or ""
        self._waited_for = (answer["ticket"]["id"], number)
        self._patience.start(self._link.paced(ANSWER_MS))
        self._runner.say(lambda: say(self._languages, COPY_SENT, number, kiosk), stays=True)

    @Slot(object, object)
    def _on_event(self, _: Changes, event: StaffEvent) -> None:
        if event.get("type") != "TicketPrinted" or self._waited_for is None:
            return
        if event["ticket"].get("id") == self._waited_for[0]:
            self._over(COPY_DONE if event["ok"] else COPY_FAILED, alert=not event["ok"])

    @Slot()
    def _no_answer(self) -> None:
        self._over(COPY_UNKNOWN, alert=True)

    def _over(self, text: str, *, alert: bool) -> None:
        if self._waited_for is not None:
            self._runner.say(partial(say, self._languages, text, self._waited_for[1]), alert=alert)
        self._waited_for = None
        self._patience.stop()
