"""The one engine for whatever is told to the service later: in order, once, also across a power cut.

What is put in is on the disk before it is sent, and leaves the disk when the service has taken it or has
said a no that holds. Until then it is sent again, with the same key, so that the service takes it once::

    steps = Outbox(line, OutboxFile("counter-later.json", "steps", DeferredAction), lane=one_by_one)
    steps.put(step)     # a frozen dataclass with a ``key`` and ``tell(api)``

All of it runs in the thread of its owner; ``line`` brings the answers back there, and wakes the outbox when
there is something to send. `branch.qt.link_outbox` has the line that is a `ServiceLink`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import partial
from typing import Generic, TypeVar

from branch.client.deliveries import Delivery, Error, Line, Shelf, may_be_done, one_by_one, refused
from branch.contract.refusals import Refusal

_log = logging.getLogger(__name__)
D = TypeVar("D", bound=Delivery)


class Outbox(Generic[D]):
    """Deliveries that the service has not taken yet."""

    def __init__(
        self,
        line: Line,
        shelf: Shelf[D] | None = None,
        *,
        lane: Callable[[D], str] = one_by_one,
        gives_up: Callable[[D, Error], bool] = refused,
        again_ms: int = 2_000,
        too_old: Callable[[D, int], bool] | None = None,
        on_taken: Callable[[D, object], None] | None = None,
        on_given_up: Callable[[D, Error], None] | None = None,
        on_unsafe: Callable[[OSError], None] | None = None,
        on_changed: Callable[[], None] | None = None,
    ) -> None:
        """Without a ``shelf``, what waits is lost with the app. ``again_ms``: service time between two tries.

        ``too_old`` says of a delivery and the time now that nobody is to be told any more. ``on_taken`` hears
        the answer and ``on_given_up`` the no; either is called again after a power cut in that moment.
        ``on_unsafe`` hears that what waits could not be written and is only in memory; else the log does.
        """
        self._line, self._shelf = line, shelf
        self._lane, self._gives_up, self._again_ms, self._too_old = lane, gives_up, again_ms, too_old
        self._on_taken, self._on_given_up = on_taken, on_given_up
        self._on_unsafe, self._on_changed = on_unsafe, on_changed
        self._waiting: dict[str, D] = {d.key: d for d in shelf.load()} if shelf is not None else {}
        self._doubtful = set(self._waiting)
        self._under_way: set[str] = set()
        self._again_at = 0
        self._closed = False
        line.wakes(self.tick)
        if self._waiting:
            line.wake_in(0)

    def __len__(self) -> int:
        """How many have not been taken yet."""
        return len(self._waiting)

    @property
    def waiting(self) -> tuple[D, ...]:
        """Those that have not been taken yet, the first first."""
        return tuple(self._waiting.values())

    def put(self, delivery: D, *, at_once: bool = False) -> None:
        """Keep a delivery until the service has taken it, and send it when its turn comes. One whose key
        waits already is not kept twice. ``at_once`` does not wait for the time of the next try."""
        if self._closed:
            return
        if delivery.key not in self._waiting:
            self._waiting[delivery.key] = delivery
            self._save()
        if at_once:
            self._again_at = 0
        self.tick()

    def is_unsent(self, key: str) -> bool:
        """Whether a delivery waits of which the service cannot have heard."""
        return key in self._waiting and key not in self._doubtful and key not in self._under_way

    def replace(self, delivery: D) -> bool:
        """Tell this in the place of the one with its key; False if that is under way or does not wait."""
        if delivery.key not in self._waiting or delivery.key in self._under_way:
            return False
        self._waiting[delivery.key] = delivery
        self._save()
        return True

    def discard(self, gone: Callable[[D], bool]) -> None:
        """Tell nothing any more of those for which ``gone`` holds."""
        left = {key: delivery for key, delivery in self._waiting.items() if not gone(delivery)}
        if len(left) < len(self._waiting):
            self._waiting = left
            self._save()

    def tick(self) -> None:
        """Send what is due, if there is a line."""
        if self._closed or not self._line.live:
            return
        self._drop_old()
        due = list(self._next())
        early = self._again_at - self._line.now()
        if due and early > 0:
            self._line.wake_in(early)
            return
        for delivery in due:
            if delivery.key in self._waiting and delivery.key not in self._under_way:
                self._under_way.add(delivery.key)
                self._line.ask(
                    delivery.tell, partial(self._taken, delivery), partial(self._not_taken, delivery)
                )

    def close(self) -> None:
        """Send and write nothing any more; what waits is there after the next start."""
        self._closed = True
        self._line.rest()

    def _drop_old(self) -> None:
        if self._too_old is not None:
            now, too_old = self._line.now(), self._too_old
            old = [d for d in self._waiting.values() if d.key not in self._under_way and too_old(d, now)]
            for delivery in old:
                _log.info("%s has waited too long and is told no more", _named(delivery))
            if old:
                self.discard(old.__contains__)

    def _next(self) -> Iterable[D]:
        """The first of each lane that is not under way."""
        lanes = set()
        for delivery in self._waiting.values():
            lane = self._lane(delivery)
            if lane not in lanes and delivery.key not in self._under_way:
                yield delivery
            lanes.add(lane)

    def _taken(self, delivery: D, answer: object) -> None:
        self._settle(delivery, partial(self._on_taken, delivery, answer) if self._on_taken else None)

    def _not_taken(self, delivery: D, error: Error) -> None:
        if self._closed:
            return
        if self._gives_up(delivery, error):
            _log.info("%s is given up: %s", _named(delivery), _code(error))
            self._settle(delivery, partial(self._on_given_up, delivery, error) if self._on_given_up else None)
            return
        _log.info("%s waits to be told: %s", _named(delivery), _code(error))
        self._under_way.discard(delivery.key)
        if may_be_done(error):
            self._doubtful.add(delivery.key)
        self._again_at = self._line.now() + self._again_ms
        self._line.wake_in(self._again_ms)
        self._changed()

    def _settle(self, delivery: D, say: Callable[[], None] | None) -> None:
        """Forget a delivery, on the disk only after its owner has heard what came of it."""
        if self._closed:
            return
        self._under_way.discard(delivery.key)
        self._doubtful.discard(delivery.key)
        self._waiting.pop(delivery.key, None)
        try:
            if say is not None:
                say()
        finally:
            self._save()
        self.tick()

    def _save(self) -> None:
        if self._shelf is not None and not self._closed:
            try:
                self._shelf.save(self.waiting)
            except OSError as error:
                if self._on_unsafe is None:
                    _log.warning("what waits to be told could not be written: %s", error)
                else:
                    self._on_unsafe(error)
        self._changed()

    def _changed(self) -> None:
        if self._on_changed is not None:
            self._on_changed()


def _named(delivery: object) -> str:
    return type(delivery).__name__.lower()


def _code(error: Error) -> str:
    return error.code if isinstance(error, Refusal) else str(error)
