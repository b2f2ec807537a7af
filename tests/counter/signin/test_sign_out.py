"""The end of a day: whoever is parked is seen to first, the day is told, and closing time is said."""

from __future__ import annotations

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.work.test_actions import BY, press
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


def park(desk: Desk, hall: Hall) -> str:
    """A customer who steps aside at this counter."""
    number = hall.comes()
    desk.wait("nextNumber", number)
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    desk.wait("primaryButton", "Start service")
    desk.click("parkButton")
    desk.wait(f"heldRow-{number}")
    until(lambda: not desk.controller.runner.holds("park"))
    return number


def test_the_day_is_told_to_whoever_signs_out(desk: Desk, hall: Hall, clock: HandClock) -> None:
    for score in (5, 4, 5):
        ticket = hall.kiosk.issue("B")
        hall.desk.next(1)
        hall.desk.start(1)
        clock.pass_minutes(8)
        hall.desk.finish(1)
        hall.desk.rate(ticket["id"], score)
    hall.desk.pause(1, "lunch")
    clock.pass_minutes(25)
    hall.desk.resume(1)
    desk.wait("primaryButton", "Call next")
    desk.click("signOutButton")
    desk.wait("signInScreen")
    desk.wait("dayOf", "0312: your day")
    lines = desk.controller.work.sign_out.property("lines")
    assert lines[0].startswith("3 served · average 08:0")
    assert lines[0].endswith(" · 100% within standard")
    assert lines[1] == "Pauses: 1, 25 min · 3 ratings, satisfied 100%"
    assert set(lines) <= set(desk.said())
    desk.languages.use("zh")
    desk.wait("dayOf", "0312 的今日")
    assert "暂停 1 次,共 25 分钟 · 3 条评价,满意率 100%" in desk.said()


def test_it_goes_with_the_next_one_and_with_time(
    desk: Desk, hall: Hall, clock: HandClock, open_desk: OpenDesk
) -> None:
    desk.key("F12")
    desk.wait("daySummary")
    assert "No pause" in desk.said()
    desk.try_sign_in(1, "0288")
    desk.wait("workScreen")
    desk.key("F12")
    desk.wait("dayOf", "0288: your day")
    clock.pass_minutes(1.1)
    hall.comes()
    desk.gone("daySummary")
    assert desk.has("signInScreen")


@BY
def test_whoever_is_parked_here_is_given_back_first(desk: Desk, hall: Hall, by: str) -> None:
    numbers = [park(desk, hall) for _ in range(2)]
    press(desk, by, "signOutButton", "F12")
    desk.wait("leaveParked", ", ".join(numbers))
    assert hall.desk.snapshot()["hall"]["counters"][0]["state"] == "open"
    press(desk, by, "leaveCancel", "Escape")
    desk.gone("leavePanel")
    desk.wait("workScreen")
    press(desk, by, "signOutButton", "F12")
    desk.wait("leavePanel")
    press(desk, by, "leaveGiveBack", "1")
    desk.wait("signInScreen")
    desk.wait("dayOf", "0312: your day")
    assert [hall.status(number) for number in numbers] == ["waiting", "waiting"]


def test_seen_to_one_by_one_the_panel_goes(desk: Desk, hall: Hall) -> None:
    number = park(desk, hall)
    desk.key("F12")
    desk.wait("leavePanel")
    ticket = hall.desk.snapshot(1)["hall"]["queue"]["held"][0]["id"]  # type: ignore[index]  # followed
    hall.desk.requeue(ticket)
    desk.gone("leavePanel")
    desk.wait(f"queueRow-{number}")
    desk.key("F12")
    desk.wait("signInScreen")


def test_what_others_have_parked_is_theirs(desk: Desk, hall: Hall) -> None:
    hall.desk.open_counter(2, "0288", "4821")
    number = hall.comes()
    hall.desk.next(2)
    hall.desk.park(2)
    desk.wait(f"heldRow-{number}")
    desk.key("F12")
    desk.wait("signInScreen")
    assert hall.status(number) == "parked"


def test_when_the_branch_has_closed_it_is_time_to_go(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = hall.comes()
    desk.wait("nextNumber", number)
    clock.pass_minutes(8 * 60)
    hall.manager.raise_alert("paper-low")
    until(lambda: desk.link.view.phase == "closed")
    assert desk.text("nextNumber") == number  # whoever is here is served
    desk.click("primaryButton")
    desk.wait("primaryButton", "Start service")
    desk.click("missedButton")
    desk.wait("cardHint", "The branch has closed and nobody waits. F12: sign out")
    desk.languages.use("zh")
    desk.wait("cardHint", "网点已关门,无人等候。F12 签退")


def test_who_gave_no_rating_is_in_the_day_and_at_the_foot(desk: Desk, hall: Hall) -> None:
    numbers = [hall.comes() for _ in range(6)]
    for n, number in enumerate(numbers):
        for meaning in ("Call next", "Start service", "Finish and ask for rating"):
            desk.wait("primaryButton", meaning)
            desk.click("primaryButton")
        if n % 2:
            desk.pad.click("ratingSkip")
            until(lambda number=number: hall.visit(number)["unrated"])  # type: ignore[misc]  # a default
        else:
            desk.pad.click("score-5")
            desk.pad.click("ratingSend")
            until(lambda number=number: hall.visit(number)["rating"])  # type: ignore[misc]  # a default
    desk.controller.work.figures.ask()  # as every minute
    desk.wait("ownRating", "Satisfied 100% · 3 gave no rating")
    desk.wait("primaryButton", "Call next")
    desk.click("signOutButton")
    desk.wait("dayOf", "0312: your day")
    assert "No pause · 3 ratings, satisfied 100% · 3 gave no rating" in desk.said()
    desk.languages.use("zh")
    desk.wait("dayOf", "0312 的今日")
    assert any(line.endswith("3 人未作评价") for line in desk.said())
    assert desk.cut() == []
