"""Several services in one visit: where the ticket waits for the next, and what stays with it."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.ticket import TicketStatus
from branch.opening_hours import MINUTE
from tests.domain.helpers import Story, did, given, issue, seat


def chained(*services: str) -> Story:
    """Ticket a, served for A at counter 1 since 09:05; b, c and d came later, d for B."""
    return given(
        issue("a"),
        issue("b"),
        issue("c"),
        issue("d", "B"),
        seat(1),
        c.CallNext(1),
        "09:05",
        c.StartServing(1),
        c.ChainServices(1, services),
    )


def test_it_goes_on_with_its_number_and_its_arrival_time() -> None:
    story = chained("B", "C")
    before = story.hall.tickets["a"]
    story.when(c.FinishServing(1), "09:10").then(did(e.TicketWentOn, ticket="a", service="B"))
    story.ticket("a", status=TicketStatus.WAITING, service="B", next_services=("C",), number=before.number)
    story.ticket(
        "a", queued_from=before.place.queued_from, issued_at=before.issued_at, counter=None, finished_at=None
    )
    story.counter(1, ticket=None)
    assert story.hall.service_times["A"].n == 1


def test_it_jumps_no_queue_and_loses_no_place() -> None:
    """Who came before it for the next service is called first, who came later after it."""
    story = given(
        issue("early", "B"), issue("a"), issue("late", "B"), seat(1), c.CallTicket(1, "a"), c.StartServing(1)
    )
    story.given(c.ChainServices(1, ("B",)), c.FinishServing(1), seat(3))
    assert story.calls(3) == ["early", "a", "late"]


def test_the_visit_ends_with_the_last_service_and_is_rated_once() -> None:
    story = chained("B").given("09:10", c.FinishServing(1))
    story.when(c.RateTicket("a", 5)).refused("ticket-not-served")
    story.given("09:20", c.CallTicket(1, "a"), c.StartServing(1))
    story.when(c.FinishServing(1), "09:30").then(did(e.ServingFinished, ticket="a"))
    story.when(c.RateTicket("a", 5)).then(did(e.TicketRated, ticket="a"))
    story.when(c.RateTicket("a", 5)).refused("already-rated")
    done = [(stop.service, stop.ended) for stop in story.hall.tickets["a"].stays]
    assert done == [("A", "served"), ("B", "served")]
    assert story.hall.tickets["a"].served_for > 14 * MINUTE


def test_a_transfer_keeps_what_follows_but_for_what_it_is_sent_to() -> None:
    chained("B", "C").given(c.TransferTicket(1, service="V")).ticket(
        "a", service="V", next_services=("B", "C")
    )
    chained("B", "C").given(c.TransferTicket(1, service="B")).ticket("a", service="B", next_services=("C",))


def test_parked_or_missed_it_keeps_what_follows() -> None:
    story = (
        chained("B")
        .given(c.ParkTicket(1), c.RequeueTicket("a"))
        .ticket("a", next_services=("B",), service="A")
    )
    story.given(c.CallTicket(1, "a"), c.MarkMissed(1)).ticket("a", next_services=("B",))


def test_what_follows_may_be_changed_and_said_again() -> None:
    story = chained("B")
    story.when(c.ChainServices(1, ("B",))).then()
    story.when(c.ChainServices(1, ())).then(did(e.ChainSet, then=()))
    story.when(c.FinishServing(1)).then(did(e.ServingFinished, ticket="a"))


def test_what_makes_no_sense_is_refused() -> None:
    story = chained()
    for services in (("A",), ("B", "B"), ("B", "A")):
        story.when(c.ChainServices(1, services)).refused("invalid")
    story.when(c.ChainServices(1, ("nothing",))).refused("unknown-service")
    given(seat(1)).when(c.ChainServices(1, ("B",))).refused("counter-idle")


def test_a_finish_that_went_on_is_taken_back_until_somebody_calls() -> None:
    story = chained("B").given("09:10", c.FinishServing(1))
    story.when(c.UndoLast(1)).then(did(e.ActionUndone, action="finish"))
    story.ticket("a", status=TicketStatus.SERVING, service="A", next_services=("B",)).counter(1, ticket="a")
    assert story.hall.service_times["A"].n == 0
    called = chained("B").given(seat(3), "09:10", c.FinishServing(1), c.CallTicket(3, "a"))
    called.when(c.UndoLast(1)).refused("nothing-to-undo")


def test_told_late_it_goes_on_as_of_when_it_was() -> None:
    story = chained("B").given("09:30")
    began = story.hall.tickets["a"].stay.started_at
    assert began is not None
    story.given(c.FinishServing(1, "a", began + 3 * MINUTE)).ticket("a", served_for=3 * MINUTE, service="B")


def test_nobody_is_lost_at_the_end_of_the_day() -> None:
    story = chained("B").given("09:10", c.FinishServing(1), "17:30", c.TurnDay("2026-11-23"))
    expired = [event.ticket for event in story.history if isinstance(event, e.TicketExpired)]
    assert expired.count("a") == 1
