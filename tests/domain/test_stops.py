"""The stops of a visit: every counter that it has left, with the time and the word that it took along."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain.tickets.ticket import CounterStay
from tests.domain.helpers import Story, called_in, given, issue, seat

MINUTE = 60_000


def stops(story: Story, ticket: str = "a") -> list[tuple[str, int, str | None, str, int, str | None]]:
    """What they are, without when they ended."""
    found = story.hall.tickets[ticket].stays
    return [(s.service, s.counter, s.staff, s.ended, s.took // MINUTE, s.note) for s in found]


def test_a_visit_through_the_house() -> None:
    story = given(
        *(issue("a"), seat(1, "li"), seat(2, "wang")),
        *called_in(1),
        "+4m",
        c.TransferTicket(1, service="B", note="form 7"),
        *called_in(2),
        "+2m",
        *(c.ParkTicket(2), c.CallTicket(2, "a"), c.MarkMissed(2), c.CallTicket(2, "a"), c.StartServing(2)),
        "+9m",
        c.FinishServing(2),
    )
    assert stops(story) == [
        ("A", 1, "li", "transferred", 4, "form 7"),
        ("B", 2, "wang", "parked", 2, None),
        ("B", 2, "wang", "missed", 0, None),
        ("B", 2, "wang", "served", 9, None),
    ]
    assert sum(stop.took for stop in story.hall.tickets["a"].stays) == story.hall.tickets["a"].served_for


def test_a_stop_ends_when_it_did_and_not_when_that_was_told() -> None:
    story = given(issue("a"), seat(1), *called_in(1), "+9m")
    ended = story.now - 2 * MINUTE
    story.given(c.FinishServing(1, "a", ended))
    (stop,) = story.hall.tickets["a"].stays
    assert stop.at == ended
    assert stop.took // MINUTE == 7


def test_what_is_taken_back_was_no_stop() -> None:
    story = given(issue("a"), seat(1), *called_in(1), c.ParkTicket(1), c.UndoLast(1))
    story.ticket("a", stays=())


def test_who_has_been_nowhere_has_none() -> None:
    story = given(issue("a"), seat(1), *called_in(1))
    story.ticket("a", stays=())
    assert CounterStay("A", 1, "li", "served", 0, 0).note is None
