"""The teller has a ticket printed again: which kiosk does it, and whether there is paper in the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from branch.client.hall_view import Changes
from branch.contract.answers.feed_events import StaffEvent
from branch.contract.answers.paper_answers import ReprintedTicket
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.timing import make_timer
from counter.queue.my_queue import MyQueue
from counter.shell import counter_texts as texts
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import say
from counter.signin.session import Session

CONTROL = "printAgain"
ANSWER_MS = 20_000
"""For so long a kiosk may take to say what came of it; a ticket takes three seconds."""


class Reprint(QObject):
    """One copy at a time is waited for."""

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        asker: ActionRunner,
        queue: MyQueue,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """`asker` says how it went."""
        super().__init__(parent)
        self._link, self._session, self._asker = link, session, asker
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
        state = self._session.state
        held = state["ticket"] if state is not None else None
        return held.get("id", "") if held is not None else ""

    def ask(self) -> None:
        """Have it printed."""
        ticket = self.ticket
        if ticket:
            self._asker.ask(CONTROL, lambda api, key: api.reprint(ticket, key=key), done=self._sent)
        else:
            self._asker.say(lambda: say(self._languages, texts.COPY_OF_WHOM))

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._patience.stop()

    def _sent(self, answer: ReprintedTicket) -> None:
        number, kiosk = answer["ticket"]["number"], answer["kiosk"] or ""
        self._waited_for = (answer["ticket"]["id"], number)
        self._patience.start(self._link.paced(ANSWER_MS))
        self._asker.say(lambda: say(self._languages, texts.COPY_SENT, number, kiosk), stays=True)

    @Slot(object, object)
    def _on_event(self, _: Changes, event: StaffEvent) -> None:
        if event.get("type") != "TicketPrinted" or self._waited_for is None:
            return
        if event["ticket"].get("id") == self._waited_for[0]:
            self._over(texts.COPY_DONE if event["ok"] else texts.COPY_FAILED, alert=not event["ok"])

    @Slot()
    def _no_answer(self) -> None:
        self._over(texts.COPY_UNKNOWN, alert=True)

    def _over(self, text: str, *, alert: bool) -> None:
        if self._waited_for is not None:
            self._asker.say(partial(say, self._languages, text, self._waited_for[1]), alert=alert)
        self._waited_for = None
        self._patience.stop()
