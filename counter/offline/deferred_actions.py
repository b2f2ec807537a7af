"""What was done at the counter while the line was cut: kept on this machine's disk, told later.

Only the ticket that is at the counter can be started, ticked and finished without the service; nobody is
called. Each step has its own key and its real instant, so that the service takes it once and as of when it
was. When the service has meanwhile decided otherwise, its word stands, and the teller is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api
from branch.client.deliveries import Error, OutboxFile, one_by_one, refused_or_senseless
from branch.client.outbox import Outbox
from branch.contract.answers.counter_answers import ActionAnswer, StaffCounter
from branch.contract.answers.ticket_answers import StaffTicket
from branch.qt.link_outbox import OutboxLine
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_MS = 2_000
"""Service time between two tries while the service is there and does not answer."""

Action = Literal["start", "tick", "untick", "finish"]


@dataclass(frozen=True)
class DeferredAction:
    """One press: what, at which counter, to which ticket, and when (RFC 3339, the service's time). ``what``
    is the step of the service standard that is ticked."""

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
        return self.action in ("tick", "untick")

    def tell(self, api: Api) -> ActionAnswer:
        """Tell the service; the same bytes each time, so that the key makes it one."""
        if self.ticks:
            done = self.action == "tick"
            return api.tick_step(self.counter, self.what, done, at=self.at, ticket=self.ticket, key=self.key)
        call = api.start if self.action == "start" else api.finish
        return call(self.counter, at=self.at, ticket=self.ticket, key=self.key)


@QmlElement
@QmlUncreatable("made by the app")
class DeferredActions(QObject):
    """Steps that the service has not taken yet.

    Signals:
        changed: how many there are.
        sent: one was taken; carries the step.
        lost: the service decided otherwise; carries the step and its refusal.
        unsafe: they could not be written to the disk; carries the error.
    """

    changed = Signal()
    sent = Signal(object)
    lost = Signal(object, object)
    unsafe = Signal(object)

    def __init__(self, link: ServiceLink, parent: QObject | None = None) -> None:
        """What an earlier run of the app has left is there again."""
        super().__init__(parent)
        self._outbox = Outbox(
            OutboxLine(link, self),
            OutboxFile("counter-later.json", "steps", DeferredAction),
            lane=one_by_one,
            gives_up=refused_or_senseless,
            again_ms=AGAIN_MS,
            on_taken=self._taken,
            on_given_up=self._given_up,
            on_unsafe=self.unsafe.emit,
            on_changed=self.changed.emit,
        )
        self._late = {step.ticket for step in self.steps if not step.ticks}
        self._taken_steps: list[DeferredAction] = []

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many steps wait."""
        return len(self._outbox)

    @property
    def waits(self) -> bool:
        """Whether any step waits, for Python."""
        return len(self._outbox) > 0

    @property
    def steps(self) -> tuple[DeferredAction, ...]:
        """Those that wait, the first first."""
        return self._outbox.waiting

    def put(self, step: DeferredAction) -> None:
        """Keep it until the service has taken it."""
        if not step.ticks:
            self._late.add(step.ticket)
        self._outbox.put(step)

    def was_late(self, ticket: str) -> bool:
        """Whether something about that ticket is or was told late: its customer may have gone long ago."""
        return ticket in self._late

    def seen(self, state: StaffCounter | None) -> StaffCounter | None:
        """The counter as the teller has left it, with what the service does not know yet."""
        self._taken_steps = [step for step in self._taken_steps if _is_news(step, state)]
        for step in (*self._taken_steps, *self.steps):
            ticket = state["ticket"] if state else None
            if state is None or ticket is None or ticket.get("id") != step.ticket:
                continue
            if step.action == "start":
                ticket = cast(StaffTicket, {**ticket, "status": "serving", "started_at": step.at})
            elif step.ticks:
                others = [done for done in ticket.get("steps_done", []) if done != step.what]
                done = [*others, step.what] if step.action == "tick" else others
                ticket = cast(StaffTicket, {**ticket, "steps_done": done})
            else:
                ticket = None
            state = cast(StaffCounter, {**state, "ticket": ticket, "undo": None})
        return state

    def begin(self) -> None:
        """The view begins anew, and holds all that the service has taken."""
        self._taken_steps = []

    def stop(self) -> None:
        """Tell no more; what waits is there after the next start."""
        self._outbox.close()

    def _taken(self, step: DeferredAction, _: object) -> None:
        self._taken_steps.append(step)  # the feed may tell a moment later what the answer tells now
        self.sent.emit(step)

    def _given_up(self, step: DeferredAction, error: Error) -> None:
        if not step.ticks:  # a step that is none any more says nothing about the finish that waits behind it
            self._outbox.discard(lambda other: other.ticket == step.ticket)
        self.lost.emit(step, error)


def _is_news(step: DeferredAction, state: StaffCounter | None) -> bool:
    """Whether that view of the counter is from before the step."""
    ticket = state["ticket"] if state else None
    if ticket is None or ticket.get("id") != step.ticket:
        return False
    if step.ticks:
        return (step.what in ticket.get("steps_done", [])) is (step.action == "untick")
    return step.action == "finish" or ticket["status"] == "called"
