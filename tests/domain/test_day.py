"""The turn of the day: what ends, what is carried over."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.branches import FRIDAY, MONDAY, PLAN, SATURDAY, at
from tests.domain.helpers import called_in, did, given, issue, seat, served_in


def test_a_day_begins_once() -> None:
    given().when(c.TurnDay(FRIDAY)).then()


def test_days_do_not_run_backwards() -> None:
    given(c.TurnDay(SATURDAY)).when(c.TurnDay(FRIDAY)).refused("invalid")


def test_an_empty_day_ends_and_the_next_begins_with_its_plan() -> None:
    given().when(c.TurnDay(SATURDAY), "18:00").then(
        did(e.DayClosed, day=FRIDAY),
        did(e.DayOpened, day=SATURDAY, appointments=()),
        did(e.PlanAdopted, plan=PLAN),
    )


def test_the_end_of_the_day_has_a_word_for_everybody() -> None:
    story = given(
        *(issue(name) for name in ("served", "missed", "parked", "serving", "called", "waiting", "left")),
        seat(1),
        seat(2),
        c.CancelTicket("left"),
        *served_in(1),
        *(c.CallNext(1), c.MarkMissed(1), c.CallNext(1), c.ParkTicket(1)),
        *called_in(1),
        c.CallNext(2),
    )
    story.when(c.TurnDay(MONDAY), "18:00").then(
        did(e.TicketExpired, ticket="parked"),
        did(e.ServingFinished, ticket="serving", counter=1, by="day-end"),
        did(e.TicketExpired, ticket="called"),
        did(e.TicketExpired, ticket="waiting"),
        did(e.CounterClosed, counter=1),
        did(e.CounterClosed, counter=2),
        did(e.DayClosed, day=FRIDAY),
        did(e.DayOpened, day=MONDAY),
        did(e.PlanAdopted, plan=PLAN),
    )
    assert story.hall.day == MONDAY
    assert not story.hall.tickets
    assert not story.hall.on_hold
    assert all(counter.state == "closed" for counter in story.hall.counters.values())


def test_each_event_of_the_end_leaves_an_orderly_hall() -> None:
    """A parked ticket that expires takes nobody from the counter that once had it."""
    story = given(issue("parked"), issue("b"), seat(1), *called_in(1), c.ParkTicket(1), *called_in(1))
    events = decide(story.hall, c.TurnDay(MONDAY), at("18:00"))
    assert [type(event) for event in events[:2]] == [e.TicketExpired, e.ServingFinished]
    evolve(story.hall, events[0])
    story.ticket("parked", status=TicketStatus.EXPIRED).counter(1, ticket="b")
    evolve(story.hall, events[1])
    story.ticket("b", status=TicketStatus.SERVED).counter(1, ticket=None)
    assert story.hall.service_times == {}, "a service that the day cut off took no time that means anything"


def test_a_called_ticket_that_expires_leaves_its_counter() -> None:
    story = given(issue("a"), seat(1), c.CallNext(1))
    evolve(story.hall, decide(story.hall, c.TurnDay(MONDAY), at("18:00"))[0])
    story.ticket("a", status=TicketStatus.EXPIRED).counter(1, ticket=None)


def test_numbers_services_and_sessions_begin_anew() -> None:
    """History is kept in the journal; the new day has none of it (peers 32)."""
    story = given(issue("a"), seat(1), c.CloseService("B"), "18:00", c.TurnDay(MONDAY), "09:00")
    assert story.hall.numbers_issued == {}
    assert story.hall.closed_services == {}
    story.when(c.CallNext(1)).refused("counter-not-open")
    story.when(issue("b", "B")).then(did(e.TicketIssued, number="B100"))


def test_service_times_are_those_of_the_day() -> None:
    story = given(issue("a"), issue("b"), seat(1), *served_in(1), *called_in(1), "09:10", c.FinishServing(1))
    assert story.hall.service_times["A"].n == 2
    story.given("18:00", c.TurnDay(MONDAY))
    assert story.hall.service_times == {}


def test_what_the_end_of_the_day_cuts_off_says_nothing_about_the_pace() -> None:
    story = given(issue("a"), seat(1), *called_in(1), "18:00", c.TurnDay(MONDAY))
    assert story.hall.service_times == {}


def test_appointments_of_days_to_come_are_carried_over() -> None:
    story = given(
        c.BookAppointment("today", "1", "A", at("16:00")),
        c.BookAppointment("saturday", "2", "A", at("10:00", SATURDAY)),
        c.BookAppointment("monday", "3", "B", at("10:00", MONDAY), phone="13800000000", name="Li"),
    )
    kept = story.hall.appointments["monday"]
    story.given("18:00", c.TurnDay(MONDAY))
    assert story.hall.appointments == {"monday": kept}
    story.when(c.CheckIn("monday", "t"), "09:50").then(
        did(e.TicketIssued, phone="13800000000", appointment="monday"), did(e.AppointmentCheckedIn)
    )


def test_an_appointment_checked_in_early_in_its_day_stays_used_when_the_day_is_turned_again() -> None:
    story = given(c.BookAppointment("ap", "1", "A", at("09:10")), c.CheckIn("ap", "t"))
    story.when(c.TurnDay(FRIDAY)).then()
    story.when(c.CheckIn("ap", "t2")).refused("appointment-used")
