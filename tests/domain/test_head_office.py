"""Appointments as head office has them: taken once, changed, cancelled; told twice it is nothing new."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.opening_hours import MINUTE
from tests.domain.branches import MONDAY, PLAN, at
from tests.domain.helpers import Story, did, given
from tests.domain.test_slots import SLOTS

ROW: dict[str, Any] = {"service": "B", "starts_at": at("10:00"), "code": "4711", "phone": "13800000000"}


def row(ref: str = "ho-1", appointment: str = "ap", **more: Any) -> c.TakeBooking:
    """A row of the list; ``appointment`` and the spare code are what we would make for a new one."""
    return c.TakeBooking(ref, appointment, f"spare-{appointment}", **{**ROW, **more})


def taken(**more: Any) -> Story:
    """A morning with one booking of head office."""
    return given(row(**more))


def test_a_new_one_is_booked_and_gives_a_ticket() -> None:
    story = given().when(row(name="Li", segment="priority", note="loan papers"))
    story.then(
        did(
            e.AppointmentBooked,
            appointment="ap",
            ref="ho-1",
            code="4711",
            service="B",
            starts_at=at("10:00"),
            phone="13800000000",
            name="Li",
            segment="priority",
            note="loan papers",
        )
    )
    story.given("09:50", c.CheckIn("ap", "t"))
    story.ticket("t", appointment="ap", segment="priority", note="loan papers")


@pytest.mark.parametrize("again", [{}, {"appointment": "other"}, {"code": None}])
def test_told_twice_it_is_nothing_new(again: dict[str, Any]) -> None:
    taken().when(row(**again)).then()


def test_without_a_code_it_gets_one_and_keeps_it() -> None:
    story = taken(code=None)
    assert story.hall.appointments["ap"].code == "spare-ap"
    story.when(row(appointment="other", code=None)).then()


def test_a_change_is_taken_and_nothing_else_of_it() -> None:
    story = taken().when(row(starts_at=at("11:00"), service="A"))
    story.then(did(e.AppointmentChanged, appointment="ap", service="A", starts_at=at("11:00"), code="4711"))
    assert list(story.hall.appointments) == ["ap"]
    story.when(c.CheckIn("ap", "t"), "10:50").then(
        did(e.TicketIssued, service="A"), did(e.AppointmentCheckedIn)
    )


def test_a_cancelled_one_is_cancelled_once() -> None:
    story = taken().when(row(cancelled=True)).then(did(e.AppointmentCancelled, appointment="ap"))
    story.when(row(cancelled=True)).then()
    story.when(c.CheckIn("ap", "t"), "09:50").refused("appointment-cancelled")


def test_what_was_cancelled_here_is_not_booked_again_by_the_list() -> None:
    taken().given(c.CancelAppointment("ap")).when(row()).then()


def test_one_that_was_cancelled_before_we_heard_of_it_is_nothing() -> None:
    given().when(row(cancelled=True)).then()


@pytest.mark.parametrize("late", [{"cancelled": True}, {"starts_at": at("15:00")}])
def test_whoever_is_here_already_stays(late: dict[str, Any]) -> None:
    story = taken().given("09:50", c.CheckIn("ap", "t"))
    story.when(row(**late)).then()
    story.ticket("t", appointment="ap")


def test_one_whose_time_has_come_is_taken_as_long_as_it_gives_a_ticket() -> None:
    story = given("10:10").when(row()).then(did(e.AppointmentBooked))
    story.when(c.CheckIn("ap", "t")).then(did(e.TicketIssued), did(e.AppointmentCheckedIn))
    given("10:15:01").when(row()).then()


def test_an_expired_one_that_is_put_off_can_be_used() -> None:
    story = taken().given("10:16", c.RunTimers())
    story.when(row()).then()
    story.when(row(starts_at=at("15:00"))).then(did(e.AppointmentChanged))
    story.when(c.CheckIn("ap", "t"), "14:50").then(did(e.TicketIssued), did(e.AppointmentCheckedIn))


def test_put_off_to_another_day_it_is_there_on_that_day() -> None:
    story = taken().given(row(starts_at=at("10:00", MONDAY)), c.TurnDay(MONDAY))
    story.when(row(starts_at=at("10:00", MONDAY))).then()
    story.when(c.CheckIn("ap", "t"), "09:50").then(did(e.TicketIssued), did(e.AppointmentCheckedIn))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"service": "X"}, "unknown-service"),
        ({"segment": "royal"}, "unknown-segment"),
        ({"code": "0815"}, "code-taken"),
    ],
)
def test_what_makes_no_sense_is_refused_new_or_changed(more: dict[str, Any], code: str) -> None:
    other = c.BookAppointment("other", "0815", "A", at("15:00"))
    given(other).when(row(**more)).refused(code)
    given(other, row()).when(row(**more)).refused(code)


def test_its_own_code_is_no_other_appointments() -> None:
    taken().when(row(starts_at=at("11:00"))).then(did(e.AppointmentChanged))


def test_slots_hold_for_head_office_too_and_its_own_place_is_not_in_its_way() -> None:
    def slotted(n: int, clock: str = "10:00", **more: Any) -> c.TakeBooking:
        return row(f"ho-{n}", f"ap{n}", starts_at=at(clock), code=f"471{n}", phone=f"1380000000{n}", **more)

    story = given(slotted(1), slotted(2), plan=SLOTS)
    story.when(slotted(3)).refused("slot-full")
    story.when(slotted(1, note="changed")).then(did(e.AppointmentChanged, note="changed"))
    story.given(slotted(1, "10:30"))
    story.when(slotted(3)).then(did(e.AppointmentBooked))


def test_late_ones_are_taken_under_the_late_rule() -> None:
    plan = replace(PLAN, appointment_walk_in=30 * MINUTE)
    story = given("10:20", row(), plan=plan)
    story.when(c.CheckIn("ap", "t")).then(did(e.TicketIssued, came_late=True), did(e.AppointmentCheckedIn))
