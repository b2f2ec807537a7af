"""Quotas and hours of one service: who is refused, until when, and what was promised all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given as every
from hypothesis import strategies as st

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.services_offered import Quota
from branch.domain.queueing.admission import Availability, availability
from branch.opening_hours import MINUTE, Schedule
from tests.domain.branches import FRIDAY, PLAN, SATURDAY, SUNDAY, ZONE, at
from tests.domain.helpers import Story, did, given, issue

MORNING = Quota(time(9), time(10), 2)
LATER = Quota(time(10), time(11), 1)
OWN = Schedule(ZONE, (((time(10), time(16)),),) * 7, special={date(2026, 11, 20): ((time(14), time(16)),)})
THURSDAY = "2026-11-19"


def limited(**changes: object) -> Plan:
    """The branch with these limits on service A."""
    service = replace(PLAN.services["A"], **changes)  # type: ignore[arg-type]  # fields of Service
    return replace(PLAN, services={**PLAN.services, "A": service})


def standing(story: Story, clock: str, service: str = "A") -> Availability:
    """How a service stands at a time of the story's day."""
    return availability(story.hall, service, at(clock, story.day))


def test_a_window_gives_so_many_and_the_next_gives_its_own() -> None:
    story = given(issue("a"), issue("b"), plan=limited(quotas=(MORNING, LATER)))
    story.when(issue("c")).refused("quota-reached")
    story.given(issue("other", "B"))
    assert standing(story, "09:30") == Availability("quota", at("10:00"))
    story.given("10:00", issue("c")).when(issue("d")).refused("quota-reached")
    assert standing(story, "10:30") == Availability("quota", at("11:00"))
    story.given("11:00", *(issue(f"free{n}") for n in range(5)))


def test_a_window_until_lunch_opens_after_lunch() -> None:
    story = given(plan=limited(quotas=(Quota(time(9), time(12), 0),)))
    story.when(issue("a")).refused("quota-reached")
    assert standing(story, "09:30") == Availability("quota", at("13:00"))


def test_a_day_gives_so_many_and_the_next_day_again() -> None:
    story = given(issue("a"), issue("b"), plan=limited(per_day=2), day=FRIDAY)
    story.when(issue("c"), "15:00").refused("quota-reached")
    assert standing(story, "15:00") == Availability("quota", None)
    story.given(c.TurnDay(SATURDAY), "09:00", issue("c"))


def test_a_cancelled_number_stays_counted() -> None:
    story = given(issue("a"), c.CancelTicket("a"), plan=limited(per_day=1))
    story.when(issue("b")).refused("quota-reached")


def test_an_appointment_is_kept_beyond_the_quota_and_counts_in_it() -> None:
    booked = c.BookAppointment("ap", "123456", "A", at("09:20"))
    story = given(booked, plan=limited(quotas=(MORNING,))).given(issue("a"), issue("b"), "09:15")
    story.when(issue("c")).refused("quota-reached")
    story.when(c.CheckIn("ap", "x")).then(did(e.TicketIssued, number="A003"), did(e.AppointmentCheckedIn))
    early = given(booked, "09:15", c.CheckIn("ap", "x"), issue("a"), plan=limited(quotas=(MORNING,)))
    early.when(issue("b")).refused("quota-reached")


def test_an_appointment_is_kept_outside_the_services_hours_but_not_the_branches() -> None:
    story = given(c.BookAppointment("ap", "123456", "A", at("09:20")), "09:15", plan=limited(hours=OWN))
    story.when(issue("a")).refused("service-closed")
    story.when(c.CheckIn("ap", "x")).then(did(e.TicketIssued), did(e.AppointmentCheckedIn))
    story = given(c.BookAppointment("ap", "123456", "A", at("12:10")), "12:05", plan=limited(hours=OWN))
    story.when(c.CheckIn("ap", "x")).refused("branch-closed")


def test_an_appointment_needs_a_number_that_is_left() -> None:
    booked = c.BookAppointment("ap", "123456", "C", at("09:20"))
    story = given(booked, issue("a", "C"), issue("b", "C"), issue("d", "C"), "09:15")
    assert standing(story, "09:16", "C") == Availability("quota", None)
    story.when(c.CheckIn("ap", "x")).refused("quota-reached")


def test_nothing_is_set_aside_of_what_is_counted() -> None:
    given(plan=limited(per_day=80)).when(c.ReserveNumbers("bl", service="A", holder="kiosk")).refused(
        "quota-reached"
    )
    given(plan=limited(hours=OWN)).when(c.ReserveNumbers("bl", service="A", holder="kiosk")).then(
        did(e.NumbersReserved)
    )


def test_a_number_given_without_us_counts_in_the_window_of_its_time() -> None:
    story = given(c.ReserveNumbers("bl", service="A", holder="kiosk"), issue("a"), "10:05")
    story.hall.plan = limited(quotas=(MORNING,))  # branch.toml was changed since
    story.given(c.HandInTicket("x", "bl", 999, at("09:30")), c.HandInTicket("y", "bl", 998, at("09:40")))
    assert standing(story, "09:50").closed_by == "quota"
    assert standing(story, "10:10").closed_by is None


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (THURSDAY, "09:30", Availability("hours", at("10:00", THURSDAY))),
        (THURSDAY, "10:00", Availability()),
        (THURSDAY, "16:00", Availability("hours", None)),
        (FRIDAY, "10:30", Availability("hours", at("14:00"))),  # a special day of the service
        (FRIDAY, "14:00", Availability()),
        (SUNDAY, "09:00", Availability("hours", None)),  # the branch is closed all day
    ],
)
def test_hours_of_a_service(day: str, clock: str, expected: Availability) -> None:
    story = given(plan=limited(hours=OWN), day=day, start=clock)
    assert availability(story.hall, "A", story.now) == expected
    story.when(issue("a"))
    if day == SUNDAY:
        story.refused("branch-closed")
    elif expected.closed_by:
        story.refused("service-closed")
    else:
        story.then(did(e.TicketIssued))


def test_a_holiday_of_the_branch_is_one_of_each_service() -> None:
    plan = limited(hours=Schedule(ZONE, (((time(9), time(17)),),) * 7))
    given(plan=plan, day="2026-12-25", start="10:00").when(issue("a")).refused("branch-closed")
    story = given(plan=plan, day="2026-12-31", start="09:30")
    story.when(issue("a")).refused("branch-closed")
    story.when(issue("a"), "10:30").then(did(e.TicketIssued))


def test_what_the_staff_closed_has_no_hour() -> None:
    story = given(c.CloseService("A", "系统维护"), plan=limited(hours=OWN))
    assert standing(story, "09:30") == Availability("staff", None)


CLOCKS = st.integers(9 * 60, 17 * 60 - 1)


@every(
    asked=st.lists(CLOCKS, max_size=40).map(sorted),
    first=st.integers(0, 6),
    second=st.integers(0, 6),
    cut=st.sampled_from([10, 11, 14]),
    per_day=st.none() | st.integers(1, 12),
)
def test_no_limit_is_ever_passed_and_what_is_promised_is_given(
    asked: list[int], first: int, second: int, cut: int, per_day: int | None
) -> None:
    plan = limited(
        quotas=(Quota(time(9), time(cut), first), Quota(time(cut), time(16), second)),
        per_day=per_day,
        hours=OWN,
    )
    plan = replace(plan, schedule=PLAN.schedule)
    hall = Hall(plan)
    start = at("00:00", THURSDAY)
    for event in decide(hall, c.TurnDay(THURSDAY), start):
        evolve(hall, event)
    promised: int | None = None
    given_at: list[int] = []
    for n, minute in enumerate(asked):
        now = start + minute * MINUTE
        stands = availability(hall, "A", now)
        if promised is not None and now == promised:
            assert stands.closed_by is None
        try:
            events = decide(hall, issue(f"t{n}"), now)
        except Refusal:
            assert stands.closed_by is not None or plan.phase(now) != "open"
        else:
            assert stands.closed_by is None
            given_at.append(minute)
            for event in events:
                evolve(hall, event)
        promised = availability(hall, "A", now).opens_at
        if promised is not None:
            assert promised > now
            assert availability(hall, "A", promised).closed_by is None
            assert plan.phase(promised) == "open"
    assert sum(9 * 60 <= m < cut * 60 for m in given_at) <= first
    assert sum(cut * 60 <= m < 16 * 60 for m in given_at) <= second
    assert per_day is None or len(given_at) <= per_day
    assert all(10 * 60 <= m < 16 * 60 for m in given_at)
