"""Holds the parts of the counter app together: the service's view goes in, every part looks again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.hall_view import Changes
from branch.client.service_errors import ServiceError
from branch.contract.answers.feed_events import StaffEvent
from branch.contract.answers.ticket_answers import StaffTicket
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import explain
from branch.qt.timing import make_timer
from branch.voice.player import Player
from counter.help.alarms import Alarms
from counter.hotkeys.desktop_keys import DesktopKeys
from counter.offline.deferred_actions import DeferredAction
from counter.offline.pending_summary import PendingSummary
from counter.queue.my_queue import MyQueue
from counter.queue.parked_reminders import ParkedReminders
from counter.rating.customer_screen import CustomerScreen
from counter.rating.rating_pad import RatingPad
from counter.shell.action_runner import ActionRunner
from counter.shell.compact_window import CompactWindow
from counter.shell.counter_texts import LOST, SENT, UNSAFE, say
from counter.signin.session import Session
from counter.signin.sign_out import SignOut
from counter.work.actions import Actions
from counter.work.checklist import Checklist, control_of
from counter.work.counter_notices import CounterNotices
from counter.work.current_ticket import CurrentTicket
from counter.work.own_figures import TellerFigures
from counter.work.panels import Panels
from counter.work.undo_bar import UndoBar

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 250

DONE_BY = {
    "TicketCalled": "primary",
    "ServingStarted": "primary",
    "ServingFinished": "primary",
    "TicketWentOn": "primary",
    "ChainSet": "chain",
    "CounterResumed": "primary",
    "TicketRecalled": "recall",
    "TicketMissed": "missed",
    "TicketParked": "park",
    "TicketTransferred": "transfer",
    "TicketRequeued": "putBack",
    "ReminderMoved": "parkAgain",
    "ActionUndone": "undo",
}
"""Event at our counter -> the control whose question it answers."""


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
        player: Player | None = None,
        slides: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`counter` is chosen at first; `rates`: whether customers are asked for a rating;
        `player`: what reminders are heard by; `slides`: a folder of what the customer sees in between."""
        super().__init__(parent)
        self._link, self._languages = link, languages
        self._rates = rates
        self._screen = "waiting"
        self.asker = ActionRunner(link, languages, self)
        self.session = Session(link, self.asker, languages, counter, self)
        self.card = CurrentTicket(link, self.session, languages, self)
        self.queue = MyQueue(link, languages, self)
        self.panels = Panels(link, self.session, languages, self)
        self.desk = Actions(
            link, self.session, self.asker, self.queue, self.panels, languages, rates=rates, parent=self
        )
        self.checklist = Checklist(link, self.session, self.asker, languages, self)
        self.notices = CounterNotices(link, languages, self)
        self.leaving = SignOut(link, self.session, self.panels, languages, self)
        self.figures = TellerFigures(link, self.session, languages, self)
        self.hot_keys = DesktopKeys(self.session, self.desk, self.panels, self)
        self.recent = UndoBar(link, self.session, languages, self)
        self.pad = RatingPad(link, self.session, slides, self)
        self.rating_screen = CustomerScreen(self)
        self.kept = PendingSummary(self.session.later, self.pad.outbox, languages, self)
        self.assistance = Alarms(link, self.session, self.asker, languages, self)
        self.strip = CompactWindow(self)
        self.reminders = ParkedReminders(link, self.session, self.asker, languages, player)
        self._ticker = make_timer(self, interval=TICK_MS)
        self._ticker.setObjectName("counter ticker")
        self._ticker.timeout.connect(self._tick)
        self.session.changed.connect(self._look)
        later = self.session.later
        later.changed.connect(self._refresh)
        later.sent.connect(self._told)
        later.lost.connect(self._overruled)
        later.unsafe.connect(lambda _: self.asker.say(lambda: say(languages, UNSAFE), alert=True, stays=True))
        link.stateChanged.connect(self._look)
        link.snapshotTaken.connect(self._begin)
        link.changed.connect(self._apply)

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        """ "waiting" for the service, "signIn" or "work"."""
        return self._screen

    def properties(self) -> dict[str, object]:
        """What Main.qml is given."""
        return {
            "counter": self,
            "link": self._link,
            "asker": self.asker,
            "session": self.session,
            "card": self.card,
            "queue": self.queue,
            "panels": self.panels,
            "checklist": self.checklist,
            "desk": self.desk,
            "recent": self.recent,
            "figures": self.figures,
            "leaving": self.leaving,
            "notices": self.notices,
            "hotKeys": self.hot_keys,
            "assistance": self.assistance,
            "strip": self.strip,
            "pad": self.pad,
            "ratingScreen": self.rating_screen,
            "kept": self.kept,
        }

    def stop(self) -> None:
        """No timer goes on after this; what the customer has chosen so far is kept, to be sent."""
        self._ticker.stop()
        self.pad.dismiss()
        self.pad.between.stop()
        self.asker.stop()
        self.desk.stop()
        self.assistance.stop()
        self.pad.outbox.stop()
        self.session.later.stop()
        self.hot_keys.stop()

    @Slot(object)
    def _begin(self, changes: Changes | None) -> None:
        if not self._ticker.isActive():
            self._ticker.start(int(self._link.paced(TICK_MS)))
        if changes is not None:
            self.session.later.begin()
        self._refresh()
        if changes is not None:  # None: only the branch's description is new
            self.recent.begin()
            self.figures.begin()

    @Slot(object, object)
    def _apply(self, changes: Changes, event: StaffEvent) -> None:
        own = "counter" in event and event["counter"]["number"] == self.session.number
        if own:
            self.recent.take(event)
            self.figures.take(event)
        if changes:
            self._refresh()
        if own:
            self.asker.confirm(DONE_BY.get(event.get("type", ""), "") or control_of(event))
        if own and self._rates and "ticket" in event:
            if event["type"] == "ServingFinished" and self._asks_of(event["ticket"]):
                self.pad.ask(event["ticket"])
            elif event["type"] == "ActionUndone":
                self.pad.withdraw(event["ticket"]["number"])

    def _asks_of(self, ticket: StaffTicket) -> bool:
        """Whether the customer may still be there."""
        return self.session.here and not self.session.later.was_late(ticket.get("id", ""))

    @Slot()
    def _refresh(self) -> None:
        for part in (
            *(self.session, self.card, self.queue, self.panels, self.checklist, self.leaving, self.desk),
            *(self.notices, self.pad, self.assistance),
        ):
            part.refresh()
        if self._screen == "work":
            self.reminders.refresh()
        self.recent.tick()

    @Slot()
    def _tick(self) -> None:
        for part in (
            self.card,
            self.queue,
            self.recent,
            self.figures,
            self.leaving,
            self.notices,
            self.pad,
            self.assistance,
        ):
            part.tick()
        self.session.tick()

    @Slot(object)
    def _told(self, step: DeferredAction) -> None:
        self.asker.say(lambda: say(self._languages, SENT, step.number))

    @Slot(object, object)
    def _overruled(self, step: DeferredAction, error: Refusal | ServiceError) -> None:
        def text() -> str:
            return say(self._languages, LOST, step.number, explain(self._languages, error))

        self.asker.say(text, alert=True, stays=True)
        if not self.session.here:
            self.session.tell(text)

    @Slot()
    def _look(self) -> None:
        # Having signed in, we see our queue first: until then there is nothing to work with.
        ready = self.session.here and (self._screen == "work" or bool(self._link.live))
        screen = "waiting" if not self._link.known else "work" if ready else "signIn"
        if screen != self._screen:
            self._screen = screen
            self.asker.hush()
            self.panels.show("")
            if screen == "work":
                self.recent.begin()  # what a colleague did here before is not ours
                self.figures.begin()
            self._refresh()
            self.screenChanged.emit()
