"""What was done at the counter while the line was cut: kept on this machine's disk, told later.

Only the ticket that is at the counter can be started, ticked and finished without the service; nobody is
called. Each step has its own key and its real instant, so that the service takes it once and as of when it
was. When the service has meanwhile decided otherwise, its word stands, and the teller is told.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal, cast

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.client.app_settings import config_folder, read_json, write_json
from branch.client.calls.service_api import Api
from branch.client.service_errors import BadAnswer, ServiceError
from branch.contract import shapes
from branch.domain.kernel.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_MS = 2_000
"""Service time between two tries while the service is there and does not answer."""

_FILE = "counter-later.json"
_log = logging.getLogger(__name__)

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

    def ask(self, api: Api) -> shapes.Called:
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
        self._link = link
        self._steps = _read()
        self._late = {step.ticket for step in self._steps if not step.ticks}
        self._taken_steps: list[DeferredAction] = []
        self._asking = False
        self._again_at = 0

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many steps wait."""
        return len(self._steps)

    @property
    def waits(self) -> bool:
        """Whether any step waits, for Python."""
        return bool(self._steps)

    @property
    def steps(self) -> tuple[DeferredAction, ...]:
        """Those that wait, the first first."""
        return tuple(self._steps)

    def put(self, step: DeferredAction) -> None:
        """Keep it until the service has taken it."""
        self._steps.append(step)
        if not step.ticks:
            self._late.add(step.ticket)
        self._keep()
        self.changed.emit()

    def was_late(self, ticket: str) -> bool:
        """Whether something about that ticket is or was told late: its customer may have gone long ago."""
        return ticket in self._late

    def seen(self, state: shapes.CounterState | None) -> shapes.CounterState | None:
        """The counter as the teller has left it, with what the service does not know yet."""
        self._taken_steps = [step for step in self._taken_steps if _is_news(step, state)]
        for step in (*self._taken_steps, *self._steps):
            ticket = state["ticket"] if state else None
            if state is None or ticket is None or ticket.get("id") != step.ticket:
                continue
            if step.action == "start":
                ticket = cast(shapes.Call, {**ticket, "status": "serving", "started_at": step.at})
            elif step.ticks:
                others = [done for done in ticket.get("steps_done", []) if done != step.what]
                done = [*others, step.what] if step.action == "tick" else others
                ticket = cast(shapes.Call, {**ticket, "steps_done": done})
            else:
                ticket = None
            state = cast(shapes.CounterState, {**state, "ticket": ticket, "undo": None})
        return state

    def begin(self) -> None:
        """The view begins anew, and holds all that the service has taken."""
        self._taken_steps = []

    def tick(self) -> None:
        """Send the first one, if there is a line and it is time; the next goes when that is taken."""
        if not self._steps or self._asking or not self._link.live or self._link.now() < self._again_at:
            return
        step = self._steps[0]
        self._asking = True
        self._link.ask(step.ask, lambda _: self._taken(step), lambda error: self._no(step, error))

    def _taken(self, step: DeferredAction) -> None:
        self._asking = False
        self._taken_steps.append(step)  # the feed may tell a moment later what the answer tells now
        self._drop(lambda other: other is step)
        self.sent.emit(step)
        self.tick()

    def _no(self, step: DeferredAction, error: Refusal | ServiceError) -> None:
        self._asking = False
        if isinstance(error, Refusal | BadAnswer):
            # A step that is none any more says nothing about the finish that waits behind it.
            self._drop(lambda other: other is step if step.ticks else other.ticket == step.ticket)
            self.lost.emit(step, error)
            self.tick()
        else:
            self._again_at = self._link.now() + AGAIN_MS

    def _drop(self, gone: Callable[[DeferredAction], bool]) -> None:
        self._steps = [step for step in self._steps if not gone(step)]
        self._keep()
        self.changed.emit()

    def _keep(self) -> None:
        try:
            _write(self._steps)
        except OSError as error:
            _log.info("%s could not be written: %s", _FILE, error)
            self.unsafe.emit(error)


def _is_news(step: DeferredAction, state: shapes.CounterState | None) -> bool:
    """Whether that view of the counter is from before the step."""
    ticket = state["ticket"] if state else None
    if ticket is None or ticket.get("id") != step.ticket:
        return False
    if step.ticks:
        return (step.what in ticket.get("steps_done", [])) is (step.action == "untick")
    return step.action == "finish" or ticket["status"] == "called"


def _read() -> list[DeferredAction]:
    try:
        return [DeferredAction(**fields) for fields in read_json(_FILE)["steps"]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        path = config_folder() / _FILE
        _log.error("%s is damaged, what it held is not told to the service: %s", path, error)
        return []


def _write(steps: list[DeferredAction]) -> None:
    if steps:
        write_json(_FILE, {"steps": [asdict(step) for step in steps]})
    else:
        (config_folder() / _FILE).unlink(missing_ok=True)
