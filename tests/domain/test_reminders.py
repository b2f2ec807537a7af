"""Parked with a reminder: when it comes, once, and what makes it go."""

from __future__ import annotations

from dataclasses import replace

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.ticket import TicketStatus
from branch.opening_hours import MINUTE
from tests.domain.branches import PLAN
from tests.domain.helpers import Story, called_in, did, given, issue, seat


def parked(after: int | None = None, **more: object) -> Story:
    """Ticket a is parked at counter 1 at 09:10."""
    return given(issue("a"), issue("b"), seat(1), *called_in(1), "09:10", c.ParkTicket(1, after), **more)  # type: ignore[arg-type]  # the plan


def test_after_the_branchs_own_time_there_is_one_reminder() -> None:
    story = parked()
    story.when(c.RunTimers(), "09:19").then()
    story.when(c.RunTimers(), "09:20").then(did(e.ReminderDue, ticket="a", at_counter=1))
    story.when(c.RunTimers(), "09:40").then().ticket("a", reminded=True, status=TicketStatus.PARKED)


def test_the_teller_may_name_a_time_or_none() -> None:
    parked(3 * MINUTE).when(c.RunTimers(), "09:13").then(did(e.ReminderDue, ticket="a"))
    parked(0).ticket("a", remind_at=None).when(c.RunTimers(), "12:00").then()
    never = parked(plan=replace(PLAN, park_reminder=0))
    never.ticket("a", remind_at=None)
    given(issue("a"), seat(1), c.CallNext(1)).when(c.ParkTicket(1, -1)).refused("invalid")


def test_whoever_parks_it_again_is_reminded_later() -> None:
    story = parked().given(seat(2), "09:20", c.RunTimers())
    story.when(c.ParkAgain(2, "a", 5 * MINUTE), "09:21").then(did(e.ReminderMoved, ticket="a", at_counter=2))
    story.ticket("a", reminded=False, counter=2)
    story.when(c.RunTimers(), "09:25").then()
    story.when(c.RunTimers(), "09:26").then(did(e.ReminderDue, ticket="a", at_counter=2))


def test_only_a_parked_one_is_parked_again() -> None:
    story = given(issue("a"), seat(1), c.CallNext(1), c.MarkMissed(1))
    story.when(c.ParkAgain(1, "a")).refused("ticket-not-parked")
    story.when(c.ParkAgain(2, "a")).refused("counter-not-open")
    story.when(c.ParkAgain(1, "nobody")).refused("unknown-ticket")


def test_it_goes_with_the_parking() -> None:
    for step in (c.CallTicket(1, "a"), c.RequeueTicket("a"), c.CancelTicket("a")):
        story = parked().given("09:20", c.RunTimers(), step)
        story.ticket("a", remind_at=None, reminded=False).when(c.RunTimers(), "10:00").then()


def test_a_reminder_is_no_step_that_an_undo_trips_over() -> None:
    story = parked(5_000).given("09:10:07", c.RunTimers()).ticket("a", reminded=True)
    story.when(c.UndoLast(1), "09:10:08").then(did(e.ActionUndone, ticket="a", action="park"))
    story.ticket("a", reminded=False, remind_at=None, status=TicketStatus.SERVING)
