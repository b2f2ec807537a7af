"""Days on which branch.toml changes: a likely morning, any other plan, and what must be true of it then."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.day.kept_rules import dependents, plan_of_day
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import CODES, Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing import discipline
from branch.domain.tickets.ticket import AT_COUNTER, FINAL, TicketStatus
from branch.opening_hours import MINUTE
from branch.service.feed.branch_view import branch_info
from branch.service.feed.counter_views import figures_view
from branch.service.feed.hall_views import Views
from branch.service.feed.phone_views import block_view, public_ticket
from branch.service.feed.visit_views import visit_row
from tests.domain.branches import FRIDAY, PLAN, at
from tests.domain.bustle import likely, pause, somebody
from tests.domain.helpers import replayed
from tests.domain.invariants import check_places
from tests.domain.states import snapshot


def changed(plan: Plan, chance: Random) -> Plan:
    """That plan with some of everything gone or changed, as branch.toml could have it."""
    segments = {
        name: one for n, (name, one) in enumerate(plan.segments.items()) if not n or chance.random() < 0.7
    }
    names = chance.sample(sorted(plan.services), chance.randint(1, len(plan.services)))
    letters = [plan.services[name].prefix for name in names]
    if chance.random() < 0.5:
        chance.shuffle(letters)
    services = {
        name: replace(
            plan.services[name],
            prefix=letter,
            segment=plan.services[name].segment if plan.services[name].segment in segments else None,
            first=chance.choice((plan.services[name].first, 1, 5)),
            last=chance.choice((plan.services[name].last, 999, 40)),
            per_day=chance.choice((None, None, 3)),
            steps=chance.choice((plan.services[name].steps, ())),
        )
        for name, letter in zip(names, letters, strict=True)
    }
    if chance.random() < 0.4:  # a service under another id, with the prefix of before
        old = services.pop(names[0])
        services["N"] = replace(old, id="N")
    counters = {}
    for number in chance.sample(range(1, 6), chance.randint(1, 5)):
        had = plan.counters[number].services if number in plan.counters else tuple(services)
        listed = [name for name in had if name in services] or [next(iter(services))]
        counters[number] = replace(plan.counters[1], number=number, services=tuple(listed))
    if (
        chance.random() < 0.5
    ):  # a service that is new to the branch has a counter; others may have lost theirs
        number = next(iter(counters))
        counters[number] = replace(plan.counters[1], number=number, services=tuple(services))
    else:
        served = {name for counter in plan.counters.values() for name in counter.services}
        new = [name for name in services if name not in served]
        counters = {
            n: replace(one, services=tuple(dict.fromkeys((*one.services, *new))))
            for n, one in counters.items()
        }
    return replace(
        plan,
        services=services,
        segments=segments,
        counters=dict(sorted(counters.items())),
        staff={},
        reasons=(),
        close_reasons=chance.choice((plan.close_reasons, plan.close_reasons[:1])),
    )


class ChangingDay:
    """One day at random, always the same for one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.hall, self.now, self.made = Hall(PLAN), at("09:00"), 0
        self.events: list[e.Event] = []
        self.ask(c.TurnDay(FRIDAY))

    def ask(self, command: c.Command) -> tuple[e.Event, ...] | Refusal:
        """Ask for it; whatever is refused is refused by a code of the contract."""
        try:
            happened = decide(self.hall, command, self.now)
        except Refusal as refused:
            answer = refused
        else:
            for event in happened:
                evolve(self.hall, event)
            self.events += happened
            return happened
        assert answer.code in CODES
        return answer

    def live(self, steps: int) -> None:
        """So many things happen."""
        for _ in range(steps):
            self.now += pause(self.chance) // 4
            self.ask(self._likely() if self.chance.random() < 0.7 else self._odd())

    def change(self, plan: Plan) -> None:
        """The service is stopped and starts with that plan."""
        again = replayed(PLAN, self.events)
        again.adopt(plan_of_day(again, plan))
        self.ask(c.AdoptPlan(plan))
        assert again.plan == self.hall.plan
        assert {**snapshot(again), "plan_hash": ""} == {**snapshot(self.hall), "plan_hash": ""}
        again.adopt(plan_of_day(again, plan))
        assert again.plan == self.hall.plan, "asked again it is the same"

    def check(self) -> None:
        """Nobody is lost, and everything can be shown."""
        check_places(self.hall)
        numbers = [ticket.number for ticket in self.hall.tickets.values()]
        assert len(numbers) == len(set(numbers))
        self._look_at_everything()
        self._reach_everybody()
        for name in self.hall.plan.kept.services:
            refused = self.ask(c.IssueTicket(self._new(), name))
            assert isinstance(refused, Refusal)
            assert refused.code == "unknown-service"
        self.ask(c.RunTimers())  # an appointment may expire by this one
        self.ask(c.RunTimers())
        told = {alert.detail for alert in self.hall.alerts.values() if alert.kind == "left-plan"}
        assert told == {one.name for one in dependents(self.hall)}
        assert snapshot(replayed(PLAN, self.events)) == snapshot(self.hall)

    def _look_at_everything(self) -> None:
        hall, now = self.hall, self.now
        views = Views(hall.plan, "http://branch")
        branch_info(hall.plan, ticket_url="").to_json(for_staff=True)
        for role in views.audiences:
            views.snapshot(hall, role, now, None, 1, "journal")
        for counter in hall.counters.values():
            views.queue(hall, counter.number, now)
            if counter.staff is not None:
                figures_view(hall, counter.staff, now)
        for ticket in hall.tickets.values():
            public_ticket(hall, ticket, now, views)
            visit_row(ticket, views, hall.plan)
        for block in hall.blocks.values():
            block_view(hall, block)

    def _reach_everybody(self) -> None:
        """Every counter that can be opened is; then whoever waits is in a queue, and the others can go on."""
        again = replayed(PLAN, self.events)
        configured = again.plan.counters.keys() - set(again.plan.kept.counters)
        for counter in list(again.counters.values()):
            staff = counter.staff or f"extra{counter.number}"  # who is there takes all that the counter may
            if counter.state == "closed" and counter.number not in configured:
                with pytest.raises(Refusal, match="has left"):
                    decide(again, c.OpenCounter(counter.number, staff), self.now)
            elif counter.number in configured:
                for event in decide(again, c.OpenCounter(counter.number, staff), self.now):
                    evolve(again, event)
        staffed = [counter for counter in again.counters.values() if counter.state != "closed"]
        queued = {one for counter in staffed for one in discipline.queue_of(again, counter, self.now)}
        for ticket in again.tickets.values():
            if ticket.status is TicketStatus.WAITING:
                assert ticket.id in queued, f"{ticket.number} is in nobody's queue"
            elif ticket.status in AT_COUNTER:
                number = ticket.stay.counter or 0
                goes_on = c.StartServing if ticket.status is TicketStatus.CALLED else c.FinishServing
                assert decide(again, goes_on(number), self.now)
                assert decide(again, c.ParkTicket(number), self.now)
            elif ticket.status not in FINAL:
                assert decide(again, c.CancelTicket(ticket.id), self.now)

    def _likely(self) -> c.Command:
        return likely(self.hall, self.chance, self._new)

    def _odd(self) -> c.Command:
        """Something about anything that is or was there."""
        chance, hall = self.chance, self.hall
        number, service = chance.randint(1, 6), chance.choice([*PLAN.services, "N"])
        ticket, block = somebody(hall, chance), chance.choice([*hall.blocks, "none"])
        n = chance.choice((950, 951, 960, 990, 999, 450, 95, 40))
        booked = chance.choice([*hall.appointments, "none"])
        other = chance.choice((None, number % 6 + 1))
        asked: tuple[c.Command, ...] = (
            c.ReserveNumbers(self._new(), service=service, holder=chance.choice(("kiosk", "kiosk 2"))),
            c.HandInTicket(
                self._new(), block, n, self.now - MINUTE, segment=chance.choice((None, "vip", "priority"))
            ),
            c.IssueTicket(self._new(), service, segment=chance.choice((None, "vip", "priority"))),
            c.OpenCounter(number, f"teller{chance.randint(1, 4)}", move=True),
            c.OpenCounter(number, chance.choice(("li", "wang")), (service,)),
            c.CloseCounter(number, give_back=chance.random() < 0.5),
            c.ChainServices(number, (service,)),
            c.TransferTicket(number, service, other),
            c.CallTicket(number, ticket),
            c.CallNext(number),
            c.CloseService(service, "system"),
            c.ReopenService(service),
            c.BookAppointment(self._new(), f"code{self.made}", service, self.now + 20 * MINUTE),
            c.CheckIn(booked, self._new()),
            c.CancelTicket(ticket),
            c.OpenCase(self._new(), "letter", "late", "manager", service=service, counter=number),
            c.RunTimers(),
        )
        return chance.choice(asked)

    def _new(self) -> str:
        self.made += 1
        return f"t{self.made}"
