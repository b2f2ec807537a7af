"""A small language for stories of the queue: given a history, when one more command, then these events.

::

    given(issue("a"), seat(1), "09:10").when(CallNext(1)).then(did(e.TicketCalled, ticket="a", counter=1))
    given(issue("a")).when(StartServing(1)).refused("counter-not-open")

A history is made of commands and times. "09:30" puts the branch's clock there, "+90s" and "+5m" move it
on; every command takes one second. The day is turned before the first command.

Every story also checks three things that hold for all of them: deciding changes nothing, a refusal leaves
nothing behind, and the same events read back from JSON make an equal hall.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import FACTS, Fact, Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.tickets.ticket import Ticket
from branch.service.journal.journal_format import from_record, to_record
from tests.domain.branches import FRIDAY, PLAN, ZONE, at, durations
from tests.domain.states import state_of

Step = c.Command | str
Expected = tuple[type[e.Event], dict[str, Any]]


def did(kind: type[e.Event], /, **known: Any) -> Expected:
    """An event of that type with at least those fields."""
    return kind, known


def issue(ticket: str, service: str = "A", segment: str | None = None, **more: Any) -> c.IssueTicket:
    """A customer takes a number; the story's name of the customer is the ticket's id."""
    return c.IssueTicket(ticket, service, segment=segment, **more)


def seat(counter: int, staff: str | None = None, services: tuple[str, ...] | None = None) -> c.OpenCounter:
    """Somebody sits down at a counter."""
    return c.OpenCounter(counter, staff or f"teller{counter}", services)


def called_in(counter: int = 1) -> tuple[c.Command, ...]:
    """The next one is called and sits down."""
    return c.CallNext(counter), c.StartServing(counter)


def served_in(counter: int = 1) -> tuple[Step, ...]:
    """The next one is called, sits down and leaves a minute later."""
    return *called_in(counter), "+58s", c.FinishServing(counter)


_PARTS = frozenset({"place", "stay", "paper", "reminder", "promise"})


class Story:
    """A hall with its history so far."""

    def __init__(self, plan: Plan, day: str, clock: str) -> None:
        self.hall = Hall(plan)
        self.day = day
        self.now = at(clock, day, plan.schedule.zone)
        self.history: list[e.Event] = []
        self._answer: tuple[e.Event, ...] | Refusal | None = None
        self._ask(c.TurnDay(day))

    def given(self, *steps: Step) -> Story:
        """Go through a history in which nothing is refused."""
        for step in steps:
            if isinstance(step, str):
                self._tick(step)
                continue
            answer = self._ask(step)
            assert not isinstance(answer, Refusal), f"{step} was refused: {answer.code} ({answer})"
            self.now += 1000
        return self

    def when(self, command: c.Command, clock: str | None = None) -> Story:
        """Ask for one more thing, whatever comes of it."""
        if clock is not None:
            self._tick(clock)
        self._answer = self._ask(command)
        again = replayed(self.hall.plan, self.history)
        assert state_of(again) == state_of(self.hall), "the events read back make another hall"
        return self

    def then(self, *expected: Expected) -> Story:
        """Exactly these events came of it, in this order."""
        assert not isinstance(self._answer, Refusal), f"refused: {self._answer.code} ({self._answer})"
        assert self._answer is not None
        seen = [
            (type(event), {name: getattr(event, name) for name in known})
            for event, (_, known) in zip(self._answer, expected, strict=False)
        ]
        assert [type(event).__name__ for event in self._answer] == [kind.__name__ for kind, _ in expected]
        assert seen == list(expected)
        return self

    def refused(self, code: str, **facts: Fact) -> Story:
        """It was refused with that code, with every fact that goes with it, and with these values."""
        assert isinstance(self._answer, Refusal), f"not refused: {self._answer}"
        assert self._answer.code == code
        assert set(self._answer.facts) == set(FACTS.get(code, ()))
        assert {name: self._answer.facts[name] for name in facts} == facts
        return self

    def ticket(self, ticket: str, **known: Any) -> Story:
        """That ticket has these values now."""
        found = self.hall.tickets[ticket]
        facts = facts_of(found) | {"steps_done": found.steps_done}
        assert {name: facts[name] for name in known} == known
        return self

    def counter(self, number: int, **known: Any) -> Story:
        """That counter has these values now."""
        found = self.hall.counters[number]
        assert {name: getattr(found, name) for name in known} == known
        return self

    def last(self, kind: type[e.Event]) -> Any:
        """The newest event of a type."""
        return next(event for event in reversed(self.history) if type(event) is kind)

    def calls(self, counter: int) -> list[str]:
        """Whom that counter calls if each is served at once and nobody comes, in order."""
        order: list[str] = []
        while True:
            self.given(c.CallNext(counter))
            held = self.hall.counters[counter].ticket
            if held is None:
                return order
            order.append(held)
            self.given(c.StartServing(counter), c.FinishServing(counter))

    def _tick(self, clock: str) -> None:
        if clock.startswith("+"):
            self.now += int(clock[1:-1]) * durations()[clock[-1]]
            return
        then = at(clock, self.day, self.hall.plan.schedule.zone)
        assert then >= self.now, f"{clock} has passed already"
        self.now = then

    def _ask(self, command: c.Command) -> tuple[e.Event, ...] | Refusal:
        before = state_of(self.hall)
        answer: tuple[e.Event, ...] | Refusal
        try:
            answer = decide(self.hall, command, self.now)
        except Refusal as refusal:
            answer = refusal
        assert state_of(self.hall) == before, f"deciding {command} changed the hall"
        if not isinstance(answer, Refusal):
            for event in answer:
                assert event.at == self.now
                evolve(self.hall, event)
                self.history.append(event)
        if isinstance(command, c.TurnDay):
            self.day = self.hall.day or self.day
        return answer


def given(*steps: Step, plan: Plan = PLAN, day: str = FRIDAY, start: str = "09:00") -> Story:
    """Begin a story."""
    return Story(plan, day, start).given(*steps)


def replayed(plan: Plan, events: list[e.Event]) -> Hall:
    """The hall that these events make after a visit to the journal's JSON."""
    hall = Hall(plan)
    for event in events:
        kind, text = to_record(event)
        evolve(hall, from_record(kind, event.at, text))
    return hall


def facts_of(ticket: Ticket) -> dict[str, Any]:
    """Every fact of a ticket by name, those of its parts too; no two have a name in common."""
    facts: dict[str, Any] = {"appointment": None, "appointment_at": None, "came_late": False}
    for part in (ticket, ticket.place, ticket.stay, ticket.paper, ticket.reminder, ticket.promise):
        if part is not None:
            facts |= {field.name: getattr(part, field.name) for field in fields(part)}
    return {name: fact for name, fact in facts.items() if name not in _PARTS}


def visible_changes(before: Ticket, after: Ticket) -> set[str]:
    """The facts in which two versions of a ticket differ, but for the count of changes."""
    then, now = facts_of(before), facts_of(after)
    return {name for name in then if then[name] != now[name]} - {"changes"}


__all__ = [
    "FRIDAY",
    "PLAN",
    "ZONE",
    "Story",
    "at",
    "called_in",
    "did",
    "given",
    "issue",
    "replayed",
    "seat",
    "served_in",
    "visible_changes",
]
