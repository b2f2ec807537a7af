"""The rule rolled forward over those who wait, until the one in question is called.

Nobody comes and nobody leaves in a dry run, and every customer of a service keeps a counter for the same
time. What is left is the order, and that is the real one. What comes of those who do come and leave is learnt
from what earlier dry runs have missed; see `branch.domain.queueing.estimate`.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from heapq import heapify, heappop, heapreplace
from typing import NamedTuple

from branch.domain.plan.branch_plan import Rule
from branch.domain.queueing.overtaking import Entry, Overtakes

MOST_CALLS = 100
"""Beyond so many calls a dry run goes on at the pace that it has had: whoever takes a number must not wait
for the reckoning of a crowd of hundreds."""


class DryLane(NamedTuple):
    """A lane: whoever waits in it since s weighs ``rate * (t - s) + credit`` at the instant t, and whoever is
    ``promised`` an instant that has come goes before all weights.

    ``cycle`` is for how long (ms) one of them keeps a counter. ``due`` are those who may not be passed any
    more, by when they came.
    """

    entries: Sequence[Entry]
    rate: int
    credit: int
    cycle: int
    promised: Sequence[Entry] = ()
    due: Sequence[Entry] = ()


class DryCounter(NamedTuple):
    """A counter: from when (ms) it calls, and which lanes, by their place in the list of lanes.

    ``turns`` has for each of these lanes the place of its service in the counter's list, -1 for those who
    were sent here, where that counts under the rule; else it is empty.
    """

    free_at: int
    lanes: Sequence[int]
    turns: Sequence[int] = ()


class DryCall(NamedTuple):
    """A call: when (ms), and how many were called before by the counters that may call there."""

    at: int
    ahead: int


class DryRun:
    """A dry run over these lanes and counters; it goes on as far as it is asked for."""

    def __init__(
        self,
        lanes: Sequence[DryLane],
        counters: Sequence[DryCounter],
        rule: Rule,
        overtakes: Overtakes,
        most_calls: int = MOST_CALLS,
    ) -> None:
        self._lanes = lanes
        self._counters = counters
        self._most_calls = most_calls
        self._cap = rule.cap if rule.name == "longest-wait" else 0
        self._most_passes = rule.most_passes
        self._listed = rule.service_order == "listed"
        self._terms = [(lane.rate, lane.credit) for lane in lanes]
        self._places = [0] * len(lanes)
        self._heads: list[Entry | None] = [lane.entries[0] if lane.entries else None for lane in lanes]
        self._callers: list[int] = []
        self._promised = [0] * len(lanes)
        self._by_time = any(lane.promised for lane in lanes)
        self._overtakes = overtakes
        self._passed: dict[str, int] = {}
        self._due = [list(lane.due) for lane in lanes]
        self._free = [(counter.free_at, index) for index, counter in enumerate(counters)]
        heapify(self._free)
        self._calls: dict[str, tuple[int, int, int]] = {}
        self._began = min(self._free, default=(0, 0))[0]

    def call_of(self, ticket: str) -> DryCall | None:
        """When that ticket is called; None if no counter of the run ever calls it."""
        while ticket not in self._calls:
            if not self._free:
                return None
            if len(self._callers) >= self._most_calls:
                beyond = self._beyond(ticket)
                if beyond is not None:
                    return beyond
            self._step()
        at, lane, before = self._calls[ticket]
        serving = {index for index, counter in enumerate(self._counters) if lane in counter.lanes}
        return DryCall(at, sum(index in serving for index in self._callers[:before]))

    def _beyond(self, ticket: str) -> DryCall | None:
        """When one who has not been called yet is, if those of all lanes that its counters serve go on to be
        called at the pace they have had; None where nobody of them has been."""
        found = self._find(ticket)
        if found is None:
            return None
        own, since = found
        serving = {index for index, counter in enumerate(self._counters) if own in counter.lanes}
        shared = {lane for index in serving for lane in self._counters[index].lanes}
        called = sum(lane in shared for _, lane, _ in self._calls.values())
        theirs = sum(index in serving for index in self._callers)
        at = self._free[0][0]
        if not theirs or at <= self._began:
            return None
        weight = self._lanes[own].rate * (at - since) + self._lanes[own].credit
        before = sum(self._heavier(lane, weight, at) for lane in shared)
        return DryCall(
            at + round(before * (at - self._began) / called), theirs + round(before * theirs / called)
        )

    def _find(self, ticket: str) -> tuple[int, int] | None:
        """The lane of one who waits, and since when; the newest are looked at first."""
        for index, lane in enumerate(self._lanes):
            for since, _, waiting in reversed(lane.entries):
                if waiting == ticket:
                    return index, since
        return None

    def _heavier(self, index: int, weight: int, at: int) -> int:
        """How many of those in that lane who have not been called weigh more at that instant."""
        entries, rate, credit = self._lanes[index][:3]
        waited = (weight - credit) // rate
        return max(0, bisect_left(entries, (at - waited,)) - self._places[index])

    def _step(self) -> None:
        """Let the next free counter call, or go home if nobody waits for it."""
        at, index = self._free[0]
        counter = self._counters[index]
        best, entry = self._first(counter, at)
        if entry is None:
            heappop(self._free)
            return
        lane = self._lanes[best]
        self._calls[entry[2]] = (at, best, len(self._callers))
        self._callers.append(index)
        place = self._places[best] = self._next(lane.entries, self._places[best])
        self._heads[best] = lane.entries[place] if place < len(lane.entries) else None
        if lane.promised:
            self._promised[best] = self._next(lane.promised, self._promised[best])
        if self._most_passes:
            self._note_passed(counter, entry)
        heapreplace(self._free, (at + lane.cycle, index))

    def _next(self, entries: Sequence[Entry], place: int) -> int:
        """The place of the first from there on who has not been called."""
        while place < len(entries) and entries[place][2] in self._calls:
            place += 1
        return place

    def _first(self, counter: DryCounter, at: int) -> tuple[int, Entry | None]:
        """Whom that counter calls at that instant, with their lane; as `discipline.choose`."""
        best, first, heaviest = -1, None, 0
        pool = self._in_turn(counter) if self._listed else counter.lanes
        heads, terms = self._heads, self._terms
        for index in pool:
            entry = heads[index]
            if entry is None:
                continue
            rate, credit = terms[index]
            weight = rate * (at - entry[0]) + credit
            if first is None or weight > heaviest or (weight == heaviest and entry[1] < first[1]):
                best, first, heaviest = index, entry, weight
        if first is None:
            return -1, None
        if self._by_time:
            best, first = self._whose_time_has_come(pool, at) or (best, first)
        if self._cap or self._most_passes:
            best, first = self._exception(counter, at) or (best, first)
        return best, first

    def _whose_time_has_come(self, pool: Sequence[int], at: int) -> tuple[int, Entry] | None:
        """Who of these lanes was promised the earliest time, if it has come."""
        promised = [
            (self._lanes[index].promised[self._promised[index]], index)
            for index in pool
            if self._promised[index] < len(self._lanes[index].promised)
        ]
        if not promised or min(promised)[0][0] > at:
            return None
        (_, order, ticket), index = min(promised)
        return index, next(e for e in self._lanes[index].entries if e[1:] == (order, ticket))

    def _exception(self, counter: DryCounter, at: int) -> tuple[int, Entry] | None:
        """Whom the promise or the cap puts before the heaviest, if they do."""
        due = self._first_due(counter) if self._most_passes else None
        if self._cap:
            since, before = at - self._cap, due[1] if due is not None else None
            for index in counter.lanes:
                entry = self._heads[index]
                if entry is not None and entry[0] <= since and (before is None or entry < before):
                    due, before = (index, entry), entry
        return due

    def _first_due(self, counter: DryCounter) -> tuple[int, Entry] | None:
        """Who came first of those whom that counter may call and nobody may pass any more."""
        first = None
        for index in counter.lanes:
            due = self._due[index]
            while due and due[0][2] in self._calls:
                del due[0]
            if due and (first is None or due[0] < first[1]):
                first = (index, due[0])
        return first

    def _in_turn(self, counter: DryCounter) -> list[int]:
        """The lanes of the first listed service that somebody waits for, and of those who were sent here."""
        waiting = [
            (turn, index)
            for turn, index in zip(counter.turns, counter.lanes, strict=True)
            if self._heads[index] is not None
        ]
        first = min((turn for turn, _ in waiting if turn >= 0), default=-1)
        return [index for turn, index in waiting if turn in (first, -1)]

    def _note_passed(self, counter: DryCounter, called: Entry) -> None:
        """Count a call for those whom it has passed."""
        came = self._overtakes.arrival(called)
        for index in counter.lanes:
            head = self._heads[index]
            if head is None or head > came:
                continue
            entries, place = self._lanes[index].entries, self._places[index]
            while place < len(entries) and entries[place] < came:
                self._pass(called[2], entries[place], index)
                place += 1
        for late in self._overtakes.placed_back.values():
            there = (late.place.queued_from, late.place.issue_index, late.id)
            if there > came > (*late.arrival, late.id):
                for index in counter.lanes:
                    if there in self._lanes[index].entries:
                        self._pass(called[2], there, index)

    def _pass(self, passer: str, other: Entry, index: int) -> None:
        ticket = other[2]
        if ticket in self._calls or passer in self._overtakes.passers(ticket):
            return
        passed = self._passed.get(ticket)
        passed = self._overtakes.passed(ticket) if passed is None else passed
        self._passed[ticket] = passed + 1
        if passed + 1 == self._most_passes:
            insort(self._due[index], self._overtakes.arrival(other))
