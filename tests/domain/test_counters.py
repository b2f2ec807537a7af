"""Counters: sessions, calling, serving, and one customer at a time."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.helpers import at, called_in, did, given, issue, seat, served_in


def test_a_session_begins_with_the_counters_own_services() -> None:
    given().when(seat(2, "li")).then(did(e.CounterOpened, counter=2, staff="li", services=("A", "B", "C")))


def test_a_session_may_name_other_services() -> None:
    story = given(issue("a"), issue("c", "C"), seat(1, services=("C",)))
    assert story.calls(1) == ["c"]


def test_opening_again_changes_nothing_so_a_restarted_app_finds_its_customer() -> None:
    story = given(issue("a"), seat(1), *called_in(1))
    story.when(seat(1)).then()
    story.counter(1, ticket="a", state="open")


def test_services_may_be_changed_with_a_customer_at_the_counter() -> None:
    story = given(issue("a"), issue("c", "C"), seat(1), *called_in(1))
    story.when(seat(1, services=("C",))).then(did(e.CounterOpened, services=("C",)))
    story.counter(1, ticket="a").given(c.FinishServing(1)).when(c.CallNext(1)).then(
        did(e.TicketCalled, ticket="c")
    )


def test_one_person_works_at_one_counter_and_may_move() -> None:
    story = given(seat(1, "li"))
    story.when(seat(2, "li")).refused("staff-elsewhere")
    story.given(c.CloseCounter(1)).when(seat(2, "li")).then(did(e.CounterOpened, counter=2, staff="li"))


def test_a_counter_is_taken_until_its_session_ends() -> None:
    story = given(seat(1, "li"))
    story.when(seat(1, "wang")).refused("counter-taken")
    story.given(c.CloseCounter(1)).when(seat(1, "wang")).then(did(e.CounterOpened, staff="wang"))


def test_closing_twice_says_nothing() -> None:
    story = given(seat(1), c.CloseCounter(1)).counter(1, staff=None, state="closed", services=("A", "B"))
    story.when(c.CloseCounter(1)).then()


@pytest.mark.parametrize("steps", [(c.CallNext(1),), called_in(1)])
@pytest.mark.parametrize("command", [c.CloseCounter(1), c.PauseCounter(1), c.CallNext(1)])
def test_nothing_else_happens_with_a_customer_at_the_counter(
    steps: tuple[c.Command, ...], command: c.Command
) -> None:
    """Neither a second customer (peers 5) nor a customer whom nobody can end (peers 35)."""
    story = given(issue("a"), issue("b"), seat(1), *steps)
    story.when(command).refused("counter-busy").counter(1, ticket="a")


def test_a_pause_may_say_when_it_ends_and_forgets_it_with_its_end() -> None:
    story = given(seat(1)).when(c.PauseCounter(1, "tea", duration=600_000), "10:00")
    paused = story.then(did(e.CounterPaused, back_at=at("10:10"))).counter(1, back_at=at("10:10"))
    paused.when(c.ResumeCounter(1), "10:12").then(did(e.CounterResumed)).counter(1, back_at=None)


def test_a_pause_calls_nobody() -> None:
    story = given(issue("a"), seat(1), c.PauseCounter(1, "tea")).counter(1, state="paused", reason="tea")
    story.when(c.CallNext(1)).refused("counter-paused")
    story.when(c.CallTicket(1, "a")).refused("counter-paused")
    story.when(c.PauseCounter(1, "tea")).then()
    story.when(c.PauseCounter(1, "lunch")).then(did(e.CounterPaused, reason="lunch"))
    story.when(c.ResumeCounter(1)).then(did(e.CounterResumed, counter=1)).counter(
        1, state="open", reason=None
    )
    story.when(c.ResumeCounter(1)).then()
    story.when(c.CallNext(1)).then(did(e.TicketCalled, ticket="a"))


def test_a_visit_from_call_to_finish() -> None:
    story = given(issue("a"), seat(1), "09:10")
    story.when(c.CallNext(1)).then(did(e.TicketCalled, ticket="a", counter=1, staff="teller1"))
    story.ticket("a", status=TicketStatus.CALLED, counter=1, called_at=story.now, staff="teller1")
    story.when(c.StartServing(1), "09:11").then(did(e.ServingStarted, ticket="a", counter=1))
    story.ticket("a", status=TicketStatus.SERVING, started_at=story.now)
    story.when(c.FinishServing(1), "09:16").then(did(e.ServingFinished, ticket="a", by="staff"))
    story.ticket("a", status=TicketStatus.SERVED, served_for=5 * 60_000, finished_at=story.now)
    story.counter(1, ticket=None, state="open")
    assert story.hall.service_times["A"].n == 1
    assert story.hall.service_times["A"].mean == 5 * 60_000


def test_nobody_waiting_is_no_refusal() -> None:
    given(seat(1)).when(c.CallNext(1)).then()


def test_two_tellers_get_two_customers() -> None:
    """The classic: nobody is called by two (peers 1)."""
    story = given(issue("a"), issue("b"), seat(1), seat(2))
    story.when(c.CallNext(1)).then(did(e.TicketCalled, ticket="a"))
    story.when(c.CallNext(2)).then(did(e.TicketCalled, ticket="b"))
    story.when(c.CallTicket(2, "a")).refused("counter-busy")


@pytest.mark.parametrize("steps", [(c.CallNext(1),), called_in(1), served_in(1)])
def test_a_ticket_that_is_elsewhere_or_done_is_not_called(steps: tuple[c.Command, ...]) -> None:
    """Not from the queue, not from the side, not by a double call (peers 2)."""
    given(issue("a"), seat(1), seat(2), *steps).when(c.CallTicket(2, "a")).refused("ticket-not-waiting")


def test_a_chosen_ticket_is_called_out_of_turn_and_the_reasons_say_so() -> None:
    story = given(issue("a"), issue("b"), seat(1), "09:10")
    story.when(c.CallTicket(1, "b", "cannot stand")).then(did(e.TicketCalled, ticket="b", counter=1))
    why = story.last(e.TicketCalled).why
    assert why.reason == "chosen"
    assert why.note == "cannot stand"
    assert (why.number, why.was, why.turn) == ("A002", "waiting", "A001")
    assert story.given(*called_in(1)[1:], c.FinishServing(1)).calls(1) == ["a"]


def test_a_chosen_ticket_may_be_of_a_service_the_counter_does_not_list() -> None:
    given(issue("c", "C"), seat(1)).when(c.CallTicket(1, "c")).then(did(e.TicketCalled, ticket="c"))


@pytest.mark.parametrize("aside", [c.MarkMissed(1), c.ParkTicket(1)])
def test_one_who_stands_aside_can_be_called_by_name(aside: c.Command) -> None:
    story = given(issue("a"), seat(1), seat(2), c.CallNext(1), aside)
    story.when(c.CallNext(2)).then()
    story.when(c.CallTicket(2, "a")).then(did(e.TicketCalled, ticket="a", counter=2))
    story.ticket("a", counter=2, staff="teller2", status=TicketStatus.CALLED)
    assert not story.hall.on_hold


def test_a_second_call_counts_and_does_not_change_the_first_time() -> None:
    """The waiting time is not overwritten by calling again (peers 34)."""
    story = given(issue("a"), seat(1), "09:10")
    story.given(c.CallNext(1), "09:12")
    story.when(c.RecallTicket(1)).then(did(e.TicketRecalled, ticket="a", counter=1))
    first = story.hall.tickets["a"].first_called_at
    story.ticket("a", recalls=1, called_at=story.now, status=TicketStatus.CALLED)
    assert first is not None
    assert first < story.now
    story.given(c.ParkTicket(1), "09:30", c.CallTicket(1, "a"))
    story.ticket("a", first_called_at=first, recalls=0)


def test_the_newest_call_comes_last_and_one_who_waits_again_is_in_no_call() -> None:
    story = given(issue("a"), issue("b"), seat(1), seat(2), c.CallNext(1), c.CallNext(2))
    assert list(story.hall.called) == ["a", "b"]
    story.given(c.RecallTicket(1))
    assert list(story.hall.called) == ["b", "a"]
    story.given(c.TransferTicket(1, service="B"))
    assert list(story.hall.called) == ["b"]


def test_the_time_of_a_customer_is_not_touched_by_a_wrong_press_on_another() -> None:
    """Peers 8: choosing another customer by mistake reset the service time of the current one."""
    story = given(issue("a"), issue("b"), seat(1), *called_in(1))
    started = story.hall.tickets["a"].stay.started_at
    story.when(c.CallTicket(1, "b"), "09:09").refused("counter-busy").ticket("a", started_at=started)
