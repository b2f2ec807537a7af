"""Signed in at one counter and back at another: the offer to move, and two windows of one person."""

from __future__ import annotations

import pytest

from branch.client.hall_view import HallView, staff_counters
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.signin.moving_desks import at_work, offered
from tests.harness.branch import PIN
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


def test_the_customer_who_is_served_comes_along(desk: Desk, hall: Hall, open_desk: OpenDesk) -> None:
    number = hall.comes()
    desk.click("primaryButton")
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    until(lambda: hall.status(number) == "serving")
    started = hall.visit(number)["started_at"]

    other = offered(open_desk, 3)
    other.wait("signInError", f"You are at counter 1. {number} comes with you.")
    other.click("signInButton")
    other.wait("workScreen")
    other.wait("currentNumber", number)
    desk.wait("signInError", "You are signed in at counter 3 now.")
    assert not desk.has("workScreen")
    assert hall.visit(number)["started_at"] == started
    assert (hall.called(1), hall.called(3)) == ("", number)
    other.click("primaryButton")
    until(lambda: hall.status(number) == "served")


def test_one_who_is_called_is_called_to_the_new_counter_by_key(
    desk: Desk, hall: Hall, open_desk: OpenDesk
) -> None:
    number = hall.comes()
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    other = offered(open_desk, 3)
    other.key("F2")
    other.wait("currentNumber", number)
    other.wait("primaryButton", "Start service")
    newest = hall.desk.snapshot()["hall"]["calls"][0]
    assert (newest["number"], newest["counter"], newest["recalls"]) == (number, 3, 1)


def test_the_offer_goes_when_somebody_writes_or_nobody_takes_it(
    desk: Desk, hall: Hall, open_desk: OpenDesk, clock: HandClock
) -> None:
    other = offered(open_desk, 3)
    other.type("1")
    other.wait("signInButton", "Sign in")
    assert other.text("signInError") == ""
    other.close()

    left = offered(open_desk, 3)
    clock.pass_minutes(1)
    hall.desk.health()
    left.wait("signInButton", "Sign in")
    assert desk.has("workScreen")


def test_to_stay_where_one_is(desk: Desk, hall: Hall, open_desk: OpenDesk) -> None:
    other = offered(open_desk, 3)
    other.click("counterChoice-1")
    other.wait("signInButton", "Sign in and go on")
    assert at_work(desk, other) == [desk]


@pytest.mark.parametrize("again", range(3))
def test_two_windows_of_one_person_that_move_at_once(hall: Hall, open_desk: OpenDesk, again: int) -> None:
    """Whichever is last has the session and the customer; the other window says where it is."""
    number = hall.comes()
    hall.desk.open_counter(2, "0312", PIN)
    hall.desk.next(2)
    hall.desk.start(2)
    first, second = offered(open_desk, 1), offered(open_desk, 3)
    first.click("signInButton")
    second.click("signInButton")
    until(lambda: not first.controller.runner.pending and not second.controller.runner.pending)
    until(lambda: len(at_work(first, second)) == 1 and (hall.called(1) or hall.called(3)) == number)
    (winner,) = at_work(first, second)
    loser = second if winner is first else first
    winner.wait("currentNumber", number)
    there = winner.controller.session.number
    loser.wait("signInError", f"You are signed in at counter {there} now.")
    view = HallView()
    view.apply_snapshot(hall.desk.snapshot())
    assert [n for n, c in staff_counters(view).items() if c["staff"] == "0312"] == [there]
    winner.click("primaryButton")
    until(lambda: hall.status(number) == "served")


def test_two_windows_at_one_counter_show_one_session(desk: Desk, hall: Hall, open_desk: OpenDesk) -> None:
    number = hall.comes()
    other = open_desk()
    other.sign_in()
    desk.click("primaryButton")
    other.click("primaryButton")
    for window in (desk, other):
        window.wait("currentNumber", number)
    assert at_work(desk, other) == [desk, other]


@pytest.mark.expects_log(r"WARNING branch\.service\.bootstrap: \w+ is locked at test counter")
def test_a_lock_counts_down_and_ends(hall: Hall, open_desk: OpenDesk, clock: HandClock) -> None:
    desk = open_desk()
    desk.try_sign_in(1, pin="0000")
    for _ in range(5):
        desk.wait("signInError", "Wrong staff number or PIN.")
        until(lambda: not desk.controller.runner.holds("signIn"))
        desk.type("0000\n")
        until(lambda: not desk.controller.runner.pending)
    until(lambda: desk.text("signInError").startswith("Too many wrong PINs. Please wait "))
    seconds = int(desk.text("signInError").split()[-2])
    assert 50 <= seconds <= 60
    clock.pass_minutes(0.5)
    hall.desk.health()
    until(lambda: 0 < int(desk.text("signInError").split()[-2]) <= seconds - 29)
    clock.pass_minutes(0.6)
    hall.desk.health()
    desk.wait("signInError", "")
