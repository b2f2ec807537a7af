"""The people waiting, kept so that finding the next one costs the same with ten and with fifty thousand.

Tickets of one lane (same service, same direction, same segment, appointment or not) weigh the same for the
same wait, so inside a lane the order is by arrival alone and only the heads of the lanes need comparing.
Appointments stand in a second order too, that of their promised times.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from branch.domain.queueing.overtaking import Entry, Overtakes
from branch.domain.tickets.ticket import Lane, Ticket


class WaitingRoom:
    """Sorted lanes of waiting tickets; an entry is (since in ms, order of issue, ticket id)."""

    def __init__(self, overtakes: Overtakes) -> None:
        self._overtakes = overtakes
        self._lanes: dict[Lane, list[Entry]] = {}
        self._by_service: dict[str, dict[Lane, list[Entry]]] = {}
        self._promised: dict[Lane, list[Entry]] = {}

    def add(self, ticket: Ticket) -> None:
        """Let a ticket wait at its place."""
        name = ticket.lane
        lane = self._lanes.get(name)
        if lane is None:
            lane = self._lanes[name] = []
            self._by_service.setdefault(ticket.service, {})[name] = lane
        insort(lane, (ticket.place.queued_from, ticket.place.issue_index, ticket.id))
        promised = _promised_entry(ticket)
        if promised is not None:
            insort(self._promised.setdefault(name, []), promised)
        self._overtakes.begins_to_wait(ticket)

    def remove(self, ticket: Ticket) -> None:
        """Take a waiting ticket out; raises KeyError if it does not wait (a bug)."""
        name = ticket.lane
        _take_out(self._lanes[name], (ticket.place.queued_from, ticket.place.issue_index, ticket.id))
        promised = _promised_entry(ticket)
        if promised is not None:
            _take_out(self._promised[name], promised)
        self._overtakes.waits_no_more(ticket)

    def waiting(self, service: str) -> int:
        """How many wait for a service."""
        return sum(len(lane) for lane in self._by_service.get(service, {}).values())

    def length(self, lane: Lane) -> int:
        """How many wait in a lane."""
        return len(self._lanes.get(lane, ()))

    def last_in(self, lane: Lane) -> str | None:
        """Who stands last in a lane; None where nobody waits in it."""
        entries = self._lanes.get(lane)
        return entries[-1][2] if entries else None

    def directed(self, counter: int) -> list[str]:
        """Ids of those who wait for that counter and no other."""
        lanes = (entries for lane, entries in self._lanes.items() if lane.for_counter == counter)
        return [ticket for entries in lanes for _, _, ticket in entries]

    def lanes(self) -> Iterator[Lane]:
        """Every lane that has ever been used today."""
        return iter(self._lanes)

    def filled(self) -> list[tuple[Lane, list[Entry]]]:
        """Every lane in which somebody waits, with everybody in them; not to be changed."""
        return [(lane, entries) for lane, entries in self._lanes.items() if entries]

    def lanes_of(self, service: str) -> list[tuple[Lane, list[Entry]]]:
        """The lanes of one service in which somebody waits, with everybody in them; not to be changed."""
        return [(lane, entries) for lane, entries in self._by_service.get(service, {}).items() if entries]

    def lanes_for(self, services: Iterable[str], counter: int) -> list[tuple[Lane, list[Entry]]]:
        """The same of a counter with those services: their lanes, but those for another counter, and those
        for this one whatever their service."""
        listed = list(dict.fromkeys(services))
        mine = [
            (lane, entries)
            for service in listed
            for lane, entries in self._by_service.get(service, {}).items()
            if entries and lane.for_counter in (None, counter)
        ]
        sent_here = (
            (lane, entries)
            for lane, entries in self._lanes.items()
            if entries and lane.for_counter == counter and lane.service not in listed
        )
        return [*mine, *sent_here]

    def promised(self, lane: Lane) -> list[Entry]:
        """Those of a lane whom an appointment has promised a time, by that time; not to be changed."""
        return self._promised.get(lane, [])


def _promised_entry(ticket: Ticket) -> Entry | None:
    """(promised time, order of issue, ticket id): where a ticket stands by the time it was promised. Who came
    too late for it, or was called for it and missed, has no such place any more."""
    promise = ticket.promise
    if promise is None or promise.came_late or promise.appointment_at is None or ticket.requeues:
        return None
    return promise.appointment_at, ticket.place.issue_index, ticket.id


def _take_out(entries: list[Entry], entry: Entry) -> None:
    at = bisect_left(entries, entry)
    if at == len(entries) or entries[at] != entry:
        raise KeyError(entry[2])
    del entries[at]
