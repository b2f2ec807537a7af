"""My queue against the standards of its services, and a pause with its reason and its running time."""

from __future__ import annotations

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


def later(desk: Desk, hall: Hall, clock: HandClock, minutes: float) -> None:
    """Time goes by, and the desk hears of it."""
    before = desk.link.now()
    clock.pass_minutes(minutes)
    hall.comes("C")  # for others
    until(lambda: desk.link.now() > before + minutes * 50_000)


def test_each_wait_is_held_against_the_standard_of_its_service(
    desk: Desk, hall: Hall, clock: HandClock
) -> None:
    cash, accounts = hall.comes("A"), hall.comes("B")  # ten minutes and fifteen
    rows = [desk.wait(f"queueRow-{number}") for number in (cash, accounts)]

    def late() -> list[object]:
        return [row.property("late") for row in rows]

    assert late() == [False, False]
    later(desk, hall, clock, 9)
    until(lambda: [row.property("wait") for row in rows] == ["9 min", "9 min"])
    assert late() == [False, False]
    later(desk, hall, clock, 2)
    until(lambda: late() == [True, False])
    later(desk, hall, clock, 5)
    until(lambda: late() == [True, True])
    desk.languages.use("zh")
    until(lambda: [row.property("wait") for row in rows] == ["等 16 分", "等 16 分"])


def test_a_pause_says_why_and_how_long_also_after_a_restart(
    desk: Desk, hall: Hall, clock: HandClock, open_desk: OpenDesk
) -> None:
    desk.key("F8")
    desk.wait("pausePanel")
    desk.key("1")
    desk.wait("currentTitle", "Paused · Lunch")
    later(desk, hall, clock, 12)
    until(lambda: desk.text("elapsed").startswith("12:"))
    desk.languages.use("zh")
    desk.wait("currentTitle", "已暂停 · 午餐")
    desk.close()
    hall.service.stop()
    hall.service.start()
    again = open_desk()
    again.sign_in()
    again.wait("currentTitle", "Paused · Lunch")
    until(lambda: again.text("elapsed").startswith("12:"))
    again.key("F8")
    again.wait("primaryButton", "Call next")
