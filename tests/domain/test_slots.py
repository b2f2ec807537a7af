"""The branch's own slots: where they lie, and that none is given to more than it has places for."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.appointments.slots import HOLDS, free_places, slots_on
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan, SlotRule
from branch.opening_hours import MINUTE, Schedule
from tests.domain.branches import FRIDAY, MONDAY, PLAN, SATURDAY, SUNDAY, ZONE, at, with_schedule
from tests.domain.helpers import Step, Story, did, given

WEEK = frozenset(range(7))
HALF_HOURS = SlotRule("B", WEEK, time(9), time(17), 30 * MINUTE, 2)
SLOTS = replace(PLAN, slots=(HALF_HOURS, SlotRule("A", frozenset({0}), time(10), time(11), 20 * MINUTE, 1)))


def starts(plan: Plan, service: str = "B", day: str = FRIDAY) -> list[str]:
    """When the slots of a day begin, by a clock in the branch's own zone."""
    zone = plan.schedule.zone
    return [
        clock
        for slot in slots_on(plan, service, day)
        for clock in [f"{hour:02}:{minute:02}" for hour in range(24) for minute in range(0, 60, 10)]
        if at(clock, day, zone) == slot.starts_at
    ]


def book(name: str, clock: str = "10:00", service: str = "B", phone: str | None = None) -> c.BookAppointment:
    return c.BookAppointment(name, f"code-{name}", service, at(clock), phone=phone)


def story(*steps: Step) -> Story:
    return given(*steps, plan=SLOTS)


def test_they_lie_within_the_hours_and_leave_lunch_free() -> None:
    morning = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]
    afternoon = [f"{hour}:{minute}" for hour in range(13, 17) for minute in ("00", "30")]
    assert starts(SLOTS) == morning + afternoon
    assert starts(SLOTS, day=SATURDAY) == morning


@pytest.mark.parametrize("day", [SUNDAY, "2026-12-25"])
def test_a_closed_day_has_none(day: str) -> None:
    assert starts(SLOTS, day=day) == []


def test_short_special_hours_have_those_that_fit() -> None:
    assert starts(SLOTS, day="2026-12-31") == ["10:00", "10:30"]


def test_a_rule_is_for_its_weekdays() -> None:
    assert starts(SLOTS, "A") == []
    assert starts(SLOTS, "A", MONDAY) == ["10:00", "10:20", "10:40"]


def test_a_services_own_hours_count_too() -> None:
    hours = Schedule(ZONE, (((time(10), time(11)),),) * 7)
    services = {**PLAN.services, "B": replace(PLAN.services["B"], hours=hours)}
    assert starts(replace(SLOTS, services=services)) == ["10:00", "10:30"]


def test_the_night_that_clocks_go_back_has_its_hour_twice() -> None:
    """Twice an hour of 02:00 in Berlin; each slot is a time of its own."""
    always = (((time(0), time.max),),) * 7
    plan = replace(
        with_schedule("Europe/Berlin", always),
        slots=(SlotRule("B", WEEK, time(1), time(4), 60 * MINUTE, 1),),
    )
    found = slots_on(plan, "B", "2026-10-25")
    assert len(found) == len({slot.starts_at for slot in found}) == 4


def test_a_time_that_is_no_slot_is_refused() -> None:
    story().when(book("ap", "10:10")).refused("unknown-slot")
    story().when(book("ap", "12:30")).refused("unknown-slot")
    story().when(book("ap", "10:10", "V")).then(did(e.AppointmentBooked))


def test_a_full_slot_is_refused_and_the_next_one_is_not() -> None:
    full = story(book("a"), book("b")).when(book("c")).refused("slot-full")
    full.when(book("c", "10:30")).then(did(e.AppointmentBooked))


def test_one_phone_number_has_one_place_of_a_slot() -> None:
    booked = story(book("a", phone="13800000000"))
    booked.when(book("b", phone="13800000000")).refused("already-booked")
    booked.when(book("b", "10:30", phone="13800000000")).then(did(e.AppointmentBooked))


def test_cancelling_frees_the_place() -> None:
    full = story(book("a"), book("b"), c.CancelAppointment("a"))
    full.when(book("c")).then(did(e.AppointmentBooked))
    full.when(book("d")).refused("slot-full")


def test_who_has_checked_in_keeps_the_place() -> None:
    early = story(book("a"), book("b"), "09:45", c.CheckIn("a", "t"))
    early.when(book("c")).refused("slot-full")


def test_what_is_left_is_told_until_the_slot_begins() -> None:
    some = story(book("a"), book("b"), book("c", "09:30"), "09:30")
    told = [(slot.starts_at, free) for slot, free in free_places(some.hall, "B", FRIDAY, some.now)]
    assert told[:3] == [(at("09:30"), 1), (at("10:00"), 0), (at("10:30"), 2)]


def test_a_plan_with_fewer_places_than_are_booked_has_none_left() -> None:
    some = story(book("a"), book("b"))
    some.hall.plan = replace(SLOTS, slots=(replace(HALF_HOURS, capacity=1),))
    assert [free for _, free in free_places(some.hall, "B", FRIDAY, some.now)][:4] == [1, 0, 1, 1]


NAMES = st.sampled_from([f"n{n}" for n in range(9)])
ASKED = st.one_of(
    st.builds(
        c.BookAppointment,
        NAMES,
        NAMES,
        st.just("B"),
        st.sampled_from([at(clock) for clock in ("09:30", "10:00", "10:30", "10:40")]),
        phone=st.sampled_from([None, "13800000000", "13900000000"]),
    ),
    st.builds(c.CancelAppointment, NAMES),
    st.builds(c.CheckIn, NAMES, NAMES.map(lambda name: f"t-{name}")),
    st.just(c.RunTimers()),
)


@whatever(asked=st.lists(ASKED, max_size=40), minutes=st.integers(0, 3))
@settings(derandomize=True, database=None, deadline=None, max_examples=150)
def test_no_slot_is_ever_given_twice(asked: list[c.Command], minutes: int) -> None:
    hall, now = Hall(SLOTS), at("09:00")
    for command in (c.TurnDay(FRIDAY), *asked):
        now += minutes * MINUTE
        if isinstance(command, c.BookAppointment) and command.appointment in hall.appointments:
            continue  # ids are made by the service and never given twice
        if isinstance(command, c.CheckIn) and command.ticket in hall.tickets:
            continue
        try:
            for event in decide(hall, command, now):
                evolve(hall, event)
        except Refusal:
            continue
        held = [a for a in hall.appointments.values() if a.status in HOLDS]
        for starts_at in {a.starts_at for a in held}:
            there = [a for a in held if a.starts_at == starts_at]
            phones = [a.phone for a in there if a.phone]
            assert len(there) <= HALF_HOURS.capacity
            assert len(phones) == len(set(phones))
        assert all(a.starts_at in {s.starts_at for s in slots_on(SLOTS, "B", FRIDAY)} for a in held)
