"""One question to the service at a time, and the quiet line that says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api, new_key
from branch.client.responses import ServiceError
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import explain
from branch.qt.timing import make_timer
from counter.shell.counter_texts import NO_LINE, say
from counter.shell.part import News

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

DOUBLE_PRESS_MS = 300
"""Two presses of one control within this time are one press of a nervous hand."""

SLOW_MS = 300
"""An answer that takes longer than this is worth a word."""

MESSAGE_MS = 8_000

ASKING = str(QT_TRANSLATE_NOOP("Counter", "Asking the branch service…"))
STILL_ASKING = str(
    QT_TRANSLATE_NOOP("Counter", "Key not taken: the branch service has not answered the last one yet.")
)
NOT_TAKEN = str(QT_TRANSLATE_NOOP("Counter", "The key pressed after it was not taken."))

T = TypeVar("T")


@QmlElement
@QmlUncreatable("made by the app")
class ActionRunner(QObject):
    """Asks the service for the teller; each press carries one idempotency key.

    Attributes:
        double_press_ms: within which two presses of one control are one press.

    Signals:
        changed: see `pending` and `slow`.
        messageChanged: see `message`.
    """

    changed = Signal()
    messageChanged = Signal()

    def __init__(self, link: ServiceLink, languages: Languages, parent: QObject | None = None) -> None:
        """`link` is asked, `languages` says what it answered."""
        super().__init__(parent)
        self._link, self._languages = link, languages
        self.double_press_ms = DOUBLE_PRESS_MS
        self._pending = self._settling = ""
        self._asked = ("", "")
        self._slow = self._alert = False
        self._message: Callable[[], str] | None = None
        self._deferred: Callable[[], object] | None = None
        self._question = 0
        self._settle = self._timer("settle", self._settled)
        self._patience = self._timer("patience", self._lose_patience)
        self._fade = self._timer("fade", self.hush)
        languages.currentChanged.connect(self.messageChanged)

    @Property(str, notify=changed)
    def pending(self) -> str:
        """The control whose question is still open, or nothing."""
        return self._pending

    @Property(bool, notify=changed)
    def slow(self) -> bool:
        """Whether the answer takes its time."""
        return self._slow

    @Property(str, notify=messageChanged)
    def message(self) -> str:
        """What there is to say about the last action."""
        return self._message() if self._message else ""

    @Property(bool, notify=messageChanged)
    def alert(self) -> bool:
        """Whether it says that something was not done."""
        return self._alert

    @property
    def questions(self) -> int:
        """How many have been asked so far."""
        return self._question

    def holds(self, control: str) -> bool:
        """Whether that control waits for its answer, or has been pressed so shortly ago that another press
        would be the same one."""
        return control in (self._pending, self._settling)

    def ask(
        self,
        action: str,
        question: Callable[[Api, str], T],
        *,
        control: str = "",
        about: str = "",
        feed_tells: bool = True,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Refusal | ServiceError], None] | None = None,
    ) -> bool:
        """Ask with a key of its own, unless its control has just been pressed; whether it is asked now.

        ``control`` is what was pressed, by the action's word unless named; ``about`` is the step of a tick.
        ``feed_tells``: an event of this action at our counter is as good as the answer.
        While the answer to another is on its way, one press waits for it, and is dropped if that is a no.
        Whatever is not taken is said; only a second press of a hand that has just pressed is the same one.
        """
        control = control or action
        if self.holds(control) and not (self._slow and self._pending):
            return False
        if self._pending:
            if self._slow or self._deferred is not None:
                self.in_vain()
            else:
                self._deferred = lambda: self.ask(
                    action,
                    question,
                    control=control,
                    about=about,
                    feed_tells=feed_tells,
                    done=done,
                    failed=failed,
                )
            return False
        self.hush()
        if not self._link.live:
            # Not tried at all: a call that goes out half a minute later would surprise everybody.
            self.say(lambda: say(self._languages, NO_LINE), alert=True)
            return False
        key = new_key()
        self._pending, self._asked = control, (action if feed_tells else "", about)
        self._question += 1
        mine = self._question
        self._patience.start(SLOW_MS)
        self.rest(control)

        def answered(answer: T) -> None:
            then = self._over(mine)
            if done is not None:
                done(answer)
            if then is not None:
                then()

        def refused(error: Refusal | ServiceError) -> None:
            if not self._is_open(mine):
                return  # the feed has told that it was done: only its answer was lost
            dropped = self._over(mine) is not None
            if failed is not None:
                failed(error)
            else:
                self.refuse(error, dropped=dropped)

        self._link.ask(lambda api: question(api, key), done=answered, failed=refused)
        return True

    def refresh(self, news: News) -> None:
        """Need no answer any more to a question when the feed tells that it was done."""
        if news.event is None or not self._pending:
            return
        if self._asked == (news.action, news.event.get("step", "")):
            then = self._over(self._question)
            if then is not None:
                then()

    def tick(self, _: int) -> None:
        """Do nothing: a question has timers of its own."""

    def in_vain(self) -> None:
        """Say that a press was not taken, because an answer is still on its way."""
        self.say(lambda: say(self._languages, STILL_ASKING), alert=True)

    def rest(self, control: str) -> None:
        """Take another press of that control within a moment for the same one."""
        moment_ms = int(self._link.paced(self.double_press_ms))
        if moment_ms > 0:
            self._settling = control
            self._settle.start(moment_ms)
        self.changed.emit()

    def refuse(self, error: Refusal | ServiceError, *, dropped: bool = False) -> None:
        """Say why not; ``dropped``: and that the press that waited for it is not carried out either."""

        def text() -> str:
            said = explain(self._languages, error)
            return f"{said} {say(self._languages, NOT_TAKEN)}" if dropped else said

        self.say(text, alert=True)

    def say(self, text: Callable[[], str], *, alert: bool = False, stays: bool = False) -> None:
        """Show a sentence for a while, or until the next; it is made anew when the language changes."""
        self._message, self._alert = text, alert
        if stays:
            self._fade.stop()
        else:
            self._fade.start(MESSAGE_MS)
        self.messageChanged.emit()

    @Slot()
    def hush(self) -> None:
        """Show none."""
        self._fade.stop()
        if self._message is not None:
            self._message, self._alert = None, False
            self.messageChanged.emit()

    def stop(self) -> None:
        """No timer goes on after this."""
        for timer in (self._settle, self._patience, self._fade):
            timer.stop()

    def _timer(self, name: str, then: Callable[[], None]) -> QTimer:
        timer = make_timer(self, once=True)
        timer.setObjectName(name)
        timer.timeout.connect(then)
        return timer

    @Slot()
    def _settled(self) -> None:
        self._settling = ""
        self.changed.emit()

    @Slot()
    def _lose_patience(self) -> None:
        self._slow = True
        self.say(lambda: say(self._languages, ASKING))
        self.changed.emit()

    def _is_open(self, question: int) -> bool:
        return bool(self._pending) and question == self._question

    def _over(self, question: int) -> Callable[[], object] | None:
        """The question is answered; gives what was put off until then."""
        if not self._is_open(question):
            return None
        then, self._deferred = self._deferred, None
        self._patience.stop()
        self._pending = ""
        if self._slow:
            self._slow = False
            if not self._alert:  # what was not taken stays said
                self.hush()
        self.changed.emit()
        return then
