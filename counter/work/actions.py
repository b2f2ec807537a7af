"""The teller's actions: which make sense now, what the big button means, and asking for them."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api
from branch.contract.answers.counter_answers import ActionAnswer
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.queue.my_queue import MyQueue
from counter.shell import counter_texts as texts
from counter.shell.action_runner import ActionRunner
from counter.shell.catalogue import Catalogue
from counter.shell.counter_texts import say
from counter.signin.session import Session
from counter.work.card_facts import Phase, Stage, phase_of, stage_of
from counter.work.explain_next import ExplainNext
from counter.work.panels import Panels
from counter.work.report_action import ReportAction
from counter.work.reprint import CONTROL, Reprint

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

PRIMARY = "primary"


@QmlElement
@QmlUncreatable("made by the app")
class Actions(QObject):
    """One teller's desk.

    Signals:
        changed: what may be done.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        asker: ActionRunner,
        queue: MyQueue,
        panels: Panels,
        languages: Languages,
        *,
        rates: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """`rates`: whether customers are asked for a rating here."""
        super().__init__(parent)
        self._link, self._session, self._asker = link, session, asker
        self._queue, self._panels, self._languages = queue, panels, languages
        self._rates = rates
        self._telling = ReportAction(link, session, asker, languages)
        self._explaining = ExplainNext(link, session, asker, languages)
        self._reprinting = Reprint(link, session, asker, queue, languages, self)
        self._shown: Stage = "free"
        self._hot = ""
        asker.changed.connect(self.refresh)
        languages.currentChanged.connect(self.changed)

    # What may be done

    @Property(str, notify=changed)
    def primaryText(self) -> str:
        """What the big button does. It says so only when the last press on it is over, so that what one
        reads is what one presses."""
        state = self._session.state
        ticket = state["ticket"] if state else None
        follows = ticket.get("then") if ticket else None
        if follows and self._shown == "serving":
            name = Catalogue(self._link.branch, self._languages).service(follows[0])
            return say(self._languages, texts.FINISH_THEN, name)
        return self._meaning(texts.FINISH_AND_RATE if self._rates else texts.FINISH)

    @Property(str, notify=changed)
    def primaryShort(self) -> str:
        """The same where there is little room."""
        return self._meaning(texts.FINISH)

    @Property(bool, notify=changed)
    def primaryBusy(self) -> bool:
        """Whether the big button has just been pressed."""
        return self._asker.holds(PRIMARY)

    @Property(bool, notify=changed)
    def primaryEnabled(self) -> bool:
        """Whether the big button takes a press."""
        return self._patient and not self._asker.holds(PRIMARY)

    @Property(str, notify=changed)
    def pauseText(self) -> str:
        """What the pause button does."""
        return say(self._languages, texts.RESUME if self._phase() == "paused" else texts.PAUSE)

    @Property(str, notify=changed)
    def recallText(self) -> str:
        """What the recall button does: after the last recall the big button is for those who do not come,
        and this one for somebody who comes after all."""
        return say(self._languages, texts.START if self._stage() == "spent" else texts.RECALL)

    @Property(str, notify=changed)
    def hotSign(self) -> str:
        """What is held with a key to press it from anywhere on the desktop; nothing while that is off."""
        return self._hot

    def show_hot(self, sign: str) -> None:
        """Have it on the buttons."""
        self._hot = sign
        self.changed.emit()

    @Property(bool, notify=changed)
    def explaining(self) -> bool:
        """Whether it is being asked why the next one is next."""
        return self._asker.holds("why")

    @Property(bool, notify=changed)
    def transferring(self) -> bool:
        """Whether the customer is being sent on just now."""
        return self._asker.holds("transfer")

    @Property(bool, notify=changed)
    def hasCalled(self) -> bool:
        """Whether somebody has been called and has not come yet."""
        return self._patient and self._phase() == "called"

    @Property(bool, notify=changed)
    def hasCustomer(self) -> bool:
        """Whether there is a ticket at the counter."""
        return self._patient and self._phase() in ("called", "serving")

    @Property(bool, notify=changed)
    def isFree(self) -> bool:
        """Whether somebody may be called."""
        return self._patient and self._phase() == "free"

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        """Whether pausing, resuming and signing out make sense."""
        return self._patient and self._phase() in ("free", "paused")

    # What is pressed

    @Slot()
    def primary(self) -> None:
        """The big button."""
        number, stage = self._session.number, self._shown
        if self._asker.holds(PRIMARY) or stage != self._stage():
            self.pressedInVain(PRIMARY)
            return
        self._panels.show("")
        if stage == "free":
            self._asker.ask(PRIMARY, lambda api, key: api.next(number, key=key), done=self._called)
        elif stage == "called":
            self._telling.tell(PRIMARY, "start")
        elif stage == "spent":
            self._asker.ask(PRIMARY, lambda api, key: api.no_show(number, key=key))
        elif stage == "serving":
            self._telling.tell(PRIMARY, "finish")
        else:
            self._asker.ask(PRIMARY, lambda api, key: api.resume(number, key=key))

    @Slot(str)
    def pressedInVain(self, control: str) -> None:
        """The key of a control that takes no press now: say why, unless it is the same press once more."""
        if not self._patient:
            self._asker.in_vain()
        elif not self._asker.holds(control):
            phase = self._phase()
            idle = texts.PAUSED_HERE if phase == "paused" and control == "callChosen" else texts.NOBODY_HERE
            why = {"called": texts.SOMEBODY_HERE, "serving": texts.SOMEBODY_HERE}.get(phase, idle)
            if phase == "serving" and control in ("recall", "missed"):
                why = texts.SERVED_ALREADY
            self._asker.say(lambda: say(self._languages, why), alert=True)

    @Slot(str)
    def act(self, name: str) -> None:
        """ "recall", "park", "missed" or "undo"."""
        calls = {"recall": Api.recall, "park": Api.park, "missed": Api.no_show, "undo": Api.undo}
        number, call = self._session.number, calls[name]
        self._panels.show("")
        self._asker.ask(name, lambda api, key: call(api, number, key=key))

    @Slot()
    def recall(self) -> None:
        """Call once more; after the last time, start with whoever comes after all."""
        if self._asker.holds("recall"):
            self.pressedInVain("recall")
        elif self._stage() == "spent":
            self._panels.show("")
            self._telling.tell("recall", "start")
        else:
            self.act("recall")

    @Slot()
    def callChosen(self) -> None:
        """Call the chosen row; before its turn, ask why first."""
        if self._queue.picked and self._queue.out_of_turn and self._panels.call_reason_model.rowCount():
            self._panels.show("callReason")
        else:
            self._call(None)

    @Slot(str)
    def callFor(self, reason: str) -> None:
        """Call the chosen row out of turn, for that reason."""
        self._panels.show("")
        self._call(reason)

    def _call(self, reason: str | None) -> None:
        ticket, number = self._queue.picked, self._session.number
        if ticket:
            self._asker.ask("callChosen", lambda api, key: api.call(number, ticket, reason, key=key))

    @Slot()
    def chooseOrCall(self) -> None:
        """Call the chosen row; without one, let one be chosen."""
        self._panels.show("")
        if self._queue.picked:
            self.callChosen()
        elif self._queue.model.rowCount():
            self._queue.step(1)
            self._asker.rest("callChosen")
            self._asker.say(lambda: say(self._languages, texts.CHOOSE))
        else:
            self._asker.say(lambda: say(self._languages, texts.NOBODY))

    @Slot()
    def putBack(self) -> None:
        """Let the chosen one who stands aside wait again."""
        ticket, number = self._queue.picked, self._session.number
        if ticket:
            self._asker.ask(
                "putBack", lambda api, key: api.put_back(number, ticket, key=key), done=self._waits_again
            )

    @Slot()
    def parkAgain(self) -> None:
        """Let the chosen parked one stay aside, and be reminded later."""
        ticket, number = self._queue.picked, self._session.number
        if ticket:
            self._asker.ask(
                "parkAgain",
                lambda api, key: api.park_again(number, ticket, key=key),
                done=lambda _: self._stays_parked(ticket),
            )

    @Slot()
    def printAgain(self) -> None:
        """Have the ticket of the chosen row, or of the customer here, printed again at a kiosk."""
        if self._patient and not self._asker.holds(CONTROL):
            self._reprinting.ask()
        else:
            self.pressedInVain(CONTROL)

    @Slot()
    def whyNext(self) -> None:
        """Say why the next one is next."""
        self._explaining.ask()

    @Slot()
    def togglePause(self) -> None:
        """End the pause, or open or close the choice of why."""
        number = self._session.number
        if self._phase() == "paused":
            self._asker.ask("pause", lambda api, key: api.resume(number, key=key))
        elif not self._asker.holds("pause"):
            self._panels.toggle("pause")

    @Slot(str)
    def pause(self, reason: str) -> None:
        """Call nobody for a while."""
        number, minutes = self._session.number, self._panels.meant
        self._panels.show("")
        self._asker.ask("pause", lambda api, key: api.pause(number, reason, minutes, key=key))

    @Slot(str, str)
    def transferTo(self, service: str, note: str) -> None:
        """Send the customer to a service."""
        number, words = self._session.number, note.strip() or None
        self._asker.ask(
            "transfer", lambda api, key: api.transfer(number, service=service, note=words, key=key)
        )

    @Slot(str)
    def chain(self, service: str) -> None:
        """Let that service follow in this visit, or no more."""
        number, state = self._session.number, self._session.state
        ticket = state["ticket"] if state else None
        then = list(ticket.get("then", [])) if ticket else []
        then = [other for other in then if other != service] if service in then else [*then, service]
        self._asker.ask("chain", lambda api, key: api.then(number, then, key=key))

    @Slot(int, str)
    def transferToCounter(self, counter: int, note: str) -> None:
        """Send the customer to a colleague."""
        number, words = self._session.number, note.strip() or None
        self._asker.ask(
            "transfer", lambda api, key: api.transfer(number, counter=counter, note=words, key=key)
        )

    @Slot(str, str)
    def transferToPerson(self, staff: str, note: str) -> None:
        """Send the customer to a colleague, wherever they sit."""
        number, words = self._session.number, note.strip() or None
        self._asker.ask("transfer", lambda api, key: api.transfer(number, staff=staff, note=words, key=key))

    @Slot()
    def escape(self) -> None:
        """Leave what is open or chosen."""
        self._panels.show("")
        self._queue.choose("")
        self._asker.hush()

    def stop(self) -> None:
        """No timer goes on after this."""
        self._reprinting.stop()

    # What the service says

    @Slot()
    def refresh(self) -> None:
        """Look at the service's view again."""
        phase = self._phase()
        if not self._asker.holds(PRIMARY):
            self._shown = self._stage()
        if phase not in ("called", "serving") and self._panels.shown in ("transfer", "details"):
            self._panels.show("")
        if self._panels.shown == "callReason" and phase == "free" and not self._queue.picked:
            self._panels.show("")
            self._asker.say(lambda: say(self._languages, texts.CHOSEN_GONE), alert=True)
        if phase != "free":
            self._queue.choose("")
            if self._panels.shown in ("pause", "callReason"):
                self._panels.show("")
        self.changed.emit()

    @property
    def _patient(self) -> bool:
        """While a question has been open for long, nothing else is asked."""
        return not self._asker.slow

    def _phase(self) -> Phase:
        return phase_of(self._session.state)

    def _stage(self) -> Stage:
        return stage_of(self._session.state, Catalogue(self._link.branch, self._languages).recall_limit)

    def _meaning(self, finish: str) -> str:
        meanings = {
            "called": texts.START,
            "spent": texts.NO_SHOW,
            "serving": finish,
            "paused": texts.RESUME,
        }
        return say(self._languages, meanings.get(self._shown, texts.CALL_NEXT))

    def _waits_again(self, answer: ActionAnswer) -> None:
        ticket = answer["ticket"]
        if ticket is None:
            return
        self._queue.choose("")
        number, ahead = ticket["number"], ticket["ahead"]
        text = texts.WAITS_AGAIN if ahead else texts.WAITS_FIRST
        self._asker.say(lambda: say(self._languages, text, number, ahead))

    def _stays_parked(self, ticket: str) -> None:
        """The row knows the new time as soon as the queue has been told anew."""
        number = str(self._queue.value(ticket, "number"))
        self._queue.choose("")
        self._asker.say(lambda: say(self._languages, texts.PARKED_OPEN, number))

    def _called(self, answer: ActionAnswer) -> None:
        if answer["ticket"] is None:
            self._asker.say(lambda: say(self._languages, texts.NOBODY))
