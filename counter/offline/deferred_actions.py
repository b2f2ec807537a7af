"""What was done at the counter while the line was cut: kept on this machine's disk, told later.

Only the ticket that is at the counter can be started, ticked and finished without the service; nobody is
called. Each action has its own key and its real instant, so that the service takes it once and as of when it
was. When the service has meanwhile decided otherwise, its word stands, and the teller is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, Signal

from branch.client.calls.service_api import Api
from branch.client.deliveries import Error, OutboxFile, one_by_one, refused_or_senseless
from branch.client.outbox import Outbox
from branch.contract.actions import Action
from branch.contract.answers.counter_answers import ActionAnswer, StaffCounter
from branch.qt.link_outbox import OutboxLine
from branch.qt.service_link import ServiceLink
from counter.shell.part import News

AGAIN_MS = 2_000
"""Service time between two tries while the service is there and does not answer."""

FILE = "counter-later.json"


@dataclass(frozen=True)
class DeferredAction:
    """One press: which action, at which counter, about which ticket, and when (RFC 3339, the service's time).
    ``what`` is the step of the service standard that is ticked."""

    action: Action
    counter: int
    ticket: str
    number: str
    at: str
    key: str
    what: str = ""

    @property
    def ticks(self) -> bool:
        """Whether it is about a step of the service standard."""
        return self.action in (Action.TICK, Action.UNTICK)

    def tell(self, api: Api) -> ActionAnswer:
        """Tell the service; the same bytes each time, so that the key makes it one."""
        if self.ticks:
            done = self.action is Action.TICK
            return api.tick_step(self.counter, self.what, done, at=self.at, ticket=self.ticket, key=self.key)
        call = api.start if self.action is Action.START else api.finish
        return call(self.counter, at=self.at, ticket=self.ticket, key=self.key)

    def is_news(self, state: StaffCounter | None) -> bool:
        """Whether that view of the counter is from before it."""
        ticket = state["ticket"] if state else None
        if ticket is None or ticket.get("id") != self.ticket:
            return False
        if self.ticks:
            return (self.what in ticket.get("steps_done", [])) is (self.action is Action.UNTICK)
        return self.action is Action.FINISH or ticket["status"] == "called"

    def seen(self, state: StaffCounter) -> StaffCounter:
        """The counter after it, as far as the service does not know it yet."""
        ticket = state["ticket"]
        if ticket is None or ticket.get("id") != self.ticket:
            return state
        after: dict[str, object] | None = None
        if self.action is Action.START:
            after = {**ticket, "status": "serving", "started_at": self.at}
        elif self.ticks:
            others = [done for done in ticket.get("steps_done", []) if done != self.what]
            after = {**ticket, "steps_done": [*others, self.what] if self.action is Action.TICK else others}
        return cast(StaffCounter, {**state, "ticket": after, "undo": None})


class DeferredActions(QObject):
    """Actions that the service has not taken yet.

    Signals:
        changed: which wait.
        sent: one was taken; carries it.
        lost: the service decided otherwise; carries the action and its refusal.
        unsafe: they could not be written to the disk; carries the error.
    """

    changed = Signal()
    sent = Signal(object)
    lost = Signal(object, object)
    unsafe = Signal(object)

    def __init__(self, link: ServiceLink, parent: QObject | None = None) -> None:
        """What an earlier run of the app has left is there again."""
        super().__init__(parent)
        self._taken: list[DeferredAction] = []
        self._outbox = Outbox(
            OutboxLine(link, self),
            OutboxFile(FILE, "steps", DeferredAction),
            lane=one_by_one,
            gives_up=refused_or_senseless,
            again_ms=AGAIN_MS,
            on_taken=self._was_taken,
            on_given_up=self._was_refused,
            on_unsafe=self.unsafe.emit,
            on_changed=self.changed.emit,
        )
        self._late = {action.ticket for action in self._outbox.waiting if not action.ticks}

    @property
    def waits(self) -> bool:
        """Whether any waits."""
        return len(self._outbox) > 0

    @property
    def waiting(self) -> tuple[DeferredAction, ...]:
        """Those that wait, the first first."""
        return self._outbox.waiting

    def put(self, action: DeferredAction) -> None:
        """Keep it until the service has taken it."""
        if not action.ticks:
            self._late.add(action.ticket)
        self._outbox.put(action)

    def was_late(self, ticket: str) -> bool:
        """Whether something about a ticket is or was told late: its customer may have gone long ago."""
        return ticket in self._late

    def seen(self, state: StaffCounter | None) -> StaffCounter | None:
        """The counter as its teller has left it, with what the service does not know yet."""
        self._taken = [action for action in self._taken if action.is_news(state)]
        for action in (*self._taken, *self._outbox.waiting):
            state = action.seen(state) if state is not None else None
        return state

    def refresh(self, news: News) -> None:
        """Add nothing to a view that holds all that the service has taken."""
        if news.snapshot:
            self._taken = []

    def tick(self, _: int) -> None:
        """Do nothing: the outbox has timers of its own."""

    def stop(self) -> None:
        """Tell nothing more; what waits is told after the next start."""
        self._outbox.close()

    def _was_taken(self, action: DeferredAction, _: object) -> None:
        self._taken.append(action)  # the feed may tell a moment later what the answer tells now
        self.sent.emit(action)

    def _was_refused(self, action: DeferredAction, error: Error) -> None:
        # A step that is none any more says nothing about the finish that waits behind it.
        if not action.ticks:
            self._outbox.discard(lambda other: other.ticket == action.ticket)
        self.lost.emit(action, error)
