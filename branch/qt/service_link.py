"""The one thread hop: everything that comes from the service reaches the screens through here.

Finding the service, following its feed and asking it run in threads of their own; what they bring crosses to
the GUI thread as one queued signal that carries a function to run there. Nothing else in the apps knows of
threads.

    link = ServiceLink("kiosk", url, token)
    link.snapshotTaken.connect(controller.refresh)   # link.view and link.branch are whole again
    link.changed.connect(controller.apply)           # link.view has taken in an event; what it changed
    link.ask(lambda api: api.issue("A", key=key), done=controller.issued, failed=controller.refused)
    link.start()
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api
from branch.client.hall_view import HallView
from branch.client.joining.known_service import meet
from branch.client.joining.service_location import Endpoint, Waiting, locate, remember
from branch.client.responses import ServiceError, Unauthorized
from branch.client.service_time import ServiceTime
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.answers.hall_answers import BoardSnapshot, Health
from branch.contract.branch_info import NO_BRANCH, BranchInfo
from branch.contract.refusals import Refusal
from branch.contract.times import from_text
from branch.qt.qml_types import QmlUncreatable
from branch.qt.timing import monotonic

if TYPE_CHECKING:
    from branch.client.feed_reader import FeedReader, State

QML_IMPORT_NAME = "Branchline.Core"
QML_IMPORT_MAJOR_VERSION = 1

WORKERS = 4
_RETRY_S = 1.0
_RETRY_REFUSED_S = 10.0

T = TypeVar("T")
log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class ServiceLink(QObject):
    """An app's link to the branch service.

    Signals:
        stateChanged: see `state`.
        snapshotTaken: `view` begins anew, `branch` is there; carries the `Changes`.
        changed: `view` has taken in an event; carries the `Changes` and the event.
    """

    stateChanged = Signal()
    snapshotTaken = Signal(object)
    changed = Signal(object, object)
    _crossed = Signal(object)

    def __init__(
        self,
        app: str,
        url: str | None = None,
        token: str | None = None,
        *,
        counter: int | None = None,
        prints: bool = False,
        heartbeat: float = 5.0,
        parent: QObject | None = None,
    ) -> None:
        """``counter``: whose queue to follow. ``prints``: whether this kiosk can be asked to print.
        ``heartbeat`` is the service's, in seconds."""
        super().__init__(parent)
        self._app, self._given = app, (url, token)
        self._heartbeat, self._prints = heartbeat, prints
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="ask")
        self._reader: FeedReader | None = None
        self._thread: threading.Thread | None = None
        self._api: Api | None = None
        self._endpoint: Endpoint | None = None
        self._state, self._detail = "asking", ""
        self._time = ServiceTime(monotonic)
        self.counter = counter
        self.view = HallView(counter)
        self.branch: BranchInfo = NO_BRANCH
        self._crossed.connect(self._run_here, Qt.ConnectionType.QueuedConnection)

    # What screens see

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        """Before a service is known "asking", "searching" or "several"; then "connecting", "live", "lost"
        or "refused" (our token is not accepted)."""
        return self._state

    @Property(bool, notify=stateChanged)
    def live(self) -> bool:
        """Whether what is shown is what is."""
        return self._state == "live"

    @Property(bool, notify=stateChanged)
    def known(self) -> bool:
        """Whether there has been anything to show yet."""
        return self.branch is not NO_BRANCH and self._time.known

    @Property(str, notify=stateChanged)
    def detail(self) -> str:
        """The address that is asked, or the names of the services that were found."""
        return self._detail

    @Property(str, notify=stateChanged)
    def since(self) -> str:
        """For "lost": when there was a last sign of life, 14:32 by the branch's clock, whatever ours says."""
        if not self._time.since:
            return ""
        zone = None if self.branch is NO_BRANCH else self.branch.zone
        return datetime.fromtimestamp(self.heard_at() / 1000, zone).strftime("%H:%M")

    def here(self) -> datetime:
        """The service's time as the clocks of the branch show it; in UTC before the branch is known."""
        return datetime.fromtimestamp(self.now() / 1000, self.branch.zone)

    def now(self) -> int:
        """The service's time in ms since the epoch: what elapsed times are measured with."""
        return self._time.now()

    def heard_at(self) -> int:
        """When the service was last heard of, in its own time as `now` has it; `now` itself while live."""
        return self.now() if self._state == "live" else self._time.heard_at()

    @property
    def simulated(self) -> bool:
        """Whether the service's clock runs at another speed than time does."""
        return self._time.speed != 1

    @Slot(int, result=int)
    def paced(self, ms: int) -> int:
        """A duration on screen, shorter in a simulated day that runs faster, but never too short to be seen
        and touched."""
        return self._time.paced(ms)

    # What apps do

    def start(self) -> None:
        """Find the service and follow it, until `stop`."""
        self._thread = threading.Thread(target=self._find, name="find", daemon=True)
        self._thread.start()

    def begin_with(self, branch: BranchInfo) -> None:
        """Take the branch for what it was the last time, until the service says what it is now."""
        if self.branch is NO_BRANCH:
            self.branch = branch

    def follow_counter(self, counter: int | None) -> None:
        """Follow the queue of another counter from now on."""
        if counter == self.counter:
            return
        self.counter = counter
        self.view = HallView(counter)
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
            self._read()

    def ask(
        self,
        question: Callable[[Api], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Refusal | ServiceError], None] | None = None,
    ) -> None:
        """Have ``question`` asked in a worker; ``done`` or ``failed`` runs here later.

        Without ``failed`` a "no" is logged as a warning. Any other exception is a bug and ends the app.
        """
        if self._api is None:
            error = ServiceError("the service has not been found yet")
            self._crossed.emit(lambda: _failed(failed, error))
            return
        if not self._stop.is_set():
            self._pool.submit(self._asked, self._api, question, done, failed)

    def last(self, question: Callable[[Api], T], seconds: float) -> T:
        """Ask and wait for the answer, so long at most: for the end of an app, when nothing crosses any more.

        Raises Refusal or ServiceError.
        """
        if self._api is None or self._stop.is_set():
            raise ServiceError("there is no service to ask")
        try:
            return self._pool.submit(question, self._api).result(seconds)
        except TimeoutError:
            raise ServiceError(f"no answer within {seconds:g} s") from None

    def stop(self) -> None:
        """End every thread; nothing crosses any more after this."""
        self._stop.set()
        if self._reader is not None:
            self._reader.stop()
            self._reader.join(2)
        if self._api is not None:
            self._api.close()
        if self._thread is not None:
            self._thread.join(5)
        self._pool.shutdown(wait=True, cancel_futures=True)

    # In other threads

    def _find(self) -> None:
        url, token = self._given
        endpoint = locate(self._app, url, token, stop=self._stop, on_wait=self._waits)
        if endpoint is None:
            return
        api = Api(endpoint.url, endpoint.token)
        self._hop(lambda: self._connecting(endpoint, api))
        while not self._stop.is_set():
            try:
                health, key = meet(api, endpoint.key)
                branch = api.branch()
            except Unauthorized as error:
                self._refused_at(error, endpoint)
                self._stop.wait(_RETRY_REFUSED_S)
            except (ServiceError, Refusal) as error:
                log.info("waiting for %s: %s", endpoint.url, error)
                self._stop.wait(_RETRY_S)
            else:
                remember(self._app, endpoint.url, endpoint.token, key)
                self._hop(partial(self._met, health, branch))
                return

    def _waits(self, waiting: Waiting) -> None:
        self._hop(lambda: self.enter(waiting.code, ", ".join(waiting.names)))

    def _refused_at(self, error: Unauthorized, endpoint: Endpoint) -> None:
        log.info("%s does not accept our token: %s", endpoint.url, error)
        self._hop(lambda: self.enter("refused", endpoint.url))

    def _asked(
        self,
        api: Api,
        question: Callable[[Api], T],
        done: Callable[[T], None] | None,
        failed: Callable[[Refusal | ServiceError], None] | None,
    ) -> None:
        try:
            answer = question(api)
        except (Refusal, ServiceError) as error:
            no = error
            self._hop(lambda: _failed(failed, no))
        except Exception as error:  # noqa: BLE001 - raised again where it ends the app
            bug = error
            self._hop(lambda: _raise(bug))
        else:
            if done is not None:
                self._hop(lambda: done(answer))

    def _hop(self, call: Callable[[], None]) -> None:
        if not self._stop.is_set():
            self._crossed.emit(call)

    # In the GUI thread

    @Slot(object)
    def _run_here(self, call: Callable[[], None]) -> None:
        if not self._stop.is_set():
            call()

    def _connecting(self, endpoint: Endpoint, api: Api) -> None:
        self._endpoint, self._api = endpoint, api
        self.enter("connecting", endpoint.url)

    def _met(self, health: Health, branch: BranchInfo) -> None:
        self._time.speed = float(health["speed"])
        self.branch = branch
        self._read()

    def _read(self) -> None:
        from branch.client.feed_reader import FeedReader  # the way to the service is loaded in `_find`

        assert self._endpoint is not None  # noqa: S101 - only called when one was found
        view = self.view
        self._reader = FeedReader(
            self._endpoint.url,
            self._endpoint.token,
            counter=self.counter,
            prints=self._prints,
            heartbeat=self._heartbeat,
            on_snapshot=lambda snapshot: self._hop(lambda: self.take_snapshot(view, snapshot)),
            on_event=lambda event: self._hop(lambda: self.take_event(view, event)),
            on_state=lambda state, since: self._hop(lambda: self._followed(state, since)),
        )
        self._reader.start()

    def take_snapshot(self, view: HallView, snapshot: BoardSnapshot) -> None:
        """Have the view begin anew; a snapshot of a view that is followed no more is left alone."""
        if view is not self.view:
            return  # of a counter that we no longer follow
        first = not self._time.known
        self._time.take(from_text(snapshot["at"]))
        changes = view.apply_snapshot(snapshot)
        if first:
            self.stateChanged.emit()
        self.snapshotTaken.emit(changes)

    def take_event(self, view: HallView, event: BoardEvent) -> None:
        """Have the view take in an event; one of a view that is followed no more is left alone."""
        if view is not self.view:
            return
        if "at" in event:
            self._time.take(from_text(event["at"]))
        changes = view.apply(event)
        self.changed.emit(changes, event)

    def _followed(self, state: State, since: int) -> None:
        back = state == "live" and self._state == "lost"
        self._time.take_silence(since)
        self.enter(state, self._endpoint.url if self._endpoint else "")
        if back:  # the service may have come back with another branch.toml
            self.ask(lambda api: api.branch(), done=self._branch_again, failed=_not_told)

    def _branch_again(self, branch: BranchInfo) -> None:
        if branch != self.branch:
            self.branch = branch
            self.snapshotTaken.emit(None)

    def enter(self, state: str, detail: str = "") -> None:
        """Be in that state from now on, and tell the screens."""
        if (state, detail) != (self._state, self._detail) or state == "lost":
            self._state, self._detail = state, detail
            self.stateChanged.emit()


def _failed(failed: Callable[[Refusal | ServiceError], None] | None, error: Refusal | ServiceError) -> None:
    if failed is None:
        log.warning("the service said no: %s", error)
    else:
        failed(error)


def _not_told(error: Refusal | ServiceError) -> None:
    log.info("the branch was not asked about again: %s", error)  # the line went once more: it will be, then


def _raise(error: Exception) -> None:
    raise error
