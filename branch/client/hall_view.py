"""The hall as a screen knows it: a snapshot, with what the feed has told since put in.

Nothing is worked out here. What an event carries replaces what was there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from branch.contract.actions import CALLS, action_of
from branch.contract.answers.counter_answers import BoardCounter, CounterQueue, StaffCounter
from branch.contract.answers.feed_events import QUEUES_CHANGED, BoardEvent
from branch.contract.answers.hall_answers import Alert, BoardSnapshot, Notice, Phase, ServiceState
from branch.contract.answers.ticket_answers import BoardTicket

CALLS_KEPT = 12


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different now; false when nothing is.

    ``counters`` are the numbers of those that changed, ``phase`` stands for the opening times too, and
    ``new_calls`` are the calls to announce, oldest first.
    """

    day: bool = False
    phase: bool = False
    services: bool = False
    counters: tuple[int, ...] = ()
    calls: bool = False
    queue: bool = False
    alerts: bool = False
    notices: bool = False
    new_calls: tuple[BoardTicket, ...] = ()

    def __bool__(self) -> bool:
        return self != _NOTHING


_NOTHING = Changes()


class HallView:
    """What a screen shows. For one thread; the objects given out are replaced, never changed.

    Attributes:
        day: the business day, None before the first.
        at: when the counts and waits were worked out, RFC 3339.
        phase, opens_at, closes_at: as in `branch.contract.answers.hall_answers.BoardHall`.
        services: in the branch's order.
        counters: by number, in the branch's order.
        calls: the newest first, at most `CALLS_KEPT`.
        queue: that of our counter, None if there is none.
        alerts: those that are open and that our role may see, oldest first.
        notices: what the hall is told now or will be, oldest first.
    """

    def __init__(self, counter: int | None = None) -> None:
        """``counter``: the one that the feed was asked for."""
        self._own = "" if counter is None else str(counter)
        self._filled = False
        self.day: str | None = None
        self.at: str | None = None
        self.phase: Phase = "closed"
        self.opens_at: str | None = None
        self.closes_at: str | None = None
        self.services: list[ServiceState] = []
        self.counters: dict[int, BoardCounter] = {}
        self.calls: list[BoardTicket] = []
        self.queue: CounterQueue | None = None
        self.alerts: list[Alert] = []
        self.notices: list[Notice] = []

    def apply_snapshot(self, snapshot: BoardSnapshot) -> Changes:
        """Begin anew with a snapshot. The first has no new calls; a later one has those that we missed."""
        hall = snapshot["hall"]
        known = {_mark(call) for call in self.calls} if self._filled else None
        before = (self.day, self._hours(), self.services, self.counters, self.calls, self.queue)
        notices, self.notices = self.notices, hall.get("notices", [])
        alerts, self.alerts = self.alerts, hall.get("alerts", [])
        self.day = hall["day"]
        self.at = hall["at"]
        self.phase, self.opens_at, self.closes_at = hall["phase"], hall["opens_at"], hall["closes_at"]
        self.services = hall["services"]
        self.counters = {counter["number"]: counter for counter in hall["counters"]}
        self.calls = hall["calls"][:CALLS_KEPT]
        self.queue = hall["queue"]
        self._filled = True
        day, hours, services, counters, calls, queue = before
        missed = [] if known is None else [c for c in self.calls if _is_on(c) and _mark(c) not in known]
        return Changes(
            day=day != self.day,
            phase=hours != self._hours(),
            services=services != self.services,
            counters=tuple(n for n in self.counters | counters if self.counters.get(n) != counters.get(n)),
            calls=calls != self.calls,
            queue=queue != self.queue,
            alerts=alerts != self.alerts,
            notices=notices != self.notices,
            new_calls=tuple(reversed(missed)),
        )

    def apply(self, event: BoardEvent) -> Changes:
        """Put in what an event carries; an event of a kind that we do not know may change nothing."""
        kind = event.get("type")
        if kind == QUEUES_CHANGED:
            return self._put_queues(event)
        if kind == "DayOpened":
            return self._open_day(event)
        if "alert" in event:
            return self._put_alert(event["alert"])
        if "notice" in event:
            self.notices = [*self.notices, event["notice"]]
            return Changes(notices=True)
        if "ended" in event:
            self.notices = [notice for notice in self.notices if notice["id"] != event["ended"]]
            return Changes(notices=True)
        counters = set()
        if "counter" in event:
            counters |= self._put_counter(event["counter"])
        calls = False
        new: tuple[BoardTicket, ...] = ()
        if "ticket" in event:
            ticket = event["ticket"]
            counters |= self._put_at_counters(ticket)
            if action_of(event) in CALLS:
                calls, new = True, (ticket,)
                others = [call for call in self.calls if call["number"] != ticket["number"]]
                self.calls = [ticket, *others][:CALLS_KEPT]
            else:
                calls = self._put_call(ticket)
        return Changes(counters=tuple(sorted(counters)), calls=calls, new_calls=new)

    def _put_queues(self, event: BoardEvent) -> Changes:
        hours, services, queue = self._hours(), self.services, self.queue
        self.at = event.get("at", self.at)
        self.phase = event["phase"]
        self.opens_at, self.closes_at = event["opens_at"], event["closes_at"]
        self.services = event["services"]
        queues: Mapping[str, CounterQueue | None] = event.get("queues", {})
        if self._own in queues:
            self.queue = queues[self._own]
        return Changes(
            phase=hours != self._hours(), services=services != self.services, queue=queue != self.queue
        )

    def _open_day(self, event: BoardEvent) -> Changes:
        had_calls, had_queue = bool(self.calls), self.queue
        self.day = event.get("day", self.day)
        self.calls = event.get("calls", [])[:CALLS_KEPT]
        if self.queue is not None:
            self.queue = {"waiting": 0, "tickets": [], "held": []}
        known = self.counters
        if "counters" in event:
            self.counters = {counter["number"]: counter for counter in event["counters"]}
        return Changes(
            day=True,
            counters=tuple(n for n in self.counters if self.counters[n] != known.get(n)),
            calls=had_calls or bool(self.calls),
            queue=had_queue != self.queue,
        )

    def _put_alert(self, alert: Alert) -> Changes:
        before = {known["id"]: known for known in self.alerts}
        known = before.get(alert["id"])
        if alert["cleared_at"]:
            before.pop(alert["id"], None)
        elif not alert.get("taken_at"):
            before[alert["id"]] = alert
        elif known is not None:  # the event names it, and the rest is known
            taken = {"taken_by": alert.get("taken_by"), "taken_at": alert.get("taken_at")}
            before[alert["id"]] = cast(Alert, {**known, **taken})
        self.alerts = list(before.values())
        return Changes(alerts=True)

    def _put_counter(self, counter: BoardCounter) -> set[int]:
        number = counter["number"]
        if self.counters.get(number) == counter:
            return set()
        self.counters = {**self.counters, number: counter}
        return {number}

    def _put_at_counters(self, ticket: BoardTicket) -> set[int]:
        """Some events carry a ticket without the counter that holds it: printed, say."""
        changed = set()
        for number, counter in self.counters.items():
            held = counter["ticket"]
            if held is not None and held["number"] == ticket["number"] and held != ticket:
                self.counters = {**self.counters, number: {**counter, "ticket": ticket}}
                changed.add(number)
        return changed

    def _put_call(self, ticket: BoardTicket) -> bool:
        for index, call in enumerate(self.calls):
            if call["number"] == ticket["number"] and call != ticket:
                again = [] if ticket["status"] == "waiting" else [ticket]
                self.calls = [*self.calls[:index], *again, *self.calls[index + 1 :]]
                return True
        return False

    def _hours(self) -> tuple[str, str | None, str | None]:
        return self.phase, self.opens_at, self.closes_at


def staff_counters(view: HallView) -> Mapping[int, StaffCounter]:
    """The counters as the view of a counter's or the manager's program has them: with who sits there, and the
    ticket as staff see it."""
    return cast("Mapping[int, StaffCounter]", view.counters)


def _mark(call: BoardTicket) -> tuple[str, str | None]:
    """What tells one call of a ticket from another."""
    return call["number"], call["called_at"]


def _is_on(call: BoardTicket) -> bool:
    return call["status"] == "called"
