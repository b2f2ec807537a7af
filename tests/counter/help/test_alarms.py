"""Silent help: who hears of it, who never does, and that it is honest about a line that is cut."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest

from branch.client.feed_reader import FeedReader
from branch.qt.driving import driver
from counter.shell.part import News
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.waiting import until
from tests.harness.window import timer

Heard = dict[str, list[str]]


@pytest.fixture
def heard(hall: Hall) -> Iterator[Heard]:
    """All that each role's feed has said, as text."""
    said: Heard = {role: [] for role in ("manager", "kiosk", "display", "counter")}
    there = {role: threading.Event() for role in said}

    def begin(role: str, snapshot: object) -> None:
        said[role].append(str(snapshot))
        there[role].set()

    def reader_of(role: str) -> FeedReader:
        return FeedReader(
            hall.service.url,
            hall.service.tokens[role],
            on_snapshot=lambda snapshot: begin(role, snapshot),
            on_event=lambda event: said[role].append(str(event)),
            on_state=lambda *_: None,
        )

    readers = [reader_of(role) for role in said]
    for reader in readers:
        reader.start()
    for event in there.values():
        assert event.wait(30)
    yield said
    for reader in readers:
        reader.stop()
        reader.join(5)


def hears(heard: Heard, role: str, word: str) -> bool:
    return any(word in text for text in heard[role])


def hold(desk: Desk, done: bool = True) -> None:
    """The alarm key is held until it counts, or let go before."""
    desk.activate()
    QTest.keyPress(desk.window, Qt.Key.Key_F11)
    if done:
        until(lambda: desk.controller.alarms.property("alarm") != "")
    QTest.keyRelease(desk.window, Qt.Key.Key_F11)


def everybody_is_up_to_date(desk: Desk, hall: Hall, heard: Heard) -> None:
    """A customer comes, and every feed tells: what was before has been told by then."""
    number = hall.comes()
    until(lambda: all(hears(heard, role, number) for role in heard))


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_the_lobby_manager_is_called(desk: Desk, hall: Hall, heard: Heard, by: str) -> None:
    if by == "key":
        desk.key("F10")
    else:
        desk.click("lobbyButton")
    desk.wait("messageLine", "The lobby manager is called.")
    until(lambda: hears(heard, "manager", "lobby-manager"))
    desk.wait("lobbyMark")
    until(lambda: desk.controller.alarms.property("lobby") == "sent")
    (alert,) = hall.manager.snapshot()["hall"]["alerts"]
    assert (alert["kind"], alert["counter"]) == ("lobby-manager", 1)
    everybody_is_up_to_date(desk, hall, heard)
    assert not hears(heard, "kiosk", "lobby-manager")
    assert not hears(heard, "display", "lobby-manager")
    hall.manager.clear_alert(alert["id"])
    desk.gone("lobbyMark")


def test_a_held_key_raises_the_silent_alarm(desk: Desk, hall: Hall, heard: Heard) -> None:
    desk.controller.pad.refresh(News())
    before = (desk.said(), desk.pad.said())
    hold(desk)
    until(lambda: hears(heard, "manager", "silent-alarm"))
    until(lambda: desk.controller.alarms.property("alarm") == "sent")
    (alert,) = hall.manager.snapshot()["hall"]["alerts"]
    assert (alert["kind"], alert["counter"]) == ("silent-alarm", 1)
    assert desk.has("alarmMark")
    assert (desk.said(), desk.pad.said()) == before  # not a word anywhere
    everybody_is_up_to_date(desk, hall, heard)
    for role in ("kiosk", "display", "counter"):
        assert not hears(heard, role, "silent-alarm")


@pytest.mark.parametrize("strip", [False, True])
def test_the_ring_is_as_large_as_a_finger_and_held_for_a_second(desk: Desk, hall: Hall, strip: bool) -> None:
    if strip:
        desk.key("Ctrl+D")
        desk.wait("stripScreen")
    spot = desk.wait("alarmSpot")
    assert (spot.width(), spot.height()) == (48, 48)
    point = driver.press(spot)
    driver.release(desk.window, point)
    assert not timer(desk.controller.alarms, "alarm hold").isActive()
    assert not desk.has("alarmMark")
    assert timer(desk.controller.alarms, "alarm hold").interval() == 1000
    point = driver.press(spot)
    until(lambda: desk.controller.alarms.property("alarm") != "")
    driver.release(desk.window, point)
    until(lambda: desk.controller.alarms.property("alarm") == "sent")
    (alert,) = hall.manager.snapshot()["hall"]["alerts"]
    assert (alert["kind"], alert["counter"]) == ("silent-alarm", 1)


def test_a_key_that_is_only_touched_is_no_alarm(desk: Desk, hall: Hall) -> None:
    hold(desk, done=False)
    assert not timer(desk.controller.alarms, "alarm hold").isActive()
    assert not desk.has("alarmMark")


def test_a_window_that_loses_the_keyboard_lets_the_key_go(desk: Desk, hall: Hall) -> None:
    QTest.keyPress(desk.window, Qt.Key.Key_F11)
    assert timer(desk.controller.alarms, "alarm hold").isActive()
    other = QWindow()
    other.show()
    other.requestActivate()
    until(lambda: not timer(desk.controller.alarms, "alarm hold").isActive())
    other.close()


def test_without_a_line_it_waits_and_says_so(desk: Desk, hall: Hall) -> None:
    hall.service.stop()
    desk.wait("staleBanner")
    desk.key("F10")
    desk.wait("messageLine", "No connection: the lobby manager will be called later.")
    hold(desk)
    assert desk.controller.alarms.property("alarm") == "waits"
    assert desk.controller.alarms.property("lobby") == "waits"
    hall.service.start()
    until(lambda: desk.controller.alarms.property("alarm") == "sent")
    until(lambda: desk.controller.alarms.property("lobby") == "sent")
    kinds = sorted(alert["kind"] for alert in hall.manager.snapshot()["hall"]["alerts"])
    assert kinds == ["lobby-manager", "silent-alarm"]


def test_whoever_has_called_is_told_that_somebody_comes(desk: Desk, hall: Hall) -> None:
    desk.key("F10")
    until(lambda: desk.controller.alarms.property("lobby") == "sent")
    (alert,) = hall.manager.alerts()
    hall.desk.open_counter(2, "0288", PIN)
    hall.desk.take_alert(alert["id"], 2)
    until(lambda: desk.controller.alarms.property("lobby") == "coming")
    desk.wait("messageLine", "Somebody is coming.")
    desk.wait("lobbyMark")
    hall.desk.close_counter(2)
    desk.wait("messageLine", "Nobody is on the way any more. Your call is still open.")
    until(lambda: desk.controller.alarms.property("lobby") == "sent")
    hall.manager.clear_alert(alert["id"])
    desk.gone("lobbyMark")
