"""Random days in the real queue, for tests that compare what screens know with what is so."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, cast

from branch.contract.answers.feed_events import QUEUES_CHANGED, BoardEvent
from branch.contract.answers.hall_answers import BoardHall, BoardSnapshot
from branch.domain import commands as c
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.tickets.ticket import AT_COUNTER, ON_HOLD, TicketStatus
from branch.service.core.event_rows import Entry, entry_after
from branch.service.feed.feed_entries import entry_data
from branch.service.feed.hall_views import Views
from tests.domain.branches import FRIDAY, MONDAY, PLAN, SATURDAY, at


class Walk:
    """A hall in which things happen by chance; ``entries`` are the rows of its journal."""

    def __init__(self, seed: int, plan: Plan = PLAN) -> None:
        self.views = Views(plan, "http://branch.local:8750")
        self.hall = Hall(plan)
        self.entries: list[Entry] = []
        self.now = at("09:00")
        self._chance = random.Random(seed)
        self._ids = 0
        self.do(c.TurnDay(FRIDAY))

    def do(self, command: c.Command) -> list[Entry]:
        """Carry out a command; nothing happens when it is refused."""
        self.now += self._chance.randint(0, 20_000)
        try:
            events = decide(self.hall, command, self.now)
        except Refusal:
            return []
        fresh = []
        for event in events:
            evolve(self.hall, event)
            seq = len(self.entries) + 1
            fresh.append(entry_after(self.hall, event, seq, self.hall.day or ""))
            self.entries += fresh[-1:]
        return fresh

    def steps(self, count: int) -> Iterator[list[Entry]]:
        """So many commands, each with the rows that came of it."""
        for _ in range(count):
            yield self.do(self._command())

    def turn_day(self) -> list[Entry]:
        """The next business day begins."""
        self.now = at("08:59", MONDAY)
        return self.do(c.TurnDay(MONDAY))

    def midnight(self, after: int) -> list[Entry]:
        """The day turns, so many ms after midnight; who is here goes along where the branch stays open."""
        self.now = at("00:00", SATURDAY) + after
        return self.do(c.TurnDay(SATURDAY))

    def event(self, entry: Entry, role: str) -> BoardEvent | None:
        """A row as the feed of a role carries it."""
        return cast("BoardEvent | None", entry_data(entry, self.views, role))

    def counts(self, counter: int | None) -> BoardEvent:
        """The counts and waits as the feed carries them."""
        head: BoardEvent = {"seq": len(self.entries), "type": QUEUES_CHANGED}
        if counter is None:
            return cast(BoardEvent, {**head, **self.views.counts(self.hall, self.now)})
        return cast(BoardEvent, {**head, **self.views.queues(self.hall, self.now, (counter,))})

    def snapshot(self, role: str, counter: int | None = None) -> BoardSnapshot:
        """The hall as it is."""
        return {
            "seq": len(self.entries),
            "at": self.views.time(self.now),
            "journal": "j",
            "hall": cast(BoardHall, self.views.hall(self.hall, role, self.now, counter)),
        }

    def _command(self) -> c.Command:
        chance, counter = self._chance, self._chance.choice((1, 2, 3, 4))
        tickets = list(self.hall.tickets.values())
        served = [t.id for t in tickets if t.status is TicketStatus.SERVED] or ["nobody"]
        held = [t.id for t in tickets if t.status in ON_HOLD] or ["nobody"]
        at_counter = [t.id for t in tickets if t.status in AT_COUNTER] or ["nobody"]
        someone = chance.choice(tickets).id if tickets else "nobody"
        self._ids += 1
        kinds: list[Any] = [
            *[c.IssueTicket(f"t{self._ids}", chance.choice("AABV"))] * 4,
            *[c.OpenCounter(counter, f"teller{counter}")] * 2,
            *[c.CallNext(counter)] * 5,
            *[c.StartServing(counter)] * 3,
            *[c.FinishServing(counter)] * 3,
            *[c.UndoLast(counter)] * 2,
            *[c.TickStep(counter, chance.choice(("greet", "identity")), chance.random() < 0.7)] * 2,
            c.RecallTicket(counter),
            c.MarkMissed(counter),
            c.ParkTicket(counter),
            c.TransferTicket(counter, service=chance.choice("AB")),
            c.TransferTicket(counter, to_counter=chance.choice((1, 2, 3, 4))),
            c.RequeueTicket(chance.choice(held)),
            c.CallTicket(counter, chance.choice(held)),
            c.CallTicket(counter, someone),
            c.CancelTicket(someone),
            c.ConfirmPrint(chance.choice(at_counter), chance.random() < 0.5),
            c.ConfirmPrint(someone, chance.random() < 0.5),
            c.ReprintTicket(f"r{self._ids}", someone, "staff", "counter", ("kiosk",)),
            c.RateTicket(chance.choice(served), 5),
            c.LeaveUnrated(chance.choice(served)),
            c.PauseCounter(counter, "break"),
            c.ResumeCounter(counter),
            c.CloseCounter(counter),
            c.CloseService("B", "no cash"),
            c.ReopenService("B"),
        ]
        return cast(c.Command, chance.choice(kinds))
