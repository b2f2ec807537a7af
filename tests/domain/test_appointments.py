"""Appointments: booked, checked in, too early, too late, on another day, used."""

from __future__ import annotations

from dataclasses import replace

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.appointments.appointment import Appointment
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.branches import MONDAY, PLAN, SATURDAY, at
from tests.domain.helpers import Story, did, given, issue, seat


def booked(clock: str = "10:00", service: str = "B") -> Story:
    """One appointment of today."""
    return given(c.BookAppointment("ap", "4711", service, at(clock), phone="13800000000", name="Li"))


def test_booking_promises_a_time_and_gives_no_ticket() -> None:
    """Nobody can call an appointment of the future (peers 33)."""
    story = given(seat(2)).when(c.BookAppointment("ap", "4711", "B", at("10:00")))
    story.then(did(e.AppointmentBooked, appointment="ap", code="4711", service="B", starts_at=at("10:00")))
    story.when(c.CallNext(2)).then()


def test_checking_in_gives_a_ticket_of_the_service() -> None:
    story = booked().when(c.CheckIn("ap", "t", "en"), "09:45")
    story.then(
        did(
            e.TicketIssued,
            ticket="t",
            number="B100",
            service="B",
            segment="ordinary",
            language="en",
            channel="appointment",
            phone="13800000000",
            appointment="ap",
            promised_at=at("10:00"),
        ),
        did(e.AppointmentCheckedIn, appointment="ap", ticket="t"),
    )
    story.ticket("t", status=TicketStatus.WAITING, queued_from=at("09:45"))
    assert story.hall.appointments["ap"].status == "checked-in"
    assert story.hall.appointments["ap"].ticket == "t"


@pytest.mark.parametrize("clock", ["09:30", "10:00", "10:15"])
def test_half_an_hour_early_to_a_quarter_late_is_in_time(clock: str) -> None:
    booked().when(c.CheckIn("ap", "t"), clock).then(did(e.TicketIssued), did(e.AppointmentCheckedIn))


def test_earlier_is_too_early() -> None:
    booked().when(c.CheckIn("ap", "t"), "09:29:59").refused("appointment-too-early")


def test_later_is_too_late() -> None:
    booked().when(c.CheckIn("ap", "t"), "10:15:01").refused("appointment-too-late")


def test_an_appointment_is_used_once() -> None:
    story = booked().given("09:45", c.CheckIn("ap", "t"))
    story.when(c.CheckIn("ap", "t2")).refused("appointment-used")
    story.when(c.CheckIn("ap", "t2"), "16:00").refused("appointment-used")


def test_another_days_appointment_is_for_another_day() -> None:
    story = given(c.BookAppointment("ap", "4711", "B", at("10:00", SATURDAY)))
    story.when(c.CheckIn("ap", "t"), "10:00").refused("appointment-wrong-day")


def test_yesterdays_appointment_is_unknown() -> None:
    story = booked().given("18:00", c.TurnDay(MONDAY), "10:00")
    story.when(c.CheckIn("ap", "t")).refused("unknown-appointment")


def test_a_cancelled_appointment_gives_no_ticket() -> None:
    cancelled = Appointment("ap", "4711", "B", at("10:00", MONDAY), status="cancelled")
    story = given()
    evolve(story.hall, e.DayOpened(at=at("00:00", MONDAY), day=MONDAY, appointments=(cancelled,)))
    story.history.append(e.DayOpened(at=at("00:00", MONDAY), day=MONDAY, appointments=(cancelled,)))
    story.day, story.now = MONDAY, at("09:50", MONDAY)
    story.when(c.CheckIn("ap", "t")).refused("appointment-cancelled")


@pytest.mark.parametrize("hindrance", [c.CloseService("B"), c.TurnDay("2026-12-25")])
def test_what_refuses_a_ticket_refuses_the_check_in_and_leaves_it_unused(hindrance: c.Command) -> None:
    starts = at("10:00") if isinstance(hindrance, c.CloseService) else at("10:00", "2026-12-25")
    story = given(c.BookAppointment("ap", "4711", "B", starts), hindrance, "09:50")
    story.when(c.CheckIn("ap", "t"))
    story.refused("service-closed" if isinstance(hindrance, c.CloseService) else "branch-closed")
    assert story.hall.appointments["ap"].status == "booked"


def test_a_code_is_in_use_until_it_has_been_used() -> None:
    story = booked().when(c.BookAppointment("other", "4711", "A", at("15:00"))).refused("code-taken")
    story.given("09:45", c.CheckIn("ap", "t"))
    story.when(c.BookAppointment("other", "4711", "A", at("15:00"))).then(did(e.AppointmentBooked))


def test_a_time_that_has_passed_is_not_promised() -> None:
    story = given()
    story.when(c.BookAppointment("ap", "1", "A", at("09:29:59")), "09:30").refused("invalid")
    story.when(c.BookAppointment("ap", "1", "A", at("09:30"))).then(did(e.AppointmentBooked))


def test_a_customer_with_an_appointment_is_called_and_served_like_any_other() -> None:
    story = booked(service="A").given(issue("a"), "09:45", c.CheckIn("ap", "t"), seat(1))
    assert story.calls(1) == ["a", "t"], "45 minutes of waiting are over the cap"
    story.ticket("t", status=TicketStatus.SERVED, appointment_at=at("10:00"))


def test_nobody_has_come_for_it_and_now_it_is_too_late() -> None:
    story = booked().when(c.RunTimers(), "10:15:00").then()
    story.when(c.RunTimers(), "10:15:01").then(did(e.AppointmentExpired, appointment="ap", service="B"))
    assert story.hall.appointments["ap"].status == "expired"
    story.when(c.RunTimers()).then()
    story.when(c.CheckIn("ap", "t")).refused("appointment-too-late")


def test_a_claimed_one_does_not_expire() -> None:
    booked().given("09:45", c.CheckIn("ap", "t")).when(c.RunTimers(), "16:00").then()


def test_the_end_of_the_day_ends_what_nobody_claimed() -> None:
    story = given(
        c.BookAppointment("ap", "4711", "B", at("16:50")),
        c.BookAppointment("later", "4712", "B", at("10:00", MONDAY)),
        "17:00",
    )
    story.when(c.TurnDay(SATURDAY)).then(
        did(e.AppointmentExpired, appointment="ap"), did(e.DayClosed), did(e.DayOpened), did(e.PlanAdopted)
    )
    assert [a.status for a in story.hall.appointments.values()] == ["booked"]


def test_before_the_first_day_nothing_is_due() -> None:
    assert decide(Hall(PLAN), c.RunTimers(), at("10:00")) == ()


def test_its_segment_and_its_note_are_the_tickets() -> None:
    ask = c.BookAppointment("ap", "4711", "B", at("10:00"), segment="priority", note="brings a wheelchair")
    story = given(ask, issue("b", "B"), "09:45", c.CheckIn("ap", "t"))
    story.ticket("t", segment="priority", note="brings a wheelchair")
    assert story.hall.tickets["t"].lane.segment == "priority"


def test_a_segment_that_the_branch_does_not_have_is_refused() -> None:
    ask = c.BookAppointment("ap", "4711", "B", at("10:00"), segment="royal")
    given().when(ask).refused("unknown-segment")


def test_a_segment_that_the_branch_has_given_up_keeps_nobody_out() -> None:
    story = given(c.BookAppointment("ap", "4711", "V", at("10:00"), segment="priority"))
    kept = {name: segment for name, segment in PLAN.segments.items() if name != "priority"}
    story.hall.plan = replace(PLAN, segments=kept)
    story.when(c.CheckIn("ap", "t"), "09:45").then(
        did(e.TicketIssued, segment="vip"), did(e.AppointmentCheckedIn)
    )
