"""A counter that was cut off tells of starts and finishes later, as of when they were."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from tests.domain.branches import at
from tests.domain.helpers import called_in, did, given, issue, seat


def test_start_and_finish_have_their_own_instants() -> None:
    story = given("09:10", issue("a"), seat(1), c.CallNext(1), "09:40")
    start, finish = at("09:12"), at("09:20")
    story.when(c.StartServing(1, "a", start)).then(did(e.ServingStarted, happened_at=start))
    story.ticket("a", started_at=start)
    story.when(c.FinishServing(1, "a", finish)).then(did(e.ServingFinished, happened_at=finish))
    story.ticket("a", finished_at=finish, served_for=finish - start)


def test_what_is_told_at_once_happened_then() -> None:
    for told in (at("09:15") - 500, at("09:50")):
        story = given("09:10", issue("a"), seat(1), *called_in(1), "09:15")
        story.when(c.FinishServing(1, "a", told)).then(did(e.ServingFinished, happened_at=None))


def test_nothing_ends_before_it_began() -> None:
    story = given("09:10", issue("a"), seat(1), *called_in(1), "09:15")
    started = story.hall.tickets["a"].stay.started_at
    story.when(c.FinishServing(1, "a", at("08:00"))).then(did(e.ServingFinished, happened_at=started))


@pytest.mark.parametrize(
    ("meanwhile", "code"),
    [
        ((c.FinishServing(1),), "ticket-ended"),
        ((c.ParkTicket(1),), "ticket-not-serving"),
        ((c.TransferTicket(1, service="B"), seat(2), c.CallNext(2)), "ticket-elsewhere"),
        ((c.ParkTicket(1), issue("b"), *called_in(1)), "ticket-not-serving"),
    ],
)
def test_what_was_decided_meanwhile_stands(meanwhile: tuple[c.Command, ...], code: str) -> None:
    story = given("09:10", issue("a"), seat(1), *called_in(1), *meanwhile)
    story.when(c.FinishServing(1, "a", at("09:11"))).refused(code)
    story.when(c.StartServing(1, "a", at("09:11"))).refused(code)


def test_a_ticket_of_another_day_is_not_known() -> None:
    given("09:10", seat(1)).when(c.FinishServing(1, "yesterday", at("09:11"))).refused("unknown-ticket")
