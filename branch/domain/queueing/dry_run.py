"""The rule rolled forward over those who wait, until the one in question is called.

Nobody comes and nobody leaves in a dry run, and every customer of a service keeps a counter for the same
time. What is left is the order, and that is the real one. What comes of those who do come and leave is learnt
from what earlier dry runs have missed; see `branch.domain.queueing.estimate`.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heapreplace
from math import inf
from types import MappingProxyType
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


class Newcomer(NamedTuple):
    """One who comes after all who wait, ``since`` now: as a `DryLane` weighs them, with the ``counters`` that
    may call them by their place in the list of counters, the ticket that they stand ``behind`` in their lane
    if they do, and the time that they were promised, if they were. ``turns`` has the place of their service
    in the list of each of these counters, where that counts.
    """

    since: int
    rate: int
    credit: int
    counters: Collection[int]
    behind: str | None = None
    promised: int | None = None
    turns: Mapping[int, int] = MappingProxyType({})


_Step = tuple[int, int, float, float | None, int, tuple[float, float | None]]
"""When which counter calls, with which weight (-inf: it finds nobody and goes home), or by which exception
from the weights: the time that was promised, or `_DUE`. Where lists count, which turn is called, and weight
and exception of those who were sent to this counter."""

_NOBODY_SENT: tuple[float, float | None] = (-inf, None)

_GONE_HOME = -1


_DUE = -inf
"""The exception for one who may not be passed any more, or has waited beyond the cap: before all times."""


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
        self._promised = [0] * len(lanes)
        self._by_time = any(lane.promised for lane in lanes)
        self._overtakes = overtakes
        self._passed: dict[str, int] = {}
        self._due = [list(lane.due) for lane in lanes]
        self._somebody_due = any(self._due)
        self._free = [(counter.free_at, index) for index, counter in enumerate(counters)]
        heapify(self._free)
        self._steps: list[_Step] = []
        self._callers: list[int] = []  # by step, `_GONE_HOME` where nobody was called
        self._calls: dict[str, tuple[int, int]] = {}
        self._rolling = self._roll()
        self._began = min(self._free, default=(0, 0))[0]

    def call_of(self, ticket: str) -> DryCall | None:
        """When that ticket is called; None if no counter of the run ever calls it."""
        while ticket not in self._calls:
            if not self._free:
                return None
            if len(self._calls) >= self._most_calls:
                beyond = self._beyond_of(ticket)
                if beyond is not None:
                    return beyond
            next(self._rolling)
        lane, step = self._calls[ticket]
        return DryCall(self._steps[step][0], self._called_by(self._serving(lane), step))

    def call_of_newcomer(self, who: Newcomer) -> DryCall | None:
        """When one who is not in the run would be called; None if no counter ever calls them.

        Nobody before them is called at another time because they are there, so the run is the same for all
        newcomers.
        """
        since, rate, credit, counters = who[:4]
        by_weight = not (self._listed or self._cap or who.promised is not None)
        number = self._after(who)
        ahead = self._called_by(counters, number)
        while True:
            if number == len(self._steps):
                if not self._free:
                    return None
                if len(self._calls) >= self._most_calls:
                    beyond = self._beyond(since, rate, credit, counters)
                    if beyond is not None:
                        return beyond
                next(self._rolling)
            step = self._steps[number]
            at, counter, weight, exception, *_ = step
            if counter in counters:
                if by_weight:
                    first = exception is None and rate * (at - since) + credit > weight
                else:
                    first = self._goes_first(who, step)
                if first:
                    return DryCall(at, ahead)
                ahead += 1
            number += 1

    def join(self, ticket: str, who: Newcomer, lane: int) -> bool:
        """Take in a newcomer who waits in that lane by now; whether the run is still right, which it is when
        they stand last and all steps so far would have been the same."""
        entries = self._lanes[lane].entries
        if entries[-1][2] != ticket:
            return False
        behind = entries[-2][2] if len(entries) > 1 else None
        for step in self._steps[self._after(who._replace(behind=behind)) :]:
            if step[1] in who.counters and self._goes_first(who, step):
                return False
        if self._heads[lane] is None:
            self._heads[lane] = entries[-1]
        return True

    def _after(self, who: Newcomer) -> int:
        """The first step that may call a newcomer: whoever stands before them in their lane weighs more."""
        if who.behind is None or who.promised is not None:
            return 0
        called = self._calls.get(who.behind)
        return len(self._steps) if called is None else called[1] + 1

    def _goes_first(self, who: Newcomer, step: _Step) -> bool:
        """Whether the counter of that step calls a newcomer instead."""
        at, counter, beaten, exception, called, sent = step
        if exception == _DUE:
            return False
        if self._cap and at - who.since >= self._cap:
            return True
        if self._listed and called >= 0:
            turn = who.turns.get(counter, -1)
            if turn > called:
                return False
            if 0 <= turn < called:
                beaten, exception = sent
        if who.promised is not None and who.promised <= at:
            return exception is None or who.promised < exception
        return exception is None and who.rate * (at - who.since) + who.credit > beaten

    def _serving(self, lane: int) -> set[int]:
        return {index for index, counter in enumerate(self._counters) if lane in counter.lanes}

    def _called_by(self, counters: Collection[int], before: int | None = None) -> int:
        """How many those counters have called, in all or before that step; one that finds nobody goes home
        and calls no more."""
        return sum(map(counters.__contains__, self._callers[:before]))

    def _beyond_of(self, ticket: str) -> DryCall | None:
        for index, lane in enumerate(self._lanes):
            for since, _, waiting in reversed(lane.entries):  # the newest are asked for most
                if waiting == ticket:
                    return self._beyond(since, lane.rate, lane.credit, self._serving(index))
        return None

    def _beyond(self, since: int, rate: int, credit: int, serving: Collection[int]) -> DryCall | None:
        """When one who has not been called yet is, if those of all lanes that its counters serve go on to be
        called at the pace they have had; None where nobody of them has been."""
        shared = {lane for index in serving for lane in self._counters[index].lanes}
        called = sum(lane in shared for lane, _ in self._calls.values())
        theirs = self._called_by(serving)
        at = self._free[0][0]
        if not theirs or at <= self._began:
            return None
        weight = rate * (at - since) + credit
        before = sum(self._heavier(lane, weight, at) for lane in shared)
        return DryCall(
            at + round(before * (at - self._began) / called), theirs + round(before * theirs / called)
        )

    def _heavier(self, index: int, weight: int, at: int) -> int:
        """How many of those in that lane who have not been called weigh more at that instant."""
        entries, rate, credit = self._lanes[index][:3]
        waited = (weight - credit) // rate
        return max(0, bisect_left(entries, (at - waited,)) - self._places[index])

    def _roll(self) -> Iterator[_Step]:
        """Let one free counter after the other call, or go home if nobody waits for it. What is looked at in
        every step is held here, where it is at hand."""
        free, counters, heads, terms = self._free, self._counters, self._heads, self._terms
        steps, callers, calls = self._steps, self._callers, self._calls
        lanes, places = self._lanes, self._places
        out_of_order = bool(self._by_time or self._cap or self._most_passes)
        while free:
            at, number = free[0]
            counter = counters[number]
            pool: Sequence[int] = counter.lanes
            turn, sent = -1, _NOBODY_SENT
            if self._listed:
                pool, turn, sent = self._in_turn(counter, at)
            best, weight = -1, -inf
            entry: Entry | None = None
            for index in pool:
                head = heads[index]
                if head is not None:
                    rate, credit = terms[index]
                    heavy = rate * (at - head[0]) + credit
                    if entry is None or heavy > weight or (heavy == weight and head[1] < entry[1]):
                        best, entry, weight = index, head, heavy
            exception: float | None = None
            if entry is not None and (self._by_time or self._cap or self._somebody_due):
                exception, best, entry = self._exception(counter, pool, at, (None, best, entry))
            step = at, number, weight, exception, turn, sent
            steps.append(step)
            if entry is None:
                callers.append(_GONE_HOME)
                heappop(free)
                yield step
                continue
            callers.append(number)
            lane = lanes[best]
            calls[entry[2]] = (best, len(steps) - 1)
            alone = len(counter.lanes) == 1 and entry is heads[best]
            place = self._next(lane.entries, places[best]) if out_of_order else places[best] + 1
            places[best] = place
            heads[best] = lane.entries[place] if place < len(lane.entries) else None
            if lane.promised:
                self._promised[best] = self._next(lane.promised, self._promised[best])
            # From the head of the only lane of a counter nobody is called who has passed another.
            if self._most_passes and not (alone and not self._overtakes.placed_back):
                self._note_passed(counter, entry)
            heapreplace(free, (at + lane.cycle, number))
            yield step

    def _next(self, entries: Sequence[Entry], place: int) -> int:
        """The place of the first from there on who has not been called."""
        while place < len(entries) and entries[place][2] in self._calls:
            place += 1
        return place

    def _exception(
        self, counter: DryCounter, pool: Sequence[int], at: int, heaviest: tuple[None, int, Entry]
    ) -> tuple[float | None, int, Entry]:
        """Whom that counter calls before the heaviest, if anybody, with what that is for: whose promised time
        has come, and before these, of all its lanes, who may not be passed or has waited beyond the cap."""
        due = self._first_due(counter) if self._somebody_due else None
        if self._cap:
            since, before = at - self._cap, due[1] if due is not None else None
            for index in counter.lanes:
                entry = self._heads[index]
                if entry is not None and entry[0] <= since and (before is None or entry < before):
                    due, before = (index, entry), entry
        if due is not None:
            return _DUE, *due
        return (self._whose_time_has_come(pool, at) if self._by_time else None) or heaviest

    def _whose_time_has_come(self, pool: Sequence[int], at: int) -> tuple[float, int, Entry] | None:
        """Who of these lanes was promised the earliest time, if it has come."""
        promised = [
            (self._lanes[index].promised[self._promised[index]], index)
            for index in pool
            if self._promised[index] < len(self._lanes[index].promised)
        ]
        if not promised or min(promised)[0][0] > at:
            return None
        (time, order, ticket), index = min(promised)
        return time, index, next(e for e in self._lanes[index].entries if e[1:] == (order, ticket))

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

    def _in_turn(self, counter: DryCounter, at: int) -> tuple[list[int], int, tuple[float, float | None]]:
        """The lanes of the first listed service that somebody waits for and of those who were sent here,
        which turn that is (-1 for none), and what a step says of those who were sent here."""
        waiting = [
            (turn, index, head[0])
            for turn, index in zip(counter.turns, counter.lanes, strict=True)
            if (head := self._heads[index]) is not None
        ]
        first = min((turn for turn, _, _ in waiting if turn >= 0), default=-1)
        pool = [index for turn, index, _ in waiting if turn in (first, -1)]
        sent = [index for turn, index, _ in waiting if turn < 0]
        weights = (self._weight(index, since, at) for turn, index, since in waiting if turn < 0)
        on_time = self._whose_time_has_come(sent, at) if self._by_time else None
        return pool, first, (max(weights, default=-inf), on_time[0] if on_time is not None else None)

    def _weight(self, index: int, since: int, at: int) -> int:
        rate, credit = self._terms[index]
        return rate * (at - since) + credit

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
            self._somebody_due = True
