"""Taking back: each action at a counter, once, soon, and only while nothing is built on it."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.counters.counter import Counter
from branch.domain.queueing.discipline import queue_of
from branch.domain.queueing.service_times import ServiceTimes
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.helpers import Story, called_in, did, given, issue, seat, served_in, visible_changes

ACTIONS = {
    "call": ((), c.CallNext(1)),
    "call a chosen one": ((), c.CallTicket(1, "b")),
    "call one who is missed": ((c.CallNext(1), c.MarkMissed(1)), c.CallTicket(1, "a")),
    "call one who is parked": ((*called_in(1), c.ParkTicket(1)), c.CallTicket(1, "a")),
    "start": ((c.CallNext(1),), c.StartServing(1)),
    "finish": (called_in(1), c.FinishServing(1)),
    "no-show": ((c.CallNext(1),), c.MarkMissed(1)),
    "park": (called_in(1), c.ParkTicket(1)),
    "park one who was called": ((c.CallNext(1),), c.ParkTicket(1)),
    "tick": (called_in(1), c.TickStep(1, "greet")),
    "untick": ((*called_in(1), c.TickStep(1, "greet")), c.TickStep(1, "greet", done=False)),
    "transfer": (called_in(1), c.TransferTicket(1, service="B")),
    "transfer to a counter": (called_in(1), c.TransferTicket(1, to_counter=2)),
    "transfer to a person": (called_in(1), c.TransferTicket(1, to_staff="teller2")),
    "chain": (called_in(1), c.ChainServices(1, ("B",))),
    "finish and go on": ((*called_in(1), c.ChainServices(1, ("B",))), c.FinishServing(1)),
    "requeue one who is missed": ((c.CallNext(1), c.MarkMissed(1)), c.RequeueTicket("a", 1)),
    "requeue one who is parked": ((*called_in(1), c.ParkTicket(1)), c.RequeueTicket("a", 1)),
    "park-again": ((*called_in(1), c.ParkTicket(1)), c.ParkAgain(1, "a")),
    "park-again while somebody is served": (
        (*called_in(1), c.ParkTicket(1), *called_in(1)),
        c.ParkAgain(1, "a", 60_000),
    ),
    "requeue while somebody is served": (
        (c.CallNext(1), c.MarkMissed(1), *called_in(1)),
        c.RequeueTicket("a", 1),
    ),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_each_action_can_be_taken_back(name: str) -> None:
    """Ticket, counter and room are as they were."""
    history, action = ACTIONS[name]
    story = given(issue("a"), issue("b"), seat(1), seat(2), *history)
    tickets = dict(story.hall.tickets)
    held = story.hall.counters[1].ticket
    on_hold, order = list(story.hall.on_hold), queue(story)
    story.given(action)
    acted = story.history[-1]
    assert isinstance(acted, e.TicketEvent)
    kind = name.split(maxsplit=1)[0]
    story.when(c.UndoLast(1)).then(did(e.ActionUndone, counter=1, ticket=acted.ticket, action=kind))
    assert visible_changes(tickets[acted.ticket], story.hall.tickets[acted.ticket]) == set()
    story.counter(1, ticket=held, undo=None)
    assert list(story.hall.on_hold) == on_hold
    assert queue(story) == order


def queue(story: Story) -> list[str]:
    """Who waits for A or B, first one first."""
    return list(queue_of(story.hall, Counter(1, ("A", "B")), story.now))


@pytest.mark.parametrize("name", ACTIONS)
def test_an_undone_action_cannot_be_undone_again(name: str) -> None:
    history, action = ACTIONS[name]
    story = given(issue("a"), issue("b"), seat(1), seat(2), *history, action, c.UndoLast(1))
    story.when(c.UndoLast(1)).refused("nothing-to-undo")


@pytest.mark.parametrize("name", ACTIONS)
def test_after_ten_seconds_it_is_too_late(name: str) -> None:
    history, action = ACTIONS[name]
    base = given(issue("a"), issue("b"), seat(1), seat(2), *history, action)
    base.when(c.UndoLast(1), "+10s").refused("nothing-to-undo")  # its own second and ten more
    last = given(issue("a"), issue("b"), seat(1), seat(2), *history, action)
    last.when(c.UndoLast(1), "+9s").then(did(e.ActionUndone))


def test_undoing_a_finish_takes_its_time_out_of_the_pace() -> None:
    story = given(issue("a"), issue("b"), seat(1), *served_in(1), *called_in(1), "09:20", c.FinishServing(1))
    assert story.hall.service_times["A"].n == 2
    story.given(c.UndoLast(1))
    pace = story.hall.service_times["A"]
    assert pace.n == 1
    assert pace.mean == pytest.approx(59_000)
    assert pace.m2 == pytest.approx(0, abs=1e-3)


def test_undoing_the_only_finish_leaves_no_pace() -> None:
    story = given(issue("a"), seat(1), *served_in(1), c.UndoLast(1))
    assert story.hall.service_times["A"] == ServiceTimes()
    story.ticket("a", status=TicketStatus.SERVING, finished_at=None, served_for=0)


def test_a_finish_is_final_once_it_has_been_rated() -> None:
    story = given(issue("a"), seat(1), *served_in(1), c.RateTicket("a", 5))
    story.when(c.UndoLast(1)).refused("nothing-to-undo")


def test_paper_is_no_step_that_an_undo_trips_over() -> None:
    story = given(issue("a"), seat(1), c.CallNext(1), c.ConfirmPrint("a", ok=True))
    story.when(c.UndoLast(1)).then(did(e.ActionUndone, action="call")).ticket("a", printed=True)


def test_who_was_put_back_by_nobodys_counter_is_taken_back_by_none() -> None:
    story = given(issue("a"), seat(1), c.CallNext(1), c.MarkMissed(1), c.RequeueTicket("a"))
    story.when(c.UndoLast(1)).refused("nothing-to-undo")


def test_who_was_put_back_and_called_is_not_taken_back() -> None:
    story = given(issue("a"), seat(1), seat(2), c.CallNext(1), c.MarkMissed(1), c.RequeueTicket("a", 1))
    story.given(c.CallNext(2)).when(c.UndoLast(1)).refused("nothing-to-undo")
    story.ticket("a", status=TicketStatus.CALLED, counter=2)


AFTERWARDS = {
    "the customer has come back": (c.MarkMissed(1), c.RequeueTicket("a")),
    "the customer has left": (c.MarkMissed(1), c.CancelTicket("a")),
    "another counter has called": (c.TransferTicket(1, service="B"), c.CallTicket(2, "a")),
    "it was called again": (c.RecallTicket(1),),
}


@pytest.mark.parametrize("name", AFTERWARDS)
def test_what_others_have_built_on_is_not_taken_back(name: str) -> None:
    story = given(issue("a"), seat(1), seat(2), c.CallNext(1), *AFTERWARDS[name])
    before = story.hall.tickets["a"]
    story.when(c.UndoLast(1)).refused("nothing-to-undo").ticket("a", status=before.status)


SESSION = {
    "nothing has been done": (),
    "a pause": (*served_in(1), c.PauseCounter(1), c.ResumeCounter(1)),
    "a new session": (*served_in(1), c.CloseCounter(1), seat(1)),
    "a change of services": (*served_in(1), seat(1, services=("A",))),
}


@pytest.mark.parametrize("name", SESSION)
def test_there_is_nothing_to_undo_after(name: str) -> None:
    given(issue("a"), seat(1), *SESSION[name]).when(c.UndoLast(1)).refused("nothing-to-undo")


def test_only_the_newest_action_can_be_undone() -> None:
    story = given(issue("a"), issue("b"), seat(1), *served_in(1), c.CallNext(1))
    story.when(c.UndoLast(1)).then(did(e.ActionUndone, ticket="b", action="call"))
    story.when(c.UndoLast(1)).refused("nothing-to-undo").ticket("a", status=TicketStatus.SERVED)


def test_a_counter_undoes_its_own_actions_only() -> None:
    story = given(issue("a"), issue("b"), seat(1), seat(2), c.CallNext(1), c.CallNext(2))
    story.when(c.UndoLast(1)).then(did(e.ActionUndone, ticket="a", counter=1))
    story.ticket("b", status=TicketStatus.CALLED)
    given(seat(1)).when(c.UndoLast(2)).refused("counter-not-open")


def test_an_undone_transfer_comes_back_from_the_counter_it_was_sent_to() -> None:
    story = given(
        issue("a"), seat(1), seat(2), *called_in(1), c.TransferTicket(1, to_counter=2), c.UndoLast(1)
    )
    story.ticket("a", for_counter=None, transfers=0).when(c.CallNext(2)).then()


def test_an_undone_call_leaves_no_call_on_the_board() -> None:
    story = given(issue("a"), seat(1), c.CallNext(1), c.UndoLast(1))
    assert not story.hall.called
