"""Both sides of a race, each through a real window: one gets the ticket, the other is told, loses nothing."""

from __future__ import annotations

import pytest

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.waiting import until

GONE = {"This number is no longer waiting.", "This number is at another counter."}
BUSY = "There is a customer at this counter."


def asked(*desks: Desk) -> None:
    """Until each has its answer."""
    for desk in desks:
        until(lambda desk=desk: not desk.controller.runner.pending)  # type: ignore[misc]  # a default


def whose(number: str, *desks: Desk) -> tuple[Desk, Desk]:
    """The desk that has the ticket, and the other."""
    until(lambda: any(desk.text("currentNumber") == number for desk in desks))
    winners = [desk for desk in desks if desk.text("currentNumber") == number]
    assert len(winners) == 1, "two tellers believe that they own one ticket"
    return winners[0], next(desk for desk in desks if desk is not winners[0])


@pytest.fixture
def other(open_desk: OpenDesk, desk: Desk) -> Desk:
    """Staff 0288 at counter 2, beside 0312 at counter 1."""
    other = open_desk()
    other.sign_in(2, "0288", PIN)
    return other


@pytest.mark.parametrize("again", range(3))
def test_two_counters_choose_the_same_one(desk: Desk, other: Desk, hall: Hall, again: int) -> None:
    first, wanted = hall.comes(), hall.comes()
    for window in (desk, other):
        window.click(f"queueRow-{wanted}")
        window.click("callChosenButton")
        window.wait("callReasonPanel")
    # Straight to the slots, with no turn of Qt's loop between in which one could hear of the other.
    desk.controller.work.chosen.callFor("other")
    other.controller.work.chosen.callFor("needs-care")
    asked(desk, other)
    winner, loser = whose(wanted, desk, other)
    until(lambda: loser.text("messageLine") in GONE, lambda: str(loser.said()))
    loser.gone("callReasonPanel")
    loser.wait("primaryButton", "Call next")
    loser.click("primaryButton")
    loser.wait("currentNumber", first)
    assert (hall.status(first), hall.status(wanted)) == ("called", "called")
    winner.wait("currentNumber", wanted)


@pytest.mark.parametrize("again", range(3))
def test_two_counters_call_the_only_one(desk: Desk, other: Desk, hall: Hall, again: int) -> None:
    number = hall.comes()
    for window in (desk, other):
        window.wait(f"queueRow-{number}")
    desk.controller.work.actions.primary()
    other.controller.work.actions.primary()
    asked(desk, other)
    _, loser = whose(number, desk, other)
    loser.wait("messageLine", "Nobody is waiting.")
    loser.wait("primaryButton", "Call next")
    fresh = hall.comes()
    loser.click("primaryButton")
    loser.wait("currentNumber", fresh)


def test_one_counter_calls_next_whom_the_other_chooses(desk: Desk, other: Desk, hall: Hall) -> None:
    number = hall.comes()
    for window in (desk, other):
        window.click(f"queueRow-{number}")
    desk.controller.work.actions.primary()
    other.controller.work.chosen.call()
    asked(desk, other)
    _, loser = whose(number, desk, other)
    until(lambda: loser.text("messageLine") in GONE | {"Nobody is waiting."})
    assert [row["counter"] for row in hall.manager.visits()["visits"]] == [int(hall.called(2) == number) + 1]


@pytest.mark.parametrize("again", range(3))
def test_two_windows_of_one_person_choose_two(
    desk: Desk, open_desk: OpenDesk, hall: Hall, again: int
) -> None:
    """One call is done, the other refused; both windows show the same customer, and nobody is lost."""
    second = open_desk()
    second.sign_in()
    numbers = [hall.comes() for _ in range(3)]
    for window, number in ((desk, numbers[1]), (second, numbers[2])):
        window.click(f"queueRow-{number}")
        window.click("callChosenButton")
        window.wait("callReasonPanel")
    desk.controller.work.chosen.callFor("other")
    second.controller.work.chosen.callFor("other")
    asked(desk, second)
    until(lambda: desk.text("currentNumber") == second.text("currentNumber") != "")
    until(lambda: BUSY in (desk.text("messageLine"), second.text("messageLine")))
    got = desk.text("currentNumber")
    statuses = {number: hall.status(number) for number in numbers}
    assert statuses == {number: "called" if number == got else "waiting" for number in numbers}
    for window in (desk, second):
        window.gone("callReasonPanel")


def test_two_windows_of_one_person_choose_the_same(desk: Desk, open_desk: OpenDesk, hall: Hall) -> None:
    second = open_desk()
    second.sign_in()
    first, wanted = hall.comes(), hall.comes()
    for window in (desk, second):
        window.click(f"queueRow-{wanted}")
        window.click("callChosenButton")
        window.wait("callReasonPanel")
    desk.controller.work.chosen.callFor("other")
    second.controller.work.chosen.callFor("other")
    asked(desk, second)
    for window in (desk, second):
        window.wait("currentNumber", wanted)
    until(lambda: BUSY in (desk.text("messageLine"), second.text("messageLine")))
    assert hall.status(first) == "waiting"
    assert hall.visit(wanted)["recalls"] == 0
