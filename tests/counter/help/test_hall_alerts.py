"""Alerts reach people: one row, who goes, and that it is done, through the real windows of two counters."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


def accessible_name(item: QQuickItem) -> object:
    """What a screen reader says of it."""
    context = qmlContext(item)
    assert context is not None
    return QQmlProperty(item, "Accessible.name", context).read()


@pytest.fixture
def other(open_desk: OpenDesk, desk: Desk) -> Desk:
    """Staff 0288 at counter 2, beside 0312 at counter 1."""
    other = open_desk()
    other.sign_in(2, "0288", PIN)
    return other


def press(desk: Desk, then: str) -> None:
    """Press the row's button, and see what it offers next once the service has answered."""
    until(lambda: not desk.controller.runner.pending)
    desk.click("alertButton")
    desk.wait("alertButton", then)
    until(lambda: not desk.controller.runner.pending)


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
    press(desk, "Done")
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
    press(desk, "Done")
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
    press(desk, "Done")
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
    press(desk, "Done")
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


def test_each_of_several_is_reached(desk: Desk, other: Desk, hall: Hall) -> None:
    """Own first, then persons; a new person is shown whatever was chosen."""
    hall.kiosk.raise_alert("paper-low")
    desk.wait("alertText", "test kiosk: the paper is near its end")
    assert not desk.has("alertMore")
    press(desk, "Done")
    hall.kiosk.raise_alert("printer", detail="paper-out")
    hall.kiosk.raise_alert("unprinted", detail="A012")
    desk.wait("alertMore", "+2")
    assert desk.text("alertText") == "test kiosk: the paper is near its end"
    other.wait("alertMore", "+1")
    desk.click("alertMore")
    desk.wait("alertText", "test kiosk: number A012 did not come out on paper")
    desk.key("Ctrl+Shift+G")
    desk.wait("alertText", "test kiosk: the printer has no paper")
    press(desk, "Done")
    desk.click("alertMore")
    desk.click("alertMore")
    desk.wait("alertText", "test kiosk: number A012 did not come out on paper")
    hall.desk.raise_alert("lobby-manager", 3)
    desk.wait("alertMore", "+3")
    desk.wait("alertText", "test kiosk: the printer has no paper")
    assert sorted(open_alerts(hall), key=str) == [
        ("lobby-manager", None),
        ("paper-low", "0312"),
        ("printer", "0312"),
        ("unprinted", None),
    ]


def test_the_strip_reaches_each_and_says_what_its_button_is_for(desk: Desk, hall: Hall) -> None:
    desk.key("Ctrl+D")
    desk.wait("stripScreen")
    hall.kiosk.raise_alert("lobby-manager")
    hall.kiosk.raise_alert("sound")
    desk.wait("stripAlertMore", "+1")
    desk.wait("stripAlert", "I go")
    name = "I go: test kiosk asks for the lobby manager, just now"
    assert accessible_name(desk.wait("stripAlert")) == name
    assert accessible_name(desk.wait("stripAlertMore")) == "1 more: show the next"
    desk.click("stripAlertMore")
    until(lambda: desk.text("stripLine").startswith("test kiosk: no sound"))
    desk.key("Ctrl+Shift+G")
    until(lambda: desk.text("stripLine").startswith("test kiosk asks for the lobby manager"))


@pytest.mark.parametrize(
    ("kind", "detail", "en", "zh"),
    [
        ("printer", "offline", "the printer does not answer", "打印机没有响应"),
        ("printer", "cover-open", "the cover of the printer is open", "打印机盖未合上"),
        ("printer", "print-failed", "the printer does not print", "打印机无法打印"),
        ("unprinted", None, "a number did not come out on paper", "有号码未能打印"),
        ("not-handed-in", "A950: unknown-block", "A950 needs a new number", "A950 号需重新取号"),
    ],
)
def test_a_row_says_the_cause(
    desk: Desk, hall: Hall, kind: str, detail: str | None, en: str, zh: str
) -> None:
    hall.kiosk.raise_alert(kind, detail=detail)
    desk.wait("alertText", f"test kiosk: {en}")
    desk.languages.use("zh")
    desk.wait("alertText", f"test kiosk：{zh}")


def test_a_row_names_a_device_as_the_branch_does(
    open_desk: OpenDesk, tmp_path: Path, clock: HandClock
) -> None:
    change = {"# kiosk-1 = {": '"test kiosk" = {'}
    with running_service(tmp_path / "named", sample_config(change), clock) as service:
        desk = open_desk(service=service)
        desk.sign_in()
        with closing(Hall(service)) as hall:
            hall.kiosk.raise_alert("lobby-manager")
            desk.wait("alertText", "Kiosk at the entrance asks for the lobby manager")
            assert hall.desk.branch().devices["test kiosk"]["zh"] == "大门旁取号机"
            assert not hall.kiosk.branch().devices, "staff alone are told"
