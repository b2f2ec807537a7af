"""Silent help: one key for the lobby manager, one that is held for a second for the silent alarm.

Nothing of it is on the customer's side, and of the alarm nothing is in words on the teller's either: whoever
looks over the counter sees a small dot. What cannot be sent yet is kept, and goes with its key as soon as
there is a line.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api, new_key
from branch.client.deliveries import OutboxFile, any_order
from branch.client.outbox import Outbox
from branch.contract.answers.hall_answers import Alert
from branch.contract.refusals import Refusal
from branch.qt.link_outbox import OutboxLine
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.timing import make_timer
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import say
from counter.shell.part import News
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

LOBBY, ALARM = "lobby-manager", "silent-alarm"
ALARM_KEY = Qt.Key.Key_F11
HOLD_MS = 1_000
SHOWN_MS = 60_000
"""Service time for which a dot tells that the alarm was sent: nobody tells us when it is seen to."""

AGAIN_MS = 2_000

TOO_OLD_MS = 30 * 60_000
"""A call for help that a power cut has kept for so long is for people who are gone."""

FILE = "counter-calls.json"

MANAGER_CALLED = str(QT_TRANSLATE_NOOP("Counter", "The lobby manager is called."))
SOMEBODY_COMES = str(QT_TRANSLATE_NOOP("Counter", "Somebody is coming."))
STILL_CALLED = str(QT_TRANSLATE_NOOP("Counter", "Nobody is on the way any more. Your call is still open."))
MANAGER_LATER = str(QT_TRANSLATE_NOOP("Counter", "No connection: the lobby manager will be called later."))


@dataclass(frozen=True)
class HelpCall:
    """A call for help on its way; ``at`` is when it was raised, ms of the service's time."""

    kind: str
    counter: int
    at: int
    key: str = field(default_factory=new_key)

    def tell(self, api: Api) -> Alert:
        """Raise the alert; the same key in each try makes it one. Raises Refusal or ServiceError."""
        return api.raise_alert(self.kind, self.counter, key=self.key)


@QmlElement
@QmlUncreatable("made by the app")
class Alarms(QObject):
    """Help for the teller.

    Signals:
        changed: see `lobby` and `alarm`.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """It is about the session's counter."""
        super().__init__(parent)
        self._link, self._session, self._runner, self._languages = link, session, runner, languages
        self._alarm_at = 0
        self._shown = ("", "")
        self._hold = make_timer(self, once=True, interval=HOLD_MS)
        self._hold.setObjectName("alarm hold")
        self._hold.timeout.connect(self.raiseAlarm)
        self._outbox = Outbox(
            OutboxLine(link, self),
            OutboxFile(FILE, "calls", HelpCall),
            lane=any_order,
            gives_up=lambda call, error: call.kind == LOBBY and isinstance(error, Refusal),
            again_ms=AGAIN_MS,
            too_old=lambda call, now: now - call.at > TOO_OLD_MS,
            on_taken=self._sent,
            on_given_up=lambda _, error: self._runner.refuse(error),
            on_changed=self._show,
        )

    @Property(str, notify=changed)
    def lobby(self) -> str:
        """Whether the lobby manager is called: "waits" to be sent, "sent", "coming" once somebody goes, or
        nothing."""
        return self._shown[0]

    @Property(str, notify=changed)
    def alarm(self) -> str:
        """The same of the silent alarm."""
        return self._shown[1]

    @Slot()
    def callLobby(self) -> None:
        """Call the lobby manager to this counter."""
        if self._raise(LOBBY):
            text = MANAGER_CALLED if self._link.live else MANAGER_LATER
            self._runner.say(lambda: say(self._languages, text))

    @Slot()
    def raiseAlarm(self) -> None:
        """Alarm: nothing is said."""
        self._raise(ALARM)

    @Slot()
    def holdAlarm(self) -> None:
        """Count the time for which the alarm is held."""
        if not self._hold.isActive():
            self._hold.start()

    @Slot()
    def releaseAlarm(self) -> None:
        """Raise no alarm, if it was not held for long enough."""
        self._hold.stop()

    @Slot(QWindow)
    def listen(self, window: QWindow) -> None:
        """Take the alarm key of that window: QML's shortcuts do not know how long a key is held."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: the alarm key goes down and up; losing the window lets it go."""
        if isinstance(event, QKeyEvent) and event.key() == ALARM_KEY:
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.holdAlarm()
            elif event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self.releaseAlarm()
        elif event.type() == QEvent.Type.FocusOut:
            self.releaseAlarm()
        return super().eventFilter(watched, event)

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        self._show()

    def tick(self, _: int) -> None:
        """Show no longer what was to be seen for a while."""
        self._show()

    def stop(self) -> None:
        """Send nothing more; an alarm that waits is sent after the next start."""
        self._hold.stop()
        self._outbox.close()

    def _raise(self, kind: str) -> bool:
        number = self._session.number
        if not number:
            return False
        waits = next((call for call in self._outbox.waiting if call.kind == kind), None)
        self._outbox.put(waits or HelpCall(kind, number, self._link.now()), at_once=True)
        return True

    def _waits(self, kind: str) -> bool:
        return any(call.kind == kind for call in self._outbox.waiting)

    def _sent(self, call: HelpCall, _: object) -> None:
        if call.kind == ALARM:
            self._alarm_at = self._link.now()

    def _show(self) -> None:
        calls = [alert for alert in self._link.view.alerts if self._is_ours(alert)]
        called = "coming" if any(call.get("taken_at") for call in calls) else "sent" if calls else ""
        lobby = "waits" if self._waits(LOBBY) else called
        sent = self._alarm_at and self._link.now() - self._alarm_at < SHOWN_MS
        shown = (lobby, "waits" if self._waits(ALARM) else "sent" if sent else "")
        if shown != self._shown:
            before, self._shown = self._shown[0], shown
            self._tell_who_comes(before, lobby)
            self.changed.emit()

    def _tell_who_comes(self, before: str, now: str) -> None:
        if now == "coming" and before != now:
            self._runner.say(lambda: say(self._languages, SOMEBODY_COMES))
        elif (before, now) == ("coming", "sent"):
            self._runner.say(lambda: say(self._languages, STILL_CALLED))

    def _is_ours(self, alert: Alert) -> bool:
        return alert["kind"] == LOBBY and alert["counter"] == self._session.number
