"""The dry run says of each who waits what really comes if nobody comes or leaves and all take their cycle."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from heapq import heapify, heappop, heappush
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.dry_run import DryCounter, DryLane, DryRun
from branch.domain.queueing.estimate import Forecast
from branch.domain.queueing.overtaking import Overtakes
from branch.domain.tickets.ticket import TicketStatus
from branch.opening_hours import MINUTE, SECOND
from tests.domain.branches import PLAN, ruled
from tests.domain.helpers import Story, called_in, given, issue, seat
from tests.domain.strategies import commands, lived_through

QUIET = settings(derandomize=True, database=None, deadline=None, max_examples=60)

RULES = [
    PLAN,
    ruled("longest-wait", cap=0, most_passes=2),
    ruled("longest-wait", service_order="listed"),
    ruled("strict-priority", most_passes=1),
    ruled("first-come"),
    ruled("accumulating-priority", most_passes=2),
]

RUSH = st.tuples(st.sampled_from("ABV"), st.sampled_from([None, "vip", "priority"]), st.integers(0, 999))
"""One who comes: for what, as what, and how many ms into the second."""

LISTED_RATES = ruled("accumulating-priority", service_order="listed", most_passes=3)


def rolled_forward(hall: Hall, now: int) -> tuple[dict[str, int], dict[str, list[int]]]:
    """When each of those who wait is called, and by which counters those before it, if decide and evolve are
    asked: whoever is at a counter now is served until the forecast says, all others for a cycle."""
    cycles = {service: Forecast(hall, now).cycle(service) for service in hall.plan.services}
    busy = [(at, number) for number, at in Forecast(hall, now).free_at().items()]
    heapify(busy)
    called: dict[str, int] = {}
    callers: list[int] = []
    before: dict[str, list[int]] = {}
    while busy:
        at, number = heappop(busy)
        held = hall.counters[number].ticket
        if held is not None:
            if hall.tickets[held].status is TicketStatus.CALLED:
                apply(hall, c.StartServing(number), at)
            evolve(hall, e.ServingFinished(at=at, ticket=held, counter=number))
        choice = apply(hall, c.CallNext(number), at)
        if not choice:
            continue
        (event,) = choice
        called[event.ticket] = at
        before[event.ticket] = list(callers)
        callers.append(number)
        heappush(busy, (at + cycles[hall.tickets[event.ticket].service], number))
    return called, before


def apply(hall: Hall, command: c.Command, at: int) -> tuple[Any, ...]:
    """Decide and evolve."""
    events = decide(hall, command, at)
    for event in events:
        evolve(hall, event)
    return events


def check_like_the_truth(plan: Plan, asked: list[Any]) -> None:
    """Everybody who waits is called when, and after as many, as the dry run has said."""
    hall, _, now = lived_through(asked, plan)
    forecast = Forecast(hall, now)
    waiting = [t for t in hall.tickets.values() if t.status is TicketStatus.WAITING]
    said = {ticket.id: forecast.for_ticket(ticket) for ticket in waiting}
    serving = {
        ticket.id: {
            counter.number
            for counter in hall.counters.values()
            if ticket.place.for_counter in (None, counter.number)
            and (ticket.place.for_counter is not None or ticket.service in counter.services)
        }
        for ticket in waiting
    }
    for counter in list(hall.counters.values()):
        if counter.state == "paused":
            evolve(hall, e.CounterClosed(at=now, counter=counter.number))
    called, before = rolled_forward(hall, now)
    for ticket in waiting:
        estimate = said[ticket.id]
        if estimate is None:
            continue
        assert estimate.dry_run == called[ticket.id] - now // SECOND * SECOND
        assert estimate.ahead == sum(number in serving[ticket.id] for number in before[ticket.id])


@pytest.mark.parametrize("plan", RULES, ids=lambda plan: repr(plan.rule.name))
@for_all(asked=st.lists(commands(), min_size=10, max_size=80))
@QUIET
def test_the_dry_run_comes_true(plan: Plan, asked: list[Any]) -> None:
    check_like_the_truth(plan, [one for one in asked if not isinstance(one, c.PauseCounter)])


@pytest.mark.parametrize("plan", [*RULES, LISTED_RATES], ids=lambda plan: repr(plan.rule.name))
@for_all(asked=st.lists(commands(), min_size=10, max_size=80), who=st.data())
@QUIET
def test_a_newcomer_is_told_what_the_ticket_would_be_told(plan: Plan, asked: list[Any], who: Any) -> None:
    """Nobody's wait is another because one more has come behind them."""
    hall, _, now = lived_through(asked, plan)
    service = who.draw(st.sampled_from(sorted(hall.plan.services)))
    segment = who.draw(st.sampled_from(sorted(hall.plan.segments)))
    starts_at = who.draw(st.none() | st.integers(now - 10 * MINUTE, now + 40 * MINUTE))
    told = Forecast(hall, now).for_newcomer(service, segment, promised_at=starts_at)
    appointment = "an appointment" if starts_at is not None else None
    came: dict[str, Any] = {
        "number": "Z1",
        "n": 1,
        "language": "zh",
        "channel": "kiosk",
        "appointment": appointment,
    }
    evolve(
        hall,
        e.TicketIssued(at=now, ticket="new", service=service, segment=segment, promised_at=starts_at, **came),
    )
    found = Forecast(hall, now).for_ticket(hall.tickets["new"])
    assert (told and (told.dry_run, told.ahead)) == (found and (found.dry_run, found.ahead))


@pytest.mark.parametrize("plan", [*RULES, LISTED_RATES], ids=lambda plan: repr(plan.rule.name))
@for_all(asked=st.lists(commands(), min_size=10, max_size=60), rush=st.lists(RUSH, min_size=1, max_size=8))
@QUIET
def test_a_run_that_is_kept_says_what_a_new_one_would(plan: Plan, asked: list[Any], rush: list[Any]) -> None:
    """Whoever comes within one second is told the same whether the run was begun for somebody before."""
    (hall, _, now), (fresh, _, _) = lived_through(asked, plan), lived_through(asked, plan)
    now += SECOND - now % SECOND
    for number, (service, segment, after) in enumerate(sorted(rush, key=itemgetter(2))):
        told = []
        for one in (hall, fresh):
            fresh.kept_run = None
            with suppress(Refusal):  # closed for both
                apply(one, c.IssueTicket(f"rush-{number}", service, segment=segment), now + after)
            waiting = [ticket for ticket in one.tickets.values() if ticket.status is TicketStatus.WAITING]
            fresh.kept_run = None
            asked_again = [Forecast(one, now + after).for_ticket(ticket) for ticket in waiting]
            told.append(([ticket.announced for ticket in waiting], asked_again))
        assert told[0] == told[1]


def newcomer(story: Story, service: str = "A", segment: str | None = None) -> Any:
    """What somebody is told who comes now."""
    estimate = Forecast(story.hall, story.now).for_newcomer(service, segment)
    assert estimate is not None
    return estimate


def test_five_of_another_service_at_the_only_counter_are_five_ahead() -> None:
    story = given(issue("x"), seat(1), *called_in(1), *(issue(f"a{n}") for n in range(5)))
    assert newcomer(story, "B").ahead == 5
    story.given(issue("b", "B"))
    assert Forecast(story.hall, story.now).ahead(story.hall.tickets["b"]) == 5


def test_ahead_while_nobody_serves_is_as_if_the_counters_of_the_plan_were_about_to_call() -> None:
    """Counter 3 serves B and not A, so of the five A two are called when b is."""
    story = given(*(issue(f"a{n}") for n in range(5)), issue("b", "B"))
    assert Forecast(story.hall, story.now).for_ticket(story.hall.tickets["b"]) is None
    assert Forecast(story.hall, story.now).ahead(story.hall.tickets["b"]) == 2


def test_whom_the_credit_puts_first_is_not_behind_those_who_came_before() -> None:
    story = given(issue("x"), seat(1), *called_in(1), issue("a"), issue("b"))
    assert newcomer(story).ahead == 2
    assert newcomer(story, segment="vip").ahead == 0


def test_a_pausing_counter_helps_from_when_its_teller_is_back() -> None:
    story = given(seat(1), seat(2), issue("x"), *called_in(1), *(issue(f"a{n}") for n in range(6)))
    story.given(c.PauseCounter(2))
    alone = newcomer(story).dry_run
    story.given(c.ResumeCounter(2), c.PauseCounter(2, duration=5 * MINUTE))
    helped = newcomer(story).dry_run
    story.given(c.ResumeCounter(2), c.PauseCounter(2, duration=180 * MINUTE))
    assert helped < alone == newcomer(story).dry_run


def test_what_is_announced_is_kept_with_the_ticket_and_is_what_a_newcomer_was_told() -> None:
    story = given(issue("x"), seat(1), *called_in(1), issue("a"))
    told = newcomer(story, "A")
    story.when(issue("b"))
    assert story.hall.tickets["b"].announced == told
    assert story.last(e.TicketIssued).announced == told
    assert given(issue("alone")).hall.tickets["alone"].announced is None, "nobody serves"


def test_a_rule_without_services_of_the_plan_still_rolls() -> None:
    """A service that the branch has given up while somebody waited for it keeps nobody."""
    story = given(seat(1), issue("x"), *called_in(1), issue("b", "B"), issue("a"))
    left = {name: service for name, service in PLAN.services.items() if name != "B"}
    story.given(c.AdoptPlan(replace(PLAN, services=left)))
    estimate = Forecast(story.hall, story.now).for_ticket(story.hall.tickets["a"])
    assert estimate is not None
    assert estimate.ahead == 1


def test_beyond_its_last_call_the_pace_goes_on() -> None:
    """Nine hundred in lanes of different rates are told as the whole run tells it, within one percent."""
    lanes = [
        DryLane([(n * 3, n * 3 + lane, f"{lane}-{n}") for n in range(300)], rate, 0, 60_000)
        for lane, rate in enumerate((1000, 1000, 2500))
    ]
    counters = [DryCounter(free, (0, 1, 2)) for free in (1_000, 21_000, 41_000)]
    rule, overtakes = ruled("accumulating-priority", most_passes=0).rule, Overtakes(0)
    for ticket in ("0-299", "1-150", "2-299"):
        bounded = DryRun(lanes, counters, rule, overtakes).call_of(ticket)
        whole = DryRun(lanes, counters, rule, overtakes, most_calls=1000).call_of(ticket)
        assert bounded is not None
        assert whole is not None
        assert bounded.ahead == pytest.approx(whole.ahead, rel=0.01)
        assert bounded.at == pytest.approx(whole.at, rel=0.01)
