"""Pictures of the counter's reach: the strip, silent help, and the line that is cut."""

from __future__ import annotations

from collections.abc import Callable

from tests.counter.desks import Desk
from tests.harness.hall import Hall
from tests.harness.waiting import until

Take = Callable[[str], None]

STRIP_WIDTH = 1366
"""The smallest screen that tellers have these days."""


def reach_pictures(desk: Desk, hall: Hall, take: Take) -> None:
    """Take them all; nobody is at the counter before and after, and it is called by nobody."""
    number = hall.comes("A")
    until(lambda: any(row["number"] == number for row in desk.controller.work.queue.model.rows()))  # type: ignore[index]  # dicts
    _help(desk, hall, take)
    _strip(desk, hall, take)
    _cut(desk, hall, take)


def _help(desk: Desk, hall: Hall, take: Take) -> None:
    help_ = desk.controller.alarms
    desk.key("F10")
    until(lambda: help_.property("lobby") == "sent")
    take("counter-lobby-called")
    help_.raiseAlarm()
    until(lambda: help_.property("alarm") == "sent")
    desk.controller.runner.hush()
    take("counter-alarm-sent")
    for alert in hall.manager.snapshot()["hall"]["alerts"]:
        hall.manager.clear_alert(alert["id"])
    until(lambda: help_.property("lobby") == "")


def _strip(desk: Desk, hall: Hall, take: Take) -> None:
    desk.key("Ctrl+D")
    desk.wait("stripScreen")
    desk.resize(STRIP_WIDTH, 72)
    take("strip-free")
    desk.click("stripPrimary")
    desk.wait("stripNumber")
    _settled(desk)
    take("strip-called")
    desk.click("stripPrimary")
    _settled(desk)
    take("strip-serving")
    desk.key("F3")
    take("strip-refused")
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.controller.runner.hush()
    desk.controller.alarms.callLobby()
    desk.controller.runner.hush()
    take("strip-lost")
    hall.service.start()
    until(lambda: desk.line == "live" and desk.controller.alarms.property("lobby") == "sent")
    desk.resize(800, 72)
    take("strip-narrow")
    desk.key("Ctrl+D")
    desk.wait("workScreen")
    desk.resize(420, 760)


def _cut(desk: Desk, hall: Hall, take: Take) -> None:
    hall.service.stop()
    until(lambda: desk.line == "lost")
    take("counter-lost-serving")
    desk.key("F2")
    until(lambda: desk.controller.deferred.waits)
    _settled(desk)
    take("counter-finish-kept")
    hall.service.start()
    until(lambda: not desk.controller.deferred.waits)
    desk.wait("messageLine")
    take("counter-finish-sent")
    desk.controller.runner.in_vain()
    take("counter-key-not-taken")
    desk.controller.runner.hush()


def _settled(desk: Desk) -> None:
    until(lambda: not desk.controller.runner.holds("primary"))
