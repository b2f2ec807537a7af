"""Who comes late for an appointment: the place is kept, then it is a walk-in with a credit, then refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.estimate import Forecast
from branch.opening_hours import MINUTE
from tests.domain.branches import PLAN, at, ruled
from tests.domain.helpers import Step, Story, did, given, issue, seat

LATE = replace(PLAN, appointment_walk_in=30 * MINUTE)
BOOK = c.BookAppointment("ap", "4711", "A", at("10:00"))


def story(*more: Step, plan: Plan = LATE) -> Story:
    """A morning with an appointment at ten."""
    return given(BOOK, *more, plan=plan)


@pytest.mark.parametrize(("clock", "late"), [("10:15", False), ("10:15:01", True), ("10:45", True)])
def test_until_when_it_is_an_appointment_and_until_when_a_walk_in(clock: str, late: bool) -> None:
    then = story().when(c.CheckIn("ap", "t"), clock)
    then.then(did(e.TicketIssued, appointment="ap", came_late=late), did(e.AppointmentCheckedIn))
    then.ticket("t", came_late=late, appointment_at=at("10:00"), queued_from=at(clock))


def test_then_it_is_refused_and_only_then_expires() -> None:
    late = story().when(c.RunTimers(), "10:45").then()
    late.when(c.RunTimers(), "10:45:01").then(did(e.AppointmentExpired, appointment="ap"))
    late.when(c.CheckIn("ap", "t")).refused("appointment-too-late")


def test_without_such_a_time_it_is_refused_at_once() -> None:
    story(plan=PLAN).when(c.CheckIn("ap", "t"), "10:15:01").refused("appointment-too-late")


@pytest.mark.parametrize(
    ("came", "first", "ahead"), [("10:16", "late", 0), ("10:14", "a", 1)], ids=["four-min", "six-min"]
)
def test_its_credit_is_smaller_than_a_promise_and_larger_than_none(came: str, first: str, ahead: int) -> None:
    """Five minutes: before who came four minutes earlier, behind who came six minutes earlier."""
    hall = story(came, issue("a"), "10:20", c.CheckIn("ap", "late"), seat(1))
    assert Forecast(hall.hall, hall.now).ahead(hall.hall.tickets["late"]) == ahead
    assert hall.calls(1)[0] == first


def test_one_in_time_goes_before_one_who_came_late() -> None:
    both = story(c.BookAppointment("kept", "4712", "A", at("10:15")), "10:16", c.CheckIn("ap", "late"))
    both.given("10:20", c.CheckIn("kept", "kept"), seat(1))
    assert both.calls(1) == ["kept", "late"]


def test_the_estimate_knows_its_place() -> None:
    hall = story("10:14", issue("a"), "10:20", c.CheckIn("ap", "late"), issue("b"), seat(1))
    forecast = Forecast(hall.hall, hall.now)
    bands = [forecast.for_ticket(hall.hall.tickets[name]) for name in ("a", "late", "b")]
    highs = [band.top for band in bands if band]
    assert highs == sorted(set(highs)), "each waits longer than the one before"


def test_the_reason_names_the_credit_of_the_late() -> None:
    late = story("10:16", issue("a"), "10:20", c.CheckIn("ap", "late"), seat(1)).given(c.CallNext(1))
    why = late.hall.tickets["late"].stay.decision
    assert why is not None
    assert (why.reason, why.came_late, why.appointment, why.credit_s) == (
        "credit",
        True,
        False,
        300,
    )


@pytest.mark.parametrize("name", ["strict-priority", "first-come"])
def test_under_the_other_rules_it_waits_like_any_walk_in(name: str) -> None:
    plan = replace(ruled(name), appointment_walk_in=30 * MINUTE)  # type: ignore[arg-type]  # the two names
    late = story("10:16", issue("a"), "10:20", c.CheckIn("ap", "late"), seat(1), plan=plan)
    assert late.calls(1) == ["a", "late"]
