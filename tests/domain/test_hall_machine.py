"""The whole hall under random commands: whatever is asked, in whatever order, the invariants hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Rule
from branch.domain.tickets.ticket import AT_COUNTER, FINAL, ON_HOLD, TicketStatus
from branch.opening_hours import HOUR, MINUTE, Schedule
from tests.domain import reference
from tests.domain.branches import FRIDAY, PLAN, ZONE, at
from tests.domain.bustle import likely, pause
from tests.domain.helpers import visible_changes
from tests.domain.walked_hall import WalkedHall

ALWAYS = Schedule(ZONE, (((time(0), time.max),),) * 7)
RULES = (
    Rule(),
    Rule(cap=5 * MINUTE),
    Rule(cap=0),
    Rule(cap=10 * MINUTE, service_order="listed"),
    Rule(most_passes=1),
    Rule("strict-priority", most_passes=3),
    Rule("strict-priority"),
    Rule("strict-priority", service_order="listed"),
    Rule("first-come"),
    Rule("accumulating-priority"),
    Rule("accumulating-priority", most_passes=5),
    Rule("accumulating-priority", most_passes=2, service_order="listed"),
)
COUNTERS = st.integers(1, 3)
SERVICES = st.sampled_from(sorted(PLAN.services))
STEPS = (c.CallNext, c.StartServing, c.FinishServing, c.RecallTicket, c.MarkMissed, c.ParkTicket)
HERE = frozenset({*AT_COUNTER, TicketStatus.WAITING, TicketStatus.PARKED})
MIDNIGHT = at("00:00")
ANYBODY = st.integers(0, 30)


class HallMachine(WalkedHall, RuleBasedStateMachine):
    """A kiosk, three counters, and people who do everything at the wrong moment too."""

    @initialize(
        ruled=st.sampled_from(RULES), seed=st.integers(0, 10**6), steps=st.sampled_from((0, 20, 60, 120))
    )
    def begin(self, ruled: Rule, seed: int, steps: int) -> None:
        """A branch under one of the rules, some way into its first morning."""
        self.start(replace(PLAN, schedule=ALWAYS, rule=ruled, appointment_walk_in=20 * MINUTE))
        self.ask(c.TurnDay(FRIDAY))
        chance = Random(seed)
        for _ in range(steps):
            self.ask(likely(self.hall, chance, self.new))
            self.hall_is_in_order()
            self.now += pause(chance)

    @rule(seconds=st.sampled_from([1, 3, 20, 90, 400, 1200]))
    def time_passes(self, seconds: int) -> None:
        """The clock goes on; at midnight the day turns."""
        self.now += seconds * 1000
        self.ask(c.TurnDay(self.plan.schedule.day_of(self.now)))
        self.ask(c.RunTimers())
        assert self.ask(c.RunTimers()) == (), "what was due has been done"

    @rule(service=SERVICES, segment=st.sampled_from([None, "vip", "priority"]), people=st.integers(1, 3))
    def take_numbers(self, service: str, segment: str | None, people: int) -> None:
        """Some people come in."""
        for _ in range(people):
            answer = self.ask(c.IssueTicket(self.new(), service, segment=segment))
            assert not isinstance(answer, Refusal) or answer.code in ("quota-reached", "service-closed")
            self.now += 700

    @rule(minutes=st.integers(0, 40), service=SERVICES)
    def book_and_check_in(self, minutes: int, service: str) -> None:
        """An appointment is made and used at once, if it is near enough."""
        appointment = self.new()
        self.ask(c.BookAppointment(appointment, appointment, service, self.now + minutes * MINUTE))
        self.ask(c.CheckIn(appointment, self.new()))

    @rule(late=st.integers(0, 50), service=SERVICES, cancelled=st.booleans())
    def book_and_be_late(self, late: int, service: str, cancelled: bool) -> None:
        """An appointment is made, and its customer comes so many minutes after its start, or never."""
        appointment, ticket, plan = self.new(), self.new(), self.plan
        self.ask(c.BookAppointment(appointment, appointment, service, self.now))
        if cancelled:
            self.ask(c.CancelAppointment(appointment))
        self.now += late * MINUTE
        answer = self.ask(c.CheckIn(appointment, ticket))
        too_late = late * MINUTE > plan.appointment_late + plan.appointment_walk_in
        if cancelled or too_late:
            assert isinstance(answer, Refusal)
        elif not isinstance(answer, Refusal):
            assert self.hall.tickets[ticket].came_late == (late * MINUTE > plan.appointment_late)

    @rule(counter=COUNTERS, times=st.integers(1, 3))
    def work(self, counter: int, times: int) -> None:
        """What a teller does next if nothing special happens."""
        for _ in range(times):
            self.now += 2_000
            stands = self.hall.counters[counter]
            held = self.hall.tickets[stands.ticket] if stands.ticket else None
            if stands.state == "closed":
                self.ask(c.OpenCounter(counter, f"teller{counter}"))
            elif stands.state == "paused":
                self.ask(c.ResumeCounter(counter))
            elif held is None:
                self.call_next(counter)
            elif held.status is TicketStatus.CALLED:
                assert self.ask(c.StartServing(counter))
            else:
                assert self.ask(c.FinishServing(counter))

    def call_next(self, counter: int) -> None:
        """The next one is called, and it is the one whom the rule's words name."""
        wanted = reference.whom_to_call(self.hall, self.hall.counters[counter], self.now)
        answer = self.ask(c.CallNext(counter))
        assert not isinstance(answer, Refusal)
        assert [getattr(event, "ticket", None) for event in answer] == ([wanted[0]] if wanted else [])

    @rule(counter=COUNTERS, step=st.sampled_from(STEPS), called=st.booleans())
    def go_on(self, counter: int, step: type[c.StartServing], called: bool) -> None:
        """Something happens to the ticket at a counter, just called perhaps, or is refused."""
        if called:
            self.ask(c.CallNext(counter))
        self.ask(step(counter))

    @rule(counter=COUNTERS, step=st.sampled_from(["greet", "identity"]), done=st.booleans())
    def tick(self, counter: int, step: str, done: bool) -> None:
        """A step of the standard is done or not after all, which moves nobody."""
        before = dict(self.hall.tickets)
        self.ask(c.TickStep(counter, step, done))
        for ticket, then in before.items():
            assert visible_changes(then, self.hall.tickets[ticket]) <= {"done_steps"}

    @rule(counter=COUNTERS, service=st.none() | SERVICES, to=st.none() | COUNTERS)
    def send_on(self, counter: int, service: str | None, to: int | None) -> None:
        """The ticket at a counter goes elsewhere."""
        self.ask(c.CallNext(counter))
        self.ask(c.TransferTicket(counter, service, to))

    @rule(counter=COUNTERS, service=st.none() | SERVICES, to=COUNTERS, away=st.booleans())
    def send_to_a_person(self, counter: int, service: str | None, to: int, away: bool) -> None:
        """The ticket at a counter goes to somebody who may leave at once; who is away is sent nobody."""
        self.ask(c.CallNext(counter))
        person = self.hall.counter_of(f"teller{to}")
        answer = self.ask(c.TransferTicket(counter, service, to_staff=f"teller{to}"))
        if isinstance(answer, Refusal):
            return
        assert person is not None
        assert person.state == "open"
        if away:
            self.ask(c.PauseCounter(person.number) if self.made % 2 else c.CloseCounter(person.number))

    @rule(counter=COUNTERS, services=st.lists(SERVICES, max_size=2, unique=True), done=st.booleans())
    def chain(self, counter: int, services: list[str], done: bool) -> None:
        """More is to be done in this visit: when one is done the ticket waits for the next, at its place."""
        self.ask(c.CallNext(counter))
        self.ask(c.StartServing(counter))
        self.ask(c.ChainServices(counter, tuple(services)))
        held = self.hall.counters[counter].ticket
        if held is None or not done:
            return
        before = self.hall.tickets[held]
        if isinstance(self.ask(c.FinishServing(counter)), Refusal):
            return
        after = self.hall.tickets[held]
        if before.next_services:
            assert (after.status, after.service, after.next_services) == (
                TicketStatus.WAITING,
                before.next_services[0],
                before.next_services[1:],
            )
            assert (after.number, after.place.queued_from, after.issued_at) == (
                before.number,
                before.place.queued_from,
                before.issued_at,
            )
        else:
            assert after.status is TicketStatus.SERVED

    @rule(counter=COUNTERS, to=COUNTERS)
    def move_over(self, counter: int, to: int) -> None:
        """A teller moves to another counter, and those who wait for them follow."""
        self.ask(c.OpenCounter(to, f"teller{counter}", move=True))

    @rule(counter=COUNTERS, who=ANYBODY)
    def call_by_name(self, counter: int, who: int) -> None:
        """A chosen one is called, unless sent to somebody else."""
        ticket = self.somebody(who, TicketStatus.WAITING, *ON_HOLD)
        answer = self.ask(c.CallTicket(counter, ticket))
        assert isinstance(answer, Refusal) or self.hall.tickets[ticket].place.for_counter in (None, counter)

    @rule(counter=COUNTERS, paper=st.booleans())
    def undo(self, counter: int, paper: bool) -> None:
        """The last action is taken back, though paper has come out since; and only once."""
        last = self.book.undoable.get(counter)
        if last is not None and paper:
            self.ask(c.ConfirmPrint(last[0].id, not last[0].paper.printed))
        self.ask(c.UndoLast(counter))
        assert isinstance(self.ask(c.UndoLast(counter)), Refusal)

    @rule(who=ANYBODY, counter=st.none() | COUNTERS)
    def come_back(self, who: int, counter: int | None) -> None:
        """One who stands aside waits again; one who was only parked at the old place."""
        before = self.hall.tickets.get(self.somebody(who, *ON_HOLD))
        answer = self.ask(c.RequeueTicket(self.somebody(who, *ON_HOLD), counter))
        if before is not None and before.status is TicketStatus.PARKED:
            if isinstance(answer, Refusal) and answer.code == "counter-not-open":
                return
            assert not isinstance(answer, Refusal)
            after = self.hall.tickets[before.id]
            assert visible_changes(before, after) <= {"status", "counter", "staff", "remind_at", "reminded"}

    @rule(who=ANYBODY, counter=COUNTERS, seconds=st.none() | st.sampled_from([0, 2, 60]))
    def park_again(self, who: int, counter: int, seconds: int | None) -> None:
        """One who is parked stays aside, and nothing else about them or the counter's customer changes."""
        before, held = self.hall.tickets.get(self.somebody(who, *ON_HOLD)), self.hall.counters[counter].ticket
        after = None if seconds is None else seconds * 1000
        answer = self.ask(c.ParkAgain(counter, self.somebody(who, *ON_HOLD), after))
        assert self.hall.counters[counter].ticket == held
        if before is not None and not isinstance(answer, Refusal):
            assert before.status is TicketStatus.PARKED
            changed = visible_changes(before, self.hall.tickets[before.id])
            assert changed <= {"counter", "remind_at", "reminded"}

    @rule(who=ANYBODY, aside=st.booleans())
    def leave(self, who: int, aside: bool) -> None:
        """One who waits, or stands aside, leaves."""
        self.ask(c.CancelTicket(self.somebody(who, *ON_HOLD) if aside else self.somebody(who)))

    @rule(who=ANYBODY, score=st.integers(0, 6), ok=st.booleans())
    def paper_and_rating(self, who: int, score: int, ok: bool) -> None:
        """A printer reports, a customer rates."""
        self.ask(c.ConfirmPrint(self.somebody(who), ok))
        happy = self.somebody(who, TicketStatus.SERVED)
        rated = happy in self.hall.tickets and self.hall.tickets[happy].rating is not None
        answer = self.ask(c.RateTicket(happy, score))
        assert not rated or isinstance(answer, Refusal)

    @rule(
        counter=COUNTERS,
        staff=st.sampled_from(["li", "wang"]),
        what=st.sampled_from([c.PauseCounter, c.ResumeCounter, c.CloseCounter]),
    )
    def stop_and_go(self, counter: int, staff: str, what: type[c.CloseCounter]) -> None:
        """A counter pauses, resumes or closes, and somebody else may want to sit there."""
        self.ask(c.ParkTicket(counter))
        self.ask(what(counter))
        self.ask(c.OpenCounter(counter, staff))

    @rule(service=SERVICES)
    def service_ends(self, service: str) -> None:
        """A service takes nobody any more, or takes people again."""
        closed = service in self.hall.closed_services
        self.ask(c.ReopenService(service) if closed else c.CloseService(service))

    @precondition(lambda self: len(self.hall.tickets) > 12)
    @rule(minutes=st.sampled_from([0, 5, 90]))
    def midnight_passes(self, minutes: int) -> None:
        """The branch stays open: everybody goes along with their numbers, and the tellers stay."""
        before = {ticket.id: ticket for ticket in self.hall.tickets.values() if ticket.status in HERE}
        sessions = {
            n: counter.staff for n, counter in self.hall.counters.items() if counter.state != "closed"
        }
        held = {n: counter.ticket for n, counter in self.hall.counters.items()}
        self.now += 24 * HOUR - (self.now - MIDNIGHT) % (24 * HOUR) + minutes * MINUTE
        assert not isinstance(self.ask(c.TurnDay(self.plan.schedule.day_of(self.now))), Refusal)
        for ticket in before.values():
            after = self.hall.tickets[ticket.id]
            assert (after.number, after.status, after.stay) == (ticket.number, ticket.status, ticket.stay)
        assert {n: c.staff for n, c in self.hall.counters.items() if c.state != "closed"} == sessions
        assert {n: counter.ticket for n, counter in self.hall.counters.items()} == held

    @precondition(lambda self: len(self.hall.tickets) > 12)
    @rule(days=st.sampled_from([-9, -1, 1, 30]), hours=st.integers(-2, 2))
    def date_is_put_right(self, days: int, hours: int) -> None:
        """The clock was wrong: the day goes on under another date, with everything that is in it."""
        shift = days * 24 * HOUR + hours * HOUR
        if self.plan.schedule.day_of(self.now + shift) == self.hall.day:
            return
        before = dict(self.hall.tickets)
        issued, carried = dict(self.hall.numbers_issued), self.hall.carried
        day = self.hall.day
        self.now += shift
        answer = self.ask(c.TurnDay(self.plan.schedule.day_of(self.now), corrected_by=shift))
        assert not isinstance(answer, Refusal)
        assert answer[0] == e.DayClosed(at=self.now, day=day or "", goes_on_as=self.hall.day)
        assert self.hall.numbers_issued == issued
        assert self.hall.carried == carried
        for ticket in before.values():
            after = self.hall.tickets[ticket.id]
            assert (after.number, after.status) == (ticket.number, ticket.status)
            assert after.issued_at - ticket.issued_at == shift

    @precondition(lambda self: len(self.hall.tickets) > 12)
    @rule()
    def night_falls(self) -> None:
        """Everybody has come to an end, and the next day begins with number one."""
        over = {*FINAL, TicketStatus.MISSED}
        here = {ticket.id for ticket in self.hall.tickets.values() if ticket.status not in over}
        self.now += 48 * HOUR
        answer = self.ask(c.TurnDay(self.plan.schedule.day_of(self.now)))
        assert not isinstance(answer, Refusal)
        ended = [event.ticket for event in answer if isinstance(event, e.TicketEvent)]
        assert sorted(ended) == sorted(here)
        assert not self.hall.tickets

    @invariant()
    def hall_is_in_order(self) -> None:
        """Everything that is always true, and the journal tells the same story."""
        self.check()

    def teardown(self) -> None:
        """The whole journal, read from its first row, makes the hall once more."""
        self.check_journal()


TestHallMachine = HallMachine.TestCase
TestHallMachine.settings = settings(
    max_examples=120,
    stateful_step_count=25,
    derandomize=True,  # the same walk every time: a red build is a red build
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
