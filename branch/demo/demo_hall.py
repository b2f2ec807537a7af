"""What the simulated people see of the hall, and its time: they look at the service's own feed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from branch.client.feed_reader import FeedReader
from branch.client.hall_view import HallView
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.answers.hall_answers import BoardSnapshot
from branch.contract.answers.ticket_answers import BoardTicket

T = TypeVar("T")


PATIENCE_S = 30.0
"""Real seconds in which what a teller did has come about, however busy the machine is."""


class HallWatch:
    """The hall as the manager's feed tells it, for many threads; and the simulated clock."""

    def __init__(self, url: str, token: str, opened: int, speed: float) -> None:
        """``opened`` is the instant (ms) from which simulated seconds count."""
        self._changed = threading.Condition()
        self._view = HallView()
        self._opened, self._speed = opened, speed
        self._at, self._read = opened, time.monotonic()
        self._tickets: dict[str, BoardTicket] = {}
        self.stop_asked = threading.Event()
        self._reader = FeedReader(
            url, token, on_snapshot=self._snapshot, on_event=self._event, on_state=lambda *_: None
        )
        self._reader.start()

    def close(self) -> None:
        """Look away."""
        self.stop_asked.set()
        self._reader.stop()
        with self._changed:
            self._changed.notify_all()

    def now(self) -> float:
        """Simulated seconds since opening."""
        with self._changed:
            at, read = self._at, self._read
        return (at - self._opened) / 1000 + (time.monotonic() - read) * self._speed

    def sleep(self, seconds: float) -> None:
        """Let simulated seconds pass; shorter when everybody is sent home."""
        self.stop_asked.wait(max(0.0, seconds) / self._speed)

    def sleep_until(self, at: float) -> None:
        """Until so many simulated seconds after opening."""
        self.sleep(at - self.now())

    def wait(self, happened: Callable[[HallView], T], timeout: float = PATIENCE_S) -> T:
        """What ``happened`` says as soon as it is true; its last word after ``timeout`` real seconds."""
        end = time.monotonic() + timeout
        with self._changed:
            while True:
                seen = happened(self._view)
                left = end - time.monotonic()
                if seen or left <= 0 or self.stop_asked.is_set():
                    return seen
                self._changed.wait(left)

    def wait_for(self, counter: int, *statuses: str, timeout: float = PATIENCE_S) -> BoardTicket | None:
        """The counter's ticket once it has one of these statuses; None if that does not come."""

        def holds(view: HallView) -> BoardTicket | None:
            held = _held(view, counter)
            return held if held is not None and held["status"] in statuses else None

        return self.wait(holds, timeout)

    def wait_recalled(self, counter: int, timeout: float = PATIENCE_S) -> bool:
        """Whether the counter's ticket has been called again, once that is so."""

        def recalled(view: HallView) -> bool:
            held = _held(view, counter)
            return held is not None and held["recalls"] > 0

        return self.wait(recalled, timeout)

    def wait_free(self, counter: int, timeout: float = PATIENCE_S) -> bool:
        """Whether nobody is at the counter, once that is so."""
        return bool(
            self.wait(lambda view: counter in view.counters and _held(view, counter) is None, timeout)
        )

    def wait_going(self, staff: str, timeout: float = PATIENCE_S) -> bool:
        """Whether that person has said to go to somebody in the hall, once that is so."""
        return self.wait(lambda view: _goes(view, staff), timeout)

    def wait_gone(self, staff: str, timeout: float = PATIENCE_S) -> bool:
        """Whether that person has seen to what they went to, once that is so."""
        return self.wait(lambda view: not _goes(view, staff), timeout)

    def status(self, number: str) -> str | None:
        """How a ticket stands."""
        with self._changed:
            return self._tickets[number]["status"] if number in self._tickets else None

    def numbers(self, status: str) -> list[str]:
        """The numbers that stand so, in the order in which they came to."""
        with self._changed:
            return [number for number, ticket in self._tickets.items() if ticket["status"] == status]

    def waiting(self, counter: int) -> int:
        """How many wait whom that counter may call."""
        return self._count(counter, "waiting")

    def parked_for(self, counter: int) -> int:
        """How many stand aside whom that counter may call again."""
        return self._count(counter, "parked")

    def _count(self, counter: int, status: str) -> int:
        with self._changed:
            state = self._view.counters.get(counter)
            services = state["services"] if state else []
            return sum(
                ticket["status"] == status
                and (ticket.get("for_counter") == counter or ticket["service"] in services)
                for ticket in self._tickets.values()
            )

    def _snapshot(self, snapshot: BoardSnapshot) -> None:
        with self._changed:
            self._view.apply_snapshot(snapshot)
            self._changed.notify_all()

    def _event(self, event: BoardEvent) -> None:
        with self._changed:
            self._view.apply(event)
            ticket = event.get("ticket")
            if ticket:
                self._tickets.pop(ticket["number"], None)
                self._tickets[ticket["number"]] = ticket
            self._changed.notify_all()


def _goes(view: HallView, staff: str) -> bool:
    return any(alert.get("taken_by") == staff for alert in view.alerts)


def _held(view: HallView, counter: int) -> BoardTicket | None:
    state = view.counters.get(counter)
    return state["ticket"] if state else None
