"""Sent on: to a service, to a counter; with the number and the arrival time it came with."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.branches import ruled
from tests.domain.helpers import Story, called_in, did, given, issue, seat


def sent(**where: object) -> Story:
    """A ticket of service A, arrived at 9:00, sent on at 9:10 by counter 1; b and b2 came in between."""
    return given(
        issue("a"),
        seat(1),
        seat(2),
        seat(3),
        *called_in(1),
        "09:05",
        issue("b", "B"),
        issue("b2", "B"),
        "09:10",
        c.TransferTicket(1, **where),  # type: ignore[arg-type]  # fields of the command, by name
    )


def test_a_transferred_ticket_keeps_its_number_and_its_arrival() -> None:
    """The letter does not change on the way (peers 29)."""
    story = sent(service="B", note="needs a notary")
    story.ticket(
        "a",
        number="A001",
        service="B",
        status=TicketStatus.WAITING,
        queued_from=story.hall.tickets["a"].issued_at,
        transfers=1,
        note="needs a notary",
        counter=None,
        staff=None,
        for_counter=None,
        segment="ordinary",
    ).counter(1, ticket=None)
    assert story.calls(3) == ["a", "b", "b2"]


def test_the_time_served_so_far_is_kept_and_the_rest_added() -> None:
    story = given(issue("a"), seat(1), seat(3), c.CallNext(1), "09:10", c.StartServing(1))
    story.given("09:14", c.TransferTicket(1, service="B")).ticket("a", served_for=4 * 60_000, started_at=None)
    story.given("09:20", c.CallNext(3), "09:21", c.StartServing(3), "09:24", c.FinishServing(3))
    story.ticket("a", served_for=7 * 60_000)
    assert story.hall.service_times["B"].mean == 3 * 60_000, "service B took its own part only"
    assert "A" not in story.hall.service_times


def test_a_ticket_that_was_called_but_not_begun_can_be_sent_on() -> None:
    story = given(issue("a"), seat(1), seat(3), c.CallNext(1))
    story.when(c.TransferTicket(1, service="C")).then(did(e.TicketTransferred, service="C", to_counter=None))
    story.ticket("a", served_for=0)


def test_a_directed_ticket_is_called_at_its_counter_only_whatever_that_serves() -> None:
    story = sent(to_counter=3)
    story.when(c.CallNext(2)).then(did(e.TicketCalled, ticket="b"))
    story.when(c.CallNext(1)).then(did(e.TicketCalled, ticket="b2"))
    story.given(c.StartServing(1), c.FinishServing(1))
    story.when(c.CallTicket(1, "a")).refused("ticket-elsewhere")
    story.when(c.CallNext(3)).then(did(e.TicketCalled, ticket="a", counter=3))


def test_a_directed_ticket_is_weighed_with_the_first_service_of_a_listed_order() -> None:
    plan = ruled(service_order="listed")
    story = given(issue("c", "C"), seat(1, services=("C",)), seat(2), *called_in(1), plan=plan)
    story.given(c.TransferTicket(1, to_counter=2), "09:05", issue("b", "B"), issue("a"))
    assert story.calls(2) == ["c", "a", "b"]


def test_a_ticket_may_be_sent_to_a_service_at_a_counter() -> None:
    sent(service="B", to_counter=3).ticket("a", service="B", for_counter=3)


def test_a_note_stays_until_another_takes_its_place() -> None:
    story = sent(service="B", note="first").given(*called_in(3))
    story.given(c.TransferTicket(3, service="A")).ticket("a", note="first", transfers=2)
    story.given(c.CallTicket(1, "a"), c.TransferTicket(1, service="B", note="second"))
    story.ticket("a", note="second")


def test_a_transfer_goes_somewhere_else() -> None:
    story = given(issue("a"), seat(1), *called_in(1))
    story.when(c.TransferTicket(1)).refused("invalid")
    story.when(c.TransferTicket(1, to_counter=1)).refused("invalid")
    story.when(c.TransferTicket(1, service="X")).refused("unknown-service")
    story.when(c.TransferTicket(1, to_counter=9)).refused("unknown-counter")
    story.counter(1, ticket="a")


def test_nobody_is_sent_to_a_counter_where_nobody_sits() -> None:
    story = given(issue("a"), seat(1), *called_in(1))
    story.when(c.TransferTicket(1, to_counter=3)).refused("counter-not-open")
    story.given(seat(3), c.PauseCounter(3))
    story.when(c.TransferTicket(1, to_counter=3)).then(did(e.TicketTransferred, to_counter=3))


def test_when_a_counter_closes_those_sent_to_it_wait_for_their_service() -> None:
    """Nobody waits for a teller who has gone home (peers 35)."""
    story = sent(service="B", to_counter=3).given(c.CloseCounter(3)).ticket("a", for_counter=None)
    assert story.calls(2) == ["a", "b", "b2"]


@pytest.mark.parametrize("aside", [c.ParkTicket(3), c.MarkMissed(3)])
def test_so_do_those_who_stand_aside_when_it_closes(aside: c.Command) -> None:
    story = sent(service="B", to_counter=3).given(c.CallNext(3), aside, c.CloseCounter(3))
    story.given(c.RequeueTicket("a")).ticket("a", for_counter=None)
    assert "a" in story.calls(2)


def test_the_last_rating_tells_of_the_counter_that_finished() -> None:
    story = sent(service="B").given(*called_in(3), c.FinishServing(3))
    story.when(c.RateTicket("a", 4)).then(did(e.TicketRated, counter=3, staff="teller3"))
