"""A member of staff moves to another counter: the session ends there, the customer comes along."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.helpers import called_in, did, given, issue, seat


def to(counter: int, staff: str = "li") -> c.OpenCounter:
    return c.OpenCounter(counter, staff, move=True)


def test_with_nobody_there_only_the_session_moves() -> None:
    story = given(seat(1, "li")).when(to(2))
    story.then(did(e.CounterClosed, counter=1), did(e.CounterOpened, counter=2, staff="li"))
    story.counter(1, state="closed", staff=None).counter(2, state="open", staff="li", ticket=None)


def test_a_service_goes_on_at_the_new_counter_with_its_running_time() -> None:
    story = given(issue("a"), seat(1, "li"), "09:10", *called_in(1))
    started = story.now - 1000
    story.when(to(2), "+5m").then(
        did(e.CounterClosed, counter=1),
        did(e.CounterOpened, counter=2),
        did(e.TicketMoved, ticket="a", counter=2, from_counter=1),
    )
    story.ticket("a", status=TicketStatus.SERVING, counter=2, staff="li", started_at=started)
    story.counter(1, ticket=None, state="closed").counter(2, ticket="a", undo=None)
    story.given(c.FinishServing(2)).ticket("a", status=TicketStatus.SERVED, counter=2)


def test_a_called_one_is_called_again_for_the_new_counter_and_counted_from_there() -> None:
    story = given(issue("a"), seat(1, "li"), c.CallNext(1), c.RecallTicket(1), c.RecallTicket(1))
    story.when(to(2)).then(
        did(e.CounterClosed), did(e.CounterOpened), did(e.TicketMoved), did(e.TicketRecalled, counter=2)
    )
    story.ticket("a", status=TicketStatus.CALLED, counter=2, recalls=1, called_at=story.now)
    story.when(c.MarkMissed(2)).then(did(e.TicketMissed, ticket="a", counter=2))


def test_who_was_sent_to_the_old_counter_waits_for_the_service() -> None:
    story = given(issue("a"), seat(1, "li"), seat(2, "wang"), *called_in(2))
    story.given(c.TransferTicket(2, service="B", to_counter=1)).ticket("a", for_counter=1)
    story.given(to(3)).ticket("a", for_counter=None, status=TicketStatus.WAITING)


def test_who_was_sent_to_a_counter_and_is_there_comes_along() -> None:
    story = given(issue("a"), seat(1, "li"), seat(2, "wang"), *called_in(2))
    story.given(c.TransferTicket(2, service="B", to_counter=1), *called_in(1), to(3))
    story.ticket("a", for_counter=3, counter=3, status=TicketStatus.SERVING)


@pytest.mark.parametrize("staff", ["li", "chen"])
def test_a_counter_with_somebody_at_it_is_not_moved_to(staff: str) -> None:
    given(seat(1, "li"), seat(2, "wang")).when(to(2, staff)).refused("counter-taken")


def test_who_is_nowhere_else_just_opens_and_a_second_move_changes_nothing() -> None:
    story = given().when(to(2)).then(did(e.CounterOpened, counter=2, staff="li"))
    story.when(to(2)).then()


def test_what_the_old_counter_kept_to_tell_later_is_not_the_new_ones() -> None:
    """A finish told late by a window that was left behind: the ticket has gone on."""
    story = given(issue("a"), seat(1, "li"), *called_in(1), to(2))
    story.when(c.FinishServing(1, ticket="a", at=story.now)).refused("ticket-elsewhere")
