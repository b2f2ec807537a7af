"""Sent to a person: where it waits, and what becomes of it when that person moves, pauses or leaves."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.queueing.estimate import Forecast
from branch.opening_hours import MINUTE
from tests.domain.helpers import Story, called_in, did, given, issue, seat


def sent(*then: c.Command) -> Story:
    """Ticket a, at counter 1, is sent to teller2, who sits at counter 2."""
    return given(
        issue("a"),
        issue("b"),
        seat(1),
        seat(2),
        *called_in(1),
        c.TransferTicket(1, to_staff="teller2"),
        *then,
    )


def test_it_waits_where_that_person_sits_and_keeps_its_place() -> None:
    story = given(issue("a"), issue("b"), seat(1), seat(2), *called_in(1))
    before = story.hall.tickets["a"]
    story.when(c.TransferTicket(1, to_staff="teller2", note="knows the file")).then(
        did(e.TicketTransferred, to_counter=2, to_staff="teller2", service="A")
    )
    story.ticket(
        "a",
        number=before.number,
        queued_from=before.place.queued_from,
        note="knows the file",
        for_staff="teller2",
    )
    story.when(c.CallTicket(1, "a")).refused("ticket-elsewhere")
    assert story.calls(2) == ["a", "b"]


def test_it_follows_who_moves_and_nobody_is_left_behind() -> None:
    story = sent(c.OpenCounter(3, "teller2", move=True)).ticket("a", for_counter=3)
    story.when(c.CallNext(3)).then(did(e.TicketCalled, ticket="a"))


@pytest.mark.parametrize("away", [c.PauseCounter(2, "lunch"), c.CloseCounter(2)])
def test_who_is_away_leaves_it_to_its_service_at_its_old_place(away: c.Command) -> None:
    story = sent(away).ticket("a", for_counter=None, for_staff="teller2")
    assert story.calls(1) == ["a", "b"]


@pytest.mark.parametrize(
    ("away", "back"), [(c.PauseCounter(2), c.ResumeCounter(2)), (c.CloseCounter(2), seat(2))]
)
def test_who_is_back_has_it_again_if_it_still_waits(away: c.Command, back: c.Command) -> None:
    sent(away, back).ticket("a", for_counter=2).when(c.CallTicket(1, "a")).refused("ticket-elsewhere")
    taken = sent(away, c.CallTicket(1, "a"), back)
    taken.ticket("a", counter=1, for_staff=None, for_counter=None)


def test_it_stays_theirs_when_they_park_it() -> None:
    story = sent(*called_in(2), c.ParkTicket(2)).ticket("a", for_staff="teller2", for_counter=2)
    story.given(c.CloseCounter(2)).ticket("a", for_counter=None)
    story.when(c.CallTicket(1, "a")).then(did(e.TicketCalled, ticket="a"))
    story.ticket("a", for_staff=None)


def test_sent_on_to_a_service_it_is_nobodys() -> None:
    story = sent(*called_in(2), c.TransferTicket(2, service="B")).ticket(
        "a", for_staff=None, for_counter=None
    )
    assert not story.hall.addressed_to_staff


def test_the_transfer_is_undone_only_while_that_person_stays() -> None:
    sent().when(c.UndoLast(1)).then(did(e.ActionUndone, action="transfer"))
    sent(c.PauseCounter(2)).when(c.UndoLast(1)).refused("nothing-to-undo")


def test_those_ahead_and_the_wait_are_those_of_that_counter() -> None:
    """Counter 2 is asked alone: whoever it may call first is ahead, and nobody else."""
    story = given(
        issue("x", "C"),
        issue("a"),
        issue("b"),
        seat(1),
        seat(2),
        c.CallTicket(1, "a"),
        c.StartServing(1),
        c.TransferTicket(1, to_staff="teller2"),
    )
    a = story.hall.tickets["a"]
    assert Forecast(story.hall, story.now).ahead(a) == 1  # x waits for C, which counter 2 serves too
    alone = Forecast(story.hall, story.now).for_ticket(a)
    assert alone is not None
    assert alone.top > 0
    story.given(c.CallNext(2), c.MarkMissed(2))
    now = Forecast(story.hall, story.now).for_ticket(story.hall.tickets["a"])
    assert now is not None
    assert now.middle < MINUTE
