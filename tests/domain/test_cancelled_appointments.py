"""Appointments that are called off: once, in time, and then their code is free."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from tests.domain.branches import MONDAY, at
from tests.domain.helpers import Story, did, given

CANCEL = c.CancelAppointment("ap")


def booked() -> Story:
    """One appointment of today."""
    return given(c.BookAppointment("ap", "4711", "B", at("10:00")))


def test_it_is_told_once_and_gives_no_ticket() -> None:
    story = booked().when(CANCEL).then(did(e.AppointmentCancelled, appointment="ap", service="B"))
    story.when(CANCEL).then()
    story.when(c.CheckIn("ap", "t"), "09:50").refused("appointment-cancelled")


def test_it_does_not_expire_as_well() -> None:
    booked().given(CANCEL).when(c.RunTimers(), "16:00").then()


def test_its_code_is_free_again() -> None:
    story = booked().given(CANCEL)
    story.when(c.BookAppointment("other", "4711", "A", at("15:00"))).then(did(e.AppointmentBooked))


def test_one_that_was_used_is_not_cancelled() -> None:
    booked().given("09:50", c.CheckIn("ap", "t")).when(CANCEL).refused("appointment-used")


def test_one_that_nobody_came_for_is_not_cancelled() -> None:
    booked().given("10:16", c.RunTimers()).when(CANCEL).refused("appointment-expired")


def test_one_that_never_was_is_unknown() -> None:
    given().when(CANCEL).refused("unknown-appointment")


def test_a_cancelled_one_of_a_later_day_is_still_cancelled_then() -> None:
    story = given(c.BookAppointment("ap", "4711", "B", at("10:00", MONDAY)), CANCEL, c.TurnDay(MONDAY))
    story.when(c.CheckIn("ap", "t"), "09:50").refused("appointment-cancelled")
