"""The people waiting, kept so that finding the next one costs the same with ten and with fifty thousand.

Tickets of one lane (same service, same direction, same segment, appointment or not) carry the same credit,
so inside a lane the order is by arrival alone and only the heads of the lanes need comparing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from heapq import merge

from branch.domain.tickets.ticket import Lane, Ticket


class Overtakes:
    """The places (``since``) of those who were called today, by each service that the counter served."""

    def __init__(self) -> None:
        self._called: dict[str, list[int]] = {}

    def called(self, services: Iterable[str], since: int) -> None:
        """A counter of those services called somebody whose place is ``since``."""
        for service in services:
            insort(self._called.setdefault(service, []), since)

    def taken_back(self, services: Iterable[str], since: int) -> None:
        """That call was undone; raises KeyError if there was none (a bug)."""
        for service in services:
            places = self._called.get(service, [])
            at = bisect_left(places, since)
            if at == len(places) or places[at] != since:
                raise KeyError(since)
            del places[at]

    def passed(self, service: str, since: int) -> int:
        """How many later-comers were called before one who waits for ``service`` with that place."""
        places = self._called.get(service, [])
        return len(places) - bisect_right(places, since)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Overtakes) and self._called == other._called

    __hash__ = None  # type: ignore[assignment]  # it changes


Entry = tuple[int, int, str]
"""(since in ms, order of issue, ticket id)."""


class WaitingRoom:
    """Sorted lanes of waiting tickets."""

    def __init__(self) -> None:
        self._lanes: dict[Lane, list[Entry]] = {}
        self._by_service: dict[str, dict[Lane, list[Entry]]] = {}

    def add(self, ticket: Ticket) -> None:
        """Let a ticket wait at its place."""
        lane = self._lanes.get(ticket.lane)
        if lane is None:
            lane = self._lanes[ticket.lane] = []
            self._by_service.setdefault(ticket.service, {})[ticket.lane] = lane
        insort(lane, (ticket.place.queued_from, ticket.place.issue_index, ticket.id))

    def remove(self, ticket: Ticket) -> None:
        """Take a waiting ticket out; raises KeyError if it does not wait (a bug)."""
        lane = self._lanes[ticket.lane]
        at = bisect_left(lane, (ticket.place.queued_from, ticket.place.issue_index, ticket.id))
        if at == len(lane) or lane[at][2] != ticket.id:
            raise KeyError(ticket.id)
        del lane[at]

    def waiting(self, service: str) -> int:
        """How many wait for a service."""
        return sum(len(lane) for lane in self._by_service.get(service, {}).values())

    def length(self, lane: Lane) -> int:
        """How many wait in a lane."""
        return len(self._lanes.get(lane, ()))

    def directed(self, counter: int) -> list[str]:
        """Ids of those who wait for that counter and no other."""
        lanes = (entries for lane, entries in self._lanes.items() if lane.for_counter == counter)
        return [ticket for entries in lanes for _, _, ticket in entries]

    def heads(self, services: Iterable[str], counter: int) -> Iterator[tuple[Lane, Entry]]:
        """The first of each lane which that counter may call, in the order of ``services``.

        A ticket directed to the counter may be called there whatever its service.
        """
        listed = list(services)
        for service in listed:
            for lane, entries in self._by_service.get(service, {}).items():
                if entries and lane.for_counter in (None, counter):
                    yield lane, entries[0]
        for lane, entries in self._lanes.items():
            if entries and lane.for_counter == counter and lane.service not in listed:
                yield lane, entries[0]

    def before(self, service: str, lane_credit: dict[Lane, int], key: int, order: int) -> int:
        """How many waiting for ``service`` come before a ticket of that key (``since - credit``)."""
        return sum(
            bisect_left(entries, (key + lane_credit[lane], order, ""))
            for lane, entries in self._by_service.get(service, {}).items()
        )

    def before_at(
        self, counter: int, services: Iterable[str], lane_credit: dict[Lane, int], key: int, order: int
    ) -> Iterator[tuple[Lane, int]]:
        """Of each lane that a counter with those services may call, how many come before a ticket of that
        key (``since - credit``)."""
        listed = set(services)
        for lane, entries in self._lanes.items():
            if lane.for_counter == counter or (lane.for_counter is None and lane.service in listed):
                yield lane, bisect_left(entries, (key + lane_credit[lane], order, ""))

    def lanes(self) -> Iterator[Lane]:
        """Every lane that has ever been used today."""
        return iter(self._lanes)

    def lanes_of(self, service: str) -> Iterator[Lane]:
        """The lanes of one service."""
        return iter(self._by_service.get(service, {}))

    def in_order_of(self, service: str, credit: dict[Lane, int]) -> Iterator[tuple[int, str]]:
        """(``since - credit``, ticket id) of those who wait for a service, first one first."""
        return self._merged(self._by_service.get(service, {}), credit)

    def in_order(self, services: Iterable[str], counter: int, credit: dict[Lane, int]) -> Iterator[str]:
        """Ticket ids in the order of ``since - credit``, as far as that counter may call them."""
        listed = set(services)
        lanes = {
            lane: entries
            for lane, entries in self._lanes.items()
            if lane.for_counter == counter or (lane.for_counter is None and lane.service in listed)
        }
        return (ticket for _, ticket in self._merged(lanes, credit))

    def _merged(self, lanes: dict[Lane, list[Entry]], credit: dict[Lane, int]) -> Iterator[tuple[int, str]]:
        keyed = [
            [(since - credit[lane], order, ticket) for since, order, ticket in entries[:_SLICE]]
            for lane, entries in lanes.items()
        ]
        return ((key, ticket) for key, _, ticket in merge(*keyed))


# A teller's list never shows more than this many of one lane, so copying more would be work for nobody.
_SLICE = 100
