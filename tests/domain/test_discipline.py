"""Who is called next under each rule, and the reasons given for it."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.queueing.discipline import queue_of
from branch.domain.tickets.ticket import Lane
from branch.opening_hours import MINUTE
from tests.domain.branches import ruled
from tests.domain.helpers import Story, at, did, given, issue, seat


def reason(story: Story) -> str:
    """Why the last one was called."""
    return str(story.last(e.TicketCalled).why.reason)


def test_the_longest_wait_goes_first_whatever_the_service() -> None:
    """Peers 36."""
    story = given(issue("b", "B"), issue("a"), issue("c", "C"), issue("a2"), seat(2))
    assert story.calls(2) == ["b", "a", "c", "a2"]


def test_a_credit_counts_as_time_already_waited() -> None:
    story = given(
        issue("early"), "09:04", issue("later"), "09:08", issue("prio", segment="priority"), seat(1)
    )
    assert story.calls(1) == ["early", "prio", "later"]


def test_a_credit_is_no_more_than_its_minutes() -> None:
    """A VIP who comes eleven minutes later does not pass (peers 28, 30)."""
    story = given(issue("early"), "09:11", issue("vip", segment="vip"), seat(1))
    assert story.calls(1) == ["early", "vip"]


def test_equal_weights_go_by_order_of_issue() -> None:
    story = given(seat(1))
    story.when(issue("first", segment="priority"), "09:05")
    story.when(issue("second", segment="priority"))
    assert story.calls(1) == ["first", "second"]


def test_the_reasons_say_when_a_credit_decided() -> None:
    story = given(issue("a"), "09:05", issue("vip", segment="vip"), seat(1), "09:06", c.CallNext(1))
    assert story.ticket("vip", counter=1)
    why = story.last(e.TicketCalled).why
    assert (why.rule, why.reason, why.number) == ("longest-wait", "credit", "A002")
    assert (why.waited_s, why.credit_s, why.cap_s) == (60.0, 600.0, 1800.0)
    assert [(other.number, other.waited_s, other.credit_s) for other in why.against] == [("A001", 360.0, 0.0)]


def test_the_reasons_say_longest_wait_when_nobody_had_waited_longer() -> None:
    story = given(issue("a"), issue("b", "B"), seat(1), c.CallNext(1))
    assert reason(story) == "longest-wait"


def test_only_means_that_nobody_else_waits() -> None:
    assert reason(given(issue("a"), seat(1), c.CallNext(1))) == "only"
    assert reason(given(issue("a"), issue("b"), seat(1), c.CallNext(1))) == "longest-wait"


def test_whoever_has_waited_for_the_cap_goes_before_any_credit() -> None:
    plan = ruled(cap=8 * MINUTE)
    story = given(issue("a"), "09:07", issue("vip", segment="vip"), seat(1), plan=plan)
    story.when(c.CallNext(1), "09:08").then(did(e.TicketCalled, ticket="a"))
    assert reason(story) == "cap"


def test_a_second_before_the_cap_the_credit_still_decides() -> None:
    plan = ruled(cap=8 * MINUTE)
    story = given(issue("a"), "09:07", issue("vip", segment="vip"), seat(1), plan=plan)
    story.when(c.CallNext(1), "09:07:59").then(did(e.TicketCalled, ticket="vip"))
    assert reason(story) == "credit"


def test_with_two_over_the_cap_the_older_goes_first() -> None:
    plan = ruled(cap=5 * MINUTE)
    story = given(issue("a"), "09:01", issue("vip", segment="vip"), seat(1), plan=plan)
    story.when(c.CallNext(1), "09:20").then(did(e.TicketCalled, ticket="a"))


def test_a_cap_of_nothing_is_no_cap() -> None:
    story = given(issue("a"), "09:09", issue("vip", segment="vip"), seat(1), plan=ruled(cap=0))
    story.when(c.CallNext(1), "11:00").then(did(e.TicketCalled, ticket="vip"))


def test_strict_priority_goes_by_rank_then_by_arrival() -> None:
    plan = ruled("strict-priority")
    story = given(issue("a"), issue("p", segment="priority"), "10:00", plan=plan)
    story.given(issue("v", segment="vip"), issue("v2", segment="vip"), seat(1), c.CallNext(1))
    assert reason(story) == "priority"
    assert story.given(c.StartServing(1), c.FinishServing(1)).calls(1) == ["v2", "p", "a"]


def test_strict_priority_knows_no_cap() -> None:
    plan = ruled("strict-priority", cap=MINUTE)
    story = given(issue("a"), "10:00", issue("v", segment="vip"), seat(1), plan=plan)
    story.when(c.CallNext(1)).then(did(e.TicketCalled, ticket="v"))


def test_first_come_knows_neither_credit_nor_cap() -> None:
    plan = ruled("first-come", cap=MINUTE)
    story = given(issue("a"), issue("v", segment="vip"), issue("b", "B"), seat(1), c.CallNext(1), plan=plan)
    assert reason(story) == "first-come"
    assert story.given(c.StartServing(1), c.FinishServing(1)).calls(1) == ["v", "b"]


def test_a_counter_with_listed_services_turns_to_the_next_when_the_first_is_empty() -> None:
    plan = ruled(service_order="listed")
    story = given(issue("b", "B"), issue("c", "C"), "09:05", issue("a"), issue("a2"), seat(2), plan=plan)
    assert story.calls(2) == ["a", "a2", "b", "c"]


def test_the_cap_breaks_into_the_listed_order() -> None:
    plan = ruled(service_order="listed", cap=10 * MINUTE)
    story = given(issue("b", "B"), "09:05", issue("a"), seat(2), plan=plan)
    story.when(c.CallNext(2), "09:10").then(did(e.TicketCalled, ticket="b"))
    assert reason(story) == "cap"


def test_a_counter_calls_only_what_it_serves() -> None:
    story = given(issue("a"), issue("b", "B"), seat(3))
    assert story.calls(3) == ["b"]


def test_a_checked_in_appointment_has_its_own_credit() -> None:
    book = c.BookAppointment("ap", "1234", "A", at("09:20"))
    story = given(book, issue("a"), "09:14", c.CheckIn("ap", "promised"), seat(1))
    assert story.calls(1) == ["promised", "a"]
    late = given(book, issue("a"), "09:16", c.CheckIn("ap", "promised"), seat(1))
    assert late.calls(1) == ["a", "promised"]


def test_under_strict_priority_an_appointment_goes_first_inside_its_rank() -> None:
    plan = ruled("strict-priority")
    book = c.BookAppointment("ap", "1234", "A", at("09:20"))
    story = given(
        book, issue("a"), issue("v", segment="vip"), "09:10", c.CheckIn("ap", "promised"), plan=plan
    )
    assert story.given(seat(1)).calls(1) == ["v", "promised", "a"]


def test_lanes_do_not_grow_with_the_tickets() -> None:
    """Finding the next one compares lanes, so there must be few of them."""
    story = given(*(issue(f"t{n}") for n in range(50)))
    assert list(story.hall.waiting.lanes()) == [Lane("A", None, "ordinary", appointment=False)]


ACCUMULATING = ruled("accumulating-priority")


def test_a_minute_waited_counts_as_often_as_the_rate_of_the_segment_says() -> None:
    """At 09:16 ten minutes at 1.5 weigh less than sixteen, at 09:20 fourteen weigh more than twenty."""
    story = given(issue("a"), "09:06", issue("vip", segment="vip"), seat(1), plan=ACCUMULATING)
    story.when(c.CallNext(1), "09:16").then(did(e.TicketCalled, ticket="a"))
    later = given(issue("a"), "09:06", issue("vip", segment="vip"), seat(1), plan=ACCUMULATING)
    later.when(c.CallNext(1), "09:20").then(did(e.TicketCalled, ticket="vip"))
    why = later.last(e.TicketCalled).why
    assert (why.rule, why.reason, why.rate, why.credit_s) == ("accumulating-priority", "rate", 1.5, 0)
    assert [(other.number, other.rate) for other in why.against] == [("A001", 1.0)]


def test_equal_weights_at_different_rates_go_by_order_of_issue() -> None:
    story = given(issue("a"), "09:06", issue("prio", segment="priority"), seat(1), plan=ACCUMULATING)
    story.when(c.CallNext(1), "09:10").then(did(e.TicketCalled, ticket="a"))


def test_accumulating_priority_knows_neither_credit_nor_cap() -> None:
    plan = ruled("accumulating-priority", cap=MINUTE)
    story = given(issue("a"), "09:20", issue("prio", segment="priority"), seat(1), plan=plan)
    story.when(c.CallNext(1), "09:40").then(did(e.TicketCalled, ticket="prio"))


def test_an_appointment_goes_first_from_its_promised_time_on() -> None:
    book = c.BookAppointment("ap", "1234", "A", at("09:20"))
    waits = (book, issue("p", segment="priority"), issue("a"), "09:10", c.CheckIn("ap", "promised"), seat(1))
    story = given(*waits, plan=ACCUMULATING)
    story.when(c.CallNext(1), "09:19:59").then(did(e.TicketCalled, ticket="p"))
    story = given(*waits, plan=ACCUMULATING)
    story.when(c.CallNext(1), "09:20").then(did(e.TicketCalled, ticket="promised"))
    assert reason(story) == "appointment"


def test_appointments_go_by_their_times_not_by_their_arrival() -> None:
    books = (c.BookAppointment("x", "1", "A", at("09:20")), c.BookAppointment("y", "2", "B", at("09:15")))
    story = given(*books, "09:05", c.CheckIn("x", "x"), c.CheckIn("y", "y"), seat(1), plan=ACCUMULATING)
    assert story.given("09:25").calls(1) == ["y", "x"]


def test_who_was_missed_at_the_promised_time_has_it_no_more() -> None:
    book = c.BookAppointment("ap", "1", "A", at("09:05"))
    story = given(book, "09:01", c.CheckIn("ap", "x"), issue("a"), "09:05", seat(1), plan=ACCUMULATING)
    story.given(c.CallNext(1), c.MarkMissed(1), "09:06", c.RequeueTicket("x"))
    assert story.calls(1) == ["a", "x"]


def test_the_list_of_a_counter_is_the_order_of_its_instant() -> None:
    story = given(issue("a"), "09:06", issue("vip", segment="vip"), seat(1), plan=ACCUMULATING)
    counter = story.hall.counters[1]
    assert list(queue_of(story.hall, counter, at("09:16"))) == ["a", "vip"]
    assert list(queue_of(story.hall, counter, at("09:20"))) == ["vip", "a"]
