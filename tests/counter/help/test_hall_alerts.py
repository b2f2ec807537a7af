"""Alerts reach people: one row, who goes, and that it is done, through the real windows of two counters."""

from __future__ import annotations

import pytest

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


@pytest.fixture
def other(open_desk: OpenDesk, desk: Desk) -> Desk:
    """Staff 0288 at counter 2, beside 0312 at counter 1."""
    other = open_desk()
    other.sign_in(2, "0288", PIN)
    return other


def open_alerts(hall: Hall) -> list[tuple[str, object]]:
    """Kind of each open alert, with who has taken it, as the manager is told."""
    return [(alert["kind"], alert.get("taken_by")) for alert in hall.manager.alerts()]


def test_who_presses_first_goes_and_says_when_it_is_done(
    desk: Desk, other: Desk, hall: Hall, clock: HandClock
) -> None:
    assert not desk.has("alertRow")
    hall.kiosk.raise_alert("lobby-manager")
    for one in (desk, other):
        one.wait("alertText", "test kiosk asks for the lobby manager")
        one.wait("alertSince", "just now")
        one.wait("alertButton", "I go")
    clock.pass_minutes(3)
    hall.desk.health()
    desk.wait("alertSince", "3 min")
    desk.click("alertButton")
    desk.wait("alertButton", "Done")
    desk.wait("alertSince", "3 min · you go")
    other.gone("alertRow")
    assert open_alerts(hall) == [("lobby-manager", "0312")]
    desk.key("Ctrl+G")
    desk.gone("alertRow")
    until(lambda: open_alerts(hall) == [])


def test_who_comes_second_is_told(desk: Desk, other: Desk, hall: Hall) -> None:
    alert = hall.kiosk.raise_alert("unprinted", detail="A012")
    desk.wait("alertText", "test kiosk: number A012 did not come out on paper")
    other.wait("alertRow")
    other.link.stop()  # the other window does not hear that somebody goes
    hall.desk.take_alert(alert["id"], 1)
    desk.wait("alertButton", "Done")
    assert other.has("alertRow")
    with pytest.raises(Exception, match="goes already"):
        hall.desk.take_alert(alert["id"], 2)


def test_what_is_taken_stays_over_a_restart(desk: Desk, hall: Hall) -> None:
    alert = hall.kiosk.raise_alert("printer")
    desk.click("alertButton")
    desk.wait("alertButton", "Done")
    hall.service.stop()
    until(lambda: desk.line != "live")
    hall.service.start()
    until(lambda: desk.line == "live")
    desk.wait("alertButton", "Done")
    assert alert["id"] in [one["id"] for one in hall.manager.alerts()]


def test_what_somebody_had_taken_who_signs_out_comes_to_the_others(
    desk: Desk, other: Desk, hall: Hall
) -> None:
    hall.kiosk.raise_alert("lobby-manager")
    desk.click("alertButton")
    desk.wait("alertButton", "Done")
    other.gone("alertRow")
    hall.desk.close_counter(1)
    desk.gone("workScreen")
    other.wait("alertButton", "I go")
    other.click("alertButton")
    until(lambda: open_alerts(hall) == [("lobby-manager", "0288")])


def test_it_goes_along_to_the_counter_that_its_taker_moves_to(
    desk: Desk, other: Desk, hall: Hall, open_desk: OpenDesk
) -> None:
    hall.kiosk.raise_alert("lobby-manager")
    desk.click("alertButton")
    desk.wait("alertButton", "Done")
    other.gone("alertRow")
    hall.desk.open_counter(3, "0312", PIN, move=True)
    third = open_desk()
    third.sign_in(3, "0312", PIN)
    third.wait("alertButton", "Done")
    assert open_alerts(hall) == [("lobby-manager", "0312")]
    third.click("alertButton")
    until(lambda: open_alerts(hall) == [])


def test_after_ten_minutes_everybody_is_asked_again(
    desk: Desk, other: Desk, hall: Hall, clock: HandClock
) -> None:
    """The app of whoever went may be dead, or its token taken back: nobody would ever say that it is done."""
    hall.kiosk.raise_alert("lobby-manager")
    desk.click("alertButton")
    other.gone("alertRow")
    desk.link.stop()
    clock.pass_minutes(10)
    hall.desk.health()
    other.wait("alertButton", "I go")
    assert open_alerts(hall) == [("lobby-manager", None)]


def test_a_person_goes_before_paper(desk: Desk, hall: Hall) -> None:
    hall.kiosk.raise_alert("paper-low")
    desk.wait("alertText", "test kiosk: the paper is near its end")
    hall.desk.raise_alert("lobby-manager", 3)
    desk.wait("alertText", "Counter 3 asks for the lobby manager")


def test_of_the_silent_alarm_no_counter_says_a_word(desk: Desk, other: Desk, hall: Hall) -> None:
    hall.desk.raise_alert("silent-alarm", 2)
    hall.kiosk.raise_alert("sound")
    for one in (desk, other):
        one.wait("alertText", "test kiosk: no sound")


def test_ones_own_call_is_no_row(desk: Desk, other: Desk, hall: Hall) -> None:
    desk.click("lobbyButton")
    other.wait("alertText", "Counter 1 asks for the lobby manager")
    assert not desk.has("alertRow")


def test_the_strip_says_it_and_has_the_button(desk: Desk, hall: Hall) -> None:
    desk.key("Ctrl+D")
    desk.wait("stripScreen")
    hall.kiosk.raise_alert("lobby-manager")
    until(lambda: desk.text("stripLine").startswith("test kiosk asks for the lobby manager"))
    desk.key("Ctrl+G")
    until(lambda: open_alerts(hall) == [("lobby-manager", "0312")])
    until(lambda: "you go" in desk.text("stripLine"))
