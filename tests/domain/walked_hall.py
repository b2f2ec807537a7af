"""A hall that is walked through step by step, each step checked against its journal and a book of our own."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import CODES, Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.tickets.ticket import Ticket, TicketStatus
from branch.service.journal.journal_format import from_record, to_record
from tests.domain.book import Book
from tests.domain.branches import at
from tests.domain.helpers import replayed, visible_changes
from tests.domain.invariants import check_hall
from tests.domain.onlooker import Onlooker
from tests.domain.states import snapshot

Answer = tuple[e.Event, ...] | Refusal


class WalkedHall:
    """The hall, its clock and its events, and a mirror that knows them from their JSON alone."""

    def start(self, plan: Plan) -> None:
        """Before the first day."""
        self.plan = plan
        self.hall, self.mirror = Hall(plan), Hall(plan)
        self.now = at("08:00")
        self.events: list[e.Event] = []
        self.made = 0
        self.book = Book()
        self.onlooker = Onlooker()

    @property
    def prints(self) -> list[e.TicketPrinted]:
        """What printers have said so far."""
        return [event for event in self.events if isinstance(event, e.TicketPrinted)]

    def ask(self, command: c.Command) -> Answer:
        """Ask for it; either events come of it or nothing at all has changed."""
        before = snapshot(self.hall)
        undoable = dict(self.book.undoable)
        try:
            answer: Answer = decide(self.hall, command, self.now)
        except Refusal as refusal:
            answer = refusal
        assert snapshot(self.hall) == before
        for event in () if isinstance(answer, Refusal) else answer:
            self.book.note(event, self.hall)
            self.onlooker.note(event, self.hall)
            evolve(self.hall, event)
            kind, text = to_record(event)
            evolve(self.mirror, from_record(kind, event.at, text))
            self.events.append(event)
        assert not isinstance(answer, Refusal) or answer.code in CODES
        if isinstance(command, c.UndoLast):
            self.check_undo(command.counter, undoable.get(command.counter), answer)
        return answer

    def check_undo(self, counter: int, last: tuple[Ticket, int] | None, answer: Answer) -> None:
        """It is taken back exactly when our own book says it can be, and all of it but the paper."""
        if last is None or self.now - last[1] > self.plan.undo_window:
            assert isinstance(answer, Refusal)
            assert answer.code in ("nothing-to-undo", "counter-not-open")
            return
        assert not isinstance(answer, Refusal)
        before, after = last[0], self.hall.tickets[last[0].id]
        printed = [said.ok for said in self.prints if said.ticket == after.id]
        assert visible_changes(before, after) <= {"printed"}
        assert after.paper.printed == (printed[-1] if printed else None)

    def somebody(self, n: int, *statuses: TicketStatus) -> str:
        """The id of one of today's tickets, of those statuses if any are."""
        ids = [t.id for t in self.hall.tickets.values() if t.status in statuses] or list(self.hall.tickets)
        return ids[n % len(ids)] if ids else "nobody"

    def new(self) -> str:
        """An id that was never used."""
        self.made += 1
        return f"t{self.made}"

    def check(self) -> None:
        """Everything that is always true, and the journal tells the same story."""
        check_hall(self.hall, self.now)
        most = self.plan.rule.most_passes
        assert not most or self.onlooker.most() <= most
        for ticket in self.hall.tickets:
            assert self.hall.overtakes.passed(ticket) == len(self.onlooker.passed[ticket])
        assert snapshot(self.mirror) == snapshot(self.hall)

    def check_journal(self) -> None:
        """The whole journal, read from its first row, makes the hall once more."""
        assert snapshot(replayed(self.plan, self.events)) == snapshot(self.hall)
