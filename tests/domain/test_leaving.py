"""Signing out with somebody parked: given back they have their old place again, else they stay aside."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.helpers import Story, called_in, did, given, issue, seat


def parked() -> Story:
    """One parked at counter 1 and one at counter 2, one missed at 1, one who waits."""
    return given(
        *(issue(name) for name in "abdf"),
        *(seat(1, "li"), seat(2, "wang")),
        *(*called_in(1), c.ParkTicket(1), *called_in(2), c.ParkTicket(2), c.CallNext(1), c.MarkMissed(1)),
    )


def test_whoever_is_parked_there_waits_at_the_old_place() -> None:
    story = parked()
    since = story.hall.tickets["a"].place.queued_from
    story.when(c.CloseCounter(1, give_back=True)).then(
        did(e.TicketRequeued, ticket="a", since=since), did(e.CounterClosed, counter=1)
    )
    story.ticket("a", status=TicketStatus.WAITING, counter=None, requeues=0)
    story.ticket("b", status=TicketStatus.PARKED).ticket("d", status=TicketStatus.MISSED)
    story.given(c.CallNext(2)).counter(2, ticket="a")


def test_without_that_they_stay_aside() -> None:
    parked().when(c.CloseCounter(1)).then(did(e.CounterClosed)).ticket("a", status=TicketStatus.PARKED)
