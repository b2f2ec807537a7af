"""Signing in: who, where, and every way in which it is refused; a session outlives its app."""

from __future__ import annotations

import pytest
from PySide6.QtQuick import QQuickItem

from branch.client.hall_view import HallView, staff_counters
from counter.shell.preferences import recall_counter
from counter.signin.sign_in import EARLY_MS
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.timing import HandTime
from tests.harness.waiting import until


def test_signing_in_opens_the_counter_and_is_remembered(desk: Desk, hall: Hall, open_desk: OpenDesk) -> None:
    view = HallView()
    view.apply_snapshot(hall.desk.snapshot())
    counters = staff_counters(view)
    assert (counters[1]["state"], counters[1]["staff"]) == ("open", "0312")
    assert desk.has("nextNumber") is False
    assert recall_counter() == 1
    desk.close()
    again = open_desk()
    chosen = again.wait("counterChoice-1")
    until(lambda: chosen.property("selected") is True)
    again.wait("signInStaff", "0312")


@pytest.mark.parametrize(
    ("staff", "pin", "said"),
    [
        ("0312", "1111", "Wrong staff number or PIN."),
        ("9999", PIN, "Wrong staff number or PIN."),
        ("", PIN, "Please enter your staff number."),
        ("0312", "", "Please enter your PIN."),
    ],
)
def test_who_is_not_let_in_is_told_why(
    open_desk: OpenDesk, hall: Hall, staff: str, pin: str, said: str
) -> None:
    desk = open_desk()
    desk.try_sign_in(1, staff, pin)
    desk.wait("signInError", said)
    assert desk.has("signInScreen")
    assert not desk.has("workScreen")


def test_a_wrong_pin_is_taken_back_and_the_next_try_counts(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk()
    desk.try_sign_in(1, pin="1111")
    desk.wait("signInError", "Wrong staff number or PIN.")
    until(lambda: not desk.controller.runner.holds("signIn"))
    desk.type(f"{PIN}\n")
    desk.wait("workScreen")


def test_a_form_sent_before_the_feed_is_open_waits_for_it(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk()
    desk.wait("signInScreen")
    until(lambda: desk.link.live)
    desk.link.enter("connecting", str(desk.link.detail))
    desk.try_sign_in(1)
    until(lambda: desk.wait("signInButton").property("busy") is True)
    assert desk.text("signInError") == ""
    desk.link.enter("live", str(desk.link.detail))
    desk.wait("workScreen")


def test_a_form_sent_before_the_feed_is_open_does_not_wait_for_ever(
    hand: HandTime, open_desk: OpenDesk, hall: Hall
) -> None:
    desk = open_desk()
    desk.wait("signInScreen")
    until(lambda: desk.link.live)
    desk.link.enter("connecting", str(desk.link.detail))
    desk.try_sign_in(1)
    until(lambda: desk.wait("signInButton").property("busy") is True)
    hand.pass_ms(EARLY_MS + 1000)
    desk.wait("signInError", "Not done: no connection to the branch service.")
    assert desk.wait("signInButton").property("busy") is False


def test_no_counter_no_sign_in(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk()
    desk.wait("signInScreen")
    desk.click("signInButton")
    desk.wait("signInError", "Please choose a counter.")


def test_a_counter_that_is_taken(open_desk: OpenDesk, hall: Hall) -> None:
    hall.desk.open_counter(2, "0288", PIN)
    desk = open_desk()
    desk.wait("signInScreen")
    until(lambda: "0288" in desk.said())
    desk.try_sign_in(2, "0312")
    desk.wait("signInError", "Somebody else is signed in at this counter.")


def test_a_teller_who_is_elsewhere_is_told_where(open_desk: OpenDesk, hall: Hall) -> None:
    hall.desk.open_counter(2, "0312", PIN)
    desk = open_desk()
    desk.try_sign_in(1, "0312")
    desk.wait("signInError", "You are signed in at counter 2.")
    desk.wait("signInButton", "Move to counter 1")


def test_the_counter_of_the_command_line_is_chosen(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk(counter_number=3)
    until(lambda: desk.wait("counterChoice-3").property("selected") is True)
    unknown = open_desk(counter_number=77)
    unknown.wait("signInScreen")
    assert unknown.controller.session.number == 0


def test_signing_out(desk: Desk, hall: Hall) -> None:
    desk.click("signOutButton")
    desk.wait("signInScreen")
    assert hall.desk.snapshot()["hall"]["counters"][0]["state"] == "closed"
    assert desk.text("signInError") == ""


def test_nobody_leaves_a_customer(desk: Desk, hall: Hall) -> None:
    hall.comes()
    desk.click("primaryButton")
    desk.wait("currentNumber")
    button: QQuickItem = desk.wait("signOutButton")
    until(lambda: not button.isEnabled())
    desk.key("F12")
    desk.controller.work.sign_out.leave()
    desk.wait("messageLine", "There is a customer at this counter.")
    assert desk.has("workScreen")


def test_a_counter_that_is_closed_elsewhere_ends_the_session(desk: Desk, hall: Hall) -> None:
    hall.manager.close_counter(1)
    desk.wait("signInScreen")
    desk.wait("signInError", "You have been signed out at counter 1.")


def test_a_restart_in_the_middle_of_a_service_goes_on_with_it(
    desk: Desk, hall: Hall, open_desk: OpenDesk
) -> None:
    number = hall.comes()
    desk.click("primaryButton")
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    until(lambda: hall.status(number) == "serving")
    started = hall.visit(number)["started_at"]
    desk.close()

    again = open_desk()
    again.wait("signInButton", "Sign in and go on")
    again.click("signInPin")
    again.type(f"{PIN}\n")
    again.wait("currentNumber", number)
    again.wait("primaryButton", "Finish and ask for rating")
    assert hall.visit(number)["started_at"] == started
    assert again.text("elapsed") != ""
    assert again.has("undoBar")
    again.click("primaryButton")
    until(lambda: hall.status(number) == "served")


def test_typing_replaces_what_was_filled_in(open_desk: OpenDesk, hall: Hall) -> None:
    hall.desk.open_counter(2, "0288", PIN)
    desk = open_desk(counter_number=2)
    desk.wait("signInStaff", "0288")
    desk.click("signInStaff")
    desk.type("0312")
    desk.wait("signInStaff", "0312")
