"""Days of a branch with two counters as the demo has them, by decide and evolve on a virtual clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from typing import Any

import assets
from branch.demo.crowd import LOAD, Visitor, visitors
from branch.domain import commands as c
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.tickets.ticket import TicketStatus
from branch.opening_hours import HOUR, SECOND, Schedule
from branch.service.config.branch_config import load

COUNTERS = (1, 2)
LENGTH_S = 8 * 3600
_LATEST = time(23, 59)


@dataclass(frozen=True, slots=True)
class ToldWait:
    """A wait as it was (ms), and as it was announced."""

    waited: int
    announced: WaitEstimate


def sample_plan() -> Plan:
    """The sample branch, open on every day."""
    plan = load(assets.ROOT / "sample" / "branch.toml").plan()
    return replace(plan, schedule=Schedule("UTC", (((time(9), _LATEST),),) * 7))


def simulated_days(load_: float, seed: int, days: int) -> Iterator[list[ToldWait]]:
    """By day the waits of those who had to wait and were called; two tellers serve everything."""
    hall = Hall(sample_plan())
    for number in range(days):
        yield SimulatedDay(hall, date(2026, 3, 2) + timedelta(days=number), load_, seed * 100 + number).run()


class SimulatedDay:
    """One day: who comes, is called, walks, is served or has gone, and what the teller does then."""

    def __init__(self, hall: Hall, day: date, load_: float, seed: int) -> None:
        self._hall = hall
        self._day = day.isoformat()
        self._opens = round(datetime.combine(day, time(9), UTC).timestamp()) * SECOND
        chance = Random(seed)
        # Thinner or denser in time than the demo's crowd, so that the counters are as busy as is asked for.
        crowd = visitors(LENGTH_S * load_ / LOAD, seed)
        self._people = [replace(one, at=one.at * LOAD / load_) for one in crowd]
        self._chance = chance
        self._agenda: list[tuple[int, int, str, int]] = []
        self._gone: set[int] = set()
        self._idle: set[int] = set()
        self._told: list[ToldWait] = []

    def run(self) -> list[ToldWait]:
        """Go through the day."""
        self._do(c.TurnDay(self._day), self._opens - HOUR)
        for number in COUNTERS:
            self._do(c.OpenCounter(number, f"teller{number}", tuple(self._hall.plan.services)), self._opens)
            self._idle.add(number)
        for index, person in enumerate(self._people):
            self._at(self._opens + round(person.at * SECOND), "comes", index)
        while self._agenda:
            at, _, what, number = heappop(self._agenda)
            getattr(self, f"_{what}")(number, at)
            for counter in sorted(self._idle):
                self._call(counter, at)
        return self._told

    def _at(self, at: int, what: str, number: int) -> None:
        heappush(self._agenda, (at, len(self._agenda), what, number))

    def _do(self, command: c.Command, at: int) -> tuple[Any, ...]:
        events = decide(self._hall, command, at)
        for event in events:
            evolve(self._hall, event)
        return events

    def _comes(self, index: int, at: int) -> None:
        person = self._people[index]
        segment = "priority" if person.priority else None
        self._do(c.IssueTicket(str(index), person.service, segment=segment), at)
        if person.patience < LENGTH_S:
            self._at(at + round(person.patience * SECOND), "loses_patience", index)

    def _loses_patience(self, index: int, _: int) -> None:
        if self._hall.tickets[str(index)].status is TicketStatus.WAITING:
            self._gone.add(index)

    def _call(self, counter: int, at: int) -> None:
        for event in self._do(c.CallNext(counter), at):
            self._idle.remove(counter)
            ticket = self._hall.tickets[event.ticket]
            if ticket.announced is not None and at > ticket.issued_at:
                self._told.append(ToldWait(at - ticket.issued_at, ticket.announced))
            if int(ticket.id) in self._gone:
                self._at(at + 40 * SECOND, "waits_in_vain", counter)
            else:
                self._at(at + round(self._at_counter(counter).walk * SECOND), "begins", counter)

    def _at_counter(self, counter: int) -> Visitor:
        return self._people[int(self._hall.counters[counter].ticket or "")]

    def _begins(self, counter: int, at: int) -> None:
        self._do(c.StartServing(counter), at)
        self._at(at + round(self._at_counter(counter).takes * SECOND), "ends", counter)

    def _ends(self, counter: int, at: int) -> None:
        self._do(c.FinishServing(counter), at)
        self._at(at + round(self._chance.uniform(4, 12) * SECOND), "is_ready", counter)

    def _waits_in_vain(self, counter: int, at: int) -> None:
        self._do(c.MarkMissed(counter), at)
        self._at(at + round(self._chance.uniform(4, 12) * SECOND), "is_ready", counter)

    def _is_ready(self, counter: int, _: int) -> None:
        self._idle.add(counter)
