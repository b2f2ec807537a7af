"""Keeps the signs of a branch right with its feed, and has the buttons work."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from branch.client.calls.service_api import Api
from branch.client.feed_reader import FeedReader, State
from branch.client.hall_view import HallView
from branch.client.responses import ServiceError
from branch.contract.answers.counter_answers import BoardCounter
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.answers.hall_answers import BoardSnapshot
from branch.contract.refusals import Refusal
from branch.devices.signs.frames import Adapter, Shown
from branch.devices.signs.sign_config import Action, Signs, Texts


def shown(number: int, counter: BoardCounter | None, texts: Texts, *, live: bool) -> Shown:
    """The text for counter ``number``; ``counter`` is None where the branch has none such."""
    ticket = counter["ticket"] if counter is not None else None
    if not live:
        state = texts.lost
    elif counter is None or counter["state"] == "closed":
        state = texts.closed
    elif ticket is not None:
        state = texts.called if ticket["status"] == "called" else texts.serving
    else:
        state = texts.paused if counter["state"] == "paused" else texts.free
    called = ticket["number"] if ticket is not None else ""
    return Shown(
        state.text.replace("{number}", called).replace("{counter}", str(number)), attribute=state.attribute
    )


BOUNCE_S = 0.5
"""A second press of a key within this time is the same one: contacts bounce, and hurried fingers."""

_log = logging.getLogger(__name__)


class SignRunner:
    """The signs of one branch. For buttons the token must be one of a counter client."""

    def __init__(
        self,
        signs: Signs,
        adapter: Adapter,
        url: str,
        token: str,
        *,
        heartbeat: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Raises ValueError for what is no address."""
        self._signs, self._adapter, self._clock = signs, adapter, clock
        self._counters = {device.address: device.counter for device in signs.signs}
        self._view = HallView()
        self._live = False
        self._last: dict[tuple[int, int], float] = {}
        self._api = Api(url, token)
        self._presses = ThreadPoolExecutor(1, "presses")
        self._feed = FeedReader(
            url,
            token,
            on_snapshot=self._on_snapshot,
            on_event=self._on_event,
            on_state=self._on_state,
            heartbeat=heartbeat,
        )

    def start(self) -> None:
        """Begin, once."""
        self._refresh()
        self._adapter.start(self._on_pressed)
        self._feed.start()

    def stop(self) -> None:
        """End; the signs say that nobody tells them anything any more."""
        self._feed.stop()
        self._live = False
        self._refresh()
        self._adapter.stop()
        self._presses.shutdown(cancel_futures=True)
        self._api.close()

    # In the thread of the feed

    def _on_snapshot(self, snapshot: BoardSnapshot) -> None:
        self._view.apply_snapshot(snapshot)
        self._refresh()

    def _on_event(self, event: BoardEvent) -> None:
        if self._view.apply(event).counters:
            self._refresh()

    def _on_state(self, state: State, _since: int) -> None:
        self._live = state == "live"
        self._refresh()

    def _refresh(self) -> None:
        for address, number in self._counters.items():
            counter = self._view.counters.get(number)
            self._adapter.show(address, shown(number, counter, self._signs.texts, live=self._live))

    # In the thread of the line

    def _on_pressed(self, address: int, key: int) -> None:
        number, action, now = self._counters.get(address), self._signs.action(key), self._clock()
        if number is None or action is None:
            _log.info("a key that nothing is set for: address %d, key %02X", address, key)
            return
        before = self._last.get((address, key))
        self._last[address, key] = now
        if before is None or now - before >= BOUNCE_S:
            self._presses.submit(self._act, number, action)

    def _act(self, number: int, action: Action) -> None:
        try:
            self._do(number, action)
        except (Refusal, ServiceError) as error:
            _log.info("counter %d, %s: %s", number, action, error)

    def _do(self, number: int, action: Action) -> None:
        counter = self._view.counters.get(number)
        ticket = counter["ticket"] if counter is not None else None
        if action == "recall":
            self._api.recall(number)
        elif action == "no-show":
            self._api.no_show(number)
        elif ticket is None:
            self._api.next(number)
        elif ticket["status"] == "called":
            if action == "primary":
                self._api.start(number)
            else:
                self._api.recall(number)  # pressed again since nobody came
        else:
            self._api.finish(number)
            if action == "next":
                self._api.next(number)
