"""Who goes along when the day turns while the branch is open, and when its date is put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan, Rule
from branch.domain.tickets.ticket import TicketStatus
from branch.opening_hours import HOUR, MINUTE, Schedule
from branch.service.journal.journal_format import from_record, to_record
from tests.domain.branches import FRIDAY, MONDAY, PLAN, SATURDAY, ZONE, at
from tests.domain.helpers import Story, called_in, did, given, issue, seat, served_in
from tests.domain.states import snapshot

ALWAYS = replace(PLAN, schedule=Schedule(ZONE, (((time(0), time.max),),) * 7))


def late(*steps: c.Command | str, plan: Plan = ALWAYS) -> Story:
    """A story that begins on Friday at 23:00 in a branch that never closes."""
    return given(*steps, plan=plan, day=FRIDAY, start="23:00")


def everybody() -> Story:
    """Somebody in each state."""
    return late(
        *(issue(name) for name in ("served", "missed", "parked", "serving", "called", "waiting", "left")),
        seat(1),
        seat(2),
        c.CancelTicket("left"),
        *served_in(1),
        *(c.CallNext(1), c.MarkMissed(1), c.CallNext(1), c.ParkTicket(1)),
        *called_in(1),
        c.CallNext(2),
    )


def turned(story: Story, day: str = SATURDAY, *, minutes: int = 62, by: int | None = None) -> Story:
    """The same after the turn, read from the JSON of its events."""
    events = decide(story.hall, c.TurnDay(day, corrected_by=by), story.now + minutes * MINUTE)
    for event in events:
        kind, text = to_record(event)
        evolve(story.hall, from_record(kind, event.at, text))
        story.history.append(event)
    story.now += minutes * MINUTE
    return story


def test_everybody_who_is_here_goes_along_as_they_stand() -> None:
    story = turned(everybody(), minutes=5)
    stand = {ticket.id: ticket.status for ticket in story.hall.tickets.values()}
    assert stand == {
        "served": TicketStatus.SERVED,
        "missed": TicketStatus.MISSED,
        "parked": TicketStatus.PARKED,
        "serving": TicketStatus.SERVING,
        "called": TicketStatus.CALLED,
        "waiting": TicketStatus.WAITING,
    }
    story.counter(1, ticket="serving", state="open").counter(2, ticket="called", state="open")
    assert list(story.hall.on_hold) == ["missed", "parked"]
    assert story.hall.carried == stand.keys()
    story.when(c.FinishServing(1)).then(did(e.ServingFinished, ticket="serving"))
    story.when(c.StartServing(2)).then(did(e.ServingStarted, ticket="called"))
    story.when(c.CallNext(1)).then(did(e.TicketCalled, ticket="waiting"))


def test_who_was_served_or_missed_long_ago_stays_behind() -> None:
    story = turned(everybody(), minutes=60 * 24 - 61)
    assert {"served", "missed"}.isdisjoint(story.hall.tickets)


def test_numbers_begin_anew_and_leave_out_those_that_are_held() -> None:
    story = turned(late(issue("a"), issue("b"), issue("c"), seat(1), *served_in(1)), minutes=60 * 24 - 61)
    numbers = [story.when(issue(name)).last(e.TicketIssued).number for name in ("d", "e")]
    assert numbers == ["A001", "A004"]
    assert {story.hall.tickets[name].number for name in ("b", "c")} == {"A002", "A003"}


def test_who_came_first_is_called_first_and_the_promise_is_kept() -> None:
    plan = replace(ALWAYS, rule=Rule("strict-priority", most_passes=1))
    story = turned(late(issue("a"), issue("vip", segment="vip"), seat(1), *served_in(1), plan=plan))
    story.given(issue("vip2", segment="vip"))
    story.when(c.CallNext(1)).then(did(e.TicketCalled, ticket="a"))


def test_nothing_before_the_turn_is_taken_back_after_it() -> None:
    turned(late(issue("a"), seat(1), c.CallNext(1))).when(c.UndoLast(1)).refused("nothing-to-undo")


def test_numbers_of_a_kiosk_are_good_for_one_more_day() -> None:
    story = turned(late(c.ReserveNumbers("block", service="A", holder="kiosk")))
    story.when(c.HandInTicket("a", "block", 999, at("23:30"))).then(did(e.TicketIssued, number="A999"))
    story.when(c.ReserveNumbers("other", service="A", holder="kiosk 2")).then(
        did(e.NumbersReserved, last=story.hall.blocks["block"].first - 1)
    )
    assert "block" not in turned(story, "2026-11-22", minutes=24 * 60).hall.blocks


@pytest.mark.parametrize("plan", [PLAN, ALWAYS])
def test_a_day_ends_for_everybody_where_the_branch_closes_or_days_are_left_out(plan: Plan) -> None:
    story = given(issue("a"), seat(1), plan=plan, day=FRIDAY, start="10:00")
    turned(story, MONDAY)
    assert not story.hall.tickets
    assert story.hall.carried == frozenset()


@pytest.mark.parametrize("shift", [-24 * HOUR, 24 * HOUR, 30 * 24 * HOUR, -56 * 8_766 * HOUR])
def test_a_date_that_is_put_right_changes_nothing_but_times(shift: int) -> None:
    story = everybody()
    before = snapshot(story.hall)
    story.now += shift
    day = PLAN.schedule.day_of(story.now)
    turned(story, day, minutes=0, by=shift)
    after = snapshot(story.hall)
    same = ("on_hold", "called", "numbers_issued", "closed_services", "pauses", "service_times", "overtakes")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert after["day"] == day
    for (known, ticket), (_, was) in zip(after["tickets"], before["tickets"], strict=True):
        assert (known, ticket.number, ticket.status) == (was.id, was.number, was.status)
        assert ticket.issued_at - was.issued_at == shift
    story.when(issue("next")).then(did(e.TicketIssued, number="A008"))


def test_who_came_on_a_day_that_was_given_up_counts_where_it_went() -> None:
    story = late(issue("a"))
    closed = decide(story.hall, c.TurnDay(SATURDAY, corrected_by=24 * HOUR), story.now + 24 * HOUR)[0]
    assert closed == e.DayClosed(at=closed.at, day=FRIDAY, goes_on_as=SATURDAY)
    evolve(story.hall, closed)
    assert story.hall.carried == {"a"}
    assert not turned(late(issue("a")), by=24 * HOUR).hall.carried


def test_a_day_of_before_begins_as_it_did() -> None:
    """Rows that say nothing of who goes along."""
    hall = Hall(ALWAYS)
    evolve(hall, from_record("DayOpened", at("00:00"), '{"day":"2026-11-20"}'))
    assert (hall.tickets, hall.carried) == ({}, frozenset())
