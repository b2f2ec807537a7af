"""Opening hours and business days, in the branch's own time zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.appointments.slots import slots_on
from branch.domain.plan.branch_plan import SlotRule
from branch.domain.plan.services_offered import Quota
from branch.opening_hours import HOUR, MINUTE, Phase
from tests.domain.branches import FRIDAY, PLAN, SATURDAY, SUNDAY, at, with_schedule
from tests.domain.helpers import did, given, issue

_ALL_DAY = ((time(0), time.max),)
_OFFICE = ((time(8), time(18)),)


@pytest.mark.parametrize(
    ("clock", "phase"),
    [
        ("00:00", "opening-soon"),
        ("08:59:59", "opening-soon"),
        ("09:00", "open"),
        ("11:59:59", "open"),
        ("12:00", "break"),
        ("12:59:59", "break"),
        ("13:00", "open"),
        ("16:59:59", "open"),
        ("17:00", "closed"),
        ("23:59:59", "closed"),
    ],
)
def test_a_day_with_lunch(clock: str, phase: Phase) -> None:
    assert PLAN.phase(at(clock)) == phase


@pytest.mark.parametrize(
    ("day", "clock", "phase"),
    [
        (SATURDAY, "11:00", "open"),
        (SATURDAY, "13:00", "closed"),
        (SUNDAY, "11:00", "closed"),
        ("2026-12-25", "10:30", "closed"),
        ("2026-12-31", "09:30", "opening-soon"),
        ("2026-12-31", "10:30", "open"),
        ("2026-12-31", "11:00", "closed"),
    ],
)
def test_weekends_and_special_days(day: str, clock: str, phase: Phase) -> None:
    assert PLAN.phase(at(clock, day)) == phase


@pytest.mark.parametrize(
    ("clock", "allowed"), [("09:00", True), ("12:00", False), ("13:00", True), ("17:00", False)]
)
def test_tickets_are_given_in_opening_hours(clock: str, allowed: bool) -> None:
    story = given(start="08:00").when(issue("a"), clock)
    if allowed:
        story.then(did(e.TicketIssued))
    else:
        story.refused("branch-closed")


def test_those_who_wait_at_closing_time_are_still_served() -> None:
    story = given(issue("a"), c.OpenCounter(1, "li"), "17:30").when(c.CallNext(1))
    story.then(did(e.TicketCalled, ticket="a"))


def test_a_day_round_the_clock_has_no_gap_at_midnight() -> None:
    plan = with_schedule("Asia/Shanghai", (_ALL_DAY,) * 7)
    assert plan.phase(at("23:59:59")) == "open"
    assert plan.phase(at("00:00", SATURDAY)) == "open"
    ((start, end),) = plan.schedule.opening(FRIDAY)
    assert end - start == 24 * HOUR


# Peers 31: a system that took its days from UTC called every ticket after 17:00 in Victoria corrupted.
FAR_WEST = ["America/Vancouver", "Pacific/Honolulu", "Pacific/Pago_Pago"]
FAR_EAST = ["Asia/Shanghai", "Pacific/Auckland", "Pacific/Kiritimati"]


@pytest.mark.parametrize("zone", [*FAR_WEST, *FAR_EAST, "Asia/Kathmandu", "UTC"])
@pytest.mark.parametrize("clock", ["00:00", "08:30", "16:59", "17:01", "23:59:59"])
def test_the_business_day_is_the_local_one_at_any_hour(zone: str, clock: str) -> None:
    plan = with_schedule(zone, (_ALL_DAY,) * 7)
    now = at(clock, FRIDAY, zone)
    assert plan.schedule.day_of(now) == FRIDAY
    assert plan.phase(now) == "open"


@pytest.mark.parametrize("zone", FAR_WEST + FAR_EAST)
def test_a_day_far_from_utc_gives_numbers_until_the_evening(zone: str) -> None:
    plan = with_schedule(zone, (((time(8), time(23)),),) * 7)
    story = given(issue("morning"), plan=plan, day=FRIDAY, start="08:00")
    story.given("16:59", issue("before")).given("17:01", issue("after"), "22:59", issue("late"))
    assert [t.number for t in story.hall.tickets.values()] == ["A001", "A002", "A003", "A004"]
    story.when(c.TurnDay(plan.schedule.day_of(story.now))).then()
    story.when(issue("too late"), "23:00").refused("branch-closed")


def test_a_business_day_may_begin_later_than_midnight() -> None:
    plan = with_schedule("Asia/Shanghai", (_OFFICE,) * 7, day_starts=time(4))
    assert plan.schedule.day_of(at("03:59:59", SATURDAY)) == FRIDAY
    assert plan.schedule.day_of(at("04:00", SATURDAY)) == SATURDAY
    assert plan.phase(at("03:00", SATURDAY)) == "closed", "Friday is over, Saturday has not begun"


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("2026-03-28", 24),
        ("2026-03-29", 23),  # clocks go forward at 2:00
        ("2026-10-25", 25),  # and back at 3:00
        ("2026-10-26", 24),
    ],
)
def test_the_day_of_a_clock_change_is_an_hour_shorter_or_longer(day: str, hours: int) -> None:
    plan = with_schedule("Europe/Berlin", (_ALL_DAY,) * 7)
    ((start, end),) = plan.schedule.opening(day)
    assert end - start == hours * HOUR
    assert plan.schedule.day_of(start) == day
    assert plan.schedule.day_of(start - 1) < day
    assert plan.schedule.day_of(end - 1) == day
    assert plan.schedule.day_of(end) > day


@pytest.mark.parametrize("day", ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-25"])
def test_the_doors_open_at_eight_by_the_local_clock_on_the_day_of_a_change_too(day: str) -> None:
    plan = with_schedule("Europe/Berlin", (_OFFICE,) * 7)
    assert plan.phase(at("07:59:59", day, "Europe/Berlin")) == "opening-soon"
    assert plan.phase(at("08:00", day, "Europe/Berlin")) == "open"
    assert plan.phase(at("17:59:59", day, "Europe/Berlin")) == "open"
    assert plan.phase(at("18:00", day, "Europe/Berlin")) == "closed"


def test_an_hour_that_comes_twice_belongs_to_one_day_and_never_turns_it_back() -> None:
    plan = with_schedule("Europe/Berlin", (_ALL_DAY,) * 7)
    start = at("01:30", "2026-10-25", "Europe/Berlin")
    days = {plan.schedule.day_of(start + n * HOUR // 4) for n in range(12)}
    assert days == {"2026-10-25"}


def test_waits_are_real_time_when_the_clock_changes() -> None:
    plan = with_schedule("Europe/Berlin", (_ALL_DAY,) * 7)
    story = given(issue("a"), c.OpenCounter(1, "li"), plan=plan, day="2026-03-29", start="01:30")
    story.given("03:30", c.CallNext(1))
    assert story.last(e.TicketCalled).why.waited_s == 3600.0


NIGHTS = with_schedule(
    "Asia/Shanghai",
    (
        *((((time(18), time.max),)),) * 5,
        ((time(0), time(2)), (time(18), time.max)),
        ((time(0), time(2)),),
    ),
    day_starts=time(6),
)


@pytest.mark.parametrize(
    ("clock", "day", "phase"),
    [
        ("17:59", FRIDAY, "opening-soon"),
        ("23:59", FRIDAY, "open"),
        ("01:59", SATURDAY, "open"),
        ("02:00", SATURDAY, "closed"),
        ("06:00", SATURDAY, "opening-soon"),
        ("01:00", SUNDAY, "open"),
        ("18:00", SUNDAY, "closed"),
        ("01:00", FRIDAY, "closed"),
    ],
)
def test_hours_after_midnight_belong_to_the_business_day_before(clock: str, day: str, phase: Phase) -> None:
    assert NIGHTS.phase(at(clock, day)) == phase


def test_an_evening_and_its_night_are_one_opening() -> None:
    assert NIGHTS.schedule.opening(FRIDAY) == ((at("18:00"), at("02:00", SATURDAY)),)
    assert NIGHTS.schedule.closes_at(at("20:00")) == at("02:00", SATURDAY)


def test_a_date_that_is_closed_has_no_night_of_the_day_before() -> None:
    closed = replace(NIGHTS.schedule, special={date(2026, 11, 21): ()})
    assert closed.opening(FRIDAY) == ((at("18:00"), at("00:00", SATURDAY)),)
    assert closed.opening(SATURDAY) == ((at("00:00", SUNDAY), at("02:00", SUNDAY)),)


def test_hours_across_the_start_of_the_day_are_split_there_and_go_on() -> None:
    schedule = with_schedule("Asia/Shanghai", (_ALL_DAY,) * 7, day_starts=time(6)).schedule
    assert schedule.opening(FRIDAY) == ((at("06:00"), at("06:00", SATURDAY)),)
    assert schedule.phase(at("03:00")) == "open"
    assert schedule.goes_on(FRIDAY)
    assert schedule.closes_at(at("03:00")) is None, "it never closes"


def test_a_branch_open_over_midnight_once_closes_on_the_next_day() -> None:
    schedule = with_schedule("Asia/Shanghai", NIGHTS.schedule.week).schedule
    assert schedule.goes_on(FRIDAY)
    assert not schedule.goes_on(SUNDAY)
    assert (
        schedule.closes_at(at("20:00")) == schedule.closes_at(at("01:00", SATURDAY)) == at("02:00", SATURDAY)
    )


def test_quotas_and_slots_after_midnight_belong_to_the_business_day_before() -> None:
    quota = Quota(time(0), time(2), 1)
    service = replace(NIGHTS.services["A"], quotas=(quota,))
    rule = SlotRule("A", frozenset({5}), time(0, 30), time(1, 30), 30 * MINUTE, 1)
    plan = replace(NIGHTS, services={**NIGHTS.services, "A": service}, slots=(rule,))
    assert [slot.starts_at for slot in slots_on(plan, "A", FRIDAY)] == [
        at("00:30", SATURDAY),
        at("01:00", SATURDAY),
    ]
    story = given(plan=plan, day=FRIDAY, start="18:00").given(
        "23:00", issue("evening"), "+2h", issue("night")
    )
    story.when(issue("late")).refused("quota-reached")
