"""The teller's own day at the foot of the window: from the service, so it outlives app and service."""

from __future__ import annotations

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


def serve(desk: Desk, hall: Hall, clock: HandClock, minutes: float) -> None:
    """One customer from the call to the finish, through the window."""
    hall.comes()
    desk.wait("nextNumber")
    desk.click("primaryButton")
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    desk.wait("primaryButton", "Finish and ask for rating")
    before = desk.link.now()
    clock.pass_minutes(minutes)
    hall.comes("C")  # for others; with it the desk hears what time it is
    until(lambda: desk.link.now() > before + minutes * 50_000)
    desk.click("primaryButton")
    desk.wait("primaryButton", "Call next")


def own(desk: Desk) -> str:
    """What stands at the foot."""
    return desk.text("ownWork")


def test_the_day_so_far_in_both_languages(desk: Desk, hall: Hall, clock: HandClock) -> None:
    assert own(desk) == ""
    serve(desk, hall, clock, 4)
    until(lambda: own(desk).startswith("Today: 1 served · average 04:"), lambda: str(desk.said()))
    serve(desk, hall, clock, 2)
    until(lambda: own(desk).startswith("Today: 2 served · average 03:"))
    desk.languages.use("zh")
    until(lambda: own(desk).startswith("今日 2 笔 · 平均 03:"))


def test_taken_back_it_counts_no_more(desk: Desk, hall: Hall, clock: HandClock) -> None:
    serve(desk, hall, clock, 4)
    until(lambda: own(desk) != "")
    desk.click("undoButton")
    until(lambda: own(desk) == "")


def test_it_outlives_the_app_and_the_service(
    desk: Desk, open_desk: OpenDesk, hall: Hall, clock: HandClock
) -> None:
    serve(desk, hall, clock, 4)
    until(lambda: own(desk) != "")
    said = own(desk)
    desk.close()
    hall.service.stop()
    hall.service.start()
    again = open_desk()
    again.sign_in()
    until(lambda: own(again) == said)


def test_a_colleague_at_the_same_counter_begins_with_nothing(
    desk: Desk, hall: Hall, clock: HandClock
) -> None:
    serve(desk, hall, clock, 4)
    until(lambda: own(desk) != "")
    desk.click("signOutButton")
    desk.wait("signInScreen")
    desk.try_sign_in(1, "0288", PIN)
    desk.wait("workScreen")
    until(lambda: desk.controller.work.figures.own is not None)
    assert own(desk) == ""


def test_what_customers_say_is_told_three_at_a_time(desk: Desk, hall: Hall, clock: HandClock) -> None:
    for count in (1, 2, 3):
        serve(desk, hall, clock, 1)
        until(lambda count=count: own(desk).startswith(f"Today: {count} "))  # type: ignore[misc]  # a default
        desk.controller.pad.skip()
    rows = [row for row in hall.manager.visits()["visits"] if row["status"] == "served"]
    for row, score in zip(rows, (5, 4, 1), strict=True):
        assert desk.text("ownRating") == ""
        hall.desk.rate(str(row["id"]), score, source="pad")
    clock.pass_minutes(1.1)
    hall.desk.health()
    until(lambda: desk.text("ownRating") == "Satisfied 67%")


def test_without_a_line_the_last_ones_stand(desk: Desk, hall: Hall, clock: HandClock) -> None:
    serve(desk, hall, clock, 4)
    until(lambda: own(desk) != "")
    said = own(desk)
    hall.service.stop()
    desk.wait("staleBanner")
    assert own(desk) == said
    hall.service.start()
    until(lambda: desk.link.live)
