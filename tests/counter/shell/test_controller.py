"""The app's parts: all of them hear of the same, and none goes on after the end."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from branch.contract.actions import Action, action_of
from counter.shell.part import News
from tests.counter.desks import Desk
from tests.harness.hall import Hall
from tests.harness.waiting import until


def test_no_timer_goes_on_after_the_end(desk: Desk, hall: Hall) -> None:
    hall.comes()
    desk.key("F2")
    desk.wait("primaryButton", "Start service")
    desk.controller.alarms.holdAlarm()
    desk.controller.stop()
    running = [timer.objectName() for timer in desk.controller.findChildren(QTimer) if timer.isActive()]
    assert running == []


def test_the_feed_names_what_is_done_here(desk: Desk, hall: Hall) -> None:
    done: list[Action | None] = []
    desk.link.changed.connect(lambda _, event: done.append(action_of(event)))
    hall.comes()
    for meaning, action in (("Call next", Action.CALL), ("Start service", Action.START)):
        desk.wait("primaryButton", meaning)
        desk.key("F2")
        until(lambda action=action: action in done)  # type: ignore[misc]  # a default
    desk.key("F9")
    until(lambda: Action.UNDO in done)


def test_news_of_an_event_without_an_action_are_none() -> None:
    assert News().action is None
    assert News(event={"type": "TicketPrinted", "ok": True}).action is None
    assert not News().anew
    assert News(arrived=True).anew
