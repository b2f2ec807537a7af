"""Holds the parts of the counter app together: the service's view goes in, every part looks again."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.hall_view import Changes
from branch.client.responses import ServiceError
from branch.contract.answers.feed_events import StaffEvent
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import explain
from branch.qt.timing import make_timer
from branch.voice.player import Player
from counter.help.alarms import Alarms
from counter.help.hall_alerts import HallAlerts
from counter.hotkeys.desktop_keys import DesktopKeys
from counter.offline.deferred_actions import DeferredAction, DeferredActions
from counter.offline.pending_summary import PendingSummary
from counter.queue.parked_reminders import ParkedReminders
from counter.rating.customer_screen import CustomerScreen, RatingSide
from counter.rating.rating_pad import RatingPad
from counter.shell.action_runner import ActionRunner
from counter.shell.compact_window import CompactWindow
from counter.shell.counter_texts import say
from counter.shell.part import News, Part
from counter.signin.session import Session
from counter.signin.sign_in import SignInForm
from counter.work.work_parts import Work, work_parts

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 250

SENT = str(QT_TRANSLATE_NOOP("Counter", "Sent: %1, with its real time."))
LOST = str(QT_TRANSLATE_NOOP("Counter", "%1 was changed while there was no connection: %2 That stands."))
UNSAFE = str(QT_TRANSLATE_NOOP("Counter", "Kept only until the app ends: this machine's disk refuses."))


@QmlElement
@QmlUncreatable("made by the app")
class CounterController(QObject):
    """The whole app behind its two windows.

    Signals:
        screenChanged: see `screen`.
    """

    screenChanged = Signal()

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        *,
        counter: int | None = None,
        rates: bool = True,
        rating_always: bool = False,
        player: Player | None = None,
        slides: Path | None = None,
        windowed: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`counter` is chosen at first; `rates`: whether customers are asked for a rating, `rating_always`:
        in a window that stays open; `player`: what reminders are heard by; `slides`: a folder of what the
        customer sees in between; ``windowed``: the customer's window has a frame."""
        super().__init__(parent)
        self._link, self._languages, self._windowed = link, languages, windowed
        self._screen = "waiting"
        self.deferred = DeferredActions(link, self)
        self.runner = ActionRunner(link, languages, self)
        self.session = Session(link, self.deferred, languages, counter, self)
        self.sign_in = SignInForm(link, self.session, self.runner, languages, self)
        self.work = work_parts(
            link, self.session, self.runner, self.deferred, languages, rates=rates, parent=self
        )
        self.reminders = ParkedReminders(
            link, self.session, self.runner, languages, player, lambda: self._screen == "work"
        )
        self.alarms = Alarms(link, self.session, self.runner, languages, self)
        self.hall_alerts = HallAlerts(
            link, self.session, self.runner, languages, player, lambda: self._screen == "work", self
        )
        self.pad = RatingPad(link, self.session, self.deferred, slides, rates=rates, parent=self)
        self.customer_screen = CustomerScreen(self)
        self.desktop_keys = DesktopKeys(
            self.session, self.work.actions, self.work.pause, self.work.chosen, self.work.panels, self
        )
        self.compact_window = CompactWindow(self)
        self.pending = PendingSummary(self.deferred, lambda: self.pad.outbox.ratings, languages, self)
        self._work = Work(self.work, self)
        self._rating = RatingSide(
            self.pad, self.customer_screen, always=rating_always, allowed=rates, parent=self
        )
        self.parts: tuple[Part, ...] = (
            *(self.deferred, self.session, self.sign_in),
            *(self.work.current, self.work.queue, self.work.checklist, self.work.undo),
            *(self.work.actions, self.work.transfer, self.work.pause, self.work.chosen, self.work.reprint),
            *(self.work.notices, self.work.figures, self.work.sign_out, self.reminders),
            *(self.alarms, self.hall_alerts, self.desktop_keys, self.pending, self.runner, self.pad),
        )
        self._ticker = make_timer(self, interval=TICK_MS)
        self._ticker.setObjectName("counter ticker")
        self._ticker.timeout.connect(self._tick)
        self.session.changed.connect(self._choose_screen)
        self.deferred.changed.connect(self._look)
        self.deferred.sent.connect(self._sent)
        self.deferred.lost.connect(self._overruled)
        self.deferred.unsafe.connect(self._unsafe)
        link.stateChanged.connect(self._choose_screen)
        link.snapshotTaken.connect(self._begin)
        link.changed.connect(self._apply)

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        """ "waiting" for the service, "signIn" or "work"."""
        return self._screen

    strip = Property(CompactWindow, attrgetter("compact_window"), constant=True)
    hotKeys = Property(DesktopKeys, attrgetter("desktop_keys"), constant=True)
    kept = Property(PendingSummary, attrgetter("pending"), constant=True)

    def properties(self) -> dict[str, object]:
        """What Main.qml is given."""
        return {
            "counter": self,
            "link": self._link,
            "session": self.session,
            "signIn": self.sign_in,
            "work": self._work,
            "rating": self._rating,
            "help": self.alarms,
            "alerts": self.hall_alerts,
            "languages": self._languages,
            "windowed": self._windowed,
        }

    def stop(self) -> None:
        """No timer goes on after this; what the customer has chosen so far is kept, to be sent."""
        self._ticker.stop()
        for part in self.parts:
            part.stop()

    @Slot(object)
    def _begin(self, changes: Changes | None) -> None:
        if not self._ticker.isActive():
            self._ticker.start(int(self._link.paced(TICK_MS)))
        self._refresh(News(snapshot=changes is not None))  # None: only the branch's description is new

    @Slot(object, object)
    def _apply(self, changes: Changes, event: StaffEvent) -> None:
        own = "counter" in event and event["counter"]["number"] == self.session.number
        if own or changes:
            self._refresh(News(event=event if own else None))

    @Slot()
    def _look(self) -> None:
        self._refresh(News())

    def _refresh(self, news: News) -> None:
        for part in self.parts:
            part.refresh(news)

    @Slot()
    def _tick(self) -> None:
        now = self._link.now()
        for part in self.parts:
            part.tick(now)

    @Slot()
    def _choose_screen(self) -> None:
        # Having signed in, we see our queue first: until then there is nothing to work with.
        ready = self.session.here and (self._screen == "work" or bool(self._link.live))
        screen = "waiting" if not self._link.known else "work" if ready else "signIn"
        if screen != self._screen:
            self._screen = screen
            self.runner.hush()
            self.work.panels.show("")
            # What a colleague did here before is not ours.
            self._refresh(News(arrived=screen == "work"))
            self.screenChanged.emit()

    @Slot(object)
    def _sent(self, action: DeferredAction) -> None:
        self.runner.say(lambda: say(self._languages, SENT, action.number))

    @Slot(object, object)
    def _overruled(self, action: DeferredAction, error: Refusal | ServiceError) -> None:
        def text() -> str:
            return say(self._languages, LOST, action.number, explain(self._languages, error))

        self.runner.say(text, alert=True, stays=True)
        if not self.session.here:
            self.sign_in.tell(text)

    @Slot(object)
    def _unsafe(self, _: OSError) -> None:
        self.runner.say(lambda: say(self._languages, UNSAFE), alert=True, stays=True)
