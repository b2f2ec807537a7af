"""Who has been called before somebody who came earlier, and whom nobody may pass any more.

Persons are counted. One is passed when somebody who came later is called by a counter that could have called
the one who waits. Who came later is told by `Ticket.arrival`, which never changes, so the count goes along
over transfers, further services, another counter, and after being missed; and whoever is called twice has
passed once.

A call touches those whom it passes and nobody else. Where the branch promises a number, that is at most so
many touches for each ticket of the day.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import merge
from itertools import takewhile
from typing import NamedTuple

from branch.domain.counters.counter import Counter
from branch.domain.tickets.ticket import Lane, Ticket, TicketStatus

Entry = tuple[int, int, str]


_NOBODY: frozenset[str] = frozenset()

Lanes = Sequence[tuple[Lane, list[Entry]]]


class _Call(NamedTuple):
    at: int
    ticket: str
    arrival: tuple[int, int]
    services: tuple[str, ...]


class Overtakes:
    """Who has passed whom today, and who of those waiting is due: passed as often as may be.

    Attributes:
        most: the promise of the branch, 0 for none.
        placed_back: those who wait at a later place than that of their coming, by id.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._passers: dict[str, set[str]] = {}
        self._calls: list[_Call] = []
        self._last_call: dict[int, tuple[str, tuple[str, ...]]] = {}
        self.placed_back: dict[str, Ticket] = {}
        self._due: dict[Lane, list[Entry]] = {}

    def passers(self, ticket: str) -> Set[str]:
        """The tickets of those who have passed that one."""
        return self._passers.get(ticket, _NOBODY)

    def arrival(self, entry: Entry) -> Entry:
        """(time of coming, order of issue, ticket id) of one with that entry in a lane."""
        ticket = self.placed_back.get(entry[2]) if self.placed_back else None
        return entry if ticket is None else (*ticket.arrival, ticket.id)

    def passed(self, ticket: str) -> int:
        """By how many persons that ticket has been passed."""
        return len(self._passers.get(ticket, ()))

    def of(self, tickets: Set[str]) -> dict[str, tuple[str, ...]]:
        """Who has passed each of those tickets, as `take_over` takes it."""
        return {
            ticket: tuple(sorted(passers)) for ticket, passers in self._passers.items() if ticket in tickets
        }

    def take_over(self, passed: Mapping[str, Sequence[str]]) -> None:
        """Begin with what is known of those who waited before; none of them is here yet."""
        self._passers = {ticket: set(passers) for ticket, passers in passed.items()}

    def promise(self, most: int, waiting: Iterable[Ticket]) -> None:
        """Go by another promise; ``waiting`` are all who wait."""
        self.most = most
        self._due = {}
        for ticket in waiting:
            self._note_due(ticket)

    def told_late(self, ticket: Ticket) -> None:
        """Nobody knew of that ticket until now; whoever came later and was called meanwhile has passed it."""
        calls = takewhile(lambda call: call.at >= ticket.issued_at, reversed(self._calls))
        passers = {
            call.ticket for call in calls if call.arrival > ticket.arrival and ticket.service in call.services
        }
        if passers:
            self._passers[ticket.id] = passers

    def begins_to_wait(self, ticket: Ticket) -> None:
        """That ticket waits, for the first time or again."""
        if ticket.place.queued_from != ticket.issued_at:
            self.placed_back[ticket.id] = ticket
        self._note_due(ticket)

    def waits_no_more(self, ticket: Ticket) -> None:
        """That ticket has left the waiting room."""
        self.placed_back.pop(ticket.id, None)
        if 0 < self.most <= self.passed(ticket.id):
            self._no_longer_due(ticket)

    def called(self, ticket: Ticket, counter: Counter, lanes: Lanes, at: int) -> None:
        """``counter`` has called that ticket at ``at`` while it might have called those in ``lanes``."""
        came, index = ticket.arrival
        passed: list[str] = []
        for lane, entries in lanes:
            for since, order, other in entries[: bisect_left(entries, (came, index, ""))]:
                self._pass(ticket.id, other, (since, order, other), lane, passed)
        if self.placed_back:
            reached = {lane for lane, _ in lanes}
            for late in self.placed_back.values():
                if late.lane in reached and late.arrival < (came, index):
                    self._pass(ticket.id, late.id, (*late.arrival, late.id), late.lane, passed)
        self._last_call[counter.number] = (ticket.id, tuple(passed))
        self._calls.append(_Call(at, ticket.id, ticket.arrival, counter.services))

    def taken_back(self, counter: int, tickets: Mapping[str, Ticket]) -> None:
        """The last call of that counter was undone, so it has passed nobody."""
        called, passed = self._last_call.pop(counter)
        newest_first = range(len(self._calls) - 1, -1, -1)
        del self._calls[next(n for n in newest_first if self._calls[n].ticket == called)]
        for other in passed:
            ticket = tickets[other]
            if self.passed(other) == self.most > 0 and ticket.status is TicketStatus.WAITING:
                self._no_longer_due(ticket)
            self._passers[other].discard(called)
            if not self._passers[other]:
                del self._passers[other]

    def due(self, lanes: Iterable[Lane]) -> Iterator[Entry]:
        """(time of coming, order of issue, ticket id) of those who wait in these lanes and may not be passed
        any more, the first to come first."""
        return merge(*(self._due.get(lane, ()) for lane in lanes))

    def would_pass(self, ticket: Ticket, lanes: Lanes) -> str | None:
        """One of those whom a call of ``ticket`` would pass though nobody may, None if there is none."""
        for came, order, other in self.due(lane for lane, _ in lanes):
            if (came, order) >= ticket.arrival:
                return None
            if ticket.id not in self._passers[other]:
                return other
        return None

    def _pass(self, passer: str, other: str, entry: Entry, lane: Lane, passed: list[str]) -> None:
        passers = self._passers.setdefault(other, set())
        if passer in passers:
            return
        passers.add(passer)
        passed.append(other)
        if len(passers) == self.most:
            insort(self._due.setdefault(lane, []), self.arrival(entry))

    def _note_due(self, ticket: Ticket) -> None:
        if 0 < self.most <= self.passed(ticket.id):
            insort(self._due.setdefault(ticket.lane, []), (*ticket.arrival, ticket.id))

    def _no_longer_due(self, ticket: Ticket) -> None:
        entries = self._due[ticket.lane]
        entries.remove((*ticket.arrival, ticket.id))
