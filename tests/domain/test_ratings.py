"""One rating for one served ticket, in time."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.feedback.rating import Rating
from tests.domain.branches import MONDAY
from tests.domain.helpers import Story, called_in, did, given, issue, seat, served_in


def served() -> Story:
    """Ticket a has been served, a minute past nine."""
    return given(issue("a"), seat(1), *served_in(1))


def test_a_rating_keeps_what_was_said_and_of_whom() -> None:
    story = served()
    story.when(c.RateTicket("a", 2, tags=("slow", "friendly"), comment="ok", source="phone")).then(
        did(
            e.TicketRated,
            ticket="a",
            score=2,
            tags=("slow", "friendly"),
            comment="ok",
            source="phone",
            counter=1,
            staff="teller1",
        ),
        did(e.CaseOpened, channel="phone", number="A001", score=2, tags=("slow", "friendly"), text="ok"),
        did(e.AlertRaised, kind="feedback"),
    )
    story.ticket("a", rating=Rating(2, story.now, tags=("slow", "friendly"), comment="ok", source="phone"))


def test_scores_reach_from_one_to_five() -> None:
    served().when(c.RateTicket("a", 5)).then(did(e.TicketRated, score=5))
    poor = (did(e.CaseOpened, score=1), did(e.AlertRaised))
    served().when(c.RateTicket("a", 1)).then(did(e.TicketRated, score=1), *poor)


@pytest.mark.parametrize("score", [0, 6, -1, 100])
def test_other_scores_are_none(score: int) -> None:
    served().when(c.RateTicket("a", score)).refused("invalid").ticket("a", rating=None)


def test_there_is_one_rating() -> None:
    story = served().given(c.RateTicket("a", 4))
    story.when(c.RateTicket("a", 1)).refused("already-rated")
    story.when(c.RateTicket("a", 4)).refused("already-rated")
    assert story.hall.tickets["a"].rating
    assert story.hall.tickets["a"].rating.score == 4


def test_half_an_hour_is_the_last_moment() -> None:
    served().when(c.RateTicket("a", 5), "+1799s").then(did(e.TicketRated))
    served().when(c.RateTicket("a", 5), "+1800s").refused("rating-too-late")


def test_a_rating_that_is_told_late_counts_when_it_was_given() -> None:
    story = served()
    told = c.RateTicket("a", 5, given_at=story.now)
    story.when(told, "+3h").then(did(e.TicketRated, at=story.now))
    served().when(c.RateTicket("a", 5, given_at=1), "+3h").then(did(e.TicketRated))  # not before its service
    served().when(c.RateTicket("a", 5, given_at=10**15), "+3h").refused("rating-too-late")


@pytest.mark.parametrize(
    "steps", [(), (c.CallNext(1),), called_in(1), (c.CallNext(1), c.MarkMissed(1)), (c.CancelTicket("a"),)]
)
def test_only_a_served_ticket_is_rated(steps: tuple[c.Command, ...]) -> None:
    given(issue("a"), seat(1), *steps).when(c.RateTicket("a", 5)).refused("ticket-not-served")


def test_yesterdays_service_is_rated_no_more() -> None:
    served().given("17:00", c.TurnDay(MONDAY)).when(c.RateTicket("a", 5)).refused("unknown-ticket")


def test_a_rating_after_an_undone_finish_waits_for_the_real_one() -> None:
    story = served().given(c.UndoLast(1))
    story.when(c.RateTicket("a", 5)).refused("ticket-not-served")
    story.given(c.FinishServing(1)).when(c.RateTicket("a", 5)).then(did(e.TicketRated))


def test_who_was_asked_and_said_nothing_is_noted_once() -> None:
    story = served()
    story.when(c.LeaveUnrated("a")).then(
        did(e.RatingNotGiven, ticket="a", source="pad", counter=1, staff="teller1")
    )
    story.when(c.LeaveUnrated("a"), "+1m").then().ticket("a", rating_asked=True, rating=None)


def test_a_rating_after_silence_counts_as_a_rating() -> None:
    story = served().given(c.LeaveUnrated("a"))
    story.when(c.RateTicket("a", 5, source="phone")).then(did(e.TicketRated, source="phone"))
    story.ticket("a", rating_asked=False)
    story.when(c.LeaveUnrated("a")).then().ticket("a", rating_asked=False)


def test_silence_keeps_the_time_for_rating_as_it_is() -> None:
    served().given(c.LeaveUnrated("a")).when(c.RateTicket("a", 5), "+1800s").refused("rating-too-late")


def test_an_undone_finish_takes_the_silence_back() -> None:
    story = served().given(c.LeaveUnrated("a"), c.UndoLast(1)).ticket("a", rating_asked=False)
    story.when(c.LeaveUnrated("a")).refused("ticket-not-served")
    story.given(c.FinishServing(1)).when(c.LeaveUnrated("a")).then(did(e.RatingNotGiven))
