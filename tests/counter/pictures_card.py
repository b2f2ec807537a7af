"""Pictures of what the card knows: the steps of the service standard."""

from __future__ import annotations

from collections.abc import Callable

from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.waiting import until

Take = Callable[[str], None]

HINTS = {
    "[limits]\n": """[[hints]]
segment = "priority"
text = { zh = "请放慢语速,协助填单;贵重物品提醒随身", en = "Speak slowly, help with forms" }

[limits]
"""
}
"""What the branch of these pictures reminds its tellers of."""


def card_pictures(desk: Desk, hall: Hall, take: Take) -> None:
    """Take them all; nobody is at the counter before."""
    _steps(desk, hall, take)
    _visit(desk, hall, take)
    _own_day(desk, hall, take)


def _own_day(desk: Desk, hall: Hall, take: Take) -> None:
    """A few more customers, of whom three have rated."""
    for score in (5, 5, 4):
        hall.comes("B")
        ticket = hall.desk.next(1)["ticket"]
        assert ticket is not None
        hall.desk.start(1)
        hall.desk.finish(1)
        hall.desk.rate(ticket["id"], score)
        until(lambda number=ticket["number"]: number in desk.text("undoText"))  # type: ignore[misc]  # a default
        desk.controller.pad.skip()
    desk.controller.work.figures.ask()
    until(lambda: desk.text("ownRating"))
    take("counter-own-day")
    desk.controller.work.actions.show_hot("Ctrl⇧")
    take("counter-hot-keys")
    desk.controller.work.actions.show_hot("")
    hall.tells({"zh": "今日三点消防演练,请提前告知客户", "en": "Fire drill at three today"})
    desk.wait("noticeLine")
    take("counter-notice")
    alarm = {"zh": "请立即引导客户从东门离开大厅", "en": "Lead everybody out by the east door now"}
    raised = hall.tells(alarm, level="emergency")
    desk.wait("emergencyBand")
    take("counter-emergency")
    hall.ends(raised)
    desk.gone("emergencyBand")
    hall.comes("B")
    hall.comes("B")
    for _ in range(2):
        hall.desk.next(1)
        hall.desk.park(1)
    until(lambda: len(str(desk.controller.work.sign_out.property("parked")).split(", ")) == 2)
    desk.gone("currentNumber")
    desk.key("F12")
    desk.wait("leavePanel")
    take("counter-leave")
    desk.click("leaveGiveBack")
    desk.wait("daySummary")
    take("counter-day-over")


def _visit(desk: Desk, hall: Hall, take: Take) -> None:
    """Somebody from a colleague, with a note, a hint and a history."""
    hall.desk.open_counter(2, "0288", PIN)
    number = hall.comes("C", language="en", segment="priority")
    hall.desk.next(2)
    hall.desk.start(2)
    hall.desk.transfer(2, counter=1, note="已核验营业执照,请协助办理个人账户挂失")
    desk.wait("nextNumber", number)
    desk.click("primaryButton")
    desk.wait("primaryButton", "开始办理")
    take("counter-note-and-hint")
    desk.key("D")
    desk.wait("detailPanel")
    take("counter-details")
    desk.click("detailClose")
    desk.click("primaryButton")
    desk.wait("primaryButton", "完成并请客户评价")
    desk.click("primaryButton")
    desk.gone("currentNumber")


def _serve(desk: Desk, hall: Hall, service: str, **more: str) -> str:
    number = hall.comes(service, **more)
    desk.wait("nextNumber", number)
    desk.click("primaryButton")
    desk.wait("primaryButton", "开始办理")
    desk.click("primaryButton")
    desk.wait("primaryButton", "完成并请客户评价")
    return number


def _steps(desk: Desk, hall: Hall, take: Take) -> None:
    _serve(desk, hall, "A", segment="priority")
    desk.key("S")
    desk.wait("stepsLine", "步骤 2/4 身份核验")
    _rested(desk, "greet")
    take("counter-step-ticked")
    desk.key("D")
    desk.wait("detailPanel")
    take("counter-steps")
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.key("2")
    desk.wait("stepsLine", "步骤 3/4 核对并签字")
    _rested(desk, "identity")
    take("counter-step-kept")
    hall.service.start()
    until(lambda: desk.line == "live" and not desk.controller.deferred.waits)
    desk.controller.runner.hush()
    for step in ("confirm", "farewell"):
        desk.click(f"step-{step}")
        _rested(desk, step)
    desk.wait("stepsLine", "4 步已全部完成")
    take("counter-steps-done")
    desk.click("primaryButton")
    desk.gone("currentNumber")


def _rested(desk: Desk, step: str) -> None:
    """The box is no longer pressed."""
    until(lambda: not desk.controller.runner.holds(f"step-{step}"))
