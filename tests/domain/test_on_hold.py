"""Missed and parked: where they wait, and which place they get back."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.ticket import TicketStatus
from branch.opening_hours import MINUTE
from tests.domain.branches import ruled
from tests.domain.helpers import Story, called_in, did, given, issue, seat


def missed(*later: c.Command) -> Story:
    """Ticket a is called and does not come; then others arrive."""
    return given(issue("a"), seat(1), c.CallNext(1), c.MarkMissed(1), *later)


def test_a_missed_ticket_is_called_no_more_by_itself() -> None:
    """Nobody is called again unasked (peers 9)."""
    story = missed(issue("b")).ticket("a", status=TicketStatus.MISSED)
    assert list(story.hall.on_hold) == ["a"]
    assert story.calls(1) == ["b"]


def test_a_missed_ticket_comes_back_some_places_further_down() -> None:
    story = missed(issue("b"), issue("c"), issue("d"))
    story.when(c.RequeueTicket("a"), "09:10").then(did(e.TicketRequeued, ticket="a"))
    story.ticket("a", requeues=1, counter=None, staff=None, status=TicketStatus.WAITING)
    assert story.calls(1) == ["b", "c", "a", "d"]


def test_with_fewer_people_it_comes_last() -> None:
    assert missed(issue("b"), c.RequeueTicket("a")).calls(1) == ["b", "a"]


def test_with_nobody_else_it_comes_next() -> None:
    story = missed(c.RequeueTicket("a"))
    story.ticket("a", queued_from=story.hall.tickets["a"].issued_at)
    assert story.calls(1) == ["a"]


def test_being_missed_gains_nothing() -> None:
    """Those ahead may have come earlier: it is never put before its own old place."""
    story = given(
        issue("x"), issue("y"), issue("z"), issue("a"), seat(1), c.CallTicket(1, "a"), c.MarkMissed(1)
    )
    assert story.given(c.RequeueTicket("a")).calls(1) == ["x", "y", "z", "a"]


def test_places_are_counted_with_credits() -> None:
    story = missed(issue("b"), issue("v", segment="vip"), issue("p", segment="priority"))
    assert story.given(c.RequeueTicket("a")).calls(1) == ["v", "p", "a", "b"]


def test_nobody_is_put_into_the_future() -> None:
    story = given(
        issue("v", segment="vip"), seat(1), c.CallNext(1), c.MarkMissed(1), "09:05", issue("b"), issue("c")
    )
    story.given(c.RequeueTicket("v"))
    assert story.hall.tickets["v"].place.queued_from <= story.now


def test_a_ticket_missed_again_must_take_a_new_number() -> None:
    story = missed(c.RequeueTicket("a"), c.CallNext(1), c.MarkMissed(1))
    story.when(c.RequeueTicket("a")).refused("requeue-limit")
    story.when(c.CallTicket(1, "a")).then(did(e.TicketCalled, ticket="a"))


def test_only_a_staffed_counter_puts_back() -> None:
    missed().when(c.RequeueTicket("a", 3)).refused("counter-not-open")
    missed().when(c.RequeueTicket("a", 77)).refused("unknown-counter")


def test_a_parked_ticket_gets_its_old_place_back_as_often_as_needed() -> None:
    story = given(issue("a"), issue("b"), seat(1), *called_in(1), "09:05", c.ParkTicket(1))
    story.ticket("a", status=TicketStatus.PARKED).counter(1, ticket=None)
    for _ in range(3):
        story.given(c.RequeueTicket("a")).ticket(
            "a", requeues=0, queued_from=story.hall.tickets["a"].issued_at
        )
        story.given(*called_in(1)).counter(1, ticket="a").given(c.ParkTicket(1))
    assert story.given(c.RequeueTicket("a")).calls(1) == ["a", "b"]


def test_the_time_served_before_parking_counts() -> None:
    story = given(issue("a"), seat(1), c.CallNext(1), "09:10", c.StartServing(1), "09:13", c.ParkTicket(1))
    story.given("09:30", c.CallTicket(1, "a"), "09:31", c.StartServing(1), "09:32", c.FinishServing(1))
    story.ticket("a", served_for=4 * MINUTE)


def test_a_ticket_parked_before_it_was_served_has_been_served_for_nothing() -> None:
    given(issue("a"), seat(1), c.CallNext(1), c.ParkTicket(1)).ticket("a", served_for=0, started_at=None)


def test_under_strict_priority_the_places_are_those_of_the_rank() -> None:
    story = given(
        issue("v", segment="vip"),
        seat(1),
        c.CallNext(1),
        c.MarkMissed(1),
        issue("a"),
        issue("v2", segment="vip"),
        c.RequeueTicket("v"),
        plan=ruled("strict-priority"),
    )
    assert story.calls(1) == ["v2", "v", "a"]


def test_waits_are_counted_from_the_place_in_the_order() -> None:
    story = missed(issue("b"), issue("c")).given("09:30", c.RequeueTicket("a"))
    story.given(c.CallTicket(1, "a"))
    assert story.last(e.TicketCalled).why.waited_s >= 0
