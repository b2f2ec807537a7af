"""Somebody who sits in the hall and counts, person by person, who is called before whom.

Knows nothing of how the queue counts: only who came when, who waits, and which counter calls whom.
"""

from __future__ import annotations

from collections import defaultdict

from branch.domain import events as e
from branch.domain.day.carrying import Carried
from branch.domain.kernel.hall import Hall
from branch.domain.tickets.ticket import Ticket, TicketStatus

Coming = tuple[int, int, int]


class Onlooker:
    """Told of each event before the hall takes it in.

    Attributes:
        passed: by ticket, the persons who came later and were called first, by a counter that could have
            called this one instead.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.passed: dict[str, set[str]] = defaultdict(set)
        self._came: dict[str, Coming] = {}
        self._blocks: dict[str, int] = {}
        self._last_call: dict[int, set[str]] = {}

    def _go_along(self, carried: Carried) -> None:
        here = {ticket.id for ticket in carried.tickets}
        passed = {ticket: passers for ticket, passers in self.passed.items() if ticket in here}
        self.passed = defaultdict(set, passed)
        self._last_call = {}
        for ticket in carried.tickets:  # a clock that was put right moves them all
            self._came[ticket.id] = (ticket.issued_at, *self._came[ticket.id][1:])

    def note(self, event: e.Event, hall: Hall) -> None:
        """See it happen."""
        if isinstance(event, e.DayOpened):
            self._begin() if event.carried is None else self._go_along(event.carried)
        elif isinstance(event, e.TicketIssued):
            self._somebody_comes(event)
        elif isinstance(event, e.TicketCalled):
            self._somebody_is_called(event, hall)
        elif isinstance(event, e.ActionUndone) and event.action == "call":
            for other in self._last_call.pop(event.counter):
                self.passed[other].discard(event.ticket)

    def most(self) -> int:
        """By how many anybody has been passed, at most."""
        return max(map(len, self.passed.values()), default=0)

    def _somebody_comes(self, event: e.TicketIssued) -> None:
        """By the clock, those of one instant one after the other, those of one block by their numbers."""
        turn = len(self._came)
        if event.block is not None:
            turn = self._blocks.setdefault(event.block, turn)
        self._came[event.ticket] = (event.issued_at or event.at, turn, event.n if event.block else 0)

    def _somebody_is_called(self, event: e.TicketCalled, hall: Hall) -> None:
        came = self._came[event.ticket]
        seen = set()
        for other in hall.tickets.values():
            if self._stands_by(other, event.counter, hall) and self._came[other.id] < came:
                if event.ticket not in self.passed[other.id]:
                    seen.add(other.id)
                self.passed[other.id].add(event.ticket)
        self._last_call[event.counter] = seen

    def _stands_by(self, other: Ticket, counter: int, hall: Hall) -> bool:
        if other.status is not TicketStatus.WAITING:
            return False
        if other.place.for_counter is not None:
            return other.place.for_counter == counter
        return other.service in hall.counters[counter].services
