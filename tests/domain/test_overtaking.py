"""The promise is made to persons: nobody is passed more often, whatever becomes of their number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from random import Random

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan, Rule
from branch.opening_hours import MINUTE, Schedule
from tests.domain.branches import FRIDAY, PLAN, ZONE, at, ruled
from tests.domain.bustle import likely, pause
from tests.domain.helpers import Story, given, issue, seat
from tests.domain.onlooker import Onlooker

STRICT = ruled("strict-priority", most_passes=2)


def vips(count: int, of: str = "vip", service: str = "A") -> list[c.Command]:
    """So many who come later and go first."""
    return [issue(f"{of}{n}", service, "vip") for n in range(count)]


def frozen(*asked: c.Command, plan: Plan = STRICT) -> Story:
    """A hall whose clock stands still: each command at the same instant."""
    story = given(seat(1), plan=plan)
    for command in asked:
        story.when(command)
    return story


def who(story: Story, counter: int = 1) -> str:
    """Whom that counter calls; the customer is served at once."""
    story.given(c.CallNext(counter))
    ticket = str(story.last(e.TicketCalled).ticket)
    story.given(c.StartServing(counter), c.FinishServing(counter))
    return ticket


def test_those_of_one_instant_came_one_after_the_other() -> None:
    story = frozen(issue("a"), *vips(4))
    assert [who(story) for _ in range(5)] == ["vip0", "vip1", "a", "vip2", "vip3"]


def test_a_block_with_one_instant_passes_nobody_more_often() -> None:
    """A kiosk whose clock is behind: all its numbers take the instant at which they were set aside."""
    story = given(seat(1), c.ReserveNumbers("bl", service="A", holder="kiosk"), plan=STRICT)
    first = story.hall.blocks["bl"].first
    hand_ins = [
        c.HandInTicket(f"o{n}", "bl", first + n, at("08:00"), segment="vip" if n else None) for n in range(5)
    ]
    story.given("09:10", *hand_ins)
    assert [who(story) for _ in range(4)] == ["o1", "o2", "o0", "o3"]


@pytest.mark.parametrize("told", [(0, 1, 2), (2, 1, 0), (1, 2, 0)], ids=str)
@pytest.mark.parametrize("clocks", [("08:00",) * 3, ("09:03", "09:02", "09:01"), ("09:04", "08:00", "09:05")])
def test_the_numbers_of_a_block_keep_their_own_order(told: tuple[int, ...], clocks: tuple[str, ...]) -> None:
    """However its clock went and in whatever order it tells them."""
    story = given(seat(1), c.ReserveNumbers("bl", service="A", holder="kiosk"), plan=ruled("first-come"))
    first = story.hall.blocks["bl"].first
    story.given("09:10", *(c.HandInTicket(f"o{n}", "bl", first + n, at(clocks[n])) for n in told))
    assert story.calls(1) == ["o0", "o1", "o2"]


def test_the_count_goes_along_to_another_service() -> None:
    story = given(issue("a"), *vips(2), seat(1), plan=STRICT)
    assert [who(story), who(story)] == ["vip0", "vip1"]
    story.given(c.CallNext(1), c.TransferTicket(1, service="B"), *vips(3, "later", "B"))
    assert story.hall.overtakes.passed("a") == 2
    assert who(story) == "a"


def test_the_count_goes_along_a_chain() -> None:
    story = given(issue("a"), *vips(2), seat(1), plan=STRICT)
    assert [who(story), who(story)] == ["vip0", "vip1"]
    story.given(c.CallNext(1), c.StartServing(1), c.ChainServices(1, ("B",)), c.FinishServing(1))
    story.given(*vips(3, "later", "B"))
    assert who(story) == "a"


def test_the_calls_of_another_service_before_it_came_there_are_not_counted() -> None:
    story = given(issue("a"), seat(1), seat(3), c.CallNext(1), c.StartServing(1), plan=STRICT)
    story.given(*vips(3, "other", "B"))
    for _ in range(3):
        who(story, 3)
    story.given(c.TransferTicket(1, service="B"))
    assert story.hall.overtakes.passed("a") == 0


def test_who_was_missed_and_comes_back_keeps_the_count() -> None:
    story = given(issue("a"), *vips(2), seat(1), plan=STRICT)
    assert [who(story), who(story)] == ["vip0", "vip1"]
    story.given(c.CallNext(1), c.MarkMissed(1), *vips(4, "later"), c.RequeueTicket("a"))
    assert who(story) == "a"


def test_who_comes_back_may_still_be_passed_by_the_rest_of_the_promise() -> None:
    story = given(issue("a"), *vips(1), seat(1), plan=STRICT)
    assert who(story) == "vip0"
    story.given(c.CallNext(1), c.MarkMissed(1), *vips(4, "later"), c.RequeueTicket("a"))
    assert [who(story), who(story)] == ["later0", "a"]


@pytest.mark.parametrize("to", [{"to_counter": 2}, {"to_staff": "teller2"}], ids=["counter", "person"])
def test_the_promise_holds_for_who_was_sent_to_a_counter_or_a_person(to: dict[str, object]) -> None:
    story = given(issue("a"), seat(1), seat(2), c.CallNext(1), plan=STRICT)
    story.given(c.TransferTicket(1, None, **to), *vips(5))  # type: ignore[arg-type]
    assert [who(story, 2) for _ in range(4)] == ["vip0", "vip1", "a", "vip2"]


def test_only_the_counter_it_was_sent_to_passes_it() -> None:
    story = given(issue("a"), seat(1), seat(2), c.CallNext(1), c.TransferTicket(1, to_counter=2), plan=STRICT)
    story.given(*vips(5))
    assert [who(story, 1) for _ in range(3)] == ["vip0", "vip1", "vip2"]
    assert story.hall.overtakes.passed("a") == 0


def test_those_called_before_an_offline_ticket_was_told_have_passed_it() -> None:
    """That cannot be helped, but nobody else passes it."""
    story = given(seat(1), c.ReserveNumbers("bl", service="A", holder="kiosk"), *vips(4), plan=STRICT)
    assert [who(story) for _ in range(3)] == ["vip0", "vip1", "vip2"]
    story.given(c.HandInTicket("o", "bl", story.hall.blocks["bl"].first, at("09:00")))
    assert story.hall.overtakes.passed("o") == 3
    assert [who(story), who(story)] == ["o", "vip3"]


def test_who_is_called_twice_has_passed_once() -> None:
    story = given(issue("a"), *vips(2), seat(1), c.CallNext(1), c.ParkTicket(1), plan=STRICT)
    story.given(c.CallTicket(1, "vip0"), c.StartServing(1))
    assert story.hall.overtakes.passed("a") == 1
    story.given(c.TransferTicket(1, service="B"))
    assert who(story) == "vip0"
    assert story.hall.overtakes.passed("a") == 1


def test_nobody_is_chosen_before_one_who_may_not_be_passed() -> None:
    story = given(issue("a"), *vips(4), seat(1), plan=STRICT)
    assert [who(story), who(story)] == ["vip0", "vip1"]
    story.when(c.CallTicket(1, "vip3")).refused("overtaking-limit", number="A001", limit=2)
    story.given(c.CallTicket(1, "a"), c.StartServing(1), c.FinishServing(1), c.CallTicket(1, "vip3"))


def test_who_has_passed_already_may_be_called_back() -> None:
    story = given(issue("a"), *vips(2), seat(1), c.CallNext(1), c.ParkTicket(1), plan=STRICT)
    assert who(story) == "vip1"
    story.given(c.CallTicket(1, "vip0"))


def test_a_promise_made_later_in_the_day_counts_what_has_been() -> None:
    story = given(issue("a"), *vips(4), seat(1), plan=ruled("strict-priority"))
    assert [who(story), who(story)] == ["vip0", "vip1"]
    story.given(c.AdoptPlan(STRICT))
    assert [who(story), who(story)] == ["a", "vip2"]


PROMISES = [
    replace(rule, most_passes=most)
    for rule in (
        Rule("accumulating-priority"),
        Rule("accumulating-priority", service_order="listed"),
        Rule("longest-wait", cap=0),
        Rule("longest-wait", cap=4 * MINUTE),
        Rule("strict-priority"),
        Rule("strict-priority", service_order="listed"),
        Rule("first-come"),
    )
    for most in (1, 3, 5)
]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "rule", PROMISES, ids=lambda rule: f"{rule.name}-{rule.service_order}-{rule.cap}-{rule.most_passes}"
)
def test_nobody_is_passed_more_often_whatever_happens(rule: Rule, seed: int) -> None:
    """Every command there is, in a crowded hall, counted by one who knows nothing of how we count."""
    always = Schedule(ZONE, (((time(0), time.max),),) * 7)
    hall = Hall(replace(PLAN, rule=rule, schedule=always, offline_numbers=40, requeue_limit=9))
    chance, onlooker, now, made = Random(f"{rule}{seed}"), Onlooker(), at("08:00"), 0

    def new() -> str:
        nonlocal made
        made += 1
        return f"t{made}"

    def ask(command: c.Command) -> None:
        try:
            answer = decide(hall, command, now)
        except Refusal:
            return
        for event in answer:
            onlooker.note(event, hall)
            evolve(hall, event)

    ask(c.TurnDay(FRIDAY))
    for _ in range(700):
        ask(_crowded(hall, chance, new, now))
        now += 0 if chance.random() < 0.3 else pause(chance) // 10
        assert onlooker.most() <= rule.most_passes
    for ticket in hall.tickets.values():
        if ticket.number not in _of_blocks(hall):
            assert hall.overtakes.passed(ticket.id) == len(onlooker.passed[ticket.id])
    assert rule.name == "first-come" or onlooker.most() == rule.most_passes, "the hall was not crowded"


def _crowded(hall: Hall, chance: Random, new: Callable[[], str], now: int) -> c.Command:
    """More come than can be served, half of them with some priority, some without the service's knowing."""
    what = chance.random()
    if what < 0.25:
        return c.IssueTicket(new(), chance.choice("AB"), segment=chance.choice((None, "vip", "priority")))
    if what < 0.28:
        return c.ReserveNumbers(
            new(), service=chance.choice("AB"), holder=chance.choice(("kiosk", "kiosk 2"))
        )
    if what < 0.33 and hall.blocks:
        block = chance.choice(list(hall.blocks.values()))
        number, told = chance.randint(block.first, block.last), now - chance.randint(0, 10) * MINUTE
        return c.HandInTicket(new(), block.id, number, told, segment=chance.choice((None, "vip")))
    if what < 0.36:
        return c.CloseCounter(chance.choice((1, 2, 3)), give_back=chance.random() < 0.5)
    if what < 0.38:
        return c.OpenCounter(chance.choice((1, 2, 3)), f"teller{chance.choice((1, 2, 3))}", move=True)
    if what < 0.42:
        return c.CallTicket(chance.choice((1, 2, 3)), chance.choice([*hall.tickets, "nobody"]))
    if what < 0.45:
        starts = now + chance.randint(-5, 20) * MINUTE
        return c.BookAppointment(new(), new(), chance.choice("AB"), starts, segment="vip")
    if what < 0.48 and hall.appointments:
        return c.CheckIn(chance.choice(list(hall.appointments)), new())
    return likely(hall, chance, new)


def _of_blocks(hall: Hall) -> set[str]:
    return {
        hall.plan.services[block.service].number(n) for block in hall.blocks.values() for n in block.handed_in
    }
