"""Pictures of those who stand aside, are sent on, or are called out of turn."""

from __future__ import annotations

from collections.abc import Callable

from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

Take = Callable[[str], None]


def held_pictures(desk: Desk, hall: Hall, clock: HandClock, take: Take) -> None:
    """Take them all; the desk is signed in at counter 1, and nobody has come yet."""
    _put_back(desk, hall, take)
    _reminded(desk, hall, clock, take)
    _out_of_turn(desk, hall, take)
    _to_a_person(desk, hall, take)
    _chained(desk, hall, take)
    _asked_for(desk, hall, take)


def _put_back(desk: Desk, hall: Hall, take: Take) -> None:
    hall.comes()
    number = hall.comes("A", segment="priority")
    until(lambda: desk.controller.work.queue.model.rowCount() == 2)
    called(desk)
    desk.click("missedButton")
    desk.click(f"heldRow-{number}")
    desk.wait("putBackButton")
    take("counter-held-chosen")
    desk.key("R")
    desk.wait("messageLine")
    until(lambda: not desk.controller.runner.pending)
    take("counter-put-back")
    desk.controller.runner.hush()


def _reminded(desk: Desk, hall: Hall, clock: HandClock, take: Take) -> None:
    number = called(desk)
    desk.click("parkButton")
    desk.click(f"heldRow-{number}")
    desk.wait("parkAgainButton")
    until(lambda: not desk.controller.runner.pending)
    take("counter-parked-chosen")
    desk.key("Escape")
    clock.pass_minutes(10)
    hall.desk.health()
    desk.wait("messageLine")
    until(lambda: not desk.text("undoText"))
    take("counter-reminded")
    desk.click(f"heldRow-{number}")
    desk.key("R")
    desk.gone(f"heldRow-{number}")
    until(lambda: not desk.controller.runner.pending)
    desk.controller.runner.hush()


def _out_of_turn(desk: Desk, hall: Hall, take: Take) -> None:
    number = hall.comes()
    desk.click(f"queueRow-{number}")
    desk.click("callChosenButton")
    desk.wait("callReasonPanel")
    take("counter-call-reason")
    desk.click("callReason-papers")
    desk.wait("currentNumber", number)
    desk.wait("primaryButton", "开始办理")
    take("counter-out-of-turn")
    desk.click("parkButton")
    desk.gone("currentNumber")


def _to_a_person(desk: Desk, hall: Hall, take: Take) -> None:
    hall.desk.open_counter(2, "0288", PIN)
    called(desk)
    desk.click("transferButton")
    desk.wait("transferToPerson-0288")
    until(lambda: not desk.controller.runner.pending)
    take("counter-to-person")
    desk.key("Escape")
    desk.click("parkButton")
    desk.gone("currentNumber")
    ticket = hall.desk.next(2)["ticket"]
    assert ticket is not None
    for_us = ticket["number"]
    hall.desk.start(2)
    hall.desk.transfer(2, staff="0312", note="认识这位客户")
    desk.wait(f"queueRow-{for_us}")
    take("counter-for-you")


def _chained(desk: Desk, hall: Hall, take: Take) -> None:
    called(desk)
    desk.click("primaryButton")
    desk.wait("primaryButton", "完成并请客户评价")
    desk.click("transferButton")
    desk.click("chainToggle")
    desk.click("transferTo-B")
    desk.wait("primaryButton", "办结并转 个人非现金")
    until(lambda: not desk.controller.runner.pending)
    take("counter-chain-choosing")
    desk.key("Escape")
    take("counter-chained")


def _asked_for(desk: Desk, hall: Hall, take: Take) -> None:
    hall.kiosk.raise_alert("lobby-manager")
    desk.wait("alertRow")
    take("counter-alert")
    desk.click("alertButton")
    desk.wait("alertButton", "已处理")
    take("counter-alert-taken")
    desk.click("alertButton")
    desk.gone("alertRow")


def called(desk: Desk) -> str:
    """Call the next one; gives the number."""
    desk.wait("primaryButton", "呼叫下一位")
    desk.click("primaryButton")
    desk.wait("currentNumber")
    desk.wait("primaryButton", "开始办理")
    return desk.text("currentNumber")
