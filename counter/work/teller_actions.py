"""The teller's actions: which make sense now, what the big button means, and asking for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.actions import Action
from branch.contract.answers.counter_answers import ActionAnswer, StaffCounter
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.queue.my_queue import MyQueue
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import NOBODY, BranchNames, say
from counter.shell.panels import Panels
from counter.shell.part import News
from counter.signin.session import Phase, Session
from counter.work.report_action import ReportAction

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

PRIMARY = "primary"

Stage = Literal["free", "called", "spent", "serving", "paused"]
"""The phase of a counter, with the called ones that may not be called again told apart."""

SERVED_ALREADY = str(QT_TRANSLATE_NOOP("Counter", "Not possible: the service has been started."))
NOBODY_HERE = str(QT_TRANSLATE_NOOP("Counter", "Not possible: there is nobody at this counter."))
SOMEBODY_HERE = str(QT_TRANSLATE_NOOP("Counter", "Not possible: there is a customer at this counter."))
PAUSED_HERE = str(QT_TRANSLATE_NOOP("Counter", "Not possible: this counter is paused."))
CALL_NEXT = str(QT_TRANSLATE_NOOP("Counter", "Call next"))
START = str(QT_TRANSLATE_NOOP("Counter", "Start service"))
FINISH_AND_RATE = str(QT_TRANSLATE_NOOP("Counter", "Finish and ask for rating"))
FINISH = str(QT_TRANSLATE_NOOP("Counter", "Finish"))
FINISH_THEN = str(QT_TRANSLATE_NOOP("Counter", "Finish, then %1"))
NO_SHOW = str(QT_TRANSLATE_NOOP("Counter", "No-show"))
RECALL = str(QT_TRANSLATE_NOOP("Counter", "Recall"))
RESUME = str(QT_TRANSLATE_NOOP("Counter", "Resume"))

MEANINGS: Mapping[Stage, str] = {"called": START, "spent": NO_SHOW, "paused": RESUME}
"""What the big button does where the counter is not free and nobody is served."""


@QmlElement
@QmlUncreatable("made by the app")
class Actions(QObject):
    """What one teller may do about the ticket at their counter, and does.

    Signals:
        changed: what may be done.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        report: ReportAction,
        queue: MyQueue,
        panels: Panels,
        languages: Languages,
        *,
        rates: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """`rates`: whether customers are asked for a rating here."""
        super().__init__(parent)
        self._link, self._session, self._runner, self._report = link, session, runner, report
        self._queue, self._panels, self._languages = queue, panels, languages
        self._rates = rates
        self._shown: Stage = "free"
        self._hot = ""
        runner.changed.connect(self._look)
        languages.currentChanged.connect(self.changed)

    # What may be done

    @Property(str, notify=changed)
    def primaryText(self) -> str:
        """What the big button does. It says so only when the last press on it is over, so that what one
        reads is what one presses."""
        ticket = self._session.ticket
        follows = ticket.get("then") if ticket else None
        if follows and self._shown == "serving":
            name = BranchNames(self._link.branch, self._languages).service(follows[0])
            return say(self._languages, FINISH_THEN, name)
        return self._meaning(FINISH_AND_RATE if self._rates else FINISH)

    @Property(str, notify=changed)
    def primaryShort(self) -> str:
        """What the big button does, where there is little room."""
        return self._meaning(FINISH)

    @Property(bool, notify=changed)
    def primaryBusy(self) -> bool:
        """Whether the big button has just been pressed."""
        return self._runner.holds(PRIMARY)

    @Property(bool, notify=changed)
    def primaryEnabled(self) -> bool:
        """Whether the big button takes a press."""
        return self._patient and not self._runner.holds(PRIMARY)

    @Property(str, notify=changed)
    def recallText(self) -> str:
        """What the recall button does: after the last recall the big button is for those who do not come,
        and this one for somebody who comes after all."""
        return say(self._languages, START if self._stage() == "spent" else RECALL)

    @Property(str, notify=changed)
    def hotSign(self) -> str:
        """What is held with a key to press it from anywhere on the desktop; nothing while that is off."""
        return self._hot

    @Property(bool, notify=changed)
    def hasCalled(self) -> bool:
        """Whether somebody has been called and has not come yet."""
        return self.may("called")

    @Property(bool, notify=changed)
    def hasCustomer(self) -> bool:
        """Whether there is a ticket at the counter."""
        return self.may("called", "serving")

    @Property(bool, notify=changed)
    def isFree(self) -> bool:
        """Whether somebody may be called."""
        return self.may("free")

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        """Whether pausing, resuming and signing out make sense."""
        return self.may("free", "paused")

    def may(self, *phases: Phase) -> bool:
        """Whether an action that makes sense in these phases takes a press: none does while a question has
        been open for long."""
        return self._patient and self._session.phase in phases

    def show_hot(self, sign: str) -> None:
        """Have ``sign`` on the buttons, for the keys that are held with theirs."""
        self._hot = sign
        self.changed.emit()

    # What is pressed

    @Slot()
    def primary(self) -> None:
        """Do what the big button says."""
        number, stage = self._session.number, self._shown
        if self._runner.holds(PRIMARY) or stage != self._stage():
            self.pressedInVain(PRIMARY)
            return
        self._panels.show("")
        if stage == "called":
            self._report.tell(Action.START, PRIMARY)
        elif stage == "serving":
            self._report.tell(Action.FINISH, PRIMARY)
        elif stage == "spent":
            self._runner.ask(Action.NO_SHOW, lambda api, key: api.no_show(number, key=key), control=PRIMARY)
        elif stage == "paused":
            self._runner.ask(Action.RESUME, lambda api, key: api.resume(number, key=key), control=PRIMARY)
        else:
            self._runner.ask(
                Action.CALL,
                lambda api, key: api.next(number, key=key),
                control=PRIMARY,
                done=self._called,
            )

    @Slot(str)
    def act(self, name: str) -> None:
        """Do what needs nothing but the counter, by the action's word: recall, park, miss, undo ..."""
        number, action = self._session.number, Action(name)
        self._panels.show("")
        self._runner.ask(action, lambda api, key: api.act(number, action, key=key))

    @Slot()
    def recall(self) -> None:
        """Call once more; after the last time, start with whoever comes after all."""
        if self._runner.holds(Action.RECALL):
            self.pressedInVain(Action.RECALL)
        elif self._stage() == "spent":
            self._panels.show("")
            self._report.tell(Action.START, Action.RECALL)
        else:
            self.act(Action.RECALL)

    @Slot(str)
    def pressedInVain(self, control: str) -> None:
        """Say why a control takes no press now, unless it is the same press once more."""
        if not self._patient:
            self._runner.in_vain()
        elif not self._runner.holds(control):
            phase = self._session.phase
            idle = PAUSED_HERE if phase == "paused" and control == Action.CALL else NOBODY_HERE
            why = {"called": SOMEBODY_HERE, "serving": SOMEBODY_HERE}.get(phase, idle)
            if phase == "serving" and control in (Action.RECALL, Action.NO_SHOW):
                why = SERVED_ALREADY
            self._runner.say(lambda: say(self._languages, why), alert=True)

    @Slot()
    def escape(self) -> None:
        """Leave what is open or chosen."""
        self._panels.show("")
        self._queue.choose("")
        self._runner.hush()

    # What the service says

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        self._look()

    def tick(self, _: int) -> None:
        """Do nothing: what may be done depends on no time."""

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        if not self._runner.holds(PRIMARY):
            self._shown = self._stage()
        if self._session.phase not in ("called", "serving"):
            self._panels.close("details")
        self.changed.emit()

    @property
    def _patient(self) -> bool:
        return not self._runner.slow

    def _stage(self) -> Stage:
        limit = self._link.branch.standards.recall_limit
        return stage_of(self._session.state, self._session.phase, limit)

    def _meaning(self, finish: str) -> str:
        meaning = finish if self._shown == "serving" else MEANINGS.get(self._shown, CALL_NEXT)
        return say(self._languages, meaning)

    def _called(self, answer: ActionAnswer) -> None:
        if answer["ticket"] is None:
            self._runner.say(lambda: say(self._languages, NOBODY))


def stage_of(counter: StaffCounter | None, phase: Phase, recall_limit: int) -> Stage:
    """What the big button is about."""
    ticket = counter["ticket"] if counter else None
    if phase == "called" and ticket is not None and 0 < recall_limit <= ticket["recalls"]:
        return "spent"
    return phase
