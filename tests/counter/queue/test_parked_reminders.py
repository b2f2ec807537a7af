"""Parked with a reminder: shown and heard at the counter, put off by mouse and key, known after a restart."""

from __future__ import annotations

from collections.abc import Callable

from branch.voice.sound_file import Sound
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.queue.test_put_back import set_aside
from tests.harness.branch import PIN
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


class Listener:
    """A player that keeps what it was given."""

    def __init__(self) -> None:
        self.heard: list[tuple[Sound, int]] = []

    def play(self, make: Callable[[], Sound], percent: int, done: Callable[[bool], None]) -> None:
        self.heard.append((make(), percent))
        done(True)

    def probe(self, done: Callable[[bool], None]) -> None:
        done(True)

    def stop(self) -> None:
        """Nothing is playing."""

    def close(self) -> None:
        """Nothing is open."""


def time_is_up(desk: Desk, hall: Hall, clock: HandClock, minutes: float = 10) -> None:
    """The time of the branch's own reminder has passed, and the desk has been told."""
    clock.pass_minutes(minutes)
    hall.desk.health()
    until(lambda: "due" in groups(desk))


def groups(desk: Desk) -> list[object]:
    """The group of each row, from the top."""
    return [row["group"] for row in desk.controller.work.queue.model.rows()]  # type: ignore[index]  # dicts


def test_it_is_shown_and_heard_once(open_desk: OpenDesk, hall: Hall, clock: HandClock) -> None:
    ear = Listener()
    desk = open_desk(player=ear)
    desk.sign_in()
    number = hall.comes()
    set_aside(desk, number, "parkButton")
    until(lambda: desk.wait(f"heldRow-{number}").property("wait") == "Until 09:40")
    waiting = hall.comes()
    desk.wait(f"queueRow-{waiting}")
    assert groups(desk) == ["queue", "held"]
    time_is_up(desk, hall, clock)
    desk.wait("messageLine", f"{number}: parked time is over.")
    assert groups(desk) == ["due", "queue"]
    row = desk.wait(f"heldRow-{number}")
    assert (row.property("wait"), row.property("late")) == ("09:40", True)
    assert "Parked time is over" in desk.said()
    assert [percent for _, percent in ear.heard] == [40]
    desk.languages.use("zh")
    desk.wait("messageLine", f"{number} 暂放时间已到。")
    desk.languages.use("en")
    hall.comes()
    until(lambda: len(groups(desk)) == 3)
    assert len(ear.heard) == 1


def test_it_is_called_back(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = hall.comes()
    set_aside(desk, number, "parkButton")
    time_is_up(desk, hall, clock)
    desk.key("F7")
    until(lambda: not desk.controller.runner.holds("call"))
    desk.key("Return")
    desk.wait("currentNumber", number)
    until(lambda: groups(desk) == [])


def test_it_is_put_off_by_key_and_that_is_taken_back(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = hall.comes()
    set_aside(desk, number, "parkButton")
    time_is_up(desk, hall, clock)
    desk.click(f"heldRow-{number}")
    desk.key("P")
    desk.wait("messageLine", f"{number} stays parked.")
    until(lambda: groups(desk) == ["held"])
    until(lambda: desk.wait(f"heldRow-{number}").property("wait") == "Until 09:50")
    desk.wait("undoButton")
    assert desk.controller.work.undo.property("undoText") == f"{number} parked again"
    until(lambda: not desk.controller.runner.pending)
    desk.key("F9")
    until(lambda: groups(desk) == ["due"])


def test_it_is_put_off_by_mouse(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = hall.comes()
    set_aside(desk, number, "parkButton")
    desk.click(f"heldRow-{number}")
    clock.pass_minutes(3)
    hall.desk.health()
    until(lambda: desk.link.now() >= clock.now() - 2_000)
    desk.click("parkAgainButton")
    until(lambda: desk.wait(f"heldRow-{number}").property("wait") == "Until 09:43")


def test_one_who_was_missed_is_not_parked_again(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    set_aside(desk, number, "missedButton")
    desk.click(f"heldRow-{number}")
    desk.wait("putBackButton")
    assert not desk.has("parkAgainButton")
    desk.controller.work.chosen.parkAgain()
    desk.wait("messageLine", "This number is not parked.")


def test_it_is_known_after_a_restart_of_app_and_service(
    desk: Desk, hall: Hall, clock: HandClock, open_desk: OpenDesk
) -> None:
    number = hall.comes()
    set_aside(desk, number, "parkButton")
    desk.close()
    hall.service.stop()
    clock.pass_minutes(12)
    hall.service.start()
    ear = Listener()
    again = open_desk(player=ear)
    again.sign_in()
    again.wait("messageLine", f"{number}: parked time is over.")
    assert groups(again) == ["due"]
    assert len(ear.heard) == 1


def test_a_colleague_is_told_only_when_the_counter_is_left(
    desk: Desk, hall: Hall, clock: HandClock, open_desk: OpenDesk
) -> None:
    ear = Listener()
    other = open_desk(player=ear)
    other.sign_in(2, "0288", PIN)
    number = hall.comes()
    set_aside(desk, number, "parkButton")
    time_is_up(desk, hall, clock)
    until(lambda: "due" in groups(other))  # marked there too: whoever is free may call
    assert ear.heard == []
    hall.manager.close_counter(1)
    other.wait("messageLine", f"{number}: parked time is over.")
    assert len(ear.heard) == 1


def test_a_refusal_is_not_talked_over(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = hall.comes()
    set_aside(desk, number, "parkButton")
    desk.key("F3")
    desk.wait("messageLine", "Not possible: there is nobody at this counter.")
    time_is_up(desk, hall, clock)
    assert desk.text("messageLine") == "Not possible: there is nobody at this counter."
    called_back = desk.wait(f"heldRow-{number}")
    assert called_back.property("group") == "due"
