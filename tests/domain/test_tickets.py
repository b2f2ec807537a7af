"""Numbers: given in order, once each, by service; printed or not; given back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.branches import MONDAY, PLAN
from tests.domain.helpers import called_in, did, given, issue, seat, served_in


def test_numbers_of_a_service_follow_each_other() -> None:
    story = given(issue("a"), issue("b"), issue("c", "B"), issue("d"))
    assert [t.number for t in story.hall.tickets.values()] == ["A001", "A002", "B100", "A003"]


def test_a_ticket_carries_what_was_asked_for() -> None:
    given().when(
        issue("a", "B", "priority", language="en", phone="13800000000", channel="phone"), "10:00"
    ).then(
        did(
            e.TicketIssued,
            ticket="a",
            number="B100",
            n=100,
            service="B",
            segment="priority",
            language="en",
            phone="13800000000",
            channel="phone",
            appointment=None,
            promised_at=None,
        )
    ).ticket("a", status=TicketStatus.WAITING, counter=None, printed=None, changes=0)


def test_a_customer_who_says_nothing_is_ordinary_and_gets_the_first_language() -> None:
    given().when(issue("a")).then(did(e.TicketIssued, segment="ordinary", language="zh", channel="kiosk"))


def test_a_service_may_have_its_own_segment_which_a_named_one_overrides() -> None:
    given().when(issue("a", "V")).then(did(e.TicketIssued, segment="vip"))
    given().when(issue("a", "V", "ordinary")).then(did(e.TicketIssued, segment="ordinary"))


def test_numbers_end_with_the_range_and_are_not_given_again() -> None:
    story = given(issue("a", "C"), issue("b", "C"), issue("c", "C"), c.CancelTicket("a"))
    story.when(issue("d", "C")).refused("quota-reached")
    assert [t.number for t in story.hall.tickets.values()] == ["C007", "C008", "C009"]


def test_numbers_begin_anew_with_the_day_and_yesterday_is_no_ticket_of_today() -> None:
    story = given(issue("a"), issue("b"), seat(1), *served_in(1)).given("17:00", c.TurnDay(MONDAY), "09:00")
    story.when(issue("x")).then(did(e.TicketIssued, number="A001"))
    story.when(c.CancelTicket("a")).refused("unknown-ticket")


def test_a_wide_range_makes_wide_numbers() -> None:
    wide = {**PLAN.services, "A": replace(PLAN.services["A"], last=12_000)}
    given(plan=replace(PLAN, services=wide)).when(issue("a")).then(did(e.TicketIssued, number="A00001"))


def test_a_closed_service_takes_nobody_but_serves_those_who_wait() -> None:
    story = given(issue("a"), seat(1), c.CloseService("A", "till is empty"))
    story.when(issue("b")).refused("service-closed")
    story.when(issue("b", "B")).then(did(e.TicketIssued, number="B100"))
    story.when(c.CallNext(1)).then(did(e.TicketCalled, ticket="a"))
    story.given(c.ReopenService("A")).when(issue("c")).then(did(e.TicketIssued, number="A002"))


def test_closing_a_service_twice_says_nothing_unless_the_reason_is_new() -> None:
    story = given(c.CloseService("A"))
    story.when(c.CloseService("A")).then()
    story.when(c.CloseService("A", "fire drill")).then(did(e.ServiceClosed, reason="fire drill"))
    story.when(c.ReopenService("A")).then(did(e.ServiceReopened, service="A"))
    story.when(c.ReopenService("A")).then()


def test_paper_is_reported_once_and_may_come_later() -> None:
    story = given(issue("a"))
    story.when(c.ConfirmPrint("a", ok=False, reason="paper jam")).then(
        did(e.TicketPrinted, ok=False, reason="paper jam")
    )
    story.ticket("a", printed=False, status=TicketStatus.WAITING)
    story.when(c.ConfirmPrint("a", ok=False, reason="paper jam")).then()
    story.when(c.ConfirmPrint("a", ok=True)).then(did(e.TicketPrinted, ok=True)).ticket("a", printed=True)


def test_an_unprinted_ticket_is_called_like_any_other() -> None:
    """A teller need not know about paper to serve (peers 36)."""
    given(issue("a"), c.ConfirmPrint("a", ok=False), seat(1)).when(c.CallNext(1)).then(
        did(e.TicketCalled, ticket="a")
    )


def test_a_customer_who_leaves_is_not_called() -> None:
    story = given(issue("a"), issue("b"), seat(1))
    story.when(c.CancelTicket("a")).then(did(e.TicketCancelled, ticket="a"))
    story.when(c.CancelTicket("a")).then()
    assert story.calls(1) == ["b"]


@pytest.mark.parametrize("aside", [c.MarkMissed(1), c.ParkTicket(1)])
def test_a_customer_who_stands_aside_may_leave(aside: c.Command) -> None:
    story = given(issue("a"), seat(1), c.CallNext(1), aside)
    story.when(c.CancelTicket("a")).then(did(e.TicketCancelled, ticket="a"))
    assert not story.hall.on_hold
    story.when(c.RequeueTicket("a")).refused("ticket-not-on-hold")


@pytest.mark.parametrize("steps", [(c.CallNext(1),), called_in(1), (c.CallNext(1), c.RecallTicket(1))])
def test_a_ticket_at_a_counter_is_the_tellers_to_end(steps: tuple[c.Command, ...]) -> None:
    """Nor is it left hanging when it was called twice (peers 34)."""
    story = given(issue("a"), seat(1), *steps)
    story.when(c.CancelTicket("a")).refused("ticket-elsewhere")
    ends = (
        (c.MarkMissed(1),) if story.hall.tickets["a"].status is TicketStatus.CALLED else (c.FinishServing(1),)
    )
    story.given(*ends).counter(1, ticket=None)
